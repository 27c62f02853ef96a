// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/csv_rows.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/encoding.h"
#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// A quake, whichever of the three forms of FDSN's event service it came in.
struct Quake {
    QString id, title, type, magnitudeType, remarks;
    std::optional<double> magnitude, depthKm, lon, lat;
    std::optional<city::Instant> origin, updated;
    bool withdrawn = false; ///< The publisher says that it was none.
};

/// "quarry-blast" for "quarry blast"; an event without a type is an earthquake.
QString kindOf(const QString& type)
{
    const QString word = type.simplified().toLower().replace(QLatin1Char(' '), QLatin1Char('-'));
    return word.isEmpty() ? QStringLiteral("earthquake") : word;
}

void addQuake(const Quake& quake, FactSink& sink)
{
    if (quake.id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    if (quake.withdrawn) return;
    city::Event event;
    event.id = quake.id;
    event.kind = kindOf(quake.type);
    event.title = localText(quake.title);
    QStringList lines;
    if (!quake.magnitudeType.isEmpty()) lines << QStringLiteral("magnitude type ") + quake.magnitudeType;
    if (!quake.remarks.isEmpty()) lines << quake.remarks;
    event.description = lines.join(QLatin1Char('\n'));
    event.begins = quake.origin;
    event.reportedAt = quake.updated.value_or(quake.origin.value_or(sink.context().receivedAt));
    if (const auto at = sink.position(QStringLiteral("position"), quake.lon, quake.lat))
        event.geometry.points.push_back(*at);
    if (quake.magnitude)
        sink.measure(event, QStringLiteral("quake.magnitude"), QStringLiteral("mag"), *quake.magnitude,
                     QStringLiteral("1"));
    if (quake.depthKm)
        sink.measure(event, QStringLiteral("quake.depth"), QStringLiteral("depth"), *quake.depthKm,
                     QStringLiteral("km"));
    sink.add(std::move(event));
}

/// A time of FDSN's service: UTC by the standard, and rarely said so.
std::optional<city::Instant> utc(std::string_view text, const QString& field, FactSink& sink)
{
    std::string time(trimmed(text));
    const auto reading = readIso(time);
    if (reading && !reading->offsetMinutes) time.push_back('Z');
    return sink.observed(field, time);
}

std::optional<city::Instant> millis(element owner, const char* name, FactSink& sink)
{
    const auto number = numberOf(owner, name);
    if (!number || *number <= 0 || *number > 1e14) return std::nullopt;
    // Milliseconds by the publisher's word; what would lie in the first years of the count is seconds.
    const double milliseconds = *number < 1e11 ? *number * 1000 : *number;
    return sink.plausible(QString::fromLatin1(name), city::Instant{city::Duration{static_cast<qint64>(milliseconds)}});
}

/// The GeoJSON of USGS: times in milliseconds. EMSC's has the same shape with ISO times and other names.
void addFeature(element feature, FactSink& sink)
{
    Quake quake;
    const auto stated = memberOf(feature, "properties");
    const element properties = stated.value_or(feature);
    quake.id = textOf(feature, "id");
    for (const char* name : {"unid", "source_id", "publicID", "eventid"}) {
        if (quake.id.isEmpty()) quake.id = textOf(properties, name);
    }
    sink.turnTo(QStringLiteral("id"), quake.id);
    quake.magnitude = numberOf(properties, memberOf(properties, "mag") ? "mag" : "magnitude");
    quake.magnitudeType = textOf(properties, memberOf(properties, "magType") ? "magType" : "magtype");
    quake.type = textOf(properties, memberOf(properties, "type") ? "type" : "evtype");
    if (quake.type == QLatin1String("ke")) quake.type.clear(); // EMSC: a known earthquake
    quake.title = textOf(properties, memberOf(properties, "title") ? "title" : "place");
    for (const char* name : {"flynn_region", "locality"}) {
        if (quake.title.isEmpty()) quake.title = textOf(properties, name);
    }
    quake.origin = millis(properties, "time", sink);
    if (!numberOf(properties, "time")) quake.origin = utc(viewOf(properties, "time"), QStringLiteral("time"), sink);
    quake.updated = millis(properties, "updated", sink);
    if (!quake.updated)
        quake.updated = utc(viewOf(properties, "lastupdate"), QStringLiteral("lastupdate"), sink);
    quake.withdrawn = viewOf(properties, "status") == "deleted" || viewOf(properties, "quality") == "deleted";
    QStringList remarks;
    for (const char* name : {"status", "alert"}) {
        const QString text = textOf(properties, name);
        if (!text.isEmpty()) remarks << QString::fromLatin1(name) + QLatin1Char(' ') + text;
    }
    if (flagOf(properties, "tsunami") == true) remarks << QStringLiteral("tsunami 1");
    quake.remarks = remarks.join(QLatin1Char('\n'));
    element part;
    const auto geometry = memberOf(feature, "geometry");
    const auto at = geometry ? memberOf(*geometry, "coordinates") : std::nullopt;
    if (at && !at->at(0).get(part)) quake.lon = numberOf(part);
    if (at && !at->at(1).get(part)) quake.lat = numberOf(part);
    quake.depthKm = numberOf(properties, "depth");
    if (at && !quake.depthKm && !at->at(2).get(part)) quake.depthKm = numberOf(part);
    addQuake(quake, sink);
}

std::optional<city::Problem> readGeoJson(const QByteArray& payload, FactSink& sink)
{
    const city::Result<JsonDocument> document = parseJson(payload, sink.context().feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const std::string_view type = viewOf(root, "type");
    if (type != "Feature" && (type != "FeatureCollection" || !memberOf(root, "features")))
        return city::Problem{
            {}, {}, QT_TRANSLATE_NOOP("Message", "is not GeoJSON: a FeatureCollection was expected")};
    if (document->problem) sink.decoded().addProblem(*document->problem);
    if (type == "Feature") addFeature(root, sink);
    forEachIn(root, "features", [&](element feature) { addFeature(feature, sink); });
    return std::nullopt;
}

/// FDSN's text form: "#EventID | Time | Latitude | ...", columns by their names.
std::optional<city::Problem> readText(const QByteArray& payload, FactSink& sink)
{
    const Text text = toText(payload, sink.context().feed.mapping.encoding);
    CsvRows rows(std::string_view(text.utf8.constData(), static_cast<std::size_t>(text.utf8.size())), '|');
    QHash<QString, std::size_t> columns;
    if (rows.next()) {
        for (std::size_t i = 0; i < rows.count(); ++i)
            columns.insert(toQString(trimmed(rows.fields()[i])).remove(QLatin1Char('#')).trimmed().toLower(),
                           i);
    }
    if (!columns.contains(QStringLiteral("eventid")) || !columns.contains(QStringLiteral("time"))) {
        if (auto page = webPage(text.utf8)) return page;
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message", "is no list of earthquakes; it begins with \"%1\""),
             {beginning(text.utf8)}}};
    }
    while (rows.next()) {
        const auto field = [&](const char* name) -> std::string_view {
            const auto found = columns.constFind(QString::fromLatin1(name));
            return found == columns.cend() || *found >= rows.count() ? std::string_view()
                                                                     : trimmed(rows.fields()[*found]);
        };
        Quake quake;
        quake.id = toQString(field("eventid"));
        sink.turnTo(QStringLiteral("EventID"), quake.id);
        quake.origin = utc(field("time"), QStringLiteral("Time"), sink);
        quake.lat = toNumber(field("latitude"));
        quake.lon = toNumber(field("longitude"));
        quake.depthKm = toNumber(field("depth/km"));
        quake.magnitude = toNumber(field("magnitude"));
        quake.magnitudeType = toQString(field("magtype"));
        quake.title = toQString(field("eventlocationname"));
        quake.type = toQString(field("eventtype"));
        quake.withdrawn = quake.type == QLatin1String("not existing");
        addQuake(quake, sink);
    }
    return std::nullopt;
}

/// The child of `event` that `preferred` names by its publicID, otherwise the first.
XmlElement preferredOf(XmlElement event, const char* preferred, const char* name)
{
    const std::string_view id = event.child(preferred).text();
    const std::vector<XmlElement> all = event.children(name);
    for (const XmlElement one : all) {
        if (!id.empty() && one.attribute("publicID") == id) return one;
    }
    return all.empty() ? XmlElement() : all.front();
}

void addQuakeMl(XmlElement event, FactSink& sink)
{
    Quake quake;
    const QString publicId = event.qAttribute("publicID");
    const QString ownId = event.qAttribute("eventid"); // of the catalog namespace: the one people know
    quake.id = ownId.isEmpty() ? publicId : event.qAttribute("eventsource") + ownId;
    sink.turnTo(QStringLiteral("publicID"), quake.id);
    const XmlElement origin = preferredOf(event, "preferredOriginID", "origin");
    const XmlElement magnitude = preferredOf(event, "preferredMagnitudeID", "magnitude");
    quake.origin = utc(origin.child("time", "value").text(), QStringLiteral("time"), sink);
    quake.lat = origin.child("latitude", "value").number();
    quake.lon = origin.child("longitude", "value").number();
    if (const auto metres = origin.child("depth", "value").number()) quake.depthKm = *metres / 1000;
    quake.magnitude = magnitude.child("mag", "value").number();
    quake.magnitudeType = magnitude.child("type").qText();
    quake.title = event.child("description", "text").qText();
    quake.type = event.child("type").qText();
    quake.updated =
        utc(event.child("creationInfo", "creationTime").text(), QStringLiteral("creationTime"), sink);
    quake.withdrawn =
        quake.type == QLatin1String("not existing") || origin.child("evaluationStatus").text() == "rejected";
    const QString status = origin.child("evaluationMode").qText();
    if (!status.isEmpty()) quake.remarks = status;
    addQuake(quake, sink);
}

std::optional<city::Problem> readQuakeMl(const QByteArray& payload, FactSink& sink)
{
    const XmlReading reading = readXml(payload, sink.context().feed.mapping.encoding);
    if (reading.refused) return reading.refused;
    const XmlElement root(reading.tree, 0);
    const XmlElement parameters = root.name() == "eventParameters" ? root : root.child("eventParameters");
    if (!parameters)
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "is XML but no QuakeML; its root is <%1>"),
                              {toQString(root.name())}}};
    if (reading.mended) sink.decoded().addProblem(*reading.mended);
    for (const XmlElement event : parameters.children("event"))
        addQuakeMl(event, sink);
    return std::nullopt;
}

} // namespace

city::Result<Decoded> decodeQuakes(const QByteArray& payload, const DecodeContext& context)
{
    Decoded decoded;
    FactSink sink(context, decoded, FactSink::Area::World);
    QByteArray start = payload.left(64);
    if (start.startsWith("\xEF\xBB\xBF")) start.remove(0, 3);
    auto refused = isJsonText(payload)               ? readGeoJson(payload, sink)
                   : start.trimmed().startsWith('<') ? readQuakeMl(payload, sink)
                                                     : readText(payload, sink);
    if (refused) return std::move(*refused);
    return decoded;
}

} // namespace feeds
