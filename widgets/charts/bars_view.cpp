// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/bars_view.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kRow = 24, kLeastRow = 20;
constexpr int leastBars = 4; // So many are always seen.

} // namespace

BarsView::BarsView(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void BarsView::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void BarsView::setChart(const ChartData& chart)
{
    m_chart = chart;
    m_current = std::min(m_current, count() - 1);
    m_hovered = std::min(m_hovered, count() - 1);
    scrollTo(m_first);
    setAccessibleName(chart.title);
    QStringList said;
    for (const ChartBar& bar : chart.bars)
        said.push_back(bar.label + u' ' + (bar.value ? bar.valueText : tr("no data")));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize BarsView::sizeHint() const
{
    return {320, std::max(1, count()) * kRow};
}

QSize BarsView::minimumSizeHint() const
{
    return {200, std::clamp(count(), 1, leastBars) * kLeastRow};
}

int BarsView::rowHeight() const
{
    return count() == 0 ? kRow : std::clamp(height() / count(), kLeastRow, kRow + 4);
}

int BarsView::shownCount() const
{
    const int rows = std::max(1, height() / rowHeight());
    return rows >= count() ? count() : std::max(1, rows - 1); // The last line says how many more there are.
}

void BarsView::scrollTo(int first)
{
    const int most = std::max(0, count() - shownCount());
    const int now = std::clamp(first, 0, most);
    if (now == m_first) return;
    m_first = now;
    update();
}

QRect BarsView::rowAt(int bar) const
{
    const int row = rowHeight();
    return {0, (bar - m_first) * row, width(), row};
}

int BarsView::barUnder(QPointF at) const
{
    const int end = std::min(count(), m_first + shownCount());
    for (int i = m_first; i < end; ++i)
        if (rowAt(i).contains(at.toPoint())) return i;
    return -1;
}

void BarsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(m_theme, m_theme.body));
    const QFontMetricsF metrics(painter.font());
    double labels = 0, values = metrics.horizontalAdvance(tr("no data"));
    for (const ChartBar& bar : m_chart.bars) {
        labels = std::max(labels, metrics.horizontalAdvance(bar.label));
        values = std::max(values, metrics.horizontalAdvance(bar.valueText));
    }
    labels = std::min(labels, width() * 0.4);
    values = std::min(values, width() * 0.35);
    const int first = std::clamp(m_first, 0, std::max(0, count() - shownCount())); // It may have grown since.
    for (int i = first; i < std::min(count(), first + shownCount()); ++i)
        paintBar(painter, i, labels, values);
    if (shownCount() < count()) paintMore(painter);
}

void BarsView::paintMore(QPainter& painter) const
{
    const QRect row(4, shownCount() * rowHeight(), width() - 8, rowHeight());
    painter.setPen(m_theme.muted);
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, tr("and %n more", nullptr, count() - shownCount()));
}

void BarsView::paintBar(QPainter& painter, int at, double labels, double values) const
{
    const ChartBar& bar = m_chart.bars[static_cast<std::size_t>(at)];
    const QRectF row = rowAt(at);
    if (bar.selected || at == m_hovered)
        painter.fillRect(row, bar.selected ? mixed(m_theme.surface, m_theme.accent, 0.22)
                                           : mixed(m_theme.surface, m_theme.text, 0.07));
    if (hasFocus() && at == m_current) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    double most = 0, least = 0;
    for (const ChartBar& other : m_chart.bars) {
        most = std::max(most, other.value.value_or(0));
        least = std::min(least, other.value.value_or(0));
    }
    const double span = std::max(most - least, 1e-12);
    const QFontMetricsF metrics(painter.font());
    const QRectF room = row.adjusted(4, 0, -4, 0);
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(room.left(), row.top(), labels + 1, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(bar.label, Qt::ElideRight, labels + 1));
    const QRectF value(room.right() - values, row.top(), values, row.height());
    painter.setPen(bar.value ? m_theme.text : m_theme.muted);
    painter.drawText(
        value, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(bar.value ? bar.valueText : tr("no data"), Qt::ElideRight, values + 1));

    const double thick = 10, left = room.left() + labels + 10;
    double right = value.left() - 10;
    if (!bar.usual.isEmpty()) right = std::max(left, right - paintUsual(painter, bar.usual, {left, row.top(), right - left, row.height()}));
    if (right - left < 12) return;
    const QRectF track(left, std::round(row.center().y() - thick / 2), right - left, thick);
    if (!bar.value) {
        paintHatch(painter, track, m_theme.noData);
        return;
    }
    const double zero = left + (0 - least) / span * track.width();
    const double end = left + (*bar.value - least) / span * track.width();
    QColor fill = bar.colour.isValid() ? bar.colour : m_theme.data;
    if (m_chart.freshness == city::Freshness::Stale || m_chart.freshness == city::Freshness::Dead)
        fill = QColor::fromHslF(fill.hslHueF(), fill.hslSaturationF() * 0.3F, fill.lightnessF());
    QRectF shown(QPointF(zero, track.top()), QPointF(end, track.bottom()));
    shown = shown.normalized();
    shown.setWidth(std::max(shown.width(), 1.0)); // Zero is a value: a line, not nothing.
    painter.fillRect(shown, fill);
    if (contrast(fill, m_theme.surface) <
        3) { // Official colours may be pale: an edge keeps the bar's end visible.
        painter.setPen(QPen(mixed(fill, m_theme.text, 0.55), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(shown.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    if (bar.selected) painter.fillRect(QRectF(0, row.top(), 3, row.height()), m_theme.accent);
}

double BarsView::paintUsual(QPainter& painter, const QString& usual, const QRectF& room) const
{
    constexpr double leastBar = 24;
    painter.save();
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.setPen(m_theme.muted);
    const double wanted = QFontMetricsF(painter.font()).horizontalAdvance(usual) + 2;
    const bool fits = wanted + leastBar <= room.width();
    if (fits) painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, usual);
    painter.restore();
    return fits ? wanted + 8 : 0;
}

void BarsView::hover(int bar)
{
    if (bar == m_hovered) return;
    m_hovered = bar;
    const bool leads = bar >= 0 && m_chart.bars[static_cast<std::size_t>(bar)].target;
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    Q_EMIT barHovered(leads ? m_chart.bars[static_cast<std::size_t>(bar)].target : std::nullopt);
}

void BarsView::choose(int bar)
{
    if (bar < 0 || bar >= count()) return;
    m_current = bar;
    update();
    if (const auto target = m_chart.bars[static_cast<std::size_t>(bar)].target) Q_EMIT activated(*target);
}

void BarsView::mouseMoveEvent(QMouseEvent* event)
{
    hover(barUnder(event->position()));
}

void BarsView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) choose(barUnder(event->position()));
}

void BarsView::leaveEvent(QEvent*)
{
    hover(-1);
}

void BarsView::wheelEvent(QWheelEvent* event)
{
    if (shownCount() == count()) return event->ignore(); // The panel it lies in may scroll.
    scrollTo(m_first + (event->angleDelta().y() < 0 ? 1 : -1));
    event->accept();
}

void BarsView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        m_current = std::min(m_current + 1, count() - 1);
        break;
    case Qt::Key_Up:
        m_current = std::max(m_current - 1, 0);
        break;
    case Qt::Key_Home:
        m_current = 0;
        break;
    case Qt::Key_End:
        m_current = count() - 1;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(m_current);
        break;
    case Qt::Key_Question:
        if (m_current >= 0) Q_EMIT whyAsked(m_current);
        break;
    default:
        event->ignore();
        return;
    }
    if (m_current >= 0 && m_current < m_first) scrollTo(m_current);
    if (m_current >= m_first + shownCount()) scrollTo(m_current - shownCount() + 1);
    update();
}

bool BarsView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int bar = barUnder(help->pos());
        const auto* shown = bar < 0 ? nullptr : &m_chart.bars[static_cast<std::size_t>(bar)];
        const QString tip = !shown                  ? QString()
                            : !shown->tip.isEmpty() ? shown->tip
                                                    : shown->label + QStringLiteral(": ") + shown->valueText;
        QToolTip::showText(help->globalPos(), plainTip(tip), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace widgets
