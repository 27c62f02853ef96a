// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/feed_strip.h"

#include "widgets/panels/feed_age_list.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace widgets {

namespace {

constexpr int barHeight = 32, markHeight = 5, textHeight = 18;

} // namespace

FeedStrip::FeedStrip(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
}

void FeedStrip::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FeedStrip::setCells(std::vector<StripCell> cells, const QString& from, const QString& to)
{
    m_cells = std::move(cells);
    m_from = from;
    m_to = to;
    setAccessibleName(tr("The last 24 hours"));
    setAccessibleDescription(m_cells.empty() ? QString() : m_cells.back().tip);
    update();
}

QRectF FeedStrip::boxOf(std::size_t cell) const
{
    const double width = static_cast<double>(this->width()) / static_cast<double>(std::max<std::size_t>(m_cells.size(), 1));
    return {static_cast<double>(cell) * width, 0, width, barHeight};
}

void FeedStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, 0, width(), barHeight), mixed(m_theme.surface, m_theme.text, 0.05));
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const StripCell& cell = m_cells[i];
        const QRectF box = boxOf(i);
        if (cell.state) {
            const double high = barHeight * (1 + badness(*cell.state)) / 6.0;
            painter.fillRect(QRectF(box.left(), barHeight - high, box.width() - 1, high), m_theme.of(*cell.state));
        } else {
            paintHatch(painter, box, m_theme.line);
        }
        if (cell.failed) painter.fillRect(QRectF(box.left(), barHeight + 2, box.width() - 1, markHeight - 2), m_theme.text);
    }
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.setPen(m_theme.muted);
    const QRect below(0, barHeight + markHeight + 2, width(), textHeight);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, m_from);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, m_to);
}

bool FeedStrip::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (!boxOf(i).contains(help->pos())) continue;
        QToolTip::showText(help->globalPos(), plainTip(m_cells[i].tip), this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace widgets
