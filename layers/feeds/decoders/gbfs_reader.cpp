// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gbfs_reader.h"

#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/json_values.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/mapping/position.h"
#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

using simdjson::dom::element;
using namespace std::chrono_literals;

constexpr city::Instant ancient{std::chrono::sys_days{std::chrono::year{1990} / 1 / 1}};

} // namespace

/// The members of a station's status, found in one pass: each search for one would go through all of them.
class GbfsReader::StatusFields {
public:
    enum Name { Bikes, Vehicles, Docks, DocksByType, Installed, Renting, Returning, Reported, Latitude };

    explicit StatusFields(element station)
    {
        simdjson::dom::object members;
        if (station.get(members)) return;
        for (const auto member : members) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (member.key != names[i]) continue;
                m_values[i] = member.value;
                m_any = m_any || i != Latitude;
            }
        }
    }

    /// Whether it is a status at all.
    bool any() const { return m_any; }
    bool has(Name name) const { return m_values[name].has_value(); }
    /// Nothing for null too.
    std::optional<element> value(Name name) const
    {
        return m_values[name] && !m_values[name]->is_null() ? m_values[name] : std::nullopt;
    }
    /// Whether a flag is there and says no.
    bool isNo(Name name, element station) const
    {
        bool flag = false;
        if (!m_values[name]) return false;
        return m_values[name]->get(flag) ? flagOf(station, names[name]) == false : !flag;
    }

    static constexpr std::array<const char*, 9> keys{"num_bikes_available", "num_vehicles_available",
                                                     "num_docks_available", "vehicle_docks_available",
                                                     "is_installed",        "is_renting",
                                                     "is_returning",        "last_reported",
                                                     "lat"};

private:
    static constexpr std::array<std::string_view, 9> names{keys[0], keys[1], keys[2], keys[3], keys[4],
                                                           keys[5], keys[6], keys[7], keys[8]};
    std::array<std::optional<element>, 9> m_values;
    bool m_any = false;
};

city::LocalText textsByLanguage(element owner, const char* name)
{
    city::LocalText texts;
    const QString plain = textOf(owner, name);
    if (!plain.isEmpty()) texts.set({}, plain);
    simdjson::dom::array list;
    if (owner[name].get(list)) return texts;
    for (const element one : list) {
        if (!one.is_object()) continue;
        const QString text = textOf(one, "text");
        if (!text.isEmpty()) texts.set(languageName(textOf(one, "language")), text);
    }
    return texts;
}

GbfsReader::GbfsReader(element root, const DecodeContext& context, Decoded& decoded)
    : m_context(context), m_decoded(decoded),
      m_times({QStringLiteral("iso8601"), QStringLiteral("unix-s")}, QTimeZone::utc())
{
    m_lastUpdated = readTime(root, "last_updated");
}

void GbfsReader::report(const char* field, city::Message text)
{
    m_decoded.addProblem({m_record.toString(), QString::fromLatin1(field), std::move(text)});
}

std::optional<city::Instant> GbfsReader::statedTime(element value)
{
    std::string_view text;
    double number = 0;
    if (!value.get(text)) {
        const auto written = toNumber(text);
        if (!written) return m_times.read(text);
        number = *written;
    } else if (value.get(number)) {
        return std::nullopt;
    }
    if (std::abs(number) > 1e14) return std::nullopt;
    // Seconds by the standard; what would be thousands of years ahead is milliseconds.
    const double milliseconds = std::abs(number) < 1e11 ? number * 1000 : number;
    return city::Instant{city::Duration{std::llround(milliseconds)}};
}

std::optional<city::Instant> GbfsReader::readTime(element owner, const char* name)
{
    const auto value = memberOf(owner, name);
    // 0, -1 and "" are how many systems say that they do not know.
    if (!value || numberOf(*value).value_or(1) <= 0 || (value->is_string() && saysNothing(viewOf(owner, name))))
        return std::nullopt;
    const auto at = statedTime(*value);
    if (at && *at >= ancient && *at <= m_context.receivedAt + 24h) return at;
    report(name,
           at ? city::Message(QT_TRANSLATE_NOOP("Message", "the time %1 cannot be true"), {city::toIso(*at)})
              : city::Message(QT_TRANSLATE_NOOP("Message", "is no date and time")));
    return std::nullopt;
}

std::optional<city::Instant> GbfsReader::soundTime(element value)
{
    double seconds = 0;
    if (value.get(seconds) || seconds <= 0) return std::nullopt;
    const auto at = statedTime(value);
    return at && *at >= ancient && *at <= m_context.receivedAt + 24h ? at : std::nullopt;
}

std::optional<city::Instant> GbfsReader::timeOf(element item)
{
    const auto stated = memberOf(item, "last_reported");
    if (!stated) return m_lastUpdated;
    if (const auto sound = soundTime(*stated)) return sound;
    const int problems = m_decoded.problemCount;
    const auto own = readTime(item, "last_reported");
    if (own || m_decoded.problemCount > problems)
        return own; // a time that is wrong is not replaced by a fresher one
    return m_lastUpdated;
}

bool GbfsReader::begin(element item, const char* idName, QString& id)
{
    ++m_record.number;
    if (m_record.idField != QLatin1String(idName)) m_record.idField = QString::fromLatin1(idName);
    id = item.is_object() ? textOf(item, idName) : QString();
    m_record.id = id;
    if (!id.isEmpty()) return true;
    report(idName, QT_TRANSLATE_NOOP("Message", "the record has no id"));
    return false;
}

std::optional<city::LonLat> GbfsReader::position(element at)
{
    const auto lon = numberOf(at, "lon");
    const auto lat = numberOf(at, "lat");
    if (!lon || !lat || (*lon == 0 && *lat == 0)) return std::nullopt;
    const city::LonLat where{*lon, *lat};
    const bool onEarth = std::abs(*lon) <= 180 && std::abs(*lat) <= 90;
    if (onEarth && (!m_context.feed.extent || m_context.feed.extent->contains(where))) return where;
    report("lon, lat",
           {QT_TRANSLATE_NOOP("Message", "longitude %1, latitude %2 lies outside of the area of this feed"),
            {QString::number(*lon), QString::number(*lat)}});
    return std::nullopt;
}

void GbfsReader::readStations(const Records& stations)
{
    const auto count = static_cast<qsizetype>(stations.size());
    m_stations.reserve(count);
    m_decoded.observations.reserve(m_decoded.observations.size() + static_cast<std::size_t>(count) * 2);
    for (const element station : stations) {
        QString id;
        if (!begin(station, "station_id", id)) continue;
        const StatusFields fields(station);
        // Some publishers write both into one file.
        if (!fields.any() || fields.has(StatusFields::Latitude)) readInformation(station, id);
        if (fields.any()) readStatus(station, fields, id);
    }
}

void GbfsReader::readInformation(element station, const QString& id)
{
    city::Place place{
        {QStringLiteral("bike-station"), id}, textsByLanguage(station, "name"), position(station), {}, {}};
    if (!place.at && !numberOf(station, "lat"))
        report("lat", QT_TRANSLATE_NOOP("Message", "the station has no position"));
    for (const char* detail : {"short_name", "address", "cross_street", "post_code", "region_id",
                               "parking_type", "station_opening_hours"}) {
        const QString text = textsByLanguage(station, detail).in({});
        if (!text.isEmpty()) place.details.insert(QString::fromLatin1(detail), text);
    }
    for (const char* trait : {"is_virtual_station", "is_charging_station", "is_valet_station"}) {
        if (flagOf(station, trait) == true)
            place.details.insert(QString::fromLatin1(trait), QStringLiteral("true"));
    }
    element area;
    if (!station["station_area"].get(area) && area.is_object()) {
        city::Result<city::Geometry> shape = geometryFromJson(area);
        if (shape)
            place.shape = std::move(shape).value();
        else
            report("station_area", shape.problem().text);
    }
    const city::PlaceId placeId = place.id;
    Station& known = m_stations[id];
    if (known.place >= 0) {
        report("station_id", QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts"));
        m_decoded.places[static_cast<std::size_t>(known.place)] = std::move(place);
    } else {
        known.place = static_cast<int>(m_decoded.places.size());
        m_decoded.places.push_back(std::move(place));
    }
    if (m_lastUpdated) count(station, placeId, "capacity", Count::Docks, *m_lastUpdated, known);
}

void GbfsReader::readStatus(element station, const StatusFields& fields, const QString& id)
{
    Station& known = m_stations[id];
    if (known.hasStatus)
        report("station_id", QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts"));
    known.hasStatus = true;
    const auto reported = fields.value(StatusFields::Reported);
    auto at = reported ? soundTime(*reported) : m_lastUpdated;
    if (!at && reported) at = timeOf(station);
    if (!at) return;
    const city::PlaceId place{QStringLiteral("bike-station"), id};
    const auto keep = [&](StatusFields::Name name, Count what) {
        if (const auto value = fields.value(name))
            keepCount(StatusFields::keys[name], numberOf(*value), place, what, *at, known);
    };
    const bool open = !fields.isNo(StatusFields::Installed, station);
    // What stands in a station that does not rent would be there if it did: nobody can have it now.
    if (open && !fields.isNo(StatusFields::Renting, station))
        keep(fields.has(StatusFields::Vehicles) ? StatusFields::Vehicles : StatusFields::Bikes,
             Count::Vehicles);
    if (!open || fields.isNo(StatusFields::Returning, station)) return;
    if (fields.value(StatusFields::Docks))
        keep(StatusFields::Docks, Count::FreeDocks);
    else if (fields.value(StatusFields::DocksByType))
        countDocksByType(station, place, *at, known);
}

/// Stations whose docks fit only some vehicles may state the free ones by type alone.
void GbfsReader::countDocksByType(element station, const city::PlaceId& place, city::Instant at,
                                  Station& known)
{
    double sum = 0;
    int types = 0;
    bool good = true;
    forEachIn(station, "vehicle_docks_available", [&](element type) {
        const auto number = numberOf(type, "count");
        good = good && number && *number >= 0;
        sum += number.value_or(0);
        ++types;
    });
    if (types > 0)
        keepCount("vehicle_docks_available", good ? std::optional(sum) : std::nullopt, place,
                  Count::FreeDocks, at, known);
}

void GbfsReader::count(element station, const city::PlaceId& place, const char* field, Count what,
                       city::Instant at, Station& known)
{
    if (const auto value = memberOf(station, field))
        keepCount(field, numberOf(*value), place, what, at, known);
}

void GbfsReader::keepCount(const char* field, std::optional<double> number, const city::PlaceId& place,
                           Count what, city::Instant at, Station& known)
{
    static const std::array<QString, 3> quantities{
        QStringLiteral("bikes.available"), QStringLiteral("docks.available"), QStringLiteral("docks.total")};
    if (!number || *number < 0 || *number > 100'000 || *number != std::floor(*number)) {
        report(field, QT_TRANSLATE_NOOP("Message", "is no count"));
        return;
    }
    const auto index = static_cast<std::size_t>(what);
    city::Observation observation{place, quantities[index],   *number, QStringLiteral("1"),
                                  at,    m_context.receivedAt};
    if (known.counts[index] >= 0) {
        m_decoded.observations[static_cast<std::size_t>(known.counts[index])] = std::move(observation);
        return;
    }
    known.counts[index] = static_cast<int>(m_decoded.observations.size());
    m_decoded.observations.push_back(std::move(observation));
}

void GbfsReader::readVehicles(const Records& vehicles, const char* idName)
{
    // When vehicles can be booked: nothing of where they are now.
    if (!vehicles.empty() && memberOf(vehicles.front(), "availabilities")) return;
    for (const element vehicle : vehicles) {
        QString id;
        if (begin(vehicle, idName, id)) readVehicle(vehicle, id, idName);
    }
}

void GbfsReader::readVehicle(element vehicle, const QString& id, const char* idName)
{
    const int problems = m_decoded.problemCount;
    const auto where = position(vehicle);
    const auto at = timeOf(vehicle);
    const bool docked =
        !where && m_decoded.problemCount == problems && !textOf(vehicle, "station_id").isEmpty();
    if (!where && !docked && m_decoded.problemCount == problems)
        report("lat", QT_TRANSLATE_NOOP("Message", "the vehicle has no position"));
    if ((!where && !docked) || !at) return;
    const bool bicycle = std::string_view(idName) == "bike_id";
    city::Vehicle made{id,  bicycle ? QStringLiteral("bicycle") : QStringLiteral("vehicle"),
                       {},  where.value_or(city::LonLat{}),
                       {},  {},
                       *at, {}};
    for (const char* detail :
         {"vehicle_type_id", "vehicle_type", "station_id", "pricing_plan_id", "home_station_id",
          "current_range_meters", "current_fuel_percent", "available_until"}) {
        const QString text = textOf(vehicle, detail);
        if (!text.isEmpty()) made.details.insert(QString::fromLatin1(detail), text);
    }
    for (const char* state : {"is_reserved", "is_disabled"}) {
        if (flagOf(vehicle, state) == true)
            made.details.insert(QString::fromLatin1(state), QStringLiteral("true"));
    }
    if (docked) return m_decoded.docked.push_back({m_record.toString(), std::move(made)});
    const auto known = m_vehicles.constFind(id);
    if (known != m_vehicles.cend()) {
        report(idName, QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts"));
        m_decoded.vehicles[static_cast<std::size_t>(*known)] = std::move(made);
        return;
    }
    m_vehicles.insert(id, static_cast<int>(m_decoded.vehicles.size()));
    m_decoded.vehicles.push_back(std::move(made));
}

void GbfsReader::readRegions(const Records& regions)
{
    for (const element region : regions) {
        QString id;
        if (begin(region, "region_id", id)) m_decoded.regions.insert(id, textsByLanguage(region, "name").in({}));
    }
}

void GbfsReader::readVehicleTypes(const Records& types)
{
    for (const element type : types) {
        QString id;
        if (!begin(type, "vehicle_type_id", id)) continue;
        m_decoded.vehicleTypes.insert(id, {textOf(type, "form_factor"), textsByLanguage(type, "name"),
                                           textOf(type, "propulsion_type")});
    }
}

} // namespace feeds
