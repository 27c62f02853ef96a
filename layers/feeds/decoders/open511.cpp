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
#include "layers/feeds/text/number.h"

namespace feeds {

namespace {

using simdjson::dom::element;

/// One event, whichever of the two forms of the standard it came in.
struct RoadEvent {
    QString id, headline, description, type, severity, status, roads;
    QStringList intervals; ///< Of the schedule, each "from/to".
    std::string from, to;  ///< Instead of intervals.
    std::string updated;
    city::Geometry geometry;
};

/// Open511's types, in the words of the other road formats.
QString kindOf(const QString& type)
{
    if (type == QLatin1String("CONSTRUCTION")) return QStringLiteral("roadworks");
    return type.isEmpty() ? QStringLiteral("road-event")
                          : type.toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
}

/// The end of an interval; a day without a time is the last of them.
std::optional<city::Instant> endOf(std::string_view text, FactSink& sink)
{
    auto end = sink.planned(QStringLiteral("schedule"), text);
    constexpr std::size_t onlyDate = 10;
    if (end && trimmed(text).size() == onlyDate) *end += std::chrono::hours{24};
    return end;
}

/// The interval that counts now or, failing that, next; the last one when all are over.
void setTimes(const RoadEvent& said, city::Event& event, FactSink& sink)
{
    if (said.intervals.isEmpty()) {
        event.begins = sink.planned(QStringLiteral("schedule"), said.from);
        event.ends = endOf(said.to, sink);
        return;
    }
    for (const QString& interval : said.intervals) {
        const QString to = interval.section(QLatin1Char('/'), 1);
        event.begins =
            sink.planned(QStringLiteral("schedule"), interval.section(QLatin1Char('/'), 0, 0).toStdString());
        event.ends = endOf(to.toStdString(), sink);
        if (!event.ends || *event.ends > sink.context().receivedAt) return;
    }
}

void addEvent(const RoadEvent& said, FactSink& sink)
{
    if (said.id.isEmpty())
        return sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    if (said.status.compare(QLatin1String("ARCHIVED"), Qt::CaseInsensitive) == 0) return; // is over
    city::Event event;
    event.id = said.id;
    event.kind = kindOf(said.type);
    event.title = localText(said.headline.isEmpty() ? said.roads : said.headline);
    QStringList lines;
    for (const QString& line : {said.roads, said.severity, said.description})
        if (!line.isEmpty()) lines << line;
    event.description = lines.join(QLatin1Char('\n'));
    setTimes(said, event, sink);
    event.reportedAt =
        sink.observed(QStringLiteral("updated"), said.updated).value_or(sink.context().receivedAt);
    event.geometry = sink.checked(QStringLiteral("geography"), said.geometry);
    sink.add(std::move(event));
}

QString road(const QString& name, const QString& from, const QString& to, const QString& direction)
{
    QString text = name;
    if (!from.isEmpty()) text += QStringLiteral(", ") + from;
    if (!to.isEmpty()) text += QStringLiteral(" \u2013 ") + to;
    if (!direction.isEmpty() && direction != QLatin1String("NONE")) text += QStringLiteral(", ") + direction;
    return text;
}

/// The schedule's intervals, or the first and last day of a recurring one.
void readSchedule(element owner, RoadEvent& event)
{
    const auto schedule = memberOf(owner, "schedule");
    if (!schedule) return;
    event.intervals = textsOf(*schedule, "intervals");
    if (!event.intervals.isEmpty()) return;
    std::optional<element> recurring = memberOf(*schedule, "recurring_schedules");
    element first;
    if (recurring && recurring->is_array() && !recurring->at(0).get(first)) recurring = first;
    // Older publishers put the list itself under "schedules", or the days beside it.
    forEachIn(*schedule, "schedules", [&](element one) {
        if (!recurring) recurring = one;
    });
    const element from = recurring.value_or(*schedule);
    event.from = viewOf(from, "start_date");
    event.to = viewOf(from, "end_date");
}

RoadEvent fromJson(element owner, FactSink& sink)
{
    RoadEvent event;
    event.id = textOf(owner, "id");
    if (event.id.isEmpty()) event.id = textOf(owner, "url");
    sink.turnTo(QStringLiteral("id"), event.id);
    event.headline = textOf(owner, "headline");
    event.description = textOf(owner, "description");
    event.type = textOf(owner, "event_type");
    event.severity = textOf(owner, "severity");
    event.status = textOf(owner, "status");
    event.updated = viewOf(owner, memberOf(owner, "updated") ? "updated" : "created");
    QStringList roads;
    forEachIn(owner, "roads", [&](element one) {
        roads << road(textOf(one, "name"), textOf(one, "from"), textOf(one, "to"), textOf(one, "direction"));
    });
    event.roads = roads.join(QLatin1Char('\n'));
    readSchedule(owner, event);
    if (const auto geography = memberOf(owner, "geography")) {
        city::Result<city::Geometry> read = geometryFromJson(*geography);
        if (read)
            event.geometry = std::move(read).value();
        else
            sink.report(QStringLiteral("geography"), read.problem().text);
    }
    return event;
}

RoadEvent fromXml(XmlElement owner, CrsTable& table, FactSink& sink)
{
    RoadEvent event;
    event.id = owner.child("id").qText();
    if (event.id.isEmpty()) {
        for (const XmlElement link : owner.children("link"))
            if (link.attribute("rel") == "self") event.id = link.qAttribute("href");
    }
    sink.turnTo(QStringLiteral("id"), event.id);
    event.headline = owner.child("headline").qText();
    event.description = owner.child("description").qText();
    event.type = owner.child("event_type").qText();
    event.severity = owner.child("severity").qText();
    event.status = owner.child("status").qText();
    event.updated = owner.child(owner.child("updated") ? "updated" : "created").text();
    QStringList roads;
    for (const XmlElement one : owner.child("roads").children("road"))
        roads << road(one.child("name").qText(), one.child("from").qText(), one.child("to").qText(),
                      one.child("direction").qText());
    event.roads = roads.join(QLatin1Char('\n'));
    const XmlElement schedule = owner.child("schedule");
    for (const XmlElement interval : schedule.allBelow("interval"))
        event.intervals << interval.qText();
    event.from = schedule.below("start_date").text();
    event.to = schedule.below("end_date").text();
    if (const XmlElement geography = owner.child("geography")) {
        // The standard's CRS, in its own order, where the geometry names none.
        city::Result<city::Geometry> read =
            geometryFromGml(geography, table, QStringLiteral("urn:ogc:def:crs:EPSG::4326"));
        if (read)
            event.geometry = std::move(read).value();
        else
            sink.report(QStringLiteral("geography"), read.problem().text);
    }
    return event;
}

city::Problem notOpen511()
{
    return {{}, {}, QT_TRANSLATE_NOOP("Message", "is not Open511: a list of \"events\" was expected")};
}

std::optional<city::Problem> readJson(const QByteArray& payload, FactSink& sink)
{
    const city::Result<JsonDocument> document = parseJson(payload, sink.context().feed.mapping.encoding);
    if (!document) return document.problem();
    const element root = document->root;
    const QStringList errors = textsOf(root, "errors");
    if (!memberOf(root, "events") && !errors.isEmpty())
        return city::Problem{{},
                             {},
                             {QT_TRANSLATE_NOOP("Message", "the service answers with an error: %1"),
                              {errors.join(QStringLiteral("; ")).left(200)}}};
    element events;
    if (!root.is_object() || root["events"].get(events)) return notOpen511(); // null: none
    if (document->problem) sink.decoded().addProblem(*document->problem);
    forEachIn(root, "events", [&](element event) { addEvent(fromJson(event, sink), sink); });
    if (const auto pages = memberOf(root, "pagination"))
        addFollow(sink.context().feed.request.url.resolved(QUrl(textOf(*pages, "next_url"))).toString(),
                  sink.decoded());
    return std::nullopt;
}

std::optional<city::Problem> readXmlEvents(const QByteArray& payload, FactSink& sink)
{
    const XmlReading reading = readXml(payload, sink.context().feed.mapping.encoding);
    if (reading.refused) return reading.refused;
    const XmlElement root(reading.tree, 0);
    if (root.name() != "open511" || !root.child("events")) return notOpen511();
    if (reading.mended) sink.decoded().addProblem(*reading.mended);
    CrsTable table;
    for (const XmlElement event : root.child("events").children("event"))
        addEvent(fromXml(event, table, sink), sink);
    const QUrl base = sink.context().feed.request.url.resolved(QUrl(root.qAttribute("base")));
    for (const XmlElement link : root.child("pagination").children("link"))
        if (link.attribute("rel") == "next")
            addFollow(base.resolved(QUrl(link.qAttribute("href"))).toString(), sink.decoded());
    return std::nullopt;
}

} // namespace

city::Result<Decoded> decodeOpen511(const QByteArray& payload, const DecodeContext& context)
{
    Decoded decoded;
    FactSink sink(context, decoded);
    auto refused = isJsonText(payload) ? readJson(payload, sink) : readXmlEvents(payload, sink);
    if (refused) return std::move(*refused);
    sink.finish();
    return decoded;
}

} // namespace feeds
