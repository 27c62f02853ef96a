// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_memory.h"
#include "layers/city/snapshot.h"

/// What looks wrong with a feed although every record of it could be read: pure functions of what it said
/// before and says now.
namespace feeds {

/// How long the values of each quantity have been the same, after `now` came at `at`. Values have changed
/// when any place that both pictures have says something else, or when places came or went.
std::map<QString, city::Steadiness> steadinessAfter(const std::map<QString, city::Steadiness>& before,
                                                    const city::FeedPicture& previous,
                                                    const city::FeedPicture& now, city::Instant at);
/// Quantities that have been the same for longer than they ever were, and for at least five cadences. One
/// whose values are all zero is not frozen: it does not rain every day.
std::vector<city::Problem> frozenValues(const std::map<QString, city::Steadiness>& steadiness,
                                        const city::FeedPicture& now, city::Instant at);

/// Places that were there and are not any more.
std::vector<city::PlaceId> vanishedPlaces(const city::FeedPicture& previous, const city::FeedPicture& now);

/// A number learned from, so that an outlier does not become usual at once.
city::UsualBand learned(city::UsualBand band, double value);
/// Whether it lies outside of what is usual: four usual distances, and a fifth of the mean. Never before ten
/// payloads were seen.
bool isUnusual(const city::UsualBand& band, double value);

/// Quantities of which nearly all places jumped by the same power of ten: a unit changed. At least five
/// places.
struct UnitJump {
    QString quantity;
    int power; ///< Of ten; 3: the values are a thousand times what they were.
};
std::vector<UnitJump> unitJumps(const city::FeedPicture& previous, const city::FeedPicture& now);

/// How far the publisher's clock is ahead, when its newest time lies after the moment it came and is no
/// forecast; nothing within a minute.
std::optional<city::Duration> clockAhead(const city::FeedPicture& now, city::Instant receivedAt);

/// All of the above as sentences, with the changes of the schema first.
std::vector<city::Problem> suspicions(const city::FeedPicture& previous, const city::FeedPicture& now,
                                      city::Instant at);

} // namespace feeds
