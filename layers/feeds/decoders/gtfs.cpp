// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/formats.h"
#include "layers/feeds/decoders/gtfs_schedule.h"
#include "layers/feeds/decoders/gtfs_words.h"

#include <QSet>

namespace feeds {

namespace {

void addStops(const GtfsSchedule& schedule, FactSink& sink)
{
    for (const GtfsSchedule::Stop& stop : schedule.stops) {
        if (stop.locationType > 1) continue; // entrances and nodes within a station
        sink.turnTo(QStringLiteral("stop_id"), stop.id);
        city::Place place{{QStringLiteral("transit-stop"), stop.id}, localText(stop.name), stop.at, {}, {}};
        if (!stop.code.isEmpty()) place.details.insert(QStringLiteral("stop_code"), stop.code);
        if (!stop.parent.isEmpty()) place.details.insert(QStringLiteral("parent_station"), stop.parent);
        if (stop.locationType == 1)
            place.details.insert(QStringLiteral("location_type"), QStringLiteral("station"));
        sink.add(std::move(place));
    }
}

/// The different lines the trips of each route run along.
std::vector<QSet<QString>> shapesOfRoutes(const GtfsSchedule& schedule)
{
    std::vector<QSet<QString>> shapes(schedule.routes.size());
    for (const GtfsSchedule::Trip& trip : schedule.trips) {
        if (trip.route >= 0 && !trip.shape.isEmpty())
            shapes[static_cast<std::size_t>(trip.route)].insert(trip.shape);
    }
    return shapes;
}

void addRoutes(const GtfsSchedule& schedule, FactSink& sink)
{
    const std::vector<QSet<QString>> shapes = shapesOfRoutes(schedule);
    for (std::size_t i = 0; i < schedule.routes.size(); ++i) {
        const GtfsSchedule::Route& route = schedule.routes[i];
        sink.turnTo(QStringLiteral("route_id"), route.id);
        const QString name = route.longName.isEmpty() ? route.shortName : route.longName;
        city::Place place{{QStringLiteral("transit-route"), route.id}, localText(name), {}, {}, {}};
        if (!route.shortName.isEmpty())
            place.details.insert(QStringLiteral("route_short_name"), route.shortName);
        place.details.insert(QStringLiteral("vehicle"), vehicleKind(route.type));
        QStringList ids(shapes[i].cbegin(), shapes[i].cend());
        ids.sort();
        for (const QString& id : std::as_const(ids)) {
            const auto line = schedule.shapes.constFind(id);
            if (line != schedule.shapes.cend() && line->size() > 1) place.shape.lines.push_back(*line);
        }
        if (!place.shape.isEmpty()) place.at = place.shape.anchor();
        sink.add(std::move(place));
    }
}

} // namespace

city::Result<Decoded> decodeGtfs(const QByteArray& payload, const DecodeContext& context)
{
    const auto schedule = readGtfsSchedule(payload, context.feed.request.maxBytes * packedToUnpacked);
    if (!schedule) return schedule.problem();
    Decoded decoded;
    FactSink sink(context, decoded);
    addStops(*schedule, sink);
    addRoutes(*schedule, sink);
    sink.finish();
    for (const city::Problem& problem : schedule->problems)
        decoded.addProblem(problem);
    decoded.problemCount += schedule->problemCount - static_cast<int>(schedule->problems.size());
    return decoded;
}

} // namespace feeds
