// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"

namespace app {

/// What the file of a feed says besides the FeedSpec.
struct FeedWriting {
    QString every;   ///< "1 min"
    QString cadence; ///< Promised; empty: as `every`.
    QString latency;
    QStringList placeKinds, eventKinds; ///< Of a standard: which of them the pack speaks of.
    QString watch;                      ///< Within the pack, instead of an address.
};

/// The YAML of a feed: what readFeedSpec reads back as the same feed, as far as the program proposes one
/// (fields, joins of them and text rules by hand are not written).
QString feedYaml(const feeds::FeedSpec& feed, const FeedWriting& writing);

} // namespace app
