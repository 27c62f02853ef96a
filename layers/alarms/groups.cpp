// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/groups.h"

#include <algorithm>

namespace alarms {

bool isShown(const Plan& plan, const Alarm& alarm)
{
    const Rule* rule = plan.rule(alarm.rule);
    if (!rule || !rule->alarms) return false;
    const State state = alarm.state();
    return state == State::Unacknowledged || state == State::Acknowledged || state == State::ReturnedUnacknowledged;
}

std::vector<Group> groups(const Plan& plan, const Alarms& alarms, const city::AreaTree& areas)
{
    const QString level = areas.levels().value(std::min<qsizetype>(1, areas.levels().size() - 1));
    std::map<QPair<QString, QString>, Group> found;
    for (const auto& [id, alarm] : alarms.alarms) {
        if (!isShown(plan, alarm)) continue;
        const Rule& rule = *plan.rule(alarm.rule);
        const int its = alarm.area.isEmpty() ? -1 : areas.find(alarm.area);
        const int district = its < 0 ? -1 : areas.ancestor(its, level);
        const QString area = district < 0 ? alarm.area : areas.at(district).code;
        Group& group = found[{rule.group.isEmpty() ? rule.id : rule.group, area}];
        group.cause = rule.group.isEmpty() ? rule.id : rule.group;
        group.area = area;
        group.unacknowledged = group.unacknowledged || !alarm.acknowledged;
        group.priority = std::min(group.priority, alarm.priority);
        group.newest = std::max(group.newest, alarm.raisedAt);
        group.alarms.push_back(&alarm);
    }
    std::vector<Group> list;
    for (auto& [key, group] : found) {
        std::stable_sort(group.alarms.begin(), group.alarms.end(), [](const Alarm* a, const Alarm* b) {
            return a->raisedAt != b->raisedAt ? a->raisedAt < b->raisedAt : a->priority < b->priority;
        });
        list.push_back(std::move(group));
    }
    std::stable_sort(list.begin(), list.end(), [](const Group& a, const Group& b) {
        if (a.unacknowledged != b.unacknowledged) return a.unacknowledged;
        return a.priority != b.priority ? a.priority < b.priority : a.newest > b.newest;
    });
    return list;
}

Counts count(const Plan& plan, const Alarms& alarms, city::Instant now)
{
    Counts counts;
    for (const auto& [id, alarm] : alarms.alarms) {
        const Rule* rule = plan.rule(alarm.rule);
        if (!rule || !rule->alarms) continue;
        const int index = static_cast<int>(alarm.priority) - 1;
        const State state = alarm.state();
        counts.shelved += state == State::Shelved ? 1 : 0;
        counts.suppressed += state == State::SuppressedByDesign ? 1 : 0;
        counts.outOfService += state == State::OutOfService ? 1 : 0;
        counts.active[index] += state == State::Unacknowledged || state == State::Acknowledged ? 1 : 0;
        counts.unacknowledged[index] += state == State::Unacknowledged || state == State::ReturnedUnacknowledged ? 1 : 0;
        counts.stale += isShown(plan, alarm) && alarm.isStale(now) ? 1 : 0;
        counts.chattering += isShown(plan, alarm) && alarm.isChattering() ? 1 : 0;
    }
    return counts;
}

} // namespace alarms
