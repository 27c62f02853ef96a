// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/paint_chart.h"
#include "widgets/charts/value_ticks.h"

#include <QPainter>
#include <functional>

/// What the parts of a chart on paper share.
namespace app::paper {

constexpr double hair = 0.4 * pt;

/// What every part of one drawing knows.
struct Drawing {
    QPainter& painter;
    const widgets::ChartData& chart;
    const ChartWords& words;
    const Style& style;
    QFont small, tiny, bold;
};

/// The plot of a chart with a value axis: lines, their numbers, and where a value lies.
struct Plot {
    QRectF box;
    widgets::ValueAxis axis;

    double y(double of) const { return box.bottom() - (of - axis.from) / std::max(axis.to - axis.from, 1e-12) * box.height(); }
};

QColor colourOf(const Drawing& on, std::size_t series);
void fill(QPainter& painter, const QRectF& box, const QColor& colour);

/// Where a value of a time lies; no further out than the plot.
using Place = std::function<QPointF(city::Instant, double)>;
/// Behind the lines: what is usual of the first one, bands over each other say nothing; and what is expected.
void paintUsual(const Drawing& on, const Place& place);
void paintFans(const Drawing& on, const Plot& plot, const Place& place);

} // namespace app::paper
