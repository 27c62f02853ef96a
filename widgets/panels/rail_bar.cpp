// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rail_bar.h"

#include "widgets/panels/rail_button.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace widgets {

RailBar::RailBar(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_report(new RailButton(this)), m_feeds(new RailButton(this)), m_layers(new RailButton(this))
{
    setFixedWidth(56);
    m_feeds->setCheckable(true);
    m_column->setContentsMargins(0, 4, 0, 4);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_column->addWidget(m_report);
    m_column->addWidget(m_feeds);
    m_column->addWidget(m_layers);
    for (RailButton* button : {m_report, m_feeds, m_layers})
        button->installEventFilter(this);
    connect(m_report, &RailButton::clicked, this, &RailBar::reportAsked);
    connect(m_feeds, &RailButton::clicked, this, &RailBar::feedsAsked);
    connect(m_layers, &RailButton::clicked, this, &RailBar::layersAsked);
    retranslate();
}

void RailBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (RailButton* button : {m_report, m_feeds, m_layers})
        button->setTheme(theme);
    for (RailButton* button : m_buttons)
        button->setTheme(theme);
    update();
}

void RailBar::setEntries(const std::vector<RailEntry>& entries)
{
    m_entries = entries;
    rebuild();
}

void RailBar::setCurrent(const QString& id)
{
    m_current = id;
    mark();
}

void RailBar::setFeedsShown(bool shown)
{
    m_feedsShown = shown;
    mark();
}

void RailBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.line);
}

void RailBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

bool RailBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up) return focusPreviousChild();
        if (key == Qt::Key_Down) return focusNextChild();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<RailButton*>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RailBar::rebuild()
{
    while (m_buttons.size() > m_entries.size()) {
        m_buttons.back()->hide();
        m_buttons.back()->deleteLater();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < m_entries.size()) {
        auto* button = new RailButton(this);
        button->setTheme(m_theme);
        button->setCheckable(true);
        button->installEventFilter(this);
        const std::size_t at = m_buttons.size();
        m_column->insertWidget(static_cast<int>(at), button);
        setTabOrder(at == 0 ? this : static_cast<QWidget*>(m_buttons.back()), button);
        connect(button, &RailButton::clicked, this, [this, at] {
            mark(); // The owner decides; until then the mark stays where it was.
            if (at < m_entries.size()) Q_EMIT picked(m_entries[at].id);
        });
        m_buttons.push_back(button);
    }
    if (!m_buttons.empty()) setTabOrder(m_buttons.back(), m_report);
    setTabOrder(m_report, m_feeds);
    setTabOrder(m_feeds, m_layers);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        m_buttons[i]->setFace(m_entries[i].icon, m_entries[i].title);
        m_buttons[i]->setToolTip(plainTip(m_entries[i].title + u'\n' + m_entries[i].question));
        m_buttons[i]->setAccessibleDescription(m_entries[i].question);
    }
    mark();
}

void RailBar::mark()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(!m_feedsShown && m_entries[i].id == m_current);
    m_feeds->setChecked(m_feedsShown);
}

void RailBar::retranslate()
{
    setAccessibleName(tr("Dashboards"));
    m_report->setFace(QStringLiteral("report"), tr("Report"));
    m_report->setToolTip(tr("Make a report of what is looked at (Ctrl+R)"));
    m_feeds->setFace(QStringLiteral("feeds"), tr("Feeds"));
    m_feeds->setToolTip(tr("How every feed is doing"));
    m_layers->setFace(QStringLiteral("layers"), tr("Layers"));
    m_layers->setToolTip(tr("Show or fold away the list of layers"));
}

} // namespace widgets
