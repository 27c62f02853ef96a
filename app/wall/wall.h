// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/alarm_notices.h"
#include "app/shell/language.h"
#include "app/shell/session.h"
#include "app/wall/rotation.h"

#include <QTimer>
#include <memory>

class QScreen;

namespace app {

class WallWindow;

/// What a wall does with its screens: one city, a window and a picture for each chosen monitor, scenes that take turns, and
/// alarms that break in. A monitor that goes takes its window along and finds its scene again when it comes back. GUI
/// thread.
class Wall : public QObject {
    Q_OBJECT
public:
    /// `resources` is the folder of the program's resources; `memory` is the file that keeps which scene is shown (empty:
    /// none); `language` must outlive it.
    Wall(const QString& resources, std::shared_ptr<const Pack> pack, std::shared_ptr<const WallSpec> spec, const RunOptions& options,
         Language& language, const QString& memory, QObject* parent = nullptr);
    ~Wall() override;

    void start();
    /// "next", "previous", "pause", "resume", "show SCENE", "acknowledge", "state": of all screens, or with a number in
    /// front ("2 next") of one. What there is to say to it, one line.
    QString steer(const QString& words);
    Session& session() { return *m_session; }
    /// Scenes that were shown and that were missed, over all screens.
    int changes() const;
    int missed() const;
    /// Every screen shows what there is to show; thorough: also what is usual and expected.
    bool isSettled() const;
    void setThorough(bool thorough);

Q_SIGNALS:
    /// The first picture of a scene has come to a screen that turned to it.
    void sceneShown(const QString& screen, const QString& scene);
    /// A new alarm has been put on a screen and painted; how long after its facts had come.
    void alarmShown(const QString& alarm, qint64 milliseconds);
    void quitAsked();

private:
    /// One entry of the playlist's screens, and its monitor while there is one.
    struct Desk {
        WallScreen spec;
        ScreenShow show;
        std::unique_ptr<WallWindow> window;
        std::unique_ptr<DashboardFeed> feed;
        QScreen* screen = nullptr;
        QString shown; ///< Scene or alarm its focus was last set to.
        bool told = false; ///< A picture of it has come.
    };

    void arrange();
    QScreen* screenFor(const WallScreen& spec) const;
    void open(Desk& desk, QScreen& screen);
    void tick();
    void advance(Desk& desk, city::Instant now, const std::vector<WaitingAlarm>& waiting);
    void turnTo(Desk& desk);
    void showAlarm(Desk& desk);
    void advise(Desk& desk, const QStringList& impact);
    void dress(Desk& desk);
    void tellHead(Desk& desk, city::Instant now);
    void tellFeeds(Desk& desk, const std::vector<widgets::FeedAge>& feeds);
    void steer(Desk& desk, const QString& verb, const QString& rest);
    void key(Desk& desk, int key);
    std::vector<WaitingAlarm> waiting() const;
    std::shared_ptr<const city::CitySnapshot> publicOnly(const std::shared_ptr<const city::CitySnapshot>& snapshot) const;
    void remember() const;
    void recall();

    QString m_resources, m_memory;
    std::shared_ptr<const WallSpec> m_spec;
    Language& m_language;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AlarmNotices> m_notices; ///< On a shared store.
    widgets::Theme m_theme;
    std::vector<Desk> m_desks;
    QTimer m_beat;
    int m_shift = 0;
    city::Instant m_shifted, m_tidied;
};

} // namespace app
