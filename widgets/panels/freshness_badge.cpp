// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/freshness_badge.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int kSymbol = 10;
constexpr int kGap = 4;

} // namespace

FreshnessBadge::FreshnessBadge(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FreshnessBadge::setTheme(const Theme& theme)
{
    m_theme = theme;
    spread();
}

void FreshnessBadge::setFreshness(city::Freshness state, const QString& age)
{
    m_state = state;
    m_age = age;
    spread();
}

QString FreshnessBadge::text() const
{
    if (m_state == city::Freshness::Fresh && !m_age.isEmpty()) return m_age;
    const QString word = city::freshnessText(m_state).toString();
    return m_age.isEmpty() || m_state == city::Freshness::Missing ? word : word + u' ' + m_age;
}

QSize FreshnessBadge::sizeHint() const
{
    const QFontMetrics metrics(fontOf(m_theme, m_theme.tiny));
    return {kSymbol + kGap + metrics.horizontalAdvance(text()) + 2, qMax(metrics.height(), kSymbol)};
}

QSize FreshnessBadge::minimumSizeHint() const
{
    return sizeHint();
}

void FreshnessBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintFreshness(painter, QRectF(0, (height() - kSymbol) / 2.0, kSymbol, kSymbol), m_state, m_theme);
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    painter.setPen(m_state == city::Freshness::Fresh ? m_theme.muted : m_theme.of(m_state));
    painter.drawText(rect().adjusted(kSymbol + kGap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text());
}

void FreshnessBadge::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) spread();
    QWidget::changeEvent(event);
}

void FreshnessBadge::spread()
{
    const QString word = city::freshnessText(m_state).toString();
    setAccessibleName(m_age.isEmpty() ? word : word + u' ' + m_age);
    updateGeometry();
    update();
}

} // namespace widgets
