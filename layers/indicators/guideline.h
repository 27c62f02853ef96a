// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QString>
#include <optional>
#include <vector>

namespace indicators {

/// Health guideline levels of one pollutant and averaging time. Not an index and never drawn as one: there
/// are no bands and no colours here.
struct GuidelineRow {
    QString quantity;            ///< "pm2.5", "so2"
    QString averaging;           ///< "annual", "24 h", "8 h", "peak season"
    QString unit;                ///< UCUM.
    std::vector<double> interim; ///< Interim targets 1, 2, ...: descending.
    double guideline = 0;
    int exceedancesAllowed =
        0; ///< Days a year the level may be exceeded (99th percentile); 0: none, it is a mean.
};

/// As versioned data (resources/scales/guideline-*.yaml).
struct Guideline {
    QString id, version;
    city::LocalText title;
    QString source;
    std::vector<GuidelineRow> rows;

    const GuidelineRow* row(const QString& quantity, const QString& averaging) const;
};

/// The best target `value` (in the row's unit) meets: 0 the guideline itself, 1.. the interim target of that
/// number; nothing when it meets none.
std::optional<int> targetMet(const GuidelineRow& row, double value);

} // namespace indicators
