// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/fact_json.h"

#include "layers/history/json_fields.h"
#include "layers/history/told.h"

#include <algorithm>

namespace history {

namespace {

QJsonObject jsonOf(const city::AlertInfo& info);
QJsonObject jsonOf(const city::Alert& alert);
QJsonObject jsonOf(const city::Observation& measure);
QJsonObject jsonOf(const city::Event& event);
QJsonObject jsonOf(const city::Vehicle& vehicle);
void read(const QJsonObject& json, city::AlertInfo& info);
void read(const QJsonObject& json, city::Alert& alert);
void read(const QJsonObject& json, city::Observation& measure);
void read(const QJsonObject& json, city::Event& event);
void read(const QJsonObject& json, city::Vehicle& vehicle);

QJsonObject jsonOf(const city::Place& place)
{
    QJsonObject json;
    put(json, "kind", place.id.kind);
    put(json, "id", place.id.id);
    put(json, "name", place.name);
    if (place.at) json.insert(QLatin1String("at"), position(*place.at));
    put(json, "shape", place.shape);
    put(json, "details", place.details);
    return json;
}

void read(const QJsonObject& json, city::Place& place)
{
    place = {{text(json, "kind"), text(json, "id")}, localText(json, "name"), position(json.value(QLatin1String("at"))),
             geometry(json, "shape"), textMap(json, "details")};
}

QJsonObject jsonOf(const city::AlertArea& area)
{
    QJsonObject json;
    put(json, "areaDesc", area.areaDesc);
    put(json, "geometry", area.geometry);
    put(json, "geocodes", area.geocodes);
    return json;
}

void read(const QJsonObject& json, city::AlertArea& area)
{
    area = {text(json, "areaDesc"), geometry(json, "geometry"), pairs(json, "geocodes")};
}

template<typename Fact> QJsonArray arrayOf(const std::vector<Fact>& facts)
{
    QJsonArray json;
    for (const Fact& fact : facts)
        json.append(jsonOf(fact));
    return json;
}

template<typename Fact> void readAll(const QJsonArray& json, std::vector<Fact>& facts)
{
    facts.reserve(static_cast<std::size_t>(json.size()));
    for (const QJsonValue& one : json) {
        if (!one.isObject()) continue;
        Fact fact;
        read(one.toObject(), fact);
        facts.push_back(std::move(fact));
    }
}

QJsonObject jsonOf(const city::AlertInfo& info)
{
    QJsonObject json;
    put(json, "language", info.language);
    put(json, "event", info.event);
    put(json, "category", info.category);
    put(json, "urgency", info.urgency);
    put(json, "severity", info.severity);
    put(json, "certainty", info.certainty);
    put(json, "responseType", info.responseType);
    put(json, "effective", info.effective);
    put(json, "onset", info.onset);
    put(json, "expires", info.expires);
    put(json, "senderName", info.senderName);
    put(json, "headline", info.headline);
    put(json, "description", info.description);
    put(json, "instruction", info.instruction);
    put(json, "web", info.web);
    put(json, "contact", info.contact);
    put(json, "eventCodes", info.eventCodes);
    put(json, "parameters", info.parameters);
    if (!info.areas.empty()) json.insert(QLatin1String("areas"), arrayOf(info.areas));
    return json;
}

void read(const QJsonObject& json, city::AlertInfo& info)
{
    info.language = text(json, "language");
    info.event = text(json, "event");
    info.category = texts(json, "category");
    info.urgency = text(json, "urgency");
    info.severity = text(json, "severity");
    info.certainty = text(json, "certainty");
    info.responseType = texts(json, "responseType");
    info.effective = instant(json, "effective");
    info.onset = instant(json, "onset");
    info.expires = instant(json, "expires");
    info.senderName = text(json, "senderName");
    info.headline = text(json, "headline");
    info.description = text(json, "description");
    info.instruction = text(json, "instruction");
    info.web = text(json, "web");
    info.contact = text(json, "contact");
    info.eventCodes = pairs(json, "eventCodes");
    info.parameters = pairs(json, "parameters");
    readAll(json.value(QLatin1String("areas")).toArray(), info.areas);
}

/// As Alert::Signature has them.
const QStringList& signatureWords()
{
    static const QStringList words{QString(), QStringLiteral("unknown-key"), QStringLiteral("valid"), QStringLiteral("invalid")};
    return words;
}

QJsonObject jsonOf(const city::Alert& alert)
{
    QJsonObject json;
    put(json, "identifier", alert.identifier);
    put(json, "sender", alert.sender);
    json.insert(QLatin1String("sent"), stampOf(alert.sent));
    put(json, "status", alert.status);
    put(json, "msgType", alert.msgType);
    put(json, "scope", alert.scope);
    put(json, "source", alert.source);
    put(json, "note", alert.note);
    put(json, "restriction", alert.restriction);
    put(json, "addresses", alert.addresses);
    put(json, "incidents", alert.incidents);
    put(json, "codes", alert.codes);
    put(json, "references", alert.references);
    json.insert(QLatin1String("infos"), arrayOf(alert.infos));
    if (alert.signature != city::Alert::Signature::None) json.insert(QLatin1String("signature"), signatureWords().value(static_cast<qsizetype>(alert.signature)));
    put(json, "signedBy", alert.signedBy);
    return json;
}

void read(const QJsonObject& json, city::Alert& alert)
{
    alert.identifier = text(json, "identifier");
    alert.sender = text(json, "sender");
    alert.sent = instant(json, "sent").value_or(city::Instant());
    alert.status = text(json, "status");
    alert.msgType = text(json, "msgType");
    alert.scope = text(json, "scope");
    alert.source = text(json, "source");
    alert.note = text(json, "note");
    alert.restriction = text(json, "restriction");
    alert.addresses = text(json, "addresses");
    alert.incidents = text(json, "incidents");
    alert.codes = texts(json, "codes");
    alert.references = texts(json, "references");
    alert.signature = static_cast<city::Alert::Signature>(std::max<qsizetype>(0, signatureWords().indexOf(text(json, "signature"))));
    alert.signedBy = text(json, "signedBy");
    readAll(json.value(QLatin1String("infos")).toArray(), alert.infos);
}

QJsonObject jsonOf(const city::Observation& measure)
{
    QJsonObject json;
    put(json, "quantity", measure.quantity);
    json.insert(QLatin1String("value"), measure.value);
    put(json, "unit", measure.unit);
    json.insert(QLatin1String("observedAt"), stampOf(measure.observedAt));
    json.insert(QLatin1String("receivedAt"), stampOf(measure.receivedAt));
    return json;
}

void read(const QJsonObject& json, city::Observation& measure)
{
    measure.quantity = text(json, "quantity");
    measure.value = number(json, "value").value_or(0);
    measure.unit = text(json, "unit");
    measure.observedAt = instant(json, "observedAt").value_or(city::Instant());
    measure.receivedAt = instant(json, "receivedAt").value_or(city::Instant());
}

QJsonObject jsonOf(const city::Event& event)
{
    QJsonObject json;
    put(json, "id", event.id);
    put(json, "kind", event.kind);
    put(json, "title", event.title);
    put(json, "description", event.description);
    put(json, "geometry", event.geometry);
    put(json, "begins", event.begins);
    put(json, "ends", event.ends);
    json.insert(QLatin1String("reportedAt"), stampOf(event.reportedAt));
    if (!event.measures.empty()) json.insert(QLatin1String("measures"), arrayOf(event.measures));
    return json;
}

void read(const QJsonObject& json, city::Event& event)
{
    event.id = text(json, "id");
    event.kind = text(json, "kind");
    event.title = localText(json, "title");
    event.description = text(json, "description");
    event.geometry = geometry(json, "geometry");
    event.begins = instant(json, "begins");
    event.ends = instant(json, "ends");
    event.reportedAt = instant(json, "reportedAt").value_or(city::Instant());
    readAll(json.value(QLatin1String("measures")).toArray(), event.measures);
}

QJsonObject jsonOf(const city::Vehicle& vehicle)
{
    QJsonObject json;
    put(json, "id", vehicle.id);
    put(json, "kind", vehicle.kind);
    put(json, "label", vehicle.label);
    json.insert(QLatin1String("at"), position(vehicle.at));
    put(json, "heading", vehicle.headingDegrees);
    put(json, "speed", vehicle.speedKmh);
    json.insert(QLatin1String("observedAt"), stampOf(vehicle.observedAt));
    put(json, "details", vehicle.details);
    return json;
}

void read(const QJsonObject& json, city::Vehicle& vehicle)
{
    vehicle.id = text(json, "id");
    vehicle.kind = text(json, "kind");
    vehicle.label = localText(json, "label");
    vehicle.at = position(json.value(QLatin1String("at"))).value_or(city::LonLat());
    vehicle.headingDegrees = number(json, "heading");
    vehicle.speedKmh = number(json, "speed");
    vehicle.observedAt = instant(json, "observedAt").value_or(city::Instant());
    vehicle.details = textMap(json, "details");
}

QJsonArray jsonOf(const std::vector<city::Problem>& problems)
{
    QJsonArray json;
    for (const city::Problem& problem : problems) {
        QJsonObject one;
        put(one, "problem", problem);
        json.append(one.value(QLatin1String("problem")));
    }
    return json;
}

void read(const QJsonValue& json, std::vector<city::Problem>& problems)
{
    problems.clear();
    const QJsonArray all = json.toArray();
    for (const QJsonValue& one : all)
        problems.push_back(problem(one.toObject()));
}

} // namespace

QJsonArray toJson(const std::vector<city::Place>& places)
{
    return arrayOf(places);
}

QJsonArray toJson(const std::vector<city::Alert>& alerts)
{
    return arrayOf(alerts);
}

QJsonArray toJson(const std::vector<city::Event>& events)
{
    return arrayOf(events);
}

QJsonArray toJson(const std::vector<city::Vehicle>& vehicles)
{
    return arrayOf(vehicles);
}

void fromJson(const QJsonArray& json, std::vector<city::Place>& places)
{
    readAll(json, places);
}

void fromJson(const QJsonArray& json, std::vector<city::Alert>& alerts)
{
    readAll(json, alerts);
}

void fromJson(const QJsonArray& json, std::vector<city::Event>& events)
{
    readAll(json, events);
}

void fromJson(const QJsonArray& json, std::vector<city::Vehicle>& vehicles)
{
    readAll(json, vehicles);
}

size_t hashOf(const std::vector<city::Place>& places)
{
    size_t hash = places.size();
    const auto mixTexts = [&hash](const auto& texts) {
        for (auto one = texts.cbegin(); one != texts.cend(); ++one)
            hash = qHashMulti(hash, one.key(), one.value());
    };
    const auto mixLine = [&hash](const std::vector<city::LonLat>& line) {
        for (const city::LonLat at : line)
            hash = qHashMulti(hash, at.lon, at.lat);
    };
    for (const city::Place& place : places) {
        hash = qHashMulti(hash, place.id.kind, place.id.id);
        mixTexts(place.name.all());
        mixTexts(place.details);
        if (place.at) hash = qHashMulti(hash, place.at->lon, place.at->lat);
        mixLine(place.shape.points);
        for (const auto& line : place.shape.lines)
            mixLine(line);
        for (const auto& polygon : place.shape.polygons) {
            for (const auto& ring : polygon.rings)
                mixLine(ring);
        }
    }
    return hash;
}

QJsonObject toJson(const city::FeedState& state)
{
    QJsonObject json;
    if (state.failure) put(json, "failure", *state.failure);
    if (!state.problems.empty()) json.insert(QLatin1String("problems"), jsonOf(state.problems));
    json.insert(QLatin1String("problemCount"), state.problemCount);
    json.insert(QLatin1String("recordCount"), state.recordCount);
    return json;
}

void fromJson(const QJsonObject& json, city::FeedState& state)
{
    state.failure.reset();
    if (json.contains(QLatin1String("failure"))) state.failure = problem(json.value(QLatin1String("failure")).toObject());
    read(json.value(QLatin1String("problems")), state.problems);
    state.problemCount = json.value(QLatin1String("problemCount")).toInt();
    state.recordCount = json.value(QLatin1String("recordCount")).toInt();
}

} // namespace history
