// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_notices.h"
#include "app/shell/alarm_panel.h"
#include "app/shell/session.h"
#include "layers/notices/speech.h"

#include <QPointer>

class QSystemTrayIcon;

namespace app {

class CityFrame;
class WindowActions;

/// What the window has of alarms: the button in its top bar, the page under the map, the banner of a drill, one sound and,
/// if wished, one sentence aloud for each new group of top priority, the desktop's notifications and notices to those elsewhere. GUI thread.
class AlarmDesk : public QObject {
    Q_OBJECT
public:
    /// Loud: sounds, notifies and calls the webhook; pictures are silent.
    enum class Voice { Loud, Silent };

    AlarmDesk(CityFrame& frame, WindowActions& actions, Voice voice);

    void setTheme(const widgets::Theme& theme);
    void retranslate(const QString& language);
    /// Null when a city goes.
    void setSession(Session* session);
    void toggle();
    AlarmPanel& panel() { return *m_panel; }

Q_SIGNALS:
    void trouble(const city::Message& text);

private:
    void update();
    void happened(const std::vector<alarms::Change>& changes);
    void call(const alarms::Alarm& alarm);
    void setSpoken(bool spoken);
    void showFigures();
    void showDrills(int drills);

    CityFrame& m_frame;
    Voice m_voice;
    AlarmPanel* m_panel;
    QLabel* m_banner;
    QPointer<Session> m_session;
    std::unique_ptr<AlarmNotices> m_notices; ///< Null: nobody is told.
    std::unique_ptr<notices::Speech> m_speech; ///< Null: nothing is said aloud.
    QSystemTrayIcon* m_tray = nullptr;
    QSet<QString> m_called; ///< Groups of top priority that have sounded and are not over.
    QString m_language;
    widgets::Theme m_theme;
};

} // namespace app
