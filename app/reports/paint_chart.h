// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paper.h"
#include "widgets/panels/values.h"

#include <QTimeZone>

class QPainter;

namespace app::paper {

/// What a chart says besides its own texts, in the language of the moment: painting asks for no words.
struct ChartWords {
    QString none, now;
    QString caption; ///< What is shaded, and how good the forecast is; may be empty.

    static ChartWords of(const widgets::ChartData& chart);
};

/// How tall a chart wants to be at a width, its title included.
double chartHeight(const widgets::ChartData& chart, const ChartWords& words, const Style& style, double width, bool columns);
/// Whether more height makes it better to read.
bool chartGrows(const widgets::ChartData& chart, bool columns);

/// How a chart is set on paper.
struct ChartSetting {
    const Style& style;
    const QTimeZone& zone;
    bool columns = false; ///< Bars stand side by side.
};
/// A chart for paper: title, unit on the axis, faint grid, gaps for what is missing, direct labels, no decoration. Pure;
/// any thread.
void paintChart(QPainter& painter, const QRectF& box, const widgets::ChartData& chart, const ChartWords& words, const ChartSetting& setting);

} // namespace app::paper
