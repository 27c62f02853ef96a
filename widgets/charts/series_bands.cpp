// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/series_view.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <algorithm>

/// What a SeriesView paints behind its lines: what is usual, and what is expected.
namespace widgets {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration bandGap = 90min; ///< Points of the usual further apart are not one band.

QColor washed(const QColor& colour, int alpha)
{
    QColor wash = colour;
    wash.setAlpha(alpha);
    return wash;
}

} // namespace

void SeriesView::paintUsual(QPainter& painter) const
{
    painter.save();
    painter.setClipRect(m_plot);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        const std::vector<UsualPoint>& usual = m_chart.series[i].usual;
        if (!bandShown(m_chart.series[i])) continue;
        for (std::size_t begin = 0; begin < usual.size();) {
            std::size_t end = begin + 1;
            while (end < usual.size() && usual[end].at - usual[end - 1].at <= bandGap)
                ++end;
            QPolygonF band, middle;
            for (std::size_t n = begin; n < end; ++n) {
                band << placeOf({usual[n].at, usual[n].high});
                middle << placeOf({usual[n].at, usual[n].median});
            }
            for (std::size_t n = end; n-- > begin;)
                band << placeOf({usual[n].at, usual[n].low});
            painter.setPen(Qt::NoPen);
            painter.setBrush(washed(colourOf(i), m_theme.isDark() ? 62 : 52));
            painter.drawPolygon(band);
            painter.setPen(QPen(washed(colourOf(i), 130), 1, Qt::DotLine));
            painter.drawPolyline(middle);
            begin = end;
        }
    }
    painter.restore();
}

void SeriesView::paintFan(QPainter& painter) const
{
    if (!m_chart.now || *m_chart.now < m_from || *m_chart.now > m_to) return;
    painter.save();
    painter.setClipRect(m_plot);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        const std::vector<FanPoint>& fan = m_chart.series[i].fan;
        if (fan.empty()) continue;
        QPolygonF outer, inner, middle;
        for (const FanPoint& point : fan) {
            outer << placeOf({point.at, point.high});
            inner << placeOf({point.at, point.highHalf});
            middle << placeOf({point.at, point.value});
        }
        for (auto point = fan.rbegin(); point != fan.rend(); ++point) {
            outer << placeOf({point->at, point->low});
            inner << placeOf({point->at, point->lowHalf});
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(washed(colourOf(i), 45));
        painter.drawPolygon(outer);
        painter.drawPolygon(inner);
        painter.setPen(QPen(colourOf(i), 1.5, Qt::DashLine));
        painter.drawPolyline(middle);
    }
    painter.restore();
    const double x = std::round(placeOf({*m_chart.now, m_values.from}).x());
    painter.setPen(QPen(m_theme.text, 1));
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.setPen(m_theme.muted);
    painter.drawText(QRectF(x - 40, m_plot.top() - 15, 80, 14), Qt::AlignCenter | Qt::TextSingleLine,
                     tr("now"));
}

void SeriesView::paintMarks(QPainter& painter) const
{
    if (!m_chart.incompleteFrom && m_chart.marks.empty()) return;
    painter.save();
    painter.setClipRect(m_plot);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_chart.incompleteFrom && *m_chart.incompleteFrom < m_to) {
        const double x = std::max(m_plot.left(), placeOf({*m_chart.incompleteFrom, m_values.from}).x());
        paintHatch(painter, QRectF(QPointF(x, m_plot.top()), m_plot.bottomRight()), m_theme.noData);
    }
    painter.setFont(fontOf(m_theme, m_theme.tiny, Weight::Bold));
    const QFontMetricsF metrics(painter.font());
    double free = m_plot.top() + 12;
    for (const ChartMark& mark : m_chart.marks) {
        const QPointF at = placeOf({mark.at, mark.value});
        painter.setPen(QPen(m_theme.text, 1.5));
        painter.setBrush(m_theme.surface);
        painter.drawPolygon(QPolygonF{at + QPointF(0, -6), at + QPointF(6, 0), at + QPointF(0, 6), at + QPointF(-6, 0)});
        const double width = metrics.horizontalAdvance(mark.text);
        const double left = std::clamp(at.x() - width / 2, m_plot.left() + 2, std::max(m_plot.left() + 2, m_plot.right() - width - 2));
        const double y = std::max(free, std::min(at.y() - 10, m_plot.bottom() - 4));
        painter.drawText(QPointF(left, y), mark.text);
        free = y + metrics.height();
    }
    painter.restore();
}

} // namespace widgets
