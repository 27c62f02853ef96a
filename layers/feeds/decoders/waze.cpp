// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/text/number.h"

#include <functional>

namespace feeds {

namespace {

using simdjson::dom::element;
using Fields = std::function<QString(const char* name)>;

city::Problem notWaze()
{
    return {{},
            {},
            QT_TRANSLATE_NOOP(
                "Message",
                "is no feed of Waze: \"incidents\", \"alerts\", \"jams\" or \"routes\" were expected")};
}

QString kindOf(const QString& type)
{
    if (type == QLatin1String("CONSTRUCTION")) return QStringLiteral("roadworks");
    return type.isEmpty() ? QStringLiteral("incident")
                          : type.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
}

/// CIFS's "lat lon lat lon ...", latitude first, parted by blanks (or commas).
city::Geometry polyline(const QString& text, FactSink& sink)
{
    QString plain = text;
    const QStringList parts = plain.replace(QLatin1Char(','), QLatin1Char(' '))
                                  .simplified()
                                  .split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<city::LonLat> line;
    for (qsizetype i = 0; i + 1 < parts.size(); i += 2) {
        const auto lat = toNumber(parts[i].toStdString());
        const auto lon = toNumber(parts[i + 1].toStdString());
        if (lat && lon) line.push_back({*lon, *lat});
    }
    city::Geometry geometry;
    const bool good = parts.size() % 2 == 0 && static_cast<qsizetype>(line.size()) * 2 == parts.size();
    if (!good) {
        sink.report(QStringLiteral("polyline"), QT_TRANSLATE_NOOP("Message", "is no geometry"));
        return geometry;
    }
    if (line.size() == 1)
        geometry.points = std::move(line);
    else if (!line.empty())
        geometry.lines.push_back(std::move(line));
    return sink.checked(QStringLiteral("polyline"), std::move(geometry));
}

void addIncident(const QString& id, const Fields& field, FactSink& sink)
{
    sink.turnTo(QStringLiteral("id"), id);
    if (id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    city::Event event;
    event.id = id;
    event.kind = kindOf(field("type"));
    const QString street = field("street");
    const QString words = field("short_description");
    event.title = localText(words.isEmpty() ? street : words);
    QStringList lines;
    for (const char* name : {"subtype", "street", "direction", "description", "reference"}) {
        const QString text = field(name);
        if (!text.isEmpty() && !lines.contains(text)) lines << text;
    }
    event.description = lines.join(QLatin1Char('\n'));
    event.begins = sink.planned(QStringLiteral("starttime"), field("starttime").toStdString());
    event.ends = sink.planned(QStringLiteral("endtime"), field("endtime").toStdString());
    const QString updated = field(field("updatetime").isEmpty() ? "creationtime" : "updatetime");
    event.reportedAt = sink.observed(QStringLiteral("updatetime"), updated.toStdString())
                           .value_or(sink.context().receivedAt);
    event.geometry = polyline(field("polyline"), sink);
    sink.add(std::move(event));
}

void addJsonIncident(element incident, FactSink& sink)
{
    if (const auto inner = memberOf(incident, "incident")) incident = *inner;
    const auto location = memberOf(incident, "location");
    addIncident(
        textOf(incident, "id"),
        [&](const char* name) {
            const QString own = textOf(incident, name);
            return own.isEmpty() && location ? textOf(*location, name) : own;
        },
        sink);
}

std::optional<city::Problem> readCifsXml(const QByteArray& payload, FactSink& sink)
{
    const XmlReading reading = readXml(payload, sink.context().feed.mapping.encoding);
    if (reading.refused) return reading.refused;
    const XmlElement root(reading.tree, 0);
    if (root.name() != "incidents") return notWaze();
    if (reading.mended) sink.decoded().addProblem(*reading.mended);
    for (const XmlElement incident : root.children("incident")) {
        const QString id =
            incident.attribute("id").empty() ? incident.child("id").qText() : incident.qAttribute("id");
        addIncident(
            id,
            [&](const char* name) {
                const QString own = incident.child(name).qText();
                return own.isEmpty() ? incident.child("location", name).qText() : own;
            },
            sink);
    }
    return std::nullopt;
}

/// What Waze gives to its partner cities: alerts, jams and irregularities, and the routes of a Traffic View.
class PartnerFeed {
public:
    PartnerFeed(element root, FactSink& sink) : m_sink(sink)
    {
        for (const char* name : {"endTimeMillis", "updateTime"}) {
            if (const auto at = millis(root, name); at && !m_updated) m_updated = at;
        }
    }

    void addAlert(element alert)
    {
        city::Event event = begin(alert, kindOf(textOf(alert, "type")));
        const QString subtype = textOf(alert, "subtype");
        event.title = localText(textOf(alert, "street"));
        QStringList lines;
        for (const char* name : {"subtype", "city", "reportDescription"}) {
            const QString text = textOf(alert, name);
            if (!text.isEmpty()) lines << text;
        }
        event.description = lines.join(QLatin1Char('\n'));
        if (event.title.isEmpty()) event.title = localText(subtype);
        if (const auto location = memberOf(alert, "location")) {
            const auto at = m_sink.position(QStringLiteral("location"), numberOf(*location, "x"),
                                            numberOf(*location, "y"));
            if (at) event.geometry.points.push_back(*at);
        }
        keep(std::move(event));
    }

    void addJam(element jam, const char* kind)
    {
        city::Event event = begin(jam, QString::fromLatin1(kind));
        event.title = localText(textOf(jam, "street"));
        event.geometry = line(jam);
        measure(event, jam, "level", "waze.jam-level", "1");
        measure(event, jam, "jamLevel", "waze.jam-level", "1");
        // Of a jam "speed" is in metres a second, of an irregularity in kilometres an hour.
        const bool irregular = memberOf(jam, "regularSpeed").has_value();
        if (memberOf(jam, "speedKMH"))
            measure(event, jam, "speedKMH", "road.speed", "km/h");
        else
            measure(event, jam, "speed", "road.speed", irregular ? "km/h" : "m/s");
        measure(event, jam, memberOf(jam, "delaySeconds") ? "delaySeconds" : "delay", "road.delay", "s");
        measure(event, jam, "length", "road.jam-length", "m");
        keep(std::move(event));
    }

    /// A watched route as a place of kind "road-route", with its travel time now and usually.
    void addRoute(element route)
    {
        const QString id = textOf(route, "id");
        m_sink.turnTo(QStringLiteral("id"), id);
        if (id.isEmpty())
            return m_sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
        city::Place place{{QStringLiteral("road-route"), id}, localText(textOf(route, "name")), {}, {}, {}};
        place.shape = line(route);
        if (!place.shape.isEmpty()) place.at = middleOf(place.shape);
        for (const char* detail : {"fromName", "toName", "type"}) {
            const QString text = textOf(route, detail);
            if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
        }
        const city::PlaceId where = place.id;
        m_sink.add(std::move(place));
        observe(where, route, "time", "road.travel-time", "s");
        observe(where, route, "historicTime", "road.travel-time.usual", "s");
        observe(where, route, "jamLevel", "waze.jam-level", "1");
    }

private:
    std::optional<city::Instant> millis(element owner, const char* name)
    {
        const auto number = numberOf(owner, name);
        if (!number || *number <= 0 || *number > 1e14) return std::nullopt;
        return m_sink.plausible(QString::fromLatin1(name),
                                city::Instant{city::Duration{static_cast<qint64>(*number)}});
    }

    city::Event begin(element record, const QString& kind)
    {
        city::Event event;
        for (const char* name : {"uuid", "id"}) {
            if (event.id.isEmpty()) event.id = textOf(record, name);
        }
        m_sink.turnTo(QStringLiteral("id"), event.id);
        event.kind = kind;
        event.begins = millis(record, "pubMillis");
        if (!event.begins) event.begins = millis(record, "detectionDateMillis");
        event.reportedAt = m_updated.value_or(event.begins.value_or(m_sink.context().receivedAt));
        return event;
    }

    void keep(city::Event event)
    {
        if (event.id.isEmpty())
            return m_sink.report(QStringLiteral("uuid"),
                                 QT_TRANSLATE_NOOP("Message", "the record has no id"));
        m_sink.add(std::move(event));
    }

    city::Geometry line(element record)
    {
        city::Geometry geometry;
        std::vector<city::LonLat> positions;
        forEachIn(record, "line", [&](element point) {
            const auto x = numberOf(point, "x");
            const auto y = numberOf(point, "y");
            if (x && y) positions.push_back({*x, *y});
        });
        if (positions.size() > 1) geometry.lines.push_back(std::move(positions));
        return m_sink.checked(QStringLiteral("line"), std::move(geometry));
    }

    /// -1 says that the road is closed, and no number.
    void measure(city::Event& event, element owner, const char* field, const char* quantity, const char* unit)
    {
        const auto number = numberOf(owner, field);
        if (number && *number >= 0)
            m_sink.measure(event, QString::fromLatin1(quantity), QString::fromLatin1(field), *number,
                           QString::fromLatin1(unit));
    }

    void observe(const city::PlaceId& place, element owner, const char* field, const char* quantity,
                 const char* unit)
    {
        const auto number = numberOf(owner, field);
        if (number && *number >= 0 && m_updated)
            m_sink.observe(place, QString::fromLatin1(quantity), QString::fromLatin1(field), *number,
                           QString::fromLatin1(unit), *m_updated);
    }

    FactSink& m_sink;
    std::optional<city::Instant> m_updated;
};

std::optional<city::Problem> readJson(const QByteArray& payload, FactSink& sink)
{
    const city::Result<JsonDocument> document = parseJson(payload, sink.context().feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const bool known = memberOf(root, "incidents") || memberOf(root, "alerts") || memberOf(root, "jams") ||
                       memberOf(root, "irregularities") || memberOf(root, "routes") ||
                       memberOf(root, "startTimeMillis");
    if (!known) return notWaze();
    if (document->problem) sink.decoded().addProblem(*document->problem);
    PartnerFeed feed(root, sink);
    forEachIn(root, "incidents", [&](element one) { addJsonIncident(one, sink); });
    forEachIn(root, "alerts", [&](element one) { feed.addAlert(one); });
    forEachIn(root, "jams", [&](element one) { feed.addJam(one, "jam"); });
    forEachIn(root, "routes", [&](element one) { feed.addRoute(one); });
    // In a Traffic View an irregularity is a route too, and a jam in the older feed.
    forEachIn(root, "irregularities", [&](element one) {
        if (memberOf(one, "historicTime"))
            feed.addRoute(one);
        else
            feed.addJam(one, "irregularity");
    });
    return std::nullopt;
}

} // namespace

city::Result<Decoded> decodeWaze(const QByteArray& payload, const DecodeContext& context)
{
    Decoded decoded;
    FactSink sink(context, decoded);
    auto refused = isJsonText(payload) ? readJson(payload, sink) : readCifsXml(payload, sink);
    if (refused) return std::move(*refused);
    sink.finish();
    return decoded;
}

} // namespace feeds
