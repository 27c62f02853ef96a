// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gtfs_realtime_reader.h"
#include "layers/feeds/decoders/gtfs_words.h"

#include <cmath>

namespace feeds {

namespace {

constexpr int canceled = 3;
constexpr int deleted = 7;
constexpr int skipped = 1;
constexpr int noData = 2;
constexpr int dayInSeconds = 86400;

std::optional<city::Instant> stated(const gtfsrt::StopTimeEvent& event)
{
    return event.time() > 0 ? momentOf(static_cast<quint64>(event.time())) : std::nullopt;
}

} // namespace

std::optional<int> GtfsRealtimeReader::delayOf(const gtfsrt::TripUpdate& trip,
                                               const gtfsrt::StopTimeUpdate& update,
                                               const gtfsrt::StopTimeEvent& event, bool arrival) const
{
    if (event.has_delay()) return event.delay();
    const auto expected = stated(event);
    const GtfsSchedule::Trip* known =
        m_schedule && expected ? m_schedule->trip(textOf(trip.trip().trip_id())) : nullptr;
    if (!known || known->byFrequency) return std::nullopt;
    const auto sequence =
        update.has_stop_sequence() ? std::optional(static_cast<int>(update.stop_sequence())) : std::nullopt;
    const GtfsSchedule::StopTime* call = m_schedule->call(*known, sequence, textOf(update.stop_id()));
    if (!call) return std::nullopt;
    const int scheduled = arrival && call->arrival >= 0 ? call->arrival : call->departure;
    const QString day = textOf(trip.trip().start_date());
    const auto planned = m_schedule->instant(day, scheduled);
    if (!planned) return std::nullopt;
    const auto late = std::chrono::duration_cast<std::chrono::seconds>(*expected - *planned).count();
    // More than half a day apart is another run of the trip, or a schedule that is not this one.
    return std::abs(late) < dayInSeconds / 2 ? std::optional(static_cast<int>(late)) : std::nullopt;
}

std::optional<city::Instant> GtfsRealtimeReader::timeAt(const gtfsrt::TripUpdate& trip,
                                                        const gtfsrt::StopTimeUpdate& update,
                                                        bool arrival) const
{
    const gtfsrt::StopTimeEvent& event = arrival ? update.arrival() : update.departure();
    if (const auto at = stated(event)) return at;
    const GtfsSchedule::Trip* known =
        m_schedule && event.has_delay() ? m_schedule->trip(textOf(trip.trip().trip_id())) : nullptr;
    if (!known || known->byFrequency) return std::nullopt;
    const auto sequence =
        update.has_stop_sequence() ? std::optional(static_cast<int>(update.stop_sequence())) : std::nullopt;
    const GtfsSchedule::StopTime* call = m_schedule->call(*known, sequence, textOf(update.stop_id()));
    if (!call) return std::nullopt;
    const auto planned =
        m_schedule->instant(textOf(trip.trip().start_date()), arrival ? call->arrival : call->departure);
    return planned ? std::optional(*planned + std::chrono::seconds{event.delay()}) : std::nullopt;
}

/// The first call that is not behind the vehicle; the last one when all are, or when none states a time.
GtfsRealtimeReader::NextCall GtfsRealtimeReader::nextCall(const gtfsrt::TripUpdate& trip,
                                                          city::Instant now) const
{
    NextCall next;
    for (const gtfsrt::StopTimeUpdate& update : trip.stop_time_update()) {
        if (update.schedule_relationship() == skipped || update.schedule_relationship() == noData) continue;
        const bool arrival = update.has_arrival();
        if (!arrival && !update.has_departure()) continue;
        const gtfsrt::StopTimeEvent& event = arrival ? update.arrival() : update.departure();
        next = {&update, timeAt(trip, update, arrival), delayOf(trip, update, event, arrival)};
        const auto leaves = update.has_departure() ? timeAt(trip, update, false) : next.at;
        if (!next.at || leaves.value_or(*next.at) >= now) break;
    }
    if (!next.delay && trip.has_delay()) next.delay = trip.delay();
    return next;
}

city::LocalText GtfsRealtimeReader::tripTitle(const gtfsrt::TripDescriptor& trip) const
{
    const GtfsSchedule::Route* line = route(trip);
    QString title =
        line ? (line->shortName.isEmpty() ? line->longName : line->shortName) : textOf(trip.route_id());
    const GtfsSchedule::Trip* known = m_schedule ? m_schedule->trip(textOf(trip.trip_id())) : nullptr;
    if (known && !known->headsign.isEmpty())
        title += (title.isEmpty() ? QString() : QStringLiteral(" \u2192 ")) + known->headsign;
    return localText(title.isEmpty() ? textOf(trip.trip_id()) : title);
}

void GtfsRealtimeReader::readTrip(const gtfsrt::FeedEntity& entity)
{
    const gtfsrt::TripUpdate& trip = entity.trip_update();
    const auto reported = timeOf(trip.has_timestamp() && trip.timestamp() > 0, trip.timestamp());
    if (!reported) return;
    const int relationship = trip.trip().schedule_relationship();
    const bool runs = relationship != canceled && relationship != deleted;
    city::Event event;
    event.id = tripKey(trip.trip());
    if (event.id.isEmpty()) event.id = textOf(entity.id());
    if (event.id.isEmpty())
        return m_sink.report(QStringLiteral("trip"), QT_TRANSLATE_NOOP("Message", "the record has no id"));
    event.kind = runs ? QStringLiteral("transit-trip") : QStringLiteral("trip-cancelled");
    event.title = tripTitle(trip.trip());
    event.reportedAt = *reported;
    if (relationship != 0 && runs) event.description = tripRelationship(relationship);
    const int calls = trip.stop_time_update_size();
    if (calls > 0) {
        const gtfsrt::StopTimeUpdate& first = trip.stop_time_update(0);
        const gtfsrt::StopTimeUpdate& last = trip.stop_time_update(calls - 1);
        const bool one = calls == 1; // then it comes and goes there
        event.begins = timeAt(trip, first, one ? first.has_arrival() : !first.has_departure());
        event.ends = timeAt(trip, last, one ? !last.has_departure() : last.has_arrival());
    }
    const NextCall next = runs ? nextCall(trip, *reported) : NextCall{};
    const auto* stop = m_schedule && next.update ? m_schedule->stop(textOf(next.update->stop_id())) : nullptr;
    if (stop && stop->at) event.geometry.points.push_back(*stop->at);
    if (next.delay) {
        m_sink.measure(event, QStringLiteral("transit.delay"), QStringLiteral("delay"), *next.delay,
                       QStringLiteral("s"));
        if (!event.measures.empty()) event.measures.back().observedAt = *reported;
    }
    m_sink.add(std::move(event));
}

} // namespace feeds
