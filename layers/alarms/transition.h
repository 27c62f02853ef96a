// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/finding.h"

namespace alarms {

/// Moves single alarms from state to state and notes what happened. Lives for one step.
class Transition {
public:
    Transition(const Plan& plan, city::Instant now, Alarms& alarms, std::vector<Change>& changes)
        : m_plan(plan), m_now(now), m_alarms(alarms), m_changes(changes)
    {
    }

    /// The condition of `rule` for one subject, as it is now; an alarm nobody knows yet begins here. `suppressed`: should
    /// it become active, it means nothing now. The alarm's id; empty when there is none and need not be.
    QString find(const Rule& rule, const Finding& finding, bool suppressed);
    /// The condition no longer speaks of this alarm's subject: it does not hold.
    void lose(const Rule& rule, Alarm& alarm);
    void suppress(Alarm& alarm, bool suppressed);
    void endShelving(Alarm& alarm);
    void escalate(const Rule& rule, Alarm& alarm);
    void act(const Action& action);

private:
    void judge(const Rule& rule, Alarm& alarm, bool holds, bool suppressed);
    void raise(const Rule& rule, Alarm& alarm, bool suppressed);
    void clear(Alarm& alarm);
    /// A hidden alarm that comes back to sight while it is active is told anew.
    void show(Alarm& alarm);
    void note(const char* what, Alarm& alarm, State before, const QString& by = {}, const QString& remark = {});
    bool isHidden(const Rule& rule, const Alarm& alarm) const;

    const Plan& m_plan;
    city::Instant m_now;
    Alarms& m_alarms;
    std::vector<Change>& m_changes;
};

} // namespace alarms
