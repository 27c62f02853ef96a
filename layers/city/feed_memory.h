// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_schema.h"
#include "layers/city/time.h"

#include <optional>

namespace city {

/// How long the values of one quantity of a feed have all been the same.
struct Steadiness {
    Instant since;       ///< They have not changed since then.
    Duration longest{0}; ///< The longest they ever had been before they changed.
    quint64 fingerprint = 0; ///< Of all of them, whatever their order.
    int changes = 0;         ///< Times they were seen to change.

    friend bool operator==(const Steadiness&, const Steadiness&) = default;
};

/// What is usual of a number: a moving average and the usual distance from it.
struct UsualBand {
    double mean = 0, distance = 0;
    int times = 0; ///< Payloads it was learned from.

    friend bool operator==(const UsualBand&, const UsualBand&) = default;
};

/// What is remembered of a feed's good payloads, to tell when the next one is not like them. Small.
struct FeedMemory {
    FeedSchema schema;                        ///< Of the last one.
    std::map<QString, Steadiness> steadiness; ///< By quantity.
    UsualBand facts;                          ///< How many it has.
    QString encoding;                         ///< The character set it was read in; empty when not text.
    int encodingConfidence = 100;             ///< Percent.
    std::optional<Instant> told{}; ///< The newest time the last payload spoke of.
    Duration lag{0}; ///< How far the newest time was behind when it came, while times went on ...
    int lagTimes = 0; ///< ... and in how many payloads in a row it was as much.
};

} // namespace city
