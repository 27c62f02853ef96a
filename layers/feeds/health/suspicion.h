// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

/// What looks wrong with a feed although every record of it could be read: pure functions of what it said
/// before and says now.
namespace feeds {

/// What the decoder refused, and what that is a sign of.
struct Signs {
    int outside = 0;    ///< Positions outside of the area of the feed, swapped, or not on Earth.
    int duplicates = 0; ///< Records that repeat the id of another one.
    int strayBytes = 0; ///< Not of the declared character set.
    /// The newest time the payload itself speaks of, whatever is believed of it.
    std::optional<city::Instant> newest{};
};
Signs signsOf(const std::vector<city::Problem>& problems);

/// Counted by reason and field, the commonest first, at most 20. `all` is how many there were, also those of
/// which no more than the number is known: they come last, without a reason.
std::vector<city::Refusal> refusalsOf(const std::vector<city::Problem>& problems, int all);

/// How long the values of each quantity have been the same, after `now` came at `at`. Values have changed
/// when any place says something else, or when places came or went.
std::map<QString, city::Steadiness> steadinessAfter(const std::map<QString, city::Steadiness>& before,
                                                    const city::FeedPicture& now, city::Instant at);
/// Quantities that have been the same for longer than they ever were, and for at least five cadences, when
/// they were seen to change at least three times; or a whole feed of which nothing has changed for a day. One
/// most of whose values are zero is not frozen: it does not rain every day.
std::vector<city::Suspicion> frozenValues(const std::map<QString, city::Steadiness>& steadiness,
                                          const city::FeedPicture& now, city::Instant at);

/// Places that were there and are not any more, as one suspicion.
std::optional<city::Suspicion> vanishedPlaces(const city::FeedPicture& previous,
                                              const city::FeedPicture& now);
/// "kind/id"
QString nameOf(const city::PlaceId& place);

/// A number learned from, so that an outlier does not become usual at once.
city::UsualBand learned(city::UsualBand band, double value);
/// Whether it lies outside of what is usual: four usual distances, and a fifth of the mean. Never before ten
/// payloads were seen.
bool isUnusual(const city::UsualBand& band, double value);

/// Quantities of which nearly all places jumped by the same power of ten (a unit changed), or to exactly
/// twice or half of what they were (counted twice). At least five places.
std::vector<city::Suspicion> valueJumps(const city::FeedPicture& previous,
                                        const std::vector<city::Observation>& now);
/// The jumps of a payload, those that held before and go on among them; the values of such a quantity are
/// taken out of `now`, so that what was believed before stays, with its own time. A publisher that goes back
/// to half of what it said has mended itself: that is told and believed.
std::vector<city::Suspicion> holdBackJumps(const city::FeedPicture& previous,
                                           std::vector<city::Observation>& now);

/// How far the publisher's clock is ahead: the newest time it speaks of lies after the moment it came.
/// Nothing within a minute.
std::optional<city::Duration> clockAhead(const std::optional<city::Instant>& newest,
                                         city::Instant receivedAt);
/// Learns the lag of a payload: times that go on but are always as far behind.
void noteLag(city::FeedMemory& memory, const std::optional<city::Instant>& newest,
             const city::Promise& promise, city::Instant receivedAt);

/// Whether a text was read in the wrong character set: signs that no text of people has.
bool looksGarbled(const QString& text);

/// How a payload came.
struct Arrival {
    city::Instant at;
    QString format;         ///< Of the feed: "json".
    QByteArray contentType; ///< As the server says; may be empty.
    Signs signs{};
    std::vector<city::Suspicion> jumps{}; ///< Of values, see `holdBackJumps`.
};
/// All of the above, the changes of the schema first. `now` already knows its memory.
std::vector<city::Suspicion> suspicions(const city::FeedPicture& previous, const city::FeedPicture& now,
                                        const Arrival& arrival);

} // namespace feeds
