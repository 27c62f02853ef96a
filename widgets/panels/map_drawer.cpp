// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/map_drawer.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace widgets {

MapDrawer::MapDrawer(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_close(new QToolButton(this))
{
    hide();
    setMinimumHeight(140);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone); // names cut short say nothing: those that do not fit are a step away
    m_tabs->setUsesScrollButtons(true);
    m_close->setIconSize({16, 16});
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    bar->addWidget(m_tabs, 1);
    bar->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_stack, 1);
    connect(m_close, &QToolButton::clicked, this, &MapDrawer::close);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        const QString id = m_tabs->tabData(tab).toString();
        if (QWidget* page = m_pages.value(id)) m_stack->setCurrentWidget(page);
        if (isVisible()) Q_EMIT pageChanged(id);
    });
    retranslate();
}

void MapDrawer::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_tabs->setFont(fontOf(theme, theme.body));
    m_tabs->setStyleSheet(QStringLiteral("QTabBar::tab { padding: 4px 12px; color: %1; background: "
                                         "transparent; border: 0; border-bottom: 2px solid transparent; }"
                                         "QTabBar::tab:selected { color: %2; border-bottom: 2px solid %3; } "
                                         "QTabBar::tab:hover { color: %2; }")
                              .arg(theme.muted.name(), theme.text.name(), theme.accent.name()));
    m_close->setIcon(icon(theme, QStringLiteral("close")));
    update();
}

void MapDrawer::addPage(const QString& id, QWidget* page)
{
    m_stack->addWidget(page);
    m_pages.insert(id, page);
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setTabData(m_tabs->addTab(QString()), id);
}

void MapDrawer::setTitle(const QString& id, const QString& title)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabData(i) == id) m_tabs->setTabText(i, plainCaption(title));
}

void MapDrawer::open(const QString& id)
{
    const bool same = isVisible() && page() == id;
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->tabData(i) == id) m_tabs->setCurrentIndex(i);
    if (QWidget* page = m_pages.value(id)) m_stack->setCurrentWidget(page);
    show();
    if (!same) Q_EMIT pageChanged(id);
}

void MapDrawer::close()
{
    hide();
    Q_EMIT pageChanged({});
}

QString MapDrawer::page() const
{
    return isVisibleTo(parentWidget()) ? m_tabs->tabData(m_tabs->currentIndex()).toString() : QString();
}

void MapDrawer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.line);
}

void MapDrawer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void MapDrawer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void MapDrawer::retranslate()
{
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
    m_tabs->setAccessibleName(tr("Pages under the map"));
}

} // namespace widgets
