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
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int kRow = 24, kLeastRow = 20;

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
    return {200, std::max(1, count()) * kLeastRow};
}

QRect BarsView::rowAt(int bar) const
{
    const int row = count() == 0 ? kRow : std::clamp(height() / count(), kLeastRow, kRow + 4);
    return {0, bar * row, width(), row};
}

int BarsView::barUnder(QPointF at) const
{
    for (int i = 0; i < count(); ++i)
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
    for (int i = 0; i < count(); ++i)
        paintBar(painter, i, labels, values);
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

    const double thick = 10, left = room.left() + labels + 10, right = value.left() - 10;
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
