// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QColor>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace indicators {

/// What can be said of a published criterion. Never a decision: who decides is a person in office.
enum class Outcome { Meets, DoesNotMeet, DataMissing };

/// One comparison: a quantity is at least a number, or at least another quantity (a threshold of the place
/// itself).
struct Condition {
    QString quantity;
    double atLeast = 0;
    QString atLeastOf; ///< Instead of the number.
};

/// One level of a criterion: any of the alternatives, each of them all of its conditions.
struct CriterionLevel {
    QString id; ///< "red"
    city::LocalText word;
    QColor colour;
    std::vector<std::vector<Condition>> alternatives;
};

/// A published criterion as versioned data (resources/scales/criteria-*.yaml); gravest level first.
struct Criterion {
    QString id, version;
    QDate effectiveFrom;
    city::LocalText title;
    QString source;
    std::vector<CriterionLevel> levels;
    QMap<QString, city::LocalText> names; ///< What its quantities are called; one that is not here goes by its id.
};

/// What is known of a place, by the names in the criterion. What is not known is not in it.
using KnownValues = QMap<QString, double>;

struct LevelOutcome {
    Outcome outcome = Outcome::DataMissing;
    QStringList missing; ///< Names that would have been needed; only for DataMissing.
};
/// Meets when one alternative holds in full; does not meet when each has a condition that fails; otherwise
/// data are missing: what is unknown never counts as met or as failed. Pure.
LevelOutcome evaluate(const CriterionLevel& level, const KnownValues& known);

/// The gravest level that is met; nothing when none is. `undecided` is set when a graver one cannot be told
/// for want of data.
struct CriterionOutcome {
    std::optional<std::size_t> level;
    bool undecided = false;
    QStringList missing;
};
CriterionOutcome evaluate(const Criterion& criterion, const KnownValues& known);

/// The water level at which a warning has to go out so that `leadHours` are left: the control elevation less
/// what the river rises in that time. Metres and metres an hour.
double riverWarningLevel(double controlElevation, double risePerHour, double leadHours);

} // namespace indicators
