// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/time_machine.h"

#include "app/shell/when_done.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int frameMs = 50;

}

TimeMachine::TimeMachine(CityRun& run, QObject* parent) : QObject(parent), m_run(run)
{
    m_player.setInterval(frameMs);
    connect(&m_player, &QTimer::timeout, this, &TimeMachine::playOn);
}

void TimeMachine::goLive()
{
    if (isLive()) return;
    m_player.stop();
    m_at.reset();
    m_behind = false;
    Q_EMIT changed();
    Q_EMIT shown({m_run.snapshot()});
}

void TimeMachine::goTo(city::Instant moment)
{
    move(std::min(moment, m_run.clock().now()));
}

void TimeMachine::step(city::Duration by)
{
    goTo(moment() + by);
}

void TimeMachine::play()
{
    if (isLive() || isPlaying()) return;
    if (m_loop && (*m_at < m_loop->from || *m_at >= m_loop->to)) move(m_loop->from);
    m_sinceFrame.start();
    m_player.start();
    Q_EMIT changed();
}

void TimeMachine::pause()
{
    m_player.stop();
    if (isLive())
        goTo(m_run.clock().now());
    else
        Q_EMIT changed();
}

void TimeMachine::setSpeed(double speed)
{
    m_speed = std::clamp(speed, slowest, fastest);
    Q_EMIT changed();
}

void TimeMachine::setLoop(std::optional<Span> loop)
{
    if (loop && loop->to <= loop->from) loop.reset();
    m_loop = loop;
    Q_EMIT changed();
}

void TimeMachine::setKnowledge(history::Knowledge knowledge)
{
    if (m_knowledge == knowledge) return;
    m_knowledge = knowledge;
    Q_EMIT changed();
    ask();
}

void TimeMachine::move(city::Instant moment)
{
    if (m_at == moment) return;
    m_at = moment;
    Q_EMIT changed();
    ask();
}

void TimeMachine::playOn()
{
    const auto passed = static_cast<double>(m_sinceFrame.restart()) * m_speed;
    city::Instant next = *m_at + city::Duration(std::llround(passed));
    if (m_loop && next >= m_loop->to) next = m_loop->from;
    if (next >= m_run.clock().now())
        goLive();
    else
        move(next);
}

void TimeMachine::release()
{
    m_held = false;
    if (m_behind) ask();
}

void TimeMachine::ask()
{
    if (isLive()) return;
    m_behind = m_asking || m_held;
    if (m_behind) return;
    m_asking = true;
    m_run.askCity(*m_at, m_knowledge,
                  whileThere(this, [this, at = *m_at, knowledge = m_knowledge](
                                       city::Result<std::shared_ptr<const city::CitySnapshot>> answer) {
                      take(answer, at, knowledge);
                  }));
}

void TimeMachine::take(const city::Result<std::shared_ptr<const city::CitySnapshot>>& answer,
                       city::Instant at, history::Knowledge knowledge)
{
    m_asking = false;
    if (isLive()) return;
    m_behind = at != *m_at || knowledge != m_knowledge;
    if (answer.ok())
        Q_EMIT shown({answer.value(), at, knowledge == history::Knowledge::Then ? std::optional(at) : std::nullopt});
    else
        Q_EMIT failed(answer.problem());
    if (m_behind) ask();
}

} // namespace app
