// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper.h"
#include "widgets/panels/values.h"

#include <QTimeZone>

class QPainter;

namespace app::paper {

/// How tall a chart wants to be at a width, its title included.
double chartHeight(const widgets::ChartData& chart, const Style& style, double width, bool columns);

/// A chart for paper: title, unit on the axis, faint grid, gaps for what is missing, direct labels, no decoration.
/// `columns`: bars stand side by side. Pure; any thread.
void paintChart(QPainter& painter, const QRectF& box, const widgets::ChartData& chart, const Style& style, const QTimeZone& zone,
                bool columns);

} // namespace app::paper
