// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <QElapsedTimer>
#include <algorithm>
#include <random>
#include <vector>

/// What the benches of histories share: a city of stations that tell a value of one decimal every ten minutes, and how
/// their answers are timed.
namespace bench {

constexpr city::Duration cadence = std::chrono::minutes(10);
inline const city::Instant begin = city::fromIso(u"2025-01-01T00:00:00Z").value();

inline city::PlaceId station(int number)
{
    return {QStringLiteral("station"), QString::number(number)};
}

/// What all of them told at `at`, learned 70 seconds later.
inline std::vector<city::Observation> poll(int places, city::Instant at, std::mt19937& random)
{
    std::vector<city::Observation> batch;
    for (int place = 0; place < places; ++place)
        batch.push_back({station(place), QStringLiteral("pm2.5"), static_cast<double>(random() % 1000) / 10.0,
                         QStringLiteral("ug/m3"), at, at + std::chrono::seconds(70)});
    return batch;
}

inline int rowsIn(city::Duration range)
{
    return static_cast<int>(range / cadence);
}

inline double seconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

/// Seconds; the median of 31 rounds, after one that is not counted.
template<typename Ask> double medianOf(Ask ask)
{
    constexpr int rounds = 31;
    std::vector<double> times;
    ask(rounds);
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        ask(round);
        times.push_back(seconds(timer));
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

/// Appends days of polls to a store, one day ready at a time: seconds it took until all was kept, without inventing it.
template<typename Store> double fill(Store& store, int places, city::Instant from, city::Instant to)
{
    std::mt19937 random(1);
    double taken = 0;
    for (city::Instant day = from; day < to; day += std::chrono::hours(24)) {
        std::vector<std::vector<city::Observation>> polls;
        for (city::Instant at = day; at < day + std::chrono::hours(24); at += cadence)
            polls.push_back(poll(places, at, random));
        QElapsedTimer timer;
        timer.start();
        decltype(store.append({}, {})) last;
        for (auto& batch : polls)
            last = store.append(QStringLiteral("air"), std::move(batch));
        last.waitForFinished();
        taken += seconds(timer);
    }
    return taken;
}

/// The questions every history is asked: calls `report(name, rows, numbers a row, seconds)` for each. `end`: of what it holds.
template<typename Store, typename Report> void askHistory(Store& store, int places, city::Instant end, Report report)
{
    using namespace std::chrono_literals;
    const city::Duration all = end - begin;
    const auto values = [&](const char* name, city::Duration range) {
        report(name, rowsIn(range), 1, medianOf([&](int round) {
                   store.series({station(round * 7 % places), QStringLiteral("pm2.5"), end - range, end - cadence, {}})
                       .waitForFinished();
               }));
    };
    values("day", 24h);
    values("week", std::min<city::Duration>(all, 168h));
    values("all of it", all);
    report("all of it, by hour", static_cast<int>(all / 1h), 5, medianOf([&](int round) {
               store.summaries({station(round * 7 % places), QStringLiteral("pm2.5"), begin, end, 1h, QTimeZone::utc(), {}})
                   .waitForFinished();
           }));
    report("every place, then", places, 3,
           medianOf([&](int round) { store.latestAt(begin + all * (round + 1) / 34 + 7min).waitForFinished(); }));
}

} // namespace bench
