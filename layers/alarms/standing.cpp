// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/standing.h"

#include "layers/alarms/alarm_json.h"
#include "layers/alarms/step.h"

#include <algorithm>

namespace alarms {

namespace {

constexpr std::size_t spacing = 256;

}

void take(const Change& change, Alarms& alarms)
{
    alarms.at = std::max(alarms.at, change.at);
    if (change.alarm.id.isEmpty()) {
        // A list may name a message long after the one that withdrew it.
        if (const auto key = change.what == QLatin1String("withdrawn") ? city::parseReference(change.note) : std::nullopt) alarms.withdrawn.insert(*key);
        if (change.what.startsWith(QLatin1String("flood-"))) alarms.isFlood = change.what == QLatin1String("flood-begins");
    } else if (change.alarm.state() == State::Normal) {
        alarms.alarms.erase(change.alarm.id);
    } else {
        alarms.alarms[change.alarm.id] = change.alarm;
    }
}

namespace {

std::vector<Change> changesOf(const std::vector<QByteArray>& entries)
{
    std::vector<Change> changes;
    changes.reserve(entries.size());
    for (const QByteArray& entry : entries)
        if (auto change = changeFrom(entry)) changes.push_back(std::move(*change));
    return changes;
}

} // namespace

StandingAlarms::StandingAlarms(const std::vector<QByteArray>& entries) : StandingAlarms(changesOf(entries)) {}

StandingAlarms::StandingAlarms(std::vector<Change> changes) : m_changes(std::move(changes))
{
    std::stable_sort(m_changes.begin(), m_changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
    Alarms standing;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        if (i % spacing == 0) m_standing.push_back(standing);
        take(m_changes[i], standing);
    }
}

std::optional<Alarms> StandingAlarms::at(city::Instant moment) const
{
    const auto after = std::upper_bound(m_changes.begin(), m_changes.end(), moment,
                                        [](city::Instant at, const Change& change) { return at < change.at; });
    if (after == m_changes.begin()) return std::nullopt;
    const auto taken = static_cast<std::size_t>(after - m_changes.begin());
    const std::size_t from = (taken - 1) / spacing;
    Alarms alarms = m_standing[from];
    for (std::size_t i = from * spacing; i < taken; ++i)
        take(m_changes[i], alarms);
    return alarms;
}

Alarms judgedAlone(Plan plan, const Moment& moment)
{
    for (Rule& rule : plan.rules) rule.onDelay = rule.offDelay = city::Duration(0);
    return step(plan, {}, moment).alarms;
}

int drillsAt(const Plan& plan, const Moment& moment)
{
    const auto isDrill = [](const city::Alert& alert) { return alert.status == QLatin1String("Exercise"); };
    const auto& feeds = moment.snapshot->feeds();
    if (std::none_of(feeds.begin(), feeds.end(), [&](const auto& feed) { return std::any_of(feed.second->alerts.begin(), feed.second->alerts.end(), isDrill); }))
        return 0;
    Alarms memory;
    Findings findings(plan, moment, memory);
    for (const Rule& rule : plan.rules)
        if (std::holds_alternative<Warning>(rule.condition)) findings.of(rule);
    return memory.drills;
}

} // namespace alarms
