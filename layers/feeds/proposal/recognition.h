// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/quantity.h"
#include "layers/city/result.h"
#include "layers/city/time.h"
#include "layers/feeds/text/encoding.h"

#include <QByteArray>
#include <vector>

namespace feeds {

/// A format a payload may be in.
struct FormatGuess {
    QString format;
    bool needsMapping = false;
    int confidence = 0; ///< Percent.
    std::vector<city::Message> reasons;
    int facts = 0; ///< That its decoder found, without a mapping; links to follow count as well.
};

/// What the decoders themselves make of a payload: every format that does not refuse it, the surest first.
/// Empty: none of them reads it. Decodes it with each, as if it came at `now`; any thread.
std::vector<FormatGuess> recogniseFormat(const QByteArray& payload, const city::QuantityCatalogue& quantities,
                                         city::Instant now, const PayloadHints& hints = {});

} // namespace feeds
