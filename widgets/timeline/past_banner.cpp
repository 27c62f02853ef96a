// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/past_banner.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace widgets {

namespace {

constexpr int high = 40;
constexpr int narrowBelow = 1100;

} // namespace

PastBanner::PastBanner(QWidget* parent)
    : QWidget(parent), m_sign(plainLabel(Wrap::Never, this)), m_moment(plainLabel(Wrap::Never, this)),
      m_ago(plainLabel(Wrap::Never, this)), m_knowledge(plainLabel(Wrap::Never, this)),
      m_back(new QPushButton(this))
{
    setFixedHeight(high);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(20);
    row->addWidget(m_sign);
    row->addWidget(m_moment);
    row->addWidget(m_ago);
    row->addWidget(m_knowledge);
    row->addStretch(1);
    row->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &PastBanner::liveAsked);
    retranslate();
}

void PastBanner::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_sign->setFont(fontOf(theme, theme.large, Weight::Bold));
    m_moment->setFont(fontOf(theme, theme.large, Weight::Bold));
    m_ago->setFont(fontOf(theme, theme.title));
    m_knowledge->setFont(fontOf(theme, theme.body));
    for (QLabel* label : {m_sign, m_moment, m_ago, m_knowledge})
        tint(*label, theme.onPast);
    m_back->setStyleSheet(
        QStringLiteral("QPushButton { background: %1; color: %2; border: 1px solid %2; border-radius: 6px; "
                       "padding: 4px 14px; }"
                       "QPushButton:hover, QPushButton:focus { background: %2; color: %1; }")
            .arg(theme.past.name(), theme.onPast.name()));
    m_back->setFont(fontOf(theme, theme.body, Weight::Bold));
    update();
}

void PastBanner::setMoment(const QString& moment, const QString& ago, const QString& knowledge)
{
    m_moment->setText(moment);
    m_ago->setText(ago);
    m_knowledge->setText(knowledge);
    setAccessibleDescription(moment + QStringLiteral(", ") + ago);
}

void PastBanner::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.past);
}

void PastBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void PastBanner::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_knowledge->setVisible(width() >= narrowBelow);
}

void PastBanner::retranslate()
{
    m_sign->setText(tr("NOT LIVE"));
    m_back->setText(tr("Back to live (Esc)"));
    setAccessibleName(tr("What is shown is not live"));
}

} // namespace widgets
