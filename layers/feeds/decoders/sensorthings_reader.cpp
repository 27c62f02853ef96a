// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/sensorthings_reader.h"

#include "layers/feeds/decoders/cap_index.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/decoders/sensor_words.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/text/number.h"

#include <QRegularExpression>

namespace feeds {

namespace {

using simdjson::dom::element;

/// A publisher's own station id outlives the numbers of the server, which are given anew when it is refilled.
QString idOf(element thing)
{
    const auto properties = memberOf(thing, "properties");
    for (const char* name : {"stationID", "stationId", "station_id"}) {
        const QString own = properties ? textOf(*properties, name) : QString();
        if (!own.isEmpty()) return own;
    }
    const QString id = textOf(thing, "@iot.id");
    return id.isEmpty() ? textOf(thing, "name") : id;
}

/// The geometry in a Location (a geometry or a feature) or in observedArea.
std::optional<city::Geometry> geometryIn(element owner, const char* name, FactSink& sink)
{
    const auto stated = memberOf(owner, name);
    if (!stated) return std::nullopt;
    const auto inner = memberOf(*stated, "geometry");
    city::Result<city::Geometry> read = geometryFromJson(inner ? *inner : *stated);
    if (read) return std::move(read).value();
    sink.report(QString::fromLatin1(name), read.problem().text);
    return std::nullopt;
}

void setGeometry(city::Place& place, city::Geometry shape, FactSink& sink)
{
    shape = sink.checked(QStringLiteral("location"), std::move(shape));
    if (shape.isEmpty()) return;
    const city::LonLat at = middleOf(shape);
    if (at.lon == 0 && at.lat == 0) return;
    place.at = at;
    const bool single = shape.points.size() == 1 && shape.lines.empty() && shape.polygons.empty();
    if (!single) place.shape = std::move(shape);
}

void addDetails(city::Place& place, element owner)
{
    const auto properties = memberOf(owner, "properties");
    if (!properties) return;
    forEachMember(*properties, [&](std::string_view name, element value) {
        const QString text = shownText(value);
        if (!text.isEmpty()) place.details.insert(toQString(name), text);
    });
}

QString unitOf(element stated)
{
    return ucumOf(textOf(stated, "symbol"), textOf(stated, "name"));
}

/// "a/b" is the time to b; "a" is a.
std::string_view endOf(std::string_view interval)
{
    const std::size_t slash = interval.rfind('/');
    return slash == std::string_view::npos ? interval : interval.substr(slash + 1);
}

} // namespace

void SensorThingsReader::addOnce(city::Place place)
{
    if (m_places.contains(place.id)) return;
    m_places.insert(place.id);
    m_sink.add(std::move(place));
}

bool SensorThingsReader::read(element entity)
{
    if (!entity.is_object()) return false;
    const QString id = textOf(entity, "@iot.id");
    m_sink.turnTo(QStringLiteral("@iot.id"), id);
    if (id.isEmpty() && memberOf(entity, "url")) return false; // a set of entities, listed by the service
    if (memberOf(entity, "result")) {
        readObservation(entity, nullptr);
    } else if (memberOf(entity, "unitOfMeasurement") || memberOf(entity, "unitOfMeasurements") ||
               memberOf(entity, "observationType")) {
        readDatastream(entity, nullptr);
    } else if (memberOf(entity, "location")) { // a Location; its Things are where it is
        forEachIn(entity, "Things", [&](element thing) { readThing(thing, &entity); });
        if (!memberOf(entity, "Things")) {
            city::Place place{
                {QStringLiteral("sensor-location"), id}, localText(textOf(entity, "name")), {}, {}, {}};
            if (auto shape = geometryIn(entity, "location", m_sink)) setGeometry(place, std::move(*shape), m_sink);
            if (!id.isEmpty()) addOnce(std::move(place));
        }
    } else if (memberOf(entity, "name") || memberOf(entity, "Locations") || memberOf(entity, "Datastreams")) {
        // Sensors and ObservedProperties have names too, and describe nothing of the city.
        if (!memberOf(entity, "definition") && !memberOf(entity, "metadata") && !memberOf(entity, "feature"))
            readThing(entity);
    } else {
        return false;
    }
    return true;
}

city::PlaceId SensorThingsReader::readThing(element thing, const element* around)
{
    city::Place place{{QStringLiteral("sensor"), idOf(thing)}, localText(textOf(thing, "name")), {}, {}, {}};
    const city::PlaceId id = place.id;
    forEachIn(thing, "Locations", [&](element location) {
        if (place.at) return; // the first, which is the one of now
        if (auto shape = geometryIn(location, "location", m_sink)) setGeometry(place, std::move(*shape), m_sink);
    });
    if (around && !place.at) {
        if (auto shape = geometryIn(*around, "location", m_sink)) setGeometry(place, std::move(*shape), m_sink);
    }
    addDetails(place, thing);
    if (id.id.isEmpty()) {
        m_sink.report(QStringLiteral("@iot.id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
        return id;
    }
    addOnce(std::move(place));
    for (const char* name : {"Datastreams", "MultiDatastreams"})
        forEachIn(thing, name, [&](element datastream) { readDatastream(datastream, &id); });
    addFollow(textOf(thing, "Datastreams@iot.nextLink"), m_sink.decoded());
    return id;
}

SensorThingsReader::Series SensorThingsReader::seriesOf(element datastream, const city::PlaceId* thing)
{
    Series series;
    if (thing) series.place = *thing;
    const QString name = textOf(datastream, "name");
    const auto property = memberOf(datastream, "ObservedProperty");
    const auto add = [&](const QString& named, const std::optional<element>& stated) {
        const QString unit = stated ? unitOf(*stated) : QString();
        const QString quantity = quantityOf(named, unit);
        series.parts.push_back({quantity.isEmpty() ? QStringLiteral("result") : quantity, unit}); // MQTT gives no more than an id
    };
    if (const auto units = memberOf(datastream, "unitOfMeasurements")) {
        series.combined = true;
        QStringList names;
        forEachIn(datastream, "ObservedProperties", [&](element one) { names << textOf(one, "name"); });
        forEachIn(datastream, "unitOfMeasurements", [&](element unit) {
            const auto index = static_cast<qsizetype>(series.parts.size());
            add(index < names.size() ? names[index] : QStringLiteral("%1-%2").arg(name).arg(index + 1), unit);
        });
    } else {
        const QString stated = property ? textOf(*property, "name") : name;
        const auto unit = memberOf(datastream, "unitOfMeasurement");
        add(stated.isEmpty() ? name : stated, unit);
    }
    return series;
}

void SensorThingsReader::readDatastream(element datastream, const city::PlaceId* thing)
{
    city::PlaceId owner;
    const auto stated = memberOf(datastream, "Thing");
    if (thing) {
        owner = *thing;
    } else if (stated && stated->is_object()) {
        owner = readThing(*stated);
    } else {
        city::Place place{{QStringLiteral("sensor-datastream"), textOf(datastream, "@iot.id")},
                          localText(textOf(datastream, "name")),
                          {},
                          {},
                          {}};
        if (auto area = geometryIn(datastream, "observedArea", m_sink)) setGeometry(place, std::move(*area), m_sink);
        const QString description = textOf(datastream, "description");
        if (!description.isEmpty()) place.details.insert(QStringLiteral("description"), description);
        const auto unit = memberOf(datastream, "unitOfMeasurement");
        if (unit) place.details.insert(QStringLiteral("unit"), unitOf(*unit));
        owner = place.id;
        if (owner.id.isEmpty())
            return m_sink.report(QStringLiteral("@iot.id"),
                                 QT_TRANSLATE_NOOP("Message", "the record has no id"));
        addOnce(std::move(place));
    }
    const Series series = seriesOf(datastream, &owner);
    forEachIn(datastream, "Observations", [&](element one) { readObservation(one, &series); });
}

/// Observations without their Datastream: of the one the address names, or else of the feed itself.
SensorThingsReader::Series SensorThingsReader::seriesByAddress(element observation)
{
    static const QRegularExpression form(QStringLiteral("Datastreams\\(('?)([^)']+)\\1\\)"));
    Series series;
    const QUrl& url = m_sink.context().feed.request.url;
    const auto datastream = memberOf(observation, "Datastream");
    QString id = datastream ? textOf(*datastream, "@iot.id") : QString();
    if (id.isEmpty()) id = form.match(textOf(observation, "Datastream@iot.navigationLink")).captured(2);
    if (id.isEmpty()) id = form.match(url.path()).captured(2);
    series.place = {QStringLiteral("sensor-datastream"), id.isEmpty() ? m_sink.context().feed.id : id};
    series.parts.push_back({QStringLiteral("result"), QString()});
    return series;
}

void SensorThingsReader::readObservation(element observation, const Series* around)
{
    Series series;
    if (around) {
        series = *around;
    } else {
        auto datastream = memberOf(observation, "Datastream");
        if (!datastream) datastream = memberOf(observation, "MultiDatastream");
        if (datastream && datastream->is_object()) {
            const auto thing = memberOf(*datastream, "Thing");
            city::PlaceId owner{QStringLiteral("sensor-datastream"), textOf(*datastream, "@iot.id")};
            if (thing && thing->is_object())
                owner = readThing(*thing);
            else
                readDatastream(*datastream, nullptr);
            series = seriesOf(*datastream, &owner);
        } else {
            series = seriesByAddress(observation);
        }
    }
    if (const auto result = memberOf(observation, "result"))
        observe(series, *result, viewOf(observation, "phenomenonTime"), viewOf(observation, "resultTime"));
}

void SensorThingsReader::observe(const Series& series, element result, std::string_view phenomenonTime,
                                 std::string_view resultTime)
{
    const auto at = phenomenonTime.empty()
                        ? m_sink.observed(QStringLiteral("resultTime"), resultTime)
                        : m_sink.observed(QStringLiteral("phenomenonTime"), endOf(phenomenonTime));
    if (!at) return;
    const auto one = [&](const Series::Part& part, element value) {
        const auto number = numberOf(value);
        if (number)
            return m_sink.observe(series.place, part.quantity, QStringLiteral("result"), *number, part.unit,
                                  *at);
        std::string_view text;
        const bool silent = value.is_null() || (!value.get(text) && saysNothing(text)) || value.is_bool();
        if (!silent)
            m_sink.report(QStringLiteral("result"), {QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"),
                                                     {shownText(value).left(40)}});
    };
    simdjson::dom::array list;
    if (!series.combined || result.get(list)) {
        if (!series.parts.empty()) one(series.parts.front(), result);
        return;
    }
    std::size_t index = 0;
    for (const element value : list) {
        if (index < series.parts.size()) one(series.parts[index], value);
        ++index;
    }
}

void SensorThingsReader::readDataArray(element group)
{
    const Series series = seriesByAddress(group);
    const QStringList names = textsOf(group, "components");
    const qsizetype result = names.indexOf(QStringLiteral("result"));
    const qsizetype time = names.indexOf(QStringLiteral("phenomenonTime"));
    const qsizetype resultTime = names.indexOf(QStringLiteral("resultTime"));
    if (result < 0)
        return m_sink.report(QStringLiteral("components"),
                             QT_TRANSLATE_NOOP("Message", "names no result, without it there is no value"));
    forEachIn(group, "dataArray", [&](element row) {
        const auto view = [&](qsizetype column) {
            std::string_view text;
            element cell;
            const bool there = column >= 0 && !row.at(static_cast<std::size_t>(column)).get(cell);
            return there && !cell.get(text) ? text : std::string_view();
        };
        element value;
        m_sink.turnTo(QStringLiteral("dataArray"), QString());
        if (!row.is_array() || row.at(static_cast<std::size_t>(result)).get(value))
            return m_sink.report(QStringLiteral("dataArray"),
                                 QT_TRANSLATE_NOOP("Message", "has fewer values than columns"));
        observe(series, value, view(time), view(resultTime));
    });
}

} // namespace feeds
