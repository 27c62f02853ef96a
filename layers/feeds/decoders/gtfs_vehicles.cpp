// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_realtime_reader.h"
#include "layers/feeds/decoders/gtfs_words.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

constexpr double metresPerSecond = 3.6; ///< In km/h.

std::optional<city::Instant> instantOf(quint64 timestamp, FactSink& sink)
{
    if (const auto at = momentOf(timestamp)) return sink.plausible(QStringLiteral("timestamp"), at);
    sink.report(QStringLiteral("timestamp"),
                QT_TRANSLATE_NOOP("Message", "is no time in seconds since 1970"));
    return std::nullopt;
}

} // namespace

std::optional<city::Instant> momentOf(quint64 stated)
{
    constexpr quint64 seconds = 100'000'000'000, milliseconds = seconds * 1000;
    if (stated == 0 || stated >= milliseconds) return std::nullopt;
    const auto number = static_cast<qint64>(stated);
    return city::Instant{std::chrono::milliseconds{stated < seconds ? number * 1000 : number}};
}

QString textOf(const std::string& utf8)
{
    return utf8.empty() ? QString() : toQString(trimmed(utf8));
}

QString tripKey(const gtfsrt::TripDescriptor& trip)
{
    QString key = textOf(trip.trip_id().empty() ? trip.route_id() : trip.trip_id());
    if (key.isEmpty()) return key;
    for (const std::string* part : {&trip.start_date(), &trip.start_time()}) {
        if (!part->empty()) key += QLatin1Char('/') + textOf(*part);
    }
    return key;
}

std::optional<city::Instant> timeOfMessage(const gtfsrt::FeedHeader& header, FactSink& sink)
{
    if (header.timestamp() > 0) return instantOf(header.timestamp(), sink);
    sink.report(
        QStringLiteral("timestamp"),
        QT_TRANSLATE_NOOP("Message", "the message does not say when it was made; its reception counts"));
    return sink.context().receivedAt;
}

GtfsRealtimeReader::GtfsRealtimeReader(std::optional<city::Instant> made, FactSink& sink)
    : m_sink(sink), m_schedule(sink.context().schedule.get()), m_made(made)
{
}

void GtfsRealtimeReader::read(const gtfsrt::FeedEntity& entity)
{
    m_sink.turnTo(QStringLiteral("id"), std::string_view(entity.id()));
    if (entity.is_deleted()) return;
    if (entity.has_vehicle()) readVehicle(entity);
    if (entity.has_trip_update()) readTrip(entity);
    if (entity.has_alert()) readAlert(entity);
}

std::optional<city::Instant> GtfsRealtimeReader::timeOf(bool has, quint64 timestamp)
{
    return has ? instantOf(timestamp, m_sink) : m_made;
}

const GtfsSchedule::Route* GtfsRealtimeReader::route(const gtfsrt::TripDescriptor& trip) const
{
    if (!m_schedule) return nullptr;
    if (!trip.route_id().empty()) {
        if (const auto* route = m_schedule->route(textOf(trip.route_id()))) return route;
    }
    const GtfsSchedule::Trip* known =
        trip.trip_id().empty() ? nullptr : m_schedule->trip(textOf(trip.trip_id()));
    return known ? m_schedule->routeOf(*known) : nullptr;
}

void GtfsRealtimeReader::describe(city::Vehicle& vehicle, const gtfsrt::VehiclePosition& position) const
{
    const auto add = [&vehicle](const QString& name, const QString& value) {
        if (!value.isEmpty()) vehicle.details.insert(name, value);
    };
    const gtfsrt::TripDescriptor& trip = position.trip();
    add(QStringLiteral("trip_id"), textOf(trip.trip_id()));
    add(QStringLiteral("route_id"), textOf(trip.route_id()));
    add(QStringLiteral("stop_id"), textOf(position.stop_id()));
    add(QStringLiteral("license_plate"), textOf(position.vehicle().license_plate()));
    if (trip.has_direction_id()) add(QStringLiteral("direction_id"), QString::number(trip.direction_id()));
    if (trip.schedule_relationship() != 0)
        add(QStringLiteral("schedule_relationship"), tripRelationship(trip.schedule_relationship()));
    const bool atStop = position.has_stop_id() || position.has_current_stop_sequence();
    if (position.has_current_status() || atStop)
        add(QStringLiteral("current_status"),
            stopStatus(position.has_current_status() ? position.current_status() : 2));
    if (position.has_occupancy_status())
        add(QStringLiteral("occupancy_status"), occupancyStatus(position.occupancy_status()));
    if (position.has_occupancy_percentage())
        add(QStringLiteral("occupancy_percentage"), QString::number(position.occupancy_percentage()));
    if (position.has_congestion_level())
        add(QStringLiteral("congestion_level"), congestionLevel(position.congestion_level()));
    if (!m_schedule) return;
    if (const auto* stop = m_schedule->stop(textOf(position.stop_id())))
        add(QStringLiteral("stop"), stop->name);
    if (const auto* known = m_schedule->trip(textOf(trip.trip_id())))
        add(QStringLiteral("headsign"), known->headsign);
}

void GtfsRealtimeReader::readVehicle(const gtfsrt::FeedEntity& entity)
{
    const gtfsrt::VehiclePosition& position = entity.vehicle();
    // 0, 0 is how devices say that they do not know.
    const bool known = position.position().has_latitude() && position.position().has_longitude() &&
                       (position.position().latitude() != 0 || position.position().longitude() != 0);
    if (!known)
        return m_sink.report(QStringLiteral("position"),
                             QT_TRANSLATE_NOOP("Message", "the vehicle has no position"));
    // Floats: seven digits are what the publisher has stated.
    const auto degrees = [](float value) { return std::round(static_cast<double>(value) * 1e5) / 1e5; };
    const auto where = m_sink.position(QStringLiteral("position"), degrees(position.position().longitude()),
                                       degrees(position.position().latitude()));
    const auto at = timeOf(position.has_timestamp() && position.timestamp() > 0, position.timestamp());
    if (!where || !at) return;
    const gtfsrt::VehicleDescriptor& descriptor = position.vehicle();
    const gtfsrt::TripDescriptor& trip = position.trip();
    const GtfsSchedule::Route* line = route(trip);
    city::Vehicle vehicle;
    vehicle.id = textOf(descriptor.id().empty() ? entity.id() : descriptor.id());
    vehicle.kind = vehicleKind(line ? line->type : -1);
    if (!descriptor.label().empty()) vehicle.label = localText(textOf(descriptor.label()));
    if (vehicle.label.isEmpty() && line)
        vehicle.label = localText(line->shortName.isEmpty() ? line->longName : line->shortName);
    vehicle.at = *where;
    vehicle.observedAt = *at;
    const double bearing = std::round(static_cast<double>(position.position().bearing()) * 100) / 100;
    if (position.position().has_bearing() && bearing >= 0 && bearing <= 360)
        vehicle.headingDegrees = std::fmod(bearing, 360);
    const auto speed = static_cast<double>(position.position().speed());
    if (position.position().has_speed() && speed >= 0 && speed < 150)
        vehicle.speedKmh = std::round(speed * metresPerSecond * 10) / 10;
    describe(vehicle, position);
    if (vehicle.id.isEmpty())
        return m_sink.report(QStringLiteral("id"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    m_sink.add(std::move(vehicle));
}

} // namespace feeds
