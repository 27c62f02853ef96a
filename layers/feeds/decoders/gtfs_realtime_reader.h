// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/fact_sink.h"
#include "layers/feeds/decoders/gtfs_schedule.h"

#include <decoders/gtfs_realtime.pb.h>

namespace feeds {

/// Makes facts of the entities of a GTFS-Realtime message: vehicles; trips as events of kind "transit-trip"
/// (or "trip-cancelled") with their delay at the next stop; alerts. With a schedule, names and positions of
/// routes and stops, and delays where only the expected time is stated.
class GtfsRealtimeReader {
public:
    /// `made`: when the message was made, for entities that state no time of their own.
    GtfsRealtimeReader(std::optional<city::Instant> made, FactSink& sink);

    void read(const gtfsrt::FeedEntity& entity);

private:
    struct NextCall {
        const gtfsrt::StopTimeUpdate* update = nullptr;
        std::optional<city::Instant> at;
        std::optional<int> delay; ///< Seconds.
    };
    void readVehicle(const gtfsrt::FeedEntity& entity);
    void readTrip(const gtfsrt::FeedEntity& entity);
    void readAlert(const gtfsrt::FeedEntity& entity);
    void describe(city::Vehicle& vehicle, const gtfsrt::VehiclePosition& position) const;
    city::AlertInfo alertInfo(const gtfsrt::Alert& alert, const std::string& language) const;
    city::AlertArea alertArea(const gtfsrt::Alert& alert) const;

    NextCall nextCall(const gtfsrt::TripUpdate& trip, city::Instant now) const;
    std::optional<int> delayOf(const gtfsrt::TripUpdate& trip, const gtfsrt::StopTimeUpdate& update,
                               const gtfsrt::StopTimeEvent& event, bool arrival) const;
    std::optional<city::Instant> timeAt(const gtfsrt::TripUpdate& trip, const gtfsrt::StopTimeUpdate& update,
                                        bool arrival) const;
    const GtfsSchedule::Route* route(const gtfsrt::TripDescriptor& trip) const;
    city::LocalText tripTitle(const gtfsrt::TripDescriptor& trip) const;
    /// When the entity speaks of: its own time, or the message's. Nothing for a time that cannot be true.
    std::optional<city::Instant> timeOf(bool has, quint64 timestamp);

    FactSink& m_sink;
    const GtfsSchedule* m_schedule;
    std::optional<city::Instant> m_made;
};

/// A moment stated in seconds since 1970, or in milliseconds, as some publishers do; nothing for 0, which is none, and
/// for what can be neither.
std::optional<city::Instant> momentOf(quint64 stated);

/// The time of a message; its reception, reported, where it states none, and nothing where it cannot be true.
std::optional<city::Instant> timeOfMessage(const gtfsrt::FeedHeader& header, FactSink& sink);

/// A text as the feed has it, trimmed.
QString textOf(const std::string& utf8);

/// "124", or with the day and time of a run that shares its trip id with others: "124/20231107/15:37:00".
QString tripKey(const gtfsrt::TripDescriptor& trip);

} // namespace feeds
