// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_record.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/record_mapper.h"

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

/// The feed with what GeoJSON says by itself: the geometry is the position, and a foreign `crs` member holds
/// unless the pack names another.
FeedSpec completed(FeedSpec feed, element root)
{
    const QString crs = statedCrs(root);
    const auto complete = [&crs](auto& mapping) {
        if (!mapping) return;
        if (!mapping->lon.isSet() && !mapping->geometry.isSet())
            mapping->geometry.names << QStringLiteral("geometry");
        if (!crs.isEmpty() && mapping->crs == QLatin1String("EPSG:4326")) mapping->crs = crs;
    };
    complete(feed.mapping.place);
    complete(feed.mapping.event);
    return feed;
}

} // namespace

city::Result<Decoded> decodeGeoJson(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element top = document->root;
    std::string_view type;
    simdjson::dom::array features;
    const bool typed = top.is_object() && !top["type"].get(type);
    const bool collection = typed && type == "FeatureCollection" && !top["features"].get(features);
    if (!collection && !(typed && type == "Feature"))
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GeoJSON: a FeatureCollection was expected")};

    const FeedSpec feed = completed(context.feed, top);
    const DecodeContext whole{feed, context.quantities, context.receivedAt};
    const JsonRecord root(top, nullptr);
    RecordMapper mapper(whole, root);
    if (document->problem) mapper.decoded().addProblem(*document->problem);
    if (!collection) mapper.add(FeatureRecord(top, &root));
    if (collection) {
        for (const element feature : features)
            mapper.add(FeatureRecord(feature, &root));
    }
    return mapper.finish();
}

} // namespace feeds
