// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/chart_drawing.h"

/// What stands behind the lines of a chart on paper.
namespace app::paper {

namespace {

QColor washed(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

QColor colourOf(const Drawing& on, std::size_t series)
{
    const QColor& own = on.chart.series[series].colour;
    return own.isValid() ? own : on.style.theme.seriesColour(series);
}

void fill(QPainter& painter, const QRectF& box, const QColor& colour)
{
    painter.fillRect(box, colour);
}

// Of the first line only: bands over each other say nothing.
void paintUsual(const Drawing& on, const Place& place)
{
    if (on.chart.series.empty()) return;
    const std::vector<widgets::UsualPoint>& usual = on.chart.series.front().usual;
    const QColor colour = colourOf(on, 0);
    for (std::size_t begin = 0; begin < usual.size();) {
        std::size_t end = begin + 1;
        while (end < usual.size() && usual[end].at - usual[end - 1].at <= std::chrono::minutes(90))
            ++end;
        QPolygonF band, middle;
        for (std::size_t i = begin; i < end; ++i) {
            band << place(usual[i].at, usual[i].high);
            middle << place(usual[i].at, usual[i].median);
        }
        for (std::size_t i = end; i-- > begin;)
            band << place(usual[i].at, usual[i].low);
        on.painter.setPen(Qt::NoPen);
        on.painter.setBrush(washed(colour, 46));
        on.painter.drawPolygon(band);
        on.painter.setBrush(Qt::NoBrush);
        on.painter.setPen(QPen(washed(colour, 130), 0.5 * pt, Qt::DotLine));
        on.painter.drawPolyline(middle);
        begin = end;
    }
}

void paintFans(const Drawing& on, const Plot& plot, const Place& place)
{
    if (!on.chart.now || *on.chart.now >= on.chart.to) return;
    for (std::size_t i = 0; i < on.chart.series.size(); ++i) {
        const std::vector<widgets::FanPoint>& fan = on.chart.series[i].fan;
        QPolygonF outer, inner, middle;
        for (const widgets::FanPoint& point : fan) {
            outer << place(point.at, point.high);
            inner << place(point.at, point.highHalf);
            middle << place(point.at, point.value);
        }
        for (auto point = fan.rbegin(); point != fan.rend(); ++point) {
            outer << place(point->at, point->low);
            inner << place(point->at, point->lowHalf);
        }
        on.painter.setPen(Qt::NoPen);
        on.painter.setBrush(washed(colourOf(on, i), 40));
        on.painter.drawPolygon(outer);
        on.painter.drawPolygon(inner);
        on.painter.setBrush(Qt::NoBrush);
        on.painter.setPen(QPen(colourOf(on, i), 0.7 * pt, Qt::DashLine));
        on.painter.drawPolyline(middle);
    }
    const double x = place(*on.chart.now, plot.axis.from).x(), line = lineOf(on.tiny);
    fill(on.painter, {x - hair / 2, plot.box.top(), hair, plot.box.height()}, on.style.text);
    set(on.painter, {x - 10 * mm, plot.box.top() - line * 0.9, 20 * mm, line}, on.words.now, {on.tiny, on.style.muted, Qt::AlignHCenter});
}

} // namespace app::paper
