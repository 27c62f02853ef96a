// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/snapshot.h"

namespace app {

/// The feeds of one moment and how to name them.
struct FeedListing {
    const city::CitySnapshot& snapshot;
    const Pack& pack;
    QString language;
    city::Instant now;
};

/// The health of every feed for people: a table, the worst first, and under each feed what is wrong with it. Lines
/// without their ends.
QStringList feedTable(const FeedListing& feeds);
/// The same for programs: one JSON object a feed, times in UTC, spans in seconds, shares 0 to 1.
QList<QByteArray> feedObjects(const FeedListing& feeds);

/// How each publisher kept its promise in a month of UTC; a feed that was not watched in it has no figures.
QStringList attainmentTable(const FeedListing& feeds, int year, int month);
QList<QByteArray> attainmentObjects(const FeedListing& feeds, int year, int month);

/// Whether every feed that is switched on is fresh.
bool allFresh(const FeedListing& feeds);

} // namespace app
