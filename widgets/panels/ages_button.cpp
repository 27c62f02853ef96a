// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/ages_button.h"

#include "widgets/panels/feed_age_list.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QEvent>
#include <QPainter>
#include <QScreen>
#include <algorithm>

namespace widgets {

AgesButton::AgesButton(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &AgesButton::openList);
}

void AgesButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (m_list) m_list->setTheme(theme);
    updateGeometry();
    update();
}

void AgesButton::setFeeds(const std::vector<FeedAge>& feeds)
{
    m_feeds = feeds;
    if (m_list) m_list->setFeeds(feeds);
    setAccessibleName(summary());
    setToolTip(tr("How old the data are"));
    updateGeometry();
    update();
}

city::Freshness AgesButton::worst() const
{
    city::Freshness worst = m_feeds.empty() ? city::Freshness::Missing : city::Freshness::Fresh;
    for (const FeedAge& feed : m_feeds)
        if (badness(feed.freshness) > badness(worst)) worst = feed.freshness;
    return worst;
}

QString AgesButton::summary() const
{
    if (m_feeds.empty()) return tr("No feeds");
    const city::Freshness state = worst();
    if (state == city::Freshness::Fresh) return tr("All data fresh");
    const auto troubled = std::count_if(m_feeds.begin(), m_feeds.end(), [](const FeedAge& feed) {
        return feed.freshness != city::Freshness::Fresh;
    });
    //: %1 is "stale", "late" ...; %2 of %3 feeds are not fresh
    return tr("%1: %2 of %3 feeds")
        .arg(city::freshnessText(state).toString())
        .arg(troubled)
        .arg(m_feeds.size());
}

QSize AgesButton::sizeHint() const
{
    return {QFontMetrics(fontOf(m_theme, m_theme.body)).horizontalAdvance(summary()) + 36, 32};
}

void AgesButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.line, 1));
    painter.setBrush(underMouse() ? mixed(m_theme.surface, m_theme.text, 0.07) : m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.corner, m_theme.corner);
    const city::Freshness state = worst();
    paintFreshness(painter, QRectF(10, height() / 2.0 - 6, 12, 12), state, m_theme);
    painter.setFont(fontOf(m_theme, m_theme.body));
    painter.setPen(state == city::Freshness::Fresh ? m_theme.muted : m_theme.text);
    painter.drawText(rect().adjusted(28, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     summary());
}

void AgesButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) setFeeds(std::vector<FeedAge>(m_feeds));
    QAbstractButton::changeEvent(event);
}

void AgesButton::openList()
{
    if (!m_list) {
        m_list = new FeedAgeList(this);
        m_list->setWindowFlag(Qt::Popup);
        connect(m_list, &FeedAgeList::feedPicked, this, [this](const QString& id) {
            m_list->hide();
            Q_EMIT feedPicked(id);
        });
    }
    m_list->setTheme(m_theme);
    m_list->setFeeds(m_feeds);
    m_list->resize(m_list->sizeHint());
    QPoint at = mapToGlobal(QPoint(width() - m_list->width(), height() + 4));
    const QRect room = screen()->availableGeometry();
    at.setX(qBound(room.left(), at.x(), qMax(room.left(), room.right() - m_list->width())));
    m_list->move(at);
    m_list->show();
}

} // namespace widgets
