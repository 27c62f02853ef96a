// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/cards.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;

namespace widgets {

class AgesButton;
class AlarmButton;
class SearchBox;
class SituationLine;

/// The strip along the top, 44 px: city, the situation in one sentence, search, ages of the data, clock,
/// language, theme.
class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setCity(const QString& title);
    void setSituation(const Situation& situation);
    void setFeeds(const std::vector<FeedAge>& feeds);
    /// Local time, ready to read, and the date for the tool tip.
    void setClock(const QString& time, const QString& date);
    /// "DEMO DATA"; empty: nothing.
    void setStamp(const QString& stamp);
    /// The word on the language button: the language it would switch to.
    void setOtherLanguage(const QString& word);
    SearchBox* search() const { return m_search; }
    AlarmButton& alarms() { return *m_alarms; }

Q_SIGNALS:
    void situationActivated(const city::Focus& focus);
    void feedPicked(const QString& id);
    void languageAsked();
    void themeAsked();
    void exportAsked();
    void refreshAsked();
    void helpAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();

    Theme m_theme;
    QLabel* m_city;
    QLabel* m_stamp;
    SituationLine* m_situation;
    SearchBox* m_search;
    AlarmButton* m_alarms;
    AgesButton* m_ages;
    QLabel* m_clock;
    QToolButton* m_refresh;
    QToolButton* m_export;
    QToolButton* m_language;
    QToolButton* m_look;
    QToolButton* m_help;
};

} // namespace widgets
