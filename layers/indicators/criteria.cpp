// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/criteria.h"

namespace indicators {

namespace {

/// The names `condition` needs that are not known.
QStringList unknownOf(const Condition& condition, const KnownValues& known)
{
    QStringList missing;
    for (const QString& name : {condition.quantity, condition.atLeastOf})
        if (!name.isEmpty() && !known.contains(name)) missing << name;
    return missing;
}

Outcome evaluate(const Condition& condition, const KnownValues& known)
{
    if (!unknownOf(condition, known).isEmpty()) return Outcome::DataMissing;
    const double bound = condition.atLeastOf.isEmpty() ? condition.atLeast : known.value(condition.atLeastOf);
    return known.value(condition.quantity) >= bound ? Outcome::Meets : Outcome::DoesNotMeet;
}

} // namespace

LevelOutcome evaluate(const CriterionLevel& level, const KnownValues& known)
{
    LevelOutcome result{Outcome::DoesNotMeet, {}};
    for (const auto& alternative : level.alternatives) {
        Outcome all = Outcome::Meets;
        QStringList missing;
        for (const Condition& condition : alternative) {
            const Outcome one = evaluate(condition, known);
            if (one == Outcome::DataMissing) missing << unknownOf(condition, known);
            if (all != Outcome::DoesNotMeet && one != Outcome::Meets) all = one;
        }
        if (all == Outcome::Meets) return {Outcome::Meets, {}};
        if (all != Outcome::DataMissing) continue;
        result.outcome = Outcome::DataMissing;
        result.missing << missing;
    }
    result.missing.removeDuplicates();
    return result;
}

CriterionOutcome evaluate(const Criterion& criterion, const KnownValues& known)
{
    CriterionOutcome result;
    for (std::size_t i = 0; i < criterion.levels.size() && !result.level; ++i) {
        const LevelOutcome one = evaluate(criterion.levels[i], known);
        if (one.outcome == Outcome::Meets) result.level = i;
        if (one.outcome == Outcome::DataMissing) result.missing << one.missing;
    }
    result.missing.removeDuplicates();
    result.undecided = !result.missing.isEmpty();
    return result;
}

double riverWarningLevel(double controlElevation, double risePerHour, double leadHours)
{
    return controlElevation - risePerHour * leadHours;
}

} // namespace indicators
