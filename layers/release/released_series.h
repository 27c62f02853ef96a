// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/history_store.h"
#include "layers/release/released_city.h"

namespace release {

/// A place something private is told of, and the innermost area it lies in (-1: none).
struct CountedPlace {
    city::PlaceId place;
    QString quantity;
    int area = -1;
};

/// Of what a history knows, or the feeds of a city, the places something private is told of.
std::vector<CountedPlace> countedPlaces(const Rules& rules, const std::vector<history::KnownSeries>& known);
std::vector<CountedPlace> countedPlaces(const Rules& rules, const ReleasedCity& city);

/// The questions, and behind them those whose answers decide what of these may be told: the counts a percentage would give
/// away, the counts within an area, the beginning of a running total.
std::vector<history::SeriesQuery> withDeciding(const Rules& rules, const std::vector<CountedPlace>& places,
                                               std::vector<history::SeriesQuery> queries);

/// What may be told of the answers to `asked`, which withDeciding made of `wanted`: as many as were wanted. Withheld values
/// are left out of the samples and named in Series::withheld. Pure; any thread.
std::vector<city::Series> told(const Rules& rules, const std::vector<CountedPlace>& places,
                               const std::vector<history::SeriesQuery>& asked,
                               const std::vector<history::SeriesQuery>& wanted, std::vector<city::Series> answers);

/// Of what may be told of a series: its stretches of time, and the beginnings of those that have a withheld value in them.
struct ToldSummaries {
    history::Summaries told;
    std::vector<city::Instant> withheld;
};
ToldSummaries summaries(const city::Series& told, const history::Stretches& stretches);

/// Without the hours of the day at which something is withheld on any day: what is usual then, or to be expected, would be
/// made of the larger numbers alone.
city::Series withoutWithheldHours(city::Series told, const QTimeZone& zone);
/// Hourly means of what may be told, without those hours.
city::Series hours(const city::Series& told, const QTimeZone& zone);
/// Whether `at` is at an hour of the day at which something of the series is withheld.
bool isWithheldHour(const city::Series& told, city::Instant at, const QTimeZone& zone);

/// What may be told of one series or its stretches of a history; blocks until it answers. A summary is of stretches that begin
/// in [from, to).
city::Result<city::Series> readSeries(history::HistoryStore& store, const Rules& rules, const std::vector<CountedPlace>& places,
                                      const history::SeriesQuery& query);
city::Result<ToldSummaries> readSummaries(history::HistoryStore& store, const Rules& rules, const std::vector<CountedPlace>& places,
                                          const history::SummaryQuery& query);

} // namespace release
