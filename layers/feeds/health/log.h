// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

/// What a feed's answers were like over time: pure functions over its log.
namespace feeds {

/// One question and what came of it.
struct Attempt {
    city::Instant at;
    bool answered = false;
    city::Duration latency{0};
};

/// `now` is the state after the attempt, with the log of before in it; `previous` the state before.
/// `complete` is the share of its places that has a value of now, when that is known.
city::FeedLog logAfter(const city::FeedState& previous, const city::FeedState& now, const Attempt& attempt,
                       std::optional<double> complete = {});

/// The share of places that have a value no older than the promise allows; nothing without places or values.
std::optional<double> completeness(const city::FeedPicture& picture, city::Instant at);

/// How often something happens: the median of the times between, and the spread (half of the middle half).
struct Rhythm {
    city::Duration median{0}, spread{0};
    int times = 0; ///< Gaps it was learned from.
};
/// Nothing before three of them were seen.
std::optional<Rhythm> rhythmOf(const std::vector<city::Instant>& times);

/// Of the questions of the last 24 hours, the share that was answered, 0..1; nothing when none was asked.
std::optional<double> successRate(const city::FeedLog& log, city::Instant now);
/// The mean over the last 24 hours.
std::optional<city::Duration> meanLatency(const city::FeedLog& log, city::Instant now);

/// A feed that cannot be asked as long as a key of its publisher is not set: switched off, and no fault.
bool isSwitchedOff(const city::FeedState& state);

/// The state a feed was in for a part of the last 24 hours.
struct Stretch {
    city::Instant from, to;
    std::optional<city::Freshness> state; ///< Nothing: the program did not watch.
    int asked = 0, failed = 0;
};
/// 96 quarters of an hour up to now, oldest first.
std::vector<Stretch> lastDay(const city::FeedState& state, city::Instant now);

/// How a publisher kept its promise in a month; shares are 0..1, nothing where there is nothing to judge by.
struct Attainment {
    std::optional<double> cadence;  ///< Observations seen of those promised in the time watched.
    std::optional<double> latency;  ///< Observations that came in time.
    std::optional<double> complete; ///< Mean share of places with a value.
    std::optional<double> answered; ///< Questions answered.
};
Attainment attainment(const city::FeedMonth& month, const city::Promise& promise);
const city::FeedMonth* monthOf(const city::FeedLog& log, int year, int month);

} // namespace feeds
