// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/health/health_file.h"
#include "layers/feeds/health/suspicion.h"

/// How an answer of a feed changes what the feed last said. Pure functions of values; any thread. None of
/// them indexes: FeedPicture::index follows after `accepted`.
namespace pipeline {

/// Whether a payload told all there is, so that what it leaves out is gone, or some of its documents were
/// missing.
enum class Listing { Full, Partial };

/// How an answer came.
struct Reception {
    city::Instant at;
    city::Duration latency{0};
    qint64 bytes = 0;
    Listing listing = Listing::Full;
    QString format{};                     ///< Of the feed.
    QByteArray contentType{};             ///< As the server says; may be empty.
    std::vector<city::Suspicion> jumps{}; ///< Of values, which were held back: see feeds::holdBackJumps.
};

/// The picture of a feed that was not asked in this run; `kept` is what earlier runs learned of it.
city::FeedPicture unasked(const feeds::FeedSpec& spec, const feeds::KeptHealth& kept = {});

/// After a payload was decoded. Places, alerts, events and vehicles are those of the payload, each once; a
/// partial listing adds to the places known before. Of each place and quantity the newest observation is
/// kept, the later told of two for the same time; one dated in the future never stands before one that is
/// not. Observations of places that a full listing no longer names are dropped. A payload in which nothing is
/// left of a city that was there before, or of whose records none could be used, keeps the last picture and
/// counts as a failure.
city::FeedPicture accepted(const city::FeedPicture& previous, feeds::Decoded decoded,
                           const Reception& reception);

/// After "not modified": the last answer still holds.
city::FeedPicture unchanged(city::FeedPicture previous, const Reception& reception);

/// After a failure: the last good facts stay and the reason stands beside them.
city::FeedPicture failed(city::FeedPicture previous, city::Problem why, const Reception& reception);

} // namespace pipeline
