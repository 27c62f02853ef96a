// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/history_store.h"

/// A feed of bike stations, a minute apart, for the tests of stores.
namespace bikes {

inline const city::Instant start = city::fromIso(u"2026-03-01T00:00:00Z").value();
inline const QString feed = QStringLiteral("bikes");
constexpr city::Duration cadence = std::chrono::minutes(1);

inline city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

/// What `stations` stations say in a round.
inline std::vector<city::Observation> poll(int round, int stations)
{
    std::vector<city::Observation> batch;
    for (int n = 0; n < stations; ++n)
        batch.push_back({station(n), QStringLiteral("bikes.available"), n + round / 10.0, QStringLiteral("1"),
                         start + round * cadence, start + round * cadence});
    return batch;
}

/// The same with their places.
inline std::shared_ptr<const city::FeedPicture> pictureOf(int round, int stations, const QString& of = feed)
{
    auto picture = std::make_shared<city::FeedPicture>();
    picture->state.id = of;
    picture->state.lastAttempt = picture->state.lastSuccess = start + round * cadence;
    for (int n = 0; n < stations; ++n)
        picture->places.push_back(
            {station(n), city::LocalText(QStringLiteral("站 %1").arg(n)), city::LonLat{121.5, 25.0}, {}, {}});
    picture->observations = poll(round, stations);
    return picture;
}

/// All that is known of a station.
inline history::SeriesQuery whole(int number)
{
    return {station(number), QStringLiteral("bikes.available"), start, start + std::chrono::hours(24 * 30),
            std::nullopt};
}

} // namespace bikes
