// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QString>
#include <QTimeZone>
#include <vector>

namespace widgets {

struct TimeTick {
    city::Instant at;
    QString text;
    bool day = false; ///< Midnight in the zone: the text is a date.
};

/// Round moments of a reader's clock within [from, to], at most `most` of them: minutes, hours or days,
/// whichever fits. The zone of the machine plays no part.
std::vector<TimeTick> timeTicks(city::Instant from, city::Instant to, const QTimeZone& zone, int most);

} // namespace widgets
