// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/city_frame.h"
#include "app/shell/session.h"
#include "app/shell/times_page.h"
#include "app/shell/window_actions.h"
#include "widgets/timeline/timeline_values.h"

namespace widgets {
class NamedList;
class RankedTable;
} // namespace widgets

namespace app {

/// The window's way through time: the bar along the bottom, the sign that what is shown is not live, what was
/// learned later, notes. Turns what is asked there into moves of the session's TimeMachine and shows where
/// that stands. GUI thread.
class TimeTravel : public QObject {
    Q_OBJECT
public:
    TimeTravel(CityFrame& frame, WindowActions& actions);

    /// Null when a city goes.
    void setSession(Session* session);
    void setTheme(const widgets::Theme& theme);
    void retranslate(const QString& language);
    /// Back to live; false when it is live.
    bool escape();
    /// Time has passed.
    void tick();

    void jump(int direction);
    /// Writes a note at the moment, or over the range that is repeated.
    void addNote(const QString& text);
    void showChanges(bool shown);
    /// Several times of the range that is repeated, or of the bar.
    void showTimes(bool shown);
    widgets::RankedTable& changes() { return *m_changes; }
    widgets::NamedList& notes() { return *m_notes; }
    TimesPage& times() { return *m_times; }

Q_SIGNALS:
    void failed(const city::Problem& why);

private:
    void connectBar();
    void defineActions();
    void definePages();
    void tell();
    void tellBanner();
    void askMarks();
    void takeMarks(const history::Timeline& timeline);
    void askNote();
    void listNotes();
    void compare();
    void showCity(const ShownCity& city);

    CityFrame& m_frame;
    WindowActions& m_actions;
    Session* m_session = nullptr;
    QString m_language;
    history::Timeline m_timeline;
    widgets::TimelineMarks m_marks;
    QTimer m_marksSoon; ///< The range of the bar moves in many small steps.
    int m_asked = 0;    ///< Number of the last question for marks; answers to earlier ones are dropped.
    int m_compared = 0; ///< Likewise for what was learned later.
    int m_seconds = 0;
    bool m_wasLive = true;
    widgets::RankedTable* m_changes;
    widgets::NamedList* m_notes;
    TimesPage* m_times;
};

} // namespace app
