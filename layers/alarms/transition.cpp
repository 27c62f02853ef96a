// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/transition.h"

#include <algorithm>

namespace alarms {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration longestShelving = 24h; ///< Longer is taking out of service, which says so.

void describe(Alarm& alarm, const Finding& finding)
{
    alarm.name = finding.name;
    alarm.area = finding.area;
    if (finding.known) {
        alarm.value = finding.value;
        alarm.expectedAt = finding.expectedAt;
    }
    alarm.quantity = finding.quantity;
    alarm.unit = finding.unit;
    alarm.places = finding.places;
    if (!finding.text.isEmpty()) alarm.text = finding.text;
    if (!finding.instruction.isEmpty()) alarm.instruction = finding.instruction;
    if (finding.cap) {
        alarm.cap = finding.cap;
        alarm.signature = finding.signature;
        alarm.signedBy = finding.signedBy;
    }
    if (!finding.feed.isEmpty()) alarm.feed = finding.feed;
    alarm.uncertain = !finding.known;
}

/// What was raised, or came back to sight, when the operator no longer looked.
bool cameAfter(const Alarm& alarm, const std::optional<city::Instant>& seen)
{
    return seen && (alarm.raisedAt > *seen || (alarm.state() == State::Unacknowledged && alarm.since > *seen));
}

} // namespace

void Transition::note(const char* what, Alarm& alarm, State before, const QString& by, const QString& remark)
{
    if (alarm.state() != before) alarm.since = m_now;
    if (!by.isEmpty()) {
        alarm.by = by;
        alarm.note = remark;
    }
    m_changes.push_back({m_now, QString::fromLatin1(what), alarm, by, remark});
}

bool Transition::isHidden(const Rule& rule, const Alarm& alarm) const
{
    return !rule.alarms || alarm.outOfService || alarm.shelvedUntil || alarm.suppressed;
}

QString Transition::find(const Rule& rule, const Finding& finding, bool suppressed)
{
    const QString id = rule.id + QLatin1Char('@') + finding.subject.kind + QLatin1Char('/') + finding.subject.id;
    auto known = m_alarms.alarms.find(id);
    if (known == m_alarms.alarms.end()) {
        if (!finding.holds || !finding.known) return {}; // Nothing is wrong there, and nothing was.
        Alarm alarm;
        alarm.id = id;
        alarm.rule = rule.id;
        alarm.subject = finding.subject;
        alarm.priority = finding.priority;
        alarm.since = m_now;
        known = m_alarms.alarms.emplace(id, std::move(alarm)).first;
    }
    Alarm& alarm = known->second;
    const State before = alarm.state();
    describe(alarm, finding);
    const bool worse = finding.holds && finding.priority < alarm.priority;
    if (finding.holds) alarm.priority = finding.priority;
    if (alarm.active && worse) {
        if (!isHidden(rule, alarm)) alarm.acknowledged = false;
        note("worsened", alarm, before);
    }
    if (finding.known)
        judge(rule, alarm, finding.holds, suppressed);
    else
        alarm.turningOn.reset(), alarm.turningOff.reset(); // Nobody knows: a delay begins anew.
    return id;
}

void Transition::lose(const Rule& rule, Alarm& alarm)
{
    judge(rule, alarm, false, false);
}

void Transition::judge(const Rule& rule, Alarm& alarm, bool holds, bool suppressed)
{
    auto& turning = holds ? alarm.turningOn : alarm.turningOff;
    (holds ? alarm.turningOff : alarm.turningOn).reset();
    if (holds == alarm.active) {
        turning.reset();
        return;
    }
    if (!turning) turning = m_now;
    if (m_now - *turning < (holds ? rule.onDelay : rule.offDelay)) return;
    turning.reset();
    if (holds)
        raise(rule, alarm, suppressed);
    else
        clear(alarm);
}

void Transition::raise(const Rule& rule, Alarm& alarm, bool suppressed)
{
    const State before = alarm.state();
    alarm.suppressed = suppressed;
    alarm.active = true;
    alarm.raisedAt = m_now;
    alarm.escalated = false;
    alarm.activations.push_back(m_now);
    if (!isHidden(rule, alarm)) {
        alarm.acknowledged = false;
        m_alarms.raised.push_back(m_now);
    }
    note("raised", alarm, before);
}

void Transition::clear(Alarm& alarm)
{
    const State before = alarm.state();
    alarm.active = false;
    note("returned", alarm, before);
}

void Transition::show(Alarm& alarm)
{
    const Rule* rule = m_plan.rule(alarm.rule);
    if (alarm.active && rule && !isHidden(*rule, alarm)) {
        alarm.acknowledged = false;
        alarm.escalated = false;
        m_alarms.raised.push_back(m_now);
    }
}

void Transition::suppress(Alarm& alarm, bool suppressed)
{
    if (alarm.suppressed == suppressed) return;
    const State before = alarm.state();
    alarm.suppressed = suppressed;
    if (suppressed) {
        alarm.acknowledged = true; // What means nothing asks for nothing.
    } else {
        show(alarm);
    }
    note(suppressed ? "suppressed" : "unsuppressed", alarm, before);
}

void Transition::endShelving(Alarm& alarm)
{
    if (!alarm.shelvedUntil || m_now < *alarm.shelvedUntil) return;
    const State before = alarm.state();
    alarm.shelvedUntil.reset();
    show(alarm);
    note("unshelved", alarm, before);
}

void Transition::escalate(const Rule& rule, Alarm& alarm)
{
    const bool waits = alarm.state() == State::Unacknowledged && !alarm.escalated;
    if (!waits || rule.respondWithin <= 0s || m_now - alarm.raisedAt < rule.respondWithin) return;
    alarm.escalated = true;
    note("escalated", alarm, alarm.state());
}

void Transition::act(const Action& action)
{
    using Kind = Action::Kind;
    for (const QString& id : action.alarms) {
        const auto found = m_alarms.alarms.find(id);
        if (found == m_alarms.alarms.end()) continue;
        Alarm& alarm = found->second;
        const State before = alarm.state();
        const char* what = nullptr;
        switch (action.kind) {
        case Kind::Acknowledge:
            if (alarm.acknowledged || cameAfter(alarm, action.seen)) continue;
            alarm.acknowledged = true;
            what = "acknowledged";
            break;
        case Kind::Shelve:
            if (alarm.outOfService || action.lasts <= 0s) continue;
            alarm.shelvedUntil = m_now + std::min(action.lasts, longestShelving);
            alarm.acknowledged = true;
            what = "shelved";
            break;
        case Kind::Unshelve:
            if (!alarm.shelvedUntil) continue;
            alarm.shelvedUntil.reset();
            show(alarm);
            what = "unshelved";
            break;
        case Kind::TakeOutOfService:
            if (alarm.outOfService) continue;
            alarm.outOfService = true;
            alarm.shelvedUntil.reset();
            alarm.acknowledged = true;
            what = "out-of-service";
            break;
        case Kind::PutIntoService:
            if (!alarm.outOfService) continue;
            alarm.outOfService = false;
            show(alarm);
            what = "in-service";
            break;
        }
        note(what, alarm, before, action.by, action.note);
    }
}

} // namespace alarms
