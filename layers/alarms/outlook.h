// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/rule.h"
#include "layers/indicators/forecast/crossing.h"

#include <QHash>
#include <QSet>

namespace alarms {

/// What is expected of places whose rules warn early. A value.
struct Outlook {
    using Key = QPair<city::PlaceId, QString>; ///< Place and quantity.

    city::Instant issue;
    QSet<Key> made;                                            ///< Those there is a forecast of.
    QHash<Key, QList<indicators::ExpectedCrossing>> crossings; ///< Limits that they are expected to reach.

    /// Older ones say nothing any more.
    bool isCurrent(city::Instant now) const { return now >= issue && now - issue <= std::chrono::hours(2); }
    /// The crossing a rule asks about; null: none is expected in time.
    const indicators::ExpectedCrossing* crossing(const Key& key, const Expected& condition,
                                                 city::Instant now) const;
};

/// The limits that rules ask about for a kind of place and a quantity, each once.
std::vector<indicators::CrossingLimit> limitsOf(const Plan& plan, const QString& kind,
                                                const QString& quantity);

} // namespace alarms
