// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/feed_age_row.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QPainter>

namespace widgets {

FeedAgeRow::FeedAgeRow(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FeedAgeRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void FeedAgeRow::setFeed(const FeedAge& feed)
{
    m_feed = feed;
    setAccessibleName(feed.title);
    setAccessibleDescription(city::freshnessText(feed.freshness).toString() + u' ' + feed.age + u' ' +
                             feed.detail);
    setToolTip(plainTip(feed.detail));
    updateGeometry();
    update();
}

QSize FeedAgeRow::sizeHint() const
{
    return {280, m_feed.detail.isEmpty() ? 28 : 44};
}

void FeedAgeRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse()) painter.fillRect(rect(), mixed(m_theme.raised, m_theme.text, 0.07));
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(4, 0, -5, -1));
    }
    paintFreshness(painter, QRectF(12, 9, 10, 10), m_feed.freshness, m_theme);
    QRect row(30, 4, width() - 42, 20);
    const bool fresh = m_feed.freshness == city::Freshness::Fresh;
    const QString word = city::freshnessText(m_feed.freshness).toString();
    const QString age =
        fresh && !m_feed.age.isEmpty() ? m_feed.age : QString(word + u' ' + m_feed.age).trimmed();
    painter.setFont(fontOf(m_theme, m_theme.body));
    const QFontMetrics metrics(painter.font());
    painter.setPen(fresh ? m_theme.muted : m_theme.of(m_feed.freshness));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, age);
    row.setRight(row.right() - metrics.horizontalAdvance(age) - 12);
    painter.setPen(m_theme.text);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(m_feed.title, Qt::ElideRight, row.width()));
    if (m_feed.detail.isEmpty()) return;
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.setPen(m_theme.muted);
    const QRect below(30, 24, width() - 42, 16);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(m_feed.detail, Qt::ElideRight, below.width()));
}

} // namespace widgets
