// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QByteArray>
#include <QHash>
#include <QTimeZone>
#include <optional>
#include <vector>

namespace feeds {

/// A GTFS schedule as far as the program needs it: what a live feed of the same agency speaks of by id. A
/// value; built once, read from any thread.
class GtfsSchedule {
public:
    struct Stop {
        QString id, code, name, parent;
        std::optional<city::LonLat> at;
        int locationType = 0; ///< 0 stop or platform, 1 station, 2 entrance, 3 node, 4 boarding area.
    };
    struct Route {
        QString id, shortName, longName, agency;
        int type = -1; ///< route_type, basic or extended; -1 when not stated.
    };
    struct Trip {
        QString headsign, shortName, shape;
        int route = -1;
        std::size_t firstTime = 0, times = 0; ///< In `stopTimes`.
        bool byFrequency = false;             ///< Its times are of an example run.
    };
    struct StopTime {
        int stop = -1;
        int sequence = 0;
        int arrival = -1, departure = -1; ///< Seconds after noon minus 12 h; beyond 24 h; -1 not stated.
    };

    std::vector<Stop> stops;
    std::vector<Route> routes;
    std::vector<Trip> trips;
    std::vector<StopTime> stopTimes; ///< Of each trip together, in their sequence.
    QHash<QString, std::vector<city::LonLat>> shapes;
    QTimeZone zone = QTimeZone::utc();   ///< Of the first agency.
    std::vector<city::Problem> problems; ///< Rows left out: the first 100.
    int problemCount = 0;

    const Stop* stop(const QString& id) const;
    const Route* route(const QString& id) const;
    const Trip* trip(const QString& id) const;
    const Route* routeOf(const Trip& trip) const;
    /// The scheduled call of a trip by its sequence number, failing that by its stop; null when there is
    /// none.
    const StopTime* call(const Trip& trip, std::optional<int> sequence, const QString& stopId) const;
    /// When second `time` of the service day ("yyyyMMdd") is.
    std::optional<city::Instant> instant(const QString& serviceDay, int time) const;

    QHash<QString, int> stopIndex, routeIndex, tripIndex;
};

/// Schedules are text and pack well; more than this is a bomb.
constexpr qint64 packedToUnpacked = 16;

/// Reads a GTFS zip, whatever sub-folder its files are in. Without stops.txt and routes.txt it is refused;
/// what else is missing is not there. At most `maxBytes` of unpacked content. Pure; any thread.
city::Result<GtfsSchedule> readGtfsSchedule(const QByteArray& zip, qint64 maxBytes);

} // namespace feeds
