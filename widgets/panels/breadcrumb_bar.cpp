// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/breadcrumb_bar.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace widgets {

namespace {

constexpr int kLongestCrumb = 168;

} // namespace

BreadcrumbBar::BreadcrumbBar(QWidget* parent)
    : QWidget(parent), m_back(new QToolButton(this)), m_forward(new QToolButton(this)),
      m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(4, 4, 8, 4);
    m_row->setSpacing(0);
    m_row->setSizeConstraint(QLayout::SetMinimumSize);
    for (QToolButton* button : {m_back, m_forward}) {
        button->setIconSize({16, 16});
        button->setEnabled(false);
        m_row->addWidget(button);
    }
    m_back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    connect(m_back, &QToolButton::clicked, this, &BreadcrumbBar::backAsked);
    connect(m_forward, &QToolButton::clicked, this, &BreadcrumbBar::forwardAsked);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    retranslate();
}

void BreadcrumbBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_back->setIcon(icon(theme, QStringLiteral("back"), theme.text));
    m_forward->setIcon(icon(theme, QStringLiteral("forward"), theme.text));
    rebuild();
}

void BreadcrumbBar::setCrumbs(const std::vector<Crumb>& crumbs)
{
    m_crumbs = crumbs;
    rebuild();
}

void BreadcrumbBar::setHistory(int back, int forward)
{
    m_back->setEnabled(back > 0);
    m_forward->setEnabled(forward > 0);
}

void BreadcrumbBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.corner, m_theme.corner);
}

void BreadcrumbBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void BreadcrumbBar::retranslate()
{
    m_back->setToolTip(tr("Back (Alt+Left)"));
    m_back->setAccessibleName(tr("Back"));
    m_forward->setToolTip(tr("Forward (Alt+Right)"));
    m_forward->setAccessibleName(tr("Forward"));
    setAccessibleName(tr("Where you are"));
}

void BreadcrumbBar::rebuild()
{
    for (QWidget* step : m_steps) {
        m_row->removeWidget(step);
        step->hide();
        step->deleteLater(); // The step may be in the middle of its own click.
    }
    m_steps.clear();
    for (std::size_t i = 0; i < m_crumbs.size(); ++i) {
        if (i > 0) {
            QLabel* arrow = plainLabel(Wrap::Never, this);
            arrow->setText(QStringLiteral("›"));
            tint(*arrow, m_theme.muted);
            m_steps.push_back(arrow);
            m_row->addWidget(arrow);
        }
        const bool last = i + 1 == m_crumbs.size();
        auto* step = new QToolButton(this);
        step->setFont(fontOf(m_theme, m_theme.body, last ? Weight::Bold : Weight::Regular));
        const QString text =
            QFontMetrics(step->font()).elidedText(m_crumbs[i].text, Qt::ElideRight, kLongestCrumb);
        step->setText(plainCaption(text));
        if (text != m_crumbs[i].text) step->setToolTip(plainTip(m_crumbs[i].text));
        step->setAccessibleName(m_crumbs[i].text);
        connect(step, &QToolButton::clicked, this,
                [this, target = m_crumbs[i].target] { Q_EMIT activated(target); });
        m_steps.push_back(step);
        m_row->addWidget(step);
    }
    for (QWidget* step : m_steps)
        step->show();
    m_row->activate();
    adjustSize();
}

} // namespace widgets
