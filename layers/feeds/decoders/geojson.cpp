// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_record.h"
#include "layers/feeds/decoders/record_source.h"
#include "layers/feeds/mapping/field.h"

#include <QRegularExpression>

namespace feeds {

namespace {

using simdjson::dom::element;

/// The CRS that files older than RFC 7946 name; empty when they name none or longitude and latitude.
QString statedCrs(element root)
{
    static const QRegularExpression epsg(QStringLiteral("EPSG:+(?:[\\d.]*:)?(\\d{4,6})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    std::string_view name;
    if (!root.is_object() || root["crs"]["properties"]["name"].get(name)) return {};
    const QString code = epsg.match(toQString(name)).captured(1);
    return code.isEmpty() || code == QLatin1String("4326") ? QString() : QStringLiteral("EPSG:") + code;
}

} // namespace

std::optional<city::Problem> visitGeoJson(const QByteArray& payload, const RecordLayout& layout,
                                          const PayloadHints& hints, RecordVisitor& visitor)
{
    const city::Result<JsonDocument> document = parseJson(payload, layout.encoding, hints);
    if (!document) return document.problem();
    const element top = document->root;
    std::string_view type;
    simdjson::dom::array features;
    const bool typed = top.is_object() && !top["type"].get(type);
    const bool collection = typed && type == "FeatureCollection" && !top["features"].get(features);
    if (!collection && !(typed && type == "Feature"))
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GeoJSON: a FeatureCollection was expected")};

    const JsonRecord root(top, nullptr);
    visitor.readAs(document->encoding);
    visitor.begin(root, statedCrs(top));
    if (document->problem) visitor.note(*document->problem);
    if (!collection) visitor.add(FeatureRecord(top, &root));
    if (collection) {
        for (const element feature : features)
            visitor.add(FeatureRecord(feature, &root));
    }
    return {};
}

city::Result<Decoded> decodeGeoJson(const QByteArray& payload, const DecodeContext& context)
{
    return decodeMapped(payload, QStringLiteral("geojson"), context);
}

} // namespace feeds
