// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "widgets/theme/theme.h"

class QPainter;

namespace widgets {

/// A series drawn small, without axes, its last value a dot. Broken where samples are more than three times
/// their usual distance apart.
void paintSparkLine(QPainter& painter, const QRectF& box, const std::vector<city::Sample>& samples,
                    const QColor& colour);

} // namespace widgets
