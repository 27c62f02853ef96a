// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm.h"

namespace alarms {

QString stateWord(State state)
{
    switch (state) {
    case State::Normal: return QStringLiteral("normal");
    case State::Unacknowledged: return QStringLiteral("unacknowledged");
    case State::Acknowledged: return QStringLiteral("acknowledged");
    case State::ReturnedUnacknowledged: return QStringLiteral("returned-unacknowledged");
    case State::Shelved: return QStringLiteral("shelved");
    case State::SuppressedByDesign: return QStringLiteral("suppressed-by-design");
    case State::OutOfService: break;
    }
    return QStringLiteral("out-of-service");
}

QString priorityWord(Priority priority)
{
    switch (priority) {
    case Priority::Top: return QStringLiteral("top");
    case Priority::Medium: return QStringLiteral("medium");
    case Priority::Low: break;
    }
    return QStringLiteral("low");
}

State Alarm::state() const
{
    if (outOfService) return State::OutOfService;
    if (shelvedUntil) return State::Shelved;
    if (suppressed) return State::SuppressedByDesign;
    if (active) return acknowledged ? State::Acknowledged : State::Unacknowledged;
    return acknowledged ? State::Normal : State::ReturnedUnacknowledged;
}

bool Alarm::isStale(city::Instant now) const
{
    return active && now - raisedAt > std::chrono::hours(24);
}

} // namespace alarms
