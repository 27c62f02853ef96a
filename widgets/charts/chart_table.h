// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"

#include <QTimeZone>

namespace widgets {

/// A chart as tab-separated lines with a head: bars as label and value; series as a time column in `zone`
/// with its offset and one column each, empty where a series has no sample.
QString tableOf(const ChartData& chart, const QTimeZone& zone);

} // namespace widgets
