// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"

namespace app {

/// What stands where a number would: there is one, which must not be told (city::Privacy).
QString withheldWord();
/// "withheld (fewer than 11)" of one value; of what would give another quantity away, which one.
QString withheldText(const Scope& scope, const QString& quantity);
/// Of a sum or mean over places some of which are withheld.
QString withheldSumText(const Scope& scope, const QString& quantity);
/// Why, where the word itself stands above it: "fewer than 11 in a part of it".
QString withheldReason(const Scope& scope, const QString& quantity);
/// Of a reading what stands instead of its number: that it is withheld, or how it is doing.
QString insteadOfNumber(const Scope& scope, const Reading& reading, const QString& quantity);
QString insteadOfNumber(const Scope& scope, const Aggregated& value, const QString& quantity);
/// Where places are released together, the sum that may be told of `rows`, some of which are withheld: made of what is told of
/// places and of whole areas and of nothing else. Nothing: it is withheld, too.
std::optional<double> releasedSum(const Scope& scope, const std::vector<std::pair<int, Reading>>& told,
                                  const std::vector<std::pair<int, Reading>>& withheld, const QString& quantity);

} // namespace app
