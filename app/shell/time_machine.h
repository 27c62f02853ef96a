// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/dashboard_feed.h"

#include <QElapsedTimer>

namespace app {

/// Where in time is looked at: live, or at a moment of the past that stands still or is played. Asks the run
/// for the city of the moment, one question at a time and always for the newest moment, so that dragging
/// queues nothing up; until it comes the last one stays. Who makes pictures of the cities may hold it back, so
/// that none is read which nobody will see. What is recorded meanwhile does not care. Lives in the GUI thread.
class TimeMachine : public QObject {
    Q_OBJECT
public:
    struct Span {
        city::Instant from, to;
        friend bool operator==(const Span&, const Span&) = default;
    };
    static constexpr double slowest = 1, fastest = 3600;

    /// `run` must outlive it.
    explicit TimeMachine(CityRun& run, QObject* parent = nullptr);

    bool isLive() const { return !m_at; }
    /// Now while it is live.
    city::Instant moment() const { return m_at.value_or(m_run.clock().now()); }
    bool isPlaying() const { return m_player.isActive(); }
    double speed() const { return m_speed; }
    const std::optional<Span>& loop() const { return m_loop; }
    history::Knowledge knowledge() const { return m_knowledge; }
    /// The city of the moment is there.
    bool isSettled() const { return !m_asking && !m_behind; }

    void goLive();
    /// No further than now.
    void goTo(city::Instant moment);
    void step(city::Duration by);
    /// From live: nothing, live plays already.
    void play();
    /// From live: this very moment stays.
    void pause();
    /// Times as fast as it was, from slowest to fastest.
    void setSpeed(double speed);
    /// Playing begins again at its start when it reaches its end; nothing: it ends in live.
    void setLoop(std::optional<Span> loop);
    void setKnowledge(history::Knowledge knowledge);
    /// No further city is asked for until release().
    void hold() { m_held = true; }
    /// The newest moment is asked for, where it is another than the one shown.
    void release();

Q_SIGNALS:
    /// Moment, speed, loop, knowledge, playing: one of them.
    void changed();
    /// The city of a moment, or, live again, the newest one.
    void shown(const app::ShownCity& city);
    void failed(const city::Problem& why);

private:
    void move(city::Instant moment);
    void playOn();
    void ask();
    void take(const city::Result<std::shared_ptr<const city::CitySnapshot>>& answer, city::Instant at,
              history::Knowledge knowledge);

    CityRun& m_run;
    std::optional<city::Instant> m_at; ///< Nothing: live.
    double m_speed = 60;
    std::optional<Span> m_loop;
    history::Knowledge m_knowledge = history::Knowledge::Then;
    bool m_asking = false;
    bool m_held = false;
    bool m_behind = false; ///< What was asked for last is not what is looked at.
    QTimer m_player;
    QElapsedTimer m_sinceFrame;
};

} // namespace app
