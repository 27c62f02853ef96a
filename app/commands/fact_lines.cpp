// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/fact_lines.h"

#include "app/commands/json_line.h"

namespace app {

namespace {

JsonLine lineOf(const char* type)
{
    JsonLine line;
    line.text("type", QString::fromLatin1(type));
    return line;
}

QByteArray placeLine(const city::Place& place)
{
    JsonLine line = lineOf("place");
    line.text("id", place.id.id);
    line.localText("name", place.name);
    line.text("kind", place.id.kind);
    if (place.at) {
        line.number("lon", place.at->lon);
        line.number("lat", place.at->lat);
    }
    if (!place.shape.isEmpty()) line.raw("geometry", geoJson(place.shape));
    line.map("details", place.details.toMap());
    return line.object();
}

QByteArray observationLine(const city::Observation& observation)
{
    JsonLine line = lineOf("observation");
    line.text("place", observation.place.id);
    line.text("quantity", observation.quantity);
    line.number("value", observation.value);
    line.text("unit", observation.unit);
    line.time("time", observation.observedAt);
    return line.object();
}

QByteArray pairs(const std::vector<QPair<QString, QString>>& values)
{
    QList<QByteArray> items;
    for (const auto& [name, value] : values)
        items << '[' + jsonText(name) + ',' + jsonText(value) + ']';
    return jsonList(items);
}

QByteArray areaObject(const city::AlertArea& area)
{
    JsonLine line;
    line.text("areaDesc", area.areaDesc);
    line.raw("geometry", geoJson(area.geometry));
    line.raw("geocodes", pairs(area.geocodes));
    return line.object();
}

QByteArray infoObject(const city::AlertInfo& info)
{
    JsonLine line;
    line.text("language", info.language);
    line.text("event", info.event);
    line.texts("category", info.category);
    line.text("urgency", info.urgency);
    line.text("severity", info.severity);
    line.text("certainty", info.certainty);
    if (!info.responseType.isEmpty()) line.texts("responseType", info.responseType);
    line.time("effective", info.effective);
    line.time("onset", info.onset);
    line.time("expires", info.expires);
    line.textUnlessEmpty("senderName", info.senderName);
    line.textUnlessEmpty("headline", info.headline);
    line.textUnlessEmpty("description", info.description);
    line.textUnlessEmpty("instruction", info.instruction);
    line.textUnlessEmpty("web", info.web);
    line.textUnlessEmpty("contact", info.contact);
    if (!info.eventCodes.empty()) line.raw("eventCodes", pairs(info.eventCodes));
    if (!info.parameters.empty()) line.raw("parameters", pairs(info.parameters));
    QList<QByteArray> areas;
    for (const city::AlertArea& area : info.areas)
        areas << areaObject(area);
    line.raw("areas", jsonList(areas));
    return line.object();
}

QByteArray alertLine(const city::Alert& alert)
{
    JsonLine line = lineOf("alert");
    line.text("identifier", alert.identifier);
    line.text("sender", alert.sender);
    line.time("sent", alert.sent);
    line.text("status", alert.status);
    line.text("msgType", alert.msgType);
    line.text("scope", alert.scope);
    line.textUnlessEmpty("source", alert.source);
    line.textUnlessEmpty("note", alert.note);
    line.textUnlessEmpty("restriction", alert.restriction);
    line.textUnlessEmpty("addresses", alert.addresses);
    line.textUnlessEmpty("incidents", alert.incidents);
    if (!alert.codes.isEmpty()) line.texts("codes", alert.codes);
    line.texts("references", alert.references);
    QList<QByteArray> infos;
    for (const city::AlertInfo& info : alert.infos)
        infos << infoObject(info);
    line.raw("infos", jsonList(infos));
    return line.object();
}

QByteArray eventLine(const city::Event& event)
{
    JsonLine line = lineOf("event");
    line.text("id", event.id);
    line.text("kind", event.kind);
    line.localText("title", event.title);
    line.textUnlessEmpty("description", event.description);
    line.raw("geometry", geoJson(event.geometry));
    line.time("begins", event.begins);
    line.time("ends", event.ends);
    QList<QByteArray> measures;
    for (const city::Observation& one : event.measures) {
        JsonLine measure;
        measure.text("quantity", one.quantity);
        measure.number("value", one.value);
        measure.text("unit", one.unit);
        measures << measure.object();
    }
    if (!measures.isEmpty()) line.raw("measures", jsonList(measures));
    return line.object();
}

QByteArray vehicleLine(const city::Vehicle& vehicle)
{
    JsonLine line = lineOf("vehicle");
    line.text("id", vehicle.id);
    line.text("kind", vehicle.kind);
    line.localText("label", vehicle.label);
    line.number("lon", vehicle.at.lon);
    line.number("lat", vehicle.at.lat);
    line.number("heading", vehicle.headingDegrees);
    line.number("speed", vehicle.speedKmh);
    line.time("time", vehicle.observedAt);
    line.map("details", vehicle.details.toMap());
    return line.object();
}

QByteArray linkLine(const QUrl& url)
{
    JsonLine line = lineOf("link");
    line.text("url", url.toString(QUrl::FullyEncoded));
    return line.object();
}

QByteArray problemLine(const city::Problem& problem)
{
    JsonLine line = lineOf("problem");
    line.text("record", problem.record);
    line.text("field", problem.field);
    line.text("text", problem.text.toString());
    return line.object();
}

QByteArray encodingLine(const feeds::TextEncoding& encoding)
{
    JsonLine line = lineOf("encoding");
    line.text("name", encoding.name);
    line.number("confidence", encoding.confidence);
    return line.object();
}

template<typename Facts, typename Line>
void writeAll(const Facts& facts, Line line, const std::function<void(const QByteArray&)>& write)
{
    for (const auto& fact : facts)
        write(line(fact));
}

} // namespace

void writeFactLines(const feeds::Decoded& decoded, const std::function<void(const QByteArray&)>& write)
{
    writeAll(decoded.places, placeLine, write);
    writeAll(decoded.observations, observationLine, write);
    writeAll(decoded.alerts, alertLine, write);
    writeAll(decoded.events, eventLine, write);
    writeAll(decoded.vehicles, vehicleLine, write);
    writeAll(decoded.follow, linkLine, write);
    writeAll(decoded.problems, problemLine, write);
    if (!decoded.encoding.name.isEmpty() && decoded.encoding.name != QLatin1String("UTF-8"))
        write(encodingLine(decoded.encoding));
    JsonLine summary = lineOf("summary");
    summary.number("places", static_cast<double>(decoded.places.size()));
    summary.number("observations", static_cast<double>(decoded.observations.size()));
    summary.number("alerts", static_cast<double>(decoded.alerts.size()));
    summary.number("events", static_cast<double>(decoded.events.size()));
    summary.number("vehicles", static_cast<double>(decoded.vehicles.size()));
    summary.number("problems", decoded.problemCount);
    write(summary.object());
}

} // namespace app
