// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <QElapsedTimer>
#include <algorithm>
#include <functional>
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

/// A question every history is asked: an answer has so many rows of so many numbers. Each `round` asks for another place or
/// moment.
template<typename Store> struct Question {
    const char* name;
    int rows, numbers;
    std::function<void(Store& store, int round)> ask;
};

/// `end`: of what the store holds.
template<typename Store> std::vector<Question<Store>> questions(int places, city::Instant end)
{
    using namespace std::chrono_literals;
    const city::Duration all = end - begin;
    const auto values = [places, end](const char* name, city::Duration range) {
        return Question<Store>{name, rowsIn(range), 1, [=](Store& store, int round) {
                                   store.series({station(round * 7 % places), QStringLiteral("pm2.5"), end - range, end - cadence, {}})
                                       .waitForFinished();
                               }};
    };
    const auto hours = [places, end](Store& store, int round) {
        store.summaries({station(round * 7 % places), QStringLiteral("pm2.5"), begin, end, 1h, QTimeZone::utc(), {}}).waitForFinished();
    };
    const auto then = [all](Store& store, int round) { store.latestAt(begin + all * (round + 1) / 34 + 7min).waitForFinished(); };
    return {values("day", 24h), values("week", std::min<city::Duration>(all, 168h)), values("all of it", all),
            {"all of it, by hour", static_cast<int>(all / 1h), 5, hours}, {"every place, then", places, 3, then}};
}

/// Calls `report(name, rows, numbers a row, seconds)` for each.
template<typename Store, typename Report> void askHistory(Store& store, int places, city::Instant end, Report report)
{
    for (const Question<Store>& one : questions<Store>(places, end))
        report(one.name, one.rows, one.numbers, medianOf([&](int round) { one.ask(store, round); }));
}

} // namespace bench
