// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

#include <QSet>

namespace app {

/// One value made of many places' values, with all that must be said about where it came from.
///
/// Only current (fresh or late) values speak of now. Where there is not one current value but stale ones are left, the
/// value is theirs and `freshness` says so: shown as the last known, never as now. Dead and future values never count.
struct Aggregated {
    std::optional<double> value;
    int row = -1;           ///< The place that is the extreme (worst, max, min); -1 for other aggregates.
    int used = 0;           ///< Places whose value went in,
    int places = 0;         ///< of so many that should have one.
    int stale = 0, dead = 0, future = 0, missing = 0; ///< Not used because of; when all is stale, `stale` are the used.
    int withheld = 0;        ///< Likewise: of these the number must not be told.
    bool isWithheld = false; ///< There is a value, which must not be told: `value` is none.
    city::Freshness freshness = city::Freshness::Missing; ///< The worst of those used.
    std::optional<city::Instant> oldest, newest, received; ///< Observed times of those used; latest receipt.
    std::vector<const city::FeedPicture*> feeds; ///< Each once.
};

/// The readings of `rows` an aggregate may use, and the counts of the others.
struct Usable {
    std::vector<std::pair<int, Reading>> readings, withheld;
    Aggregated counts; ///< Everything but `value` and `row`.
};
Usable usable(const Scope& scope, const std::vector<int>& rows, const QString& quantity);

/// `how`: "worst", "sum", "mean", "median", "max", "min", "count" (how many have a value).
Aggregated aggregate(const Scope& scope, const std::vector<int>& rows, const QString& quantity, const QString& how);
/// By the quantity's own way of adding up over places.
Aggregated aggregateOwn(const Scope& scope, const std::vector<int>& rows, const QString& quantity);
QString ownAggregate(const Scope& scope, const QString& quantity);

/// Of plain numbers, at least one; `how` as above, "worst" excepted.
double aggregateNumbers(std::vector<double> values, const QString& how);
/// ">", ">=", "<", "<=", "=".
bool compare(double value, const QString& comparison, double threshold);

} // namespace app
