// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"
#include "layers/indicators/forecast/crossing.h"

namespace app {

/// The limits of a quantity that are worth a warning: where the worse levels of its scale begin, in its own unit.
std::vector<indicators::CrossingLimit> limitsOf(const Scope& scope, const QString& quantity);

/// What the forecast of a series is expected to reach, the gravest limit first; nothing without a forecast or from
/// values that are no longer current.
std::vector<indicators::ExpectedCrossing> crossingsOf(const Scope& scope, int row, const QString& quantity,
                                                      const std::vector<indicators::CrossingLimit>& limits);

/// Early warnings of the situation: what the rules of the pack would say once the forecast comes true. One a subject, the
/// gravest; none where the rule, or a graver one of its subject, holds already; only where the expected value itself
/// reaches the limit, not the end of its band alone.
struct EarlyWarning {
    const SituationRule* rule = nullptr;
    int row = -1;
    indicators::ExpectedCrossing crossing;
};
std::vector<EarlyWarning> earlyWarnings(const Scope& scope, const QStringList& subjectsSaid);

/// The series whose forecast such a warning needs: of each rule's quantity the places that are worst now.
std::vector<std::pair<int, QString>> warningSeries(const Scope& scope);

} // namespace app
