// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/series_view.h"
#include "widgets/theme/dress.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

/// What a SeriesView paints round the lines.
namespace widgets {

void SeriesView::drawBackground(QPainter* painter, const QRectF&)
{
    painter->save();
    painter->resetTransform();
    paintBands(*painter);
    paintUsual(*painter);
    paintFan(*painter);
    paintGrid(*painter);
    painter->restore();
}

void SeriesView::drawForeground(QPainter* painter, const QRectF&)
{
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    paintMarks(*painter);
    paintEnds(*painter);
    if (m_pressed && m_hover) {
        QColor veil = m_theme.accent;
        veil.setAlpha(50);
        const double x = std::clamp(*m_hover, m_plot.left(), m_plot.right());
        painter->fillRect(QRectF(QPointF(*m_pressed, m_plot.top()), QPointF(x, m_plot.bottom())).normalized(),
                          veil);
    } else if (m_hover && *m_hover >= m_plot.left() - 4 && *m_hover <= m_plot.right() + 4) {
        paintReadOut(*painter);
    }
    if (hasFocus()) {
        painter->setPen(QPen(m_theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    painter->restore();
}

void SeriesView::paintBands(QPainter& painter) const
{
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    for (const ChartBand& band : m_chart.bands) {
        const double low = std::max(band.from, m_values.from), high = std::min(band.to, m_values.to);
        if (low >= high) continue;
        const double top = placeOf({m_from, high}).y(), bottom = placeOf({m_from, low}).y();
        const QRectF box(m_plot.left(), top, m_plot.width(), bottom - top);
        QColor wash = band.colour;
        wash.setAlpha(m_theme.isDark() ? 30 : 38);
        painter.fillRect(box, wash);
        QColor edge = band.colour;
        edge.setAlpha(170);
        painter.fillRect(QRectF(m_plot.left() - 3, top, 3, bottom - top), edge);
        if (box.height() < 14) continue;
        painter.setPen(m_theme.muted);
        painter.drawText(box.adjusted(6, 1, -4, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                         band.word);
    }
}

void SeriesView::paintGrid(QPainter& painter) const
{
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    const QFontMetricsF metrics(painter.font());
    for (double v = m_values.from; v <= m_values.to + m_values.step / 2; v += m_values.step) {
        const double y = std::round(placeOf({m_from, v}).y());
        painter.fillRect(QRectF(m_plot.left(), y, m_plot.width(), 1), m_theme.grid);
        painter.setPen(m_theme.muted);
        painter.drawText(QRectF(0, y - 8, m_plot.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(v, 'f', m_values.decimals));
    }
    painter.drawText(QRectF(0, 0, width() / 2.0, 14), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     m_chart.unit);
    double free = -1e9;
    for (const TimeTick& tick :
         timeTicks(m_from, m_to, m_zone, std::max(2, static_cast<int>(m_plot.width() / 56)))) {
        const double x = std::round(placeOf({tick.at, m_values.from}).x());
        painter.fillRect(QRectF(x, m_plot.top(), 1, m_plot.height()), tick.day ? m_theme.line : m_theme.grid);
        const double half = metrics.horizontalAdvance(tick.text) / 2 + 1;
        if (x - half < free || x - half < 0 || x + half > width()) continue;
        painter.setPen(tick.day ? m_theme.text : m_theme.muted);
        painter.drawText(QRectF(x - half, m_plot.bottom() + 4, 2 * half, 14),
                         Qt::AlignCenter | Qt::TextSingleLine, tick.text);
        free = x + half + 6;
    }
    painter.fillRect(QRectF(m_plot.left(), std::round(m_plot.bottom()), m_plot.width(), 1), m_theme.line);
}

// The label of each series' last point: its value, and behind it, where it may be cut short, its name where there are
// several.
std::vector<QString> SeriesView::endTexts() const
{
    std::vector<QString> texts;
    for (const ChartSeries& series : m_chart.series) {
        const auto last = std::find_if(series.samples.rbegin(), series.samples.rend(),
                                       [](const city::Sample& s) { return std::isfinite(s.value); });
        QString text = last == series.samples.rend() ? QString() : numberText(last->value);
        if (m_chart.series.size() > 1) text = QString(text + u' ' + series.name).trimmed();
        texts.push_back(text);
    }
    return texts;
}

void SeriesView::paintEnds(QPainter& painter) const
{
    struct End {
        double y;
        QPointF at;
        QString text;
        QColor colour;
    };
    std::vector<End> ends;
    const std::vector<QString> texts = endTexts();
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        const auto& samples = m_chart.series[i].samples;
        const auto last = std::find_if(samples.rbegin(), samples.rend(),
                                       [](const city::Sample& s) { return std::isfinite(s.value); });
        if (last == samples.rend() || last->at < m_from || last->at > m_to) continue;
        const QPointF at = placeOf(*last);
        ends.push_back({at.y(), at, texts[i], colourOf(i)});
    }
    std::sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
    painter.setFont(fontOf(m_theme, m_theme.tiny, Weight::Bold));
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height() - 1;
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i].y = std::max(ends[i].y, ends[i - 1].y + line);
    for (std::size_t i = ends.size(); i-- > 0;) {
        const double floor = i + 1 < ends.size() ? ends[i + 1].y - line : height() - line / 2 - 2;
        ends[i].y = std::min(ends[i].y, floor);
    }
    for (const End& end : ends) {
        painter.setPen(QPen(m_theme.surface, 1.5));
        painter.setBrush(end.colour);
        painter.drawEllipse(end.at, 3.5, 3.5);
        // The colour is on the dot; text keeps the contrast of text.
        painter.setPen(m_theme.text);
        const double left = m_plot.right() + 8; // A series may end long before the others, or in a forecast.
        painter.drawText(QRectF(left, end.y - line / 2, width() - left, line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(end.text, Qt::ElideRight, width() - left));
    }
}

void SeriesView::paintReadOut(QPainter& painter) const
{
    const double x = std::clamp(*m_hover, m_plot.left(), m_plot.right());
    const city::Instant at = timeAt(x);
    painter.setPen(QPen(m_theme.muted, 1));
    painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
    struct Row {
        QColor colour;
        QString name, value;
    };
    std::vector<Row> rows;
    std::optional<city::Instant> spoken;
    for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
        const city::Sample* sample = sampleNear(i, at);
        QString value =
            sample ? QString(numberText(sample->value) + u' ' + m_chart.unit).trimmed() : tr("no data");
        rows.push_back({colourOf(i), m_chart.series[i].name, std::move(value)});
        if (!sample) continue;
        if (!spoken) spoken = sample->at;
        painter.setPen(QPen(m_theme.surface, 1.5));
        painter.setBrush(colourOf(i));
        painter.drawEllipse(placeOf(*sample), 4, 4);
    }
    const QString time = city::inZone(spoken.value_or(at), m_zone, QStringLiteral("M/d HH:mm"));
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    const QFontMetricsF metrics(painter.font());
    double names = 0, values = 0;
    for (const Row& row : rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    names = std::min(names, 120.0);
    const double inner = std::max(metrics.horizontalAdvance(time), names + values + 26);
    QRectF box(x + 10, m_plot.top(), inner + 16, 16.0 * static_cast<double>(rows.size() + 1) + 8);
    if (box.right() > width()) box.moveRight(x - 10);
    box.moveLeft(std::max(0.0, box.left()));
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    QRectF row(box.left() + 8, box.top() + 4, inner, 16);
    painter.setPen(m_theme.muted);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, time);
    for (const Row& told : rows) {
        row.translate(0, 16);
        painter.fillRect(QRectF(row.left(), row.center().y() - 1, 10, 2.5), told.colour);
        painter.setPen(m_theme.muted);
        painter.drawText(row.adjusted(16, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(told.name, Qt::ElideRight, names + 1));
        painter.setPen(m_theme.text);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, told.value);
    }
}

} // namespace widgets
