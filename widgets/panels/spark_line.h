// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

class QPainter;

namespace widgets {

/// A series drawn small, and what is usual behind it.
struct SparkLine {
    const std::vector<city::Sample>& samples;
    const std::vector<UsualPoint>& usual; ///< May be empty.
    QColor colour, band;
};

/// Without axes, the last value a dot. Broken where samples are more than three times their usual distance apart.
void paintSparkLine(QPainter& painter, const QRectF& box, const SparkLine& line);

} // namespace widgets
