// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/top_bar.h"

#include "widgets/panels/ages_button.h"
#include "widgets/panels/alarm_button.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/situation_line.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace widgets {

TopBar::TopBar(QWidget* parent)
    : QWidget(parent), m_city(plainLabel(Wrap::Never, this)), m_stamp(plainLabel(Wrap::Never, this)),
      m_situation(new SituationLine(this)), m_search(new SearchBox(this)), m_alarms(new AlarmButton(this)), m_ages(new AgesButton(this)),
      m_clock(plainLabel(Wrap::Never, this)), m_refresh(new QToolButton(this)),
      m_export(new QToolButton(this)), m_language(new QToolButton(this)), m_look(new QToolButton(this)),
      m_help(new QToolButton(this))
{
    setFixedHeight(44);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 1);
    row->setSpacing(8);
    row->addWidget(m_city);
    row->addWidget(m_stamp, 0, Qt::AlignVCenter);
    row->addWidget(m_situation, 1);
    row->addWidget(m_alarms);
    row->addWidget(m_search);
    row->addWidget(m_ages);
    row->addSpacing(4);
    row->addWidget(m_clock);
    row->addSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    for (QToolButton* button : {m_refresh, m_export, m_language, m_look, m_help}) {
        button->setIconSize({18, 18});
        buttons->addWidget(button);
    }
    row->addLayout(buttons);
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stamp->hide();
    m_clock->setObjectName(QStringLiteral("clock"));
    connect(m_situation, &SituationLine::clicked, this, [this] {
        if (const auto& target = m_situation->situation().target) Q_EMIT situationActivated(*target);
    });
    connect(m_ages, &AgesButton::feedPicked, this, &TopBar::feedPicked);
    connect(m_refresh, &QToolButton::clicked, this, &TopBar::refreshAsked);
    connect(m_export, &QToolButton::clicked, this, &TopBar::exportAsked);
    connect(m_language, &QToolButton::clicked, this, &TopBar::languageAsked);
    connect(m_look, &QToolButton::clicked, this, &TopBar::themeAsked);
    connect(m_help, &QToolButton::clicked, this, &TopBar::helpAsked);
    retranslate();
}

void TopBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_city->setFont(fontOf(theme, theme.title, Weight::Bold));
    m_clock->setFont(fontOf(theme, theme.title, Weight::Bold));
    m_stamp->setStyleSheet(
        QStringLiteral("QLabel { color: %1; border: 1px solid %2; border-radius: 4px; padding: 1px 6px; }")
            .arg(theme.text.name(), theme.muted.name()));
    m_stamp->setFont(fontOf(theme, theme.tiny, Weight::Bold));
    m_situation->setTheme(theme);
    m_search->setTheme(theme);
    m_alarms->setTheme(theme);
    m_ages->setTheme(theme);
    m_refresh->setIcon(icon(theme, QStringLiteral("refresh"), theme.muted));
    m_export->setIcon(icon(theme, QStringLiteral("export"), theme.muted));
    m_language->setIcon(icon(theme, QStringLiteral("language"), theme.muted));
    m_look->setIcon(icon(theme, QStringLiteral("theme"), theme.muted));
    m_help->setIcon(icon(theme, QStringLiteral("help"), theme.muted));
    update();
}

void TopBar::setCity(const QString& title)
{
    m_city->setText(title);
}

void TopBar::setSituation(const Situation& situation)
{
    m_situation->setSituation(situation);
}

void TopBar::setFeeds(const std::vector<FeedAge>& feeds)
{
    m_ages->setFeeds(feeds);
}

void TopBar::setClock(const QString& time, const QString& date)
{
    m_clock->setText(time);
    m_clock->setToolTip(plainTip(date));
}

void TopBar::setStamp(const QString& stamp)
{
    m_stamp->setText(stamp);
    m_stamp->setVisible(!stamp.isEmpty());
}

void TopBar::setOtherLanguage(const QString& word)
{
    m_language->setText(plainCaption(word));
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.line);
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TopBar::resizeEvent(QResizeEvent*)
{
    // The sentence is worth more than a wide search box; what the menu and the keyboard reach, too, goes
    // first.
    m_search->setFixedWidth(width() >= 1600 ? 280 : width() >= 1200 ? 208 : 152);
    m_refresh->setVisible(width() >= 1100);
    m_export->setVisible(width() >= 1100);
}

void TopBar::retranslate()
{
    const std::pair<QToolButton*, QString> words[] = {{m_refresh, tr("Ask all feeds now")},
                                                      {m_export, tr("Save a picture")},
                                                      {m_language, tr("Change the language")},
                                                      {m_look, tr("Light or dark")},
                                                      {m_help, tr("Help")}};
    for (const auto& [button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
}

} // namespace widgets
