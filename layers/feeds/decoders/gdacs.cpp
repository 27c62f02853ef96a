// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_json.h"
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/text/number.h"
#include "layers/feeds/time/time_pattern.h"

namespace feeds {

namespace {

using simdjson::dom::element;

QString kindOf(const QString& type)
{
    static const QHash<QString, QString> kinds{{QStringLiteral("EQ"), QStringLiteral("earthquake")},
                                               {QStringLiteral("TC"), QStringLiteral("cyclone")},
                                               {QStringLiteral("FL"), QStringLiteral("flood")},
                                               {QStringLiteral("DR"), QStringLiteral("drought")},
                                               {QStringLiteral("VO"), QStringLiteral("volcano")},
                                               {QStringLiteral("WF"), QStringLiteral("wildfire")},
                                               {QStringLiteral("TS"), QStringLiteral("tsunami")}};
    return kinds.value(type, type.isEmpty() ? QStringLiteral("disaster") : type.toLower());
}

/// Green, Orange and Red as 1, 2 and 3: GDACS's own order. It says how likely a country needs help from
/// abroad, and nothing of what it means for a city.
std::optional<double> levelOf(const QString& word)
{
    static const QStringList words{QStringLiteral("green"), QStringLiteral("orange"), QStringLiteral("red")};
    const qsizetype index = words.indexOf(word.toLower());
    return index < 0 ? std::nullopt : std::optional(static_cast<double>(index + 1));
}

void addLevel(city::Event& event, const QString& level, FactSink& sink)
{
    if (const auto number = levelOf(level))
        sink.measure(event, QStringLiteral("gdacs.level"), QStringLiteral("alertlevel"), *number,
                     QStringLiteral("1"));
    else if (!level.isEmpty())
        sink.report(QStringLiteral("alertlevel"),
                    {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a word of the standard"), {level.left(40)}});
}

void addSeverity(city::Event& event, const QString& unit, std::optional<double> value, FactSink& sink)
{
    if (!value) return;
    if (unit == QLatin1String("M"))
        sink.measure(event, QStringLiteral("quake.magnitude"), QStringLiteral("severity"), *value,
                     QStringLiteral("1"));
    if (unit == QLatin1String("km/h"))
        sink.measure(event, QStringLiteral("wind.speed"), QStringLiteral("severity"), *value,
                     QStringLiteral("km/h"));
}

void addItem(XmlElement item, FactSink& sink)
{
    const QString type = item.child("eventtype").qText();
    const QString number = item.child("eventid").qText();
    city::Event event;
    event.id = number.isEmpty() ? item.child("guid").qText() : type + number;
    sink.turnTo(QStringLiteral("eventid"), event.id);
    if (event.id.isEmpty())
        return sink.report(QStringLiteral("eventid"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    event.kind = kindOf(type);
    event.title = localText(item.child("title").qText());
    QStringList lines;
    for (const char* name : {"description", "severity", "population", "country"}) {
        const QString text = item.child(name).qText();
        if (!text.isEmpty() && !lines.contains(text)) lines << text;
    }
    event.description = lines.join(QLatin1Char('\n'));
    event.begins = sink.rfc1123(QStringLiteral("fromdate"), item.child("fromdate").text());
    event.ends = sink.rfc1123(QStringLiteral("todate"), item.child("todate").text());
    const XmlElement modified =
        item.child("datemodified") ? item.child("datemodified") : item.child("pubDate");
    event.reportedAt =
        sink.plausible(QStringLiteral("pubDate"), sink.rfc1123(QStringLiteral("pubDate"), modified.text()))
            .value_or(sink.context().receivedAt);
    std::optional<double> lon = item.child("Point", "long").number();
    std::optional<double> lat = item.child("Point", "lat").number();
    const std::string_view point = item.child("point").text(); // georss: "lat lon"
    const std::size_t blank = point.find_first_of(" \t\n");
    if ((!lon || !lat) && blank != std::string_view::npos) {
        lat = toNumber(point.substr(0, blank));
        lon = toNumber(point.substr(blank));
    }
    if (const auto at = sink.position(QStringLiteral("Point"), lon, lat))
        event.geometry.points.push_back(*at);
    addLevel(event, item.child("alertlevel").qText(), sink);
    const XmlElement severity = item.child("severity");
    addSeverity(event, severity.qAttribute("unit"), toNumber(severity.attribute("value")), sink);
    sink.add(std::move(event));
}

/// A time of the GeoJSON: UTC, and not said so.
std::string utc(element properties, const char* name)
{
    std::string time(viewOf(properties, name));
    const auto reading = readIso(time);
    if (reading && !reading->offsetMinutes) time.push_back('Z');
    return time;
}

/// GDACS's own GeoJSON of the same events.
void addFeature(element feature, FactSink& sink)
{
    const auto stated = memberOf(feature, "properties");
    if (!stated) return;
    const element properties = *stated;
    const QString type = textOf(properties, "eventtype");
    city::Event event;
    event.id = textOf(properties, "eventid").isEmpty() ? QString() : type + textOf(properties, "eventid");
    sink.turnTo(QStringLiteral("eventid"), event.id);
    if (event.id.isEmpty())
        return sink.report(QStringLiteral("eventid"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    event.kind = kindOf(type);
    const QString name = textOf(properties, "name");
    event.title = localText(name.isEmpty() ? textOf(properties, "description") : name);
    event.description = textOf(properties, "description");
    event.begins = sink.planned(QStringLiteral("fromdate"), utc(properties, "fromdate"));
    event.ends = sink.planned(QStringLiteral("todate"), utc(properties, "todate"));
    event.reportedAt = sink.observed(QStringLiteral("datemodified"), utc(properties, "datemodified"))
                           .value_or(sink.context().receivedAt);
    if (const auto geometry = memberOf(feature, "geometry")) {
        city::Result<city::Geometry> read = geometryFromJson(*geometry);
        if (read) event.geometry = sink.checked(QStringLiteral("geometry"), std::move(read).value());
    }
    addLevel(event, textOf(properties, "alertlevel"), sink);
    if (const auto severity = memberOf(properties, "severitydata"))
        addSeverity(event, textOf(*severity, "severityunit"), numberOf(*severity, "severity"), sink);
    sink.add(std::move(event));
}

city::Problem notGdacs()
{
    return {{}, {}, QT_TRANSLATE_NOOP("Message", "is no list of events of GDACS")};
}

std::optional<city::Problem> readJson(const QByteArray& payload, FactSink& sink)
{
    const city::Result<JsonDocument> document = parseJson(payload, sink.context().feed.mapping.encoding);
    if (!document) return document.problem();
    if (!memberOf(document->root, "features")) return notGdacs();
    if (document->problem) sink.decoded().addProblem(*document->problem);
    forEachIn(document->root, "features", [&](element feature) { addFeature(feature, sink); });
    return std::nullopt;
}

std::optional<city::Problem> readRss(const QByteArray& payload, FactSink& sink)
{
    const XmlReading reading = readXml(payload, sink.context().feed.mapping.encoding);
    if (reading.refused) return reading.refused;
    const XmlElement root(reading.tree, 0);
    if (root.name() != "rss" || !root.child("channel")) return notGdacs();
    if (reading.mended) sink.decoded().addProblem(*reading.mended);
    for (const XmlElement item : root.child("channel").children("item"))
        addItem(item, sink);
    return std::nullopt;
}

} // namespace

city::Result<Decoded> decodeGdacs(const QByteArray& payload, const DecodeContext& context)
{
    Decoded decoded;
    FactSink sink(context, decoded, FactSink::Area::World);
    auto refused = isJsonText(payload) ? readJson(payload, sink) : readRss(payload, sink);
    if (refused) return std::move(*refused);
    return decoded;
}

} // namespace feeds
