// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gml.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/mapping/position.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// Whether a property is the name in English: "name_en", "name:en", "nameEn", "EnglishName", "ENG_NAME".
bool isEnglishName(const QString& property)
{
    QString plain = property.toLower();
    plain.remove(QLatin1Char('_')).remove(QLatin1Char(':')).remove(QLatin1Char('-')).remove(QLatin1Char(' '));
    static const QStringList names{QStringLiteral("nameen"),  QStringLiteral("nameeng"),
                                   QStringLiteral("namee"),   QStringLiteral("englishname"),
                                   QStringLiteral("engname"), QStringLiteral("ename"),
                                   QStringLiteral("titleen")};
    return names.contains(plain);
}

/// The names of a feature: the property that is called so, whatever its case, and the one that is in English.
void nameFrom(city::Place& place)
{
    for (auto it = place.details.cbegin(); it != place.details.cend(); ++it)
        if (isEnglishName(it.key()) && !it->isEmpty()) place.name.set(QStringLiteral("en"), *it);
    for (const char* wanted : {"name", "title", "label"}) {
        for (auto it = place.details.cbegin(); it != place.details.cend(); ++it) {
            if (it.key().compare(QLatin1String(wanted), Qt::CaseInsensitive) != 0 || it->isEmpty()) continue;
            place.name.set({}, *it);
            return;
        }
    }
}

void addFeature(city::Place place, city::Geometry shape, FactSink& sink)
{
    place.shape = sink.checked(QStringLiteral("geometry"), std::move(shape));
    if (!place.shape.isEmpty()) place.at = middleOf(place.shape);
    const bool single =
        place.shape.points.size() == 1 && place.shape.lines.empty() && place.shape.polygons.empty();
    if (single) place.shape = {};
    nameFrom(place);
    sink.add(std::move(place));
}

/// The standard's id, or what the publisher uses as one: the property called "id", or the first whose name
/// ends so ("stationId", "OBJECTID", "site_id").
QString idOf(element feature)
{
    const QString id = textOf(feature, "id");
    const auto properties = memberOf(feature, "properties");
    if (!id.isEmpty() || !properties) return id;
    QString first, plain;
    forEachMember(*properties, [&](std::string_view key, element value) {
        const QString name = toQString(key);
        const QString lower = name.toLower();
        const bool ends = name.endsWith(QLatin1String("Id")) || name.endsWith(QLatin1String("ID")) ||
                          lower.endsWith(QLatin1String("_id")) || lower == QLatin1String("fid") ||
                          lower == QLatin1String("objectid");
        if (value.is_object() || value.is_array()) return;
        if (lower == QLatin1String("id") && plain.isEmpty()) plain = shownText(value);
        if (ends && first.isEmpty()) first = shownText(value);
    });
    return plain.isEmpty() ? first : plain;
}

void readFeature(element feature, const CrsTable::Crs& crs, FactSink& sink)
{
    const auto properties = memberOf(feature, "properties");
    const QString id = idOf(feature);
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Place place{{sink.context().feed.id, id}, {}, {}, {}, {}};
    if (properties) {
        forEachMember(*properties, [&](std::string_view name, element value) {
            const QString text = shownText(value);
            if (!text.isEmpty()) place.details.insert(toQString(name), text);
        });
    }
    city::Geometry shape;
    if (const auto geometry = memberOf(feature, "geometry")) {
        city::Result<city::Geometry> read = geometryFromJson(*geometry);
        auto problem = read ? CrsTable::toDegrees(read.value(), crs) : std::optional(read.problem());
        if (problem)
            sink.report(QStringLiteral("geometry"), problem->text);
        else
            shape = std::move(read).value();
    }
    addFeature(std::move(place), std::move(shape), sink);
}

/// GeoJSON of before 2016, which servers of WFS still write, names its CRS; easting always comes first in it.
QString crsOf(element root)
{
    std::string_view name;
    return root["crs"]["properties"]["name"].get(name) ? QString() : toQString(name);
}

void followNext(element root, const QUrl& address, Decoded& decoded)
{
    forEachIn(root, "links", [&](element link) {
        if (viewOf(link, "rel") == "next")
            addFollow(address.resolved(QUrl(textOf(link, "href"))).toString(), decoded);
    });
}

/// What a service says instead of features: an exception of the standard, or problem details (RFC 7807).
QString errorOf(element root)
{
    if (!memberOf(root, "code") && !memberOf(root, "status")) return {};
    for (const char* name : {"description", "detail", "title"}) {
        const QString said = textOf(root, name);
        if (!said.isEmpty()) return said;
    }
    return {};
}

city::Result<Decoded> decodeJsonFeatures(const QByteArray& payload, const DecodeContext& context)
{
    const city::Result<JsonDocument> document = parseJson(payload, context.feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const std::string_view type = viewOf(root, "type");
    if (type != "Feature" && (type != "FeatureCollection" || !memberOf(root, "features"))) {
        const QString said = errorOf(root);
        if (!said.isEmpty())
            return city::Problem{
                {},
                {},
                {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"), {said.left(200)}}};
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GeoJSON: a FeatureCollection was expected")};
    }
    Decoded decoded;
    if (document->problem) decoded.addProblem(*document->problem);
    FactSink sink(context, decoded);
    CrsTable table;
    const CrsTable::Crs& crs = table.find(crsOf(root));
    if (type == "Feature") readFeature(root, crs, sink);
    forEachIn(root, "features", [&](element feature) { readFeature(feature, crs, sink); });
    followNext(root, context.feed.request.url, decoded);
    sink.finish();
    return decoded;
}

/// The geometry among an element's children, directly or in a property of it.
XmlElement geometryIn(XmlElement property)
{
    for (const XmlElement child : property.children()) {
        if (isGml(child)) return child;
    }
    return {};
}

/// Texts of properties, those within others by the names that lead to them ("address.street").
void addDetails(XmlElement property, const QString& prefix, int depth, city::Place& place)
{
    const QString name = prefix + toQString(property.name());
    if (!property.text().empty() && property.attribute("nil") != "true")
        place.details.insert(name, property.qText());
    if (depth >= 4 || isGml(property)) return;
    for (const XmlElement child : property.children())
        addDetails(child, name + QLatin1Char('.'), depth + 1, place);
}

/// The CRS that the envelope around an element names, for geometries that name none.
QString crsAround(XmlElement element, const QString& otherwise)
{
    const XmlElement bounds = element.child("boundedBy");
    for (const XmlElement child : bounds.children()) {
        if (!child.attribute("srsName").empty()) return child.qAttribute("srsName");
    }
    return otherwise;
}

void readGmlFeature(XmlElement feature, CrsTable& table, const QString& outerCrs, FactSink& sink)
{
    const QString crs = crsAround(feature, outerCrs);
    QString id = feature.qAttribute("id");
    if (id.isEmpty()) id = feature.qAttribute("fid");
    for (const char* other : {"id", "identifier", "fid", "OBJECTID"}) {
        if (id.isEmpty()) id = feature.child(other).qText();
    }
    sink.turnTo(QStringLiteral("gml:id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("gml:id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Place place{{sink.context().feed.id, id}, {}, {}, {}, {}};
    city::Geometry shape;
    for (const XmlElement property : feature.children()) {
        const XmlElement gml = geometryIn(property);
        if (property.name() == "boundedBy") continue;
        if (!gml) {
            addDetails(property, {}, 0, place);
            continue;
        }
        if (!shape.isEmpty()) continue; // the first geometry is the feature's own
        city::Result<city::Geometry> read = geometryFromGml(gml, table, crs);
        if (read)
            shape = std::move(read).value();
        else
            sink.report(toQString(property.name()), read.problem().text);
    }
    addFeature(std::move(place), std::move(shape), sink);
}

city::Result<Decoded> decodeGmlFeatures(const QByteArray& payload, const DecodeContext& context)
{
    const XmlReading reading = readXml(payload, context.feed.mapping.encoding);
    if (reading.refused) return *reading.refused;
    const XmlElement root(reading.tree, 0);
    if (root.name() == "ExceptionReport" || root.name() == "ServiceExceptionReport") {
        const XmlElement said =
            root.below("ExceptionText") ? root.below("ExceptionText") : root.below("ServiceException");
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"),
                              {said.qText().left(200)}}};
    }
    if (root.name() != "FeatureCollection" && root.name() != "SimpleFeatureCollection")
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is XML but no collection of features; its root is <%1>"),
             {toQString(root.name())}}};
    Decoded decoded;
    if (reading.mended) decoded.addProblem(*reading.mended);
    FactSink sink(context, decoded);
    CrsTable table;
    const QString crs = crsAround(root, {});
    for (const XmlElement member : root.children()) {
        const bool holds = member.name() == "member" || member.name() == "featureMember" ||
                           member.name() == "featureMembers";
        if (!holds) continue;
        for (const XmlElement feature : member.children())
            readGmlFeature(feature, table, crs, sink);
    }
    addFollow(root.qAttribute("next"), decoded);
    sink.finish();
    return decoded;
}

} // namespace

city::Result<Decoded> decodeOgcFeatures(const QByteArray& payload, const DecodeContext& context)
{
    return isJsonText(payload) ? decodeJsonFeatures(payload, context) : decodeGmlFeatures(payload, context);
}

} // namespace feeds
