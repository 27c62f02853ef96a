// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoder.h"

#include <algorithm>

namespace feeds {

namespace {

void completeVehicle(city::Vehicle& vehicle, const QHash<QString, VehicleType>& types)
{
    const auto type = types.constFind(vehicle.details.value(QStringLiteral("vehicle_type_id")));
    if (type == types.cend()) return;
    if (!type->kind.isEmpty()) vehicle.kind = type->kind;
    if (vehicle.label.isEmpty()) vehicle.label = type->name;
    if (!type->propulsion.isEmpty())
        vehicle.details.insert(QStringLiteral("propulsion_type"), type->propulsion);
}

void placeDocked(Decoded& decoded)
{
    if (decoded.docked.empty()) return;
    QHash<QString, city::LonLat> stations;
    for (const city::Place& place : decoded.places) {
        if (place.at && place.id.kind == QLatin1String("bike-station"))
            stations.insert(place.id.id, *place.at);
    }
    for (auto& [record, vehicle] : decoded.docked) {
        const QString station = vehicle.details.value(QStringLiteral("station_id"));
        const auto found = stations.constFind(station);
        if (found == stations.cend()) {
            decoded.addProblem(
                {record,
                 QStringLiteral("station_id"),
                 {QT_TRANSLATE_NOOP("Message", "the vehicle stands in station %1, whose position is not "
                                               "known"),
                  {station}}});
            continue;
        }
        vehicle.at = *found;
        decoded.vehicles.push_back(std::move(vehicle));
    }
    decoded.docked.clear();
}

void nameRegions(Decoded& decoded)
{
    if (decoded.regions.isEmpty()) return;
    for (city::Place& place : decoded.places) {
        const QString name = decoded.regions.value(place.details.value(QStringLiteral("region_id")));
        if (!name.isEmpty()) place.details.insert(QStringLiteral("region"), name);
    }
}

/// Alerts of stations (GBFS) are where those are.
void placeAlerts(Decoded& decoded)
{
    const QString code = QStringLiteral("station_id");
    const auto wants = [&code](const city::Alert& alert) {
        return !alert.infos.empty() && !alert.infos.front().areas.empty() &&
               std::any_of(alert.infos.front().areas.front().geocodes.begin(),
                           alert.infos.front().areas.front().geocodes.end(),
                           [&code](const auto& geocode) { return geocode.first == code; });
    };
    if (std::none_of(decoded.alerts.begin(), decoded.alerts.end(), wants)) return;
    QHash<QString, const city::Place*> stations;
    for (const city::Place& place : decoded.places)
        if (place.id.kind == QLatin1String("bike-station")) stations.insert(place.id.id, &place);
    for (city::Alert& alert : decoded.alerts) {
        for (city::AlertInfo& info : alert.infos) {
            for (city::AlertArea& area : info.areas) {
                QStringList names;
                for (const auto& [name, id] : area.geocodes) {
                    const city::Place* station = name == code ? stations.value(id) : nullptr;
                    if (!station) continue;
                    if (station->at) area.geometry.points.push_back(*station->at);
                    names << station->name.in(info.language);
                }
                if (area.areaDesc.isEmpty()) area.areaDesc = names.join(QStringLiteral(", "));
            }
        }
    }
}

void keepLatestEvents(std::vector<city::Event>& events)
{
    QHash<QString, std::size_t> latest;
    std::vector<city::Event> kept;
    for (city::Event& event : events) {
        const auto known = latest.constFind(event.id);
        if (known == latest.cend()) {
            latest.insert(event.id, kept.size());
            kept.push_back(std::move(event));
        } else if (kept[*known].reportedAt <= event.reportedAt) {
            kept[*known] = std::move(event);
        }
    }
    events = std::move(kept);
}

} // namespace

void complete(Decoded& decoded)
{
    placeDocked(decoded);
    placeAlerts(decoded);
    nameRegions(decoded);
    if (!decoded.vehicleTypes.isEmpty()) {
        for (city::Vehicle& vehicle : decoded.vehicles)
            completeVehicle(vehicle, decoded.vehicleTypes);
    }
    keepLatestEvents(decoded.events);
}

} // namespace feeds
