// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

#include <optional>

namespace indicators {

/// How soon somebody has to act; P1 first. A rule of this program, to be tuned by the site.
enum class AlertPriority { P1 = 1, P2, P3, P4 };

/// Of one information of a CAP message: P1 when extreme or severe, immediate or expected, observed or likely,
/// and the area touches the city; P2 other severe and extreme ones; P3 moderate; P4 minor, unknown and past.
/// Nothing unless the message's status is Actual: exercises, tests and drafts raise no alarm. The severity
/// words of other scales (GDACS means the need of international help) are never turned into these.
std::optional<AlertPriority> alertPriority(const city::Alert& alert, const city::AlertInfo& info,
                                           bool touchesCity);

} // namespace indicators
