// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/performance.h"

#include <algorithm>

namespace alarms {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration stretch = 10min, chatter = 60s;

/// Ten-minute stretches from the beginning on; the last may be cut.
void judgeStretches(const std::vector<city::Instant>& raised, city::Instant from, city::Instant to, Performance& made)
{
    std::vector<int> inStretch(static_cast<std::size_t>(std::max<qint64>(1, (to - from + stretch - 1ms) / stretch)), 0);
    for (const city::Instant at : raised)
        ++inStretch[std::min(inStretch.size() - 1, static_cast<std::size_t>((at - from) / stretch))];
    made.mostInTenMinutes = *std::max_element(inStretch.begin(), inStretch.end());
    const auto floods = std::count_if(inStretch.begin(), inStretch.end(), [](int n) { return n > 10; });
    made.floodShare = static_cast<double>(floods) / static_cast<double>(inStretch.size());
}

} // namespace

Performance performance(const Plan& plan, const std::vector<Change>& changes, city::Instant from, city::Instant to)
{
    Performance made;
    std::vector<city::Instant> raised;
    QHash<QString, std::vector<city::Instant>> ofAlarm;
    QHash<QString, int> ofRule;
    std::vector<city::Duration> waits;
    QSet<QString> chattering;
    for (const Change& change : changes) {
        const Rule* rule = plan.rule(change.alarm.rule);
        if (change.at < from || change.at >= to || !rule || !rule->alarms) continue;
        const State state = change.alarm.state();
        if (change.what == QLatin1String("raised") && (state == State::Unacknowledged)) {
            raised.push_back(change.at);
            ++made.byPriority[static_cast<int>(change.alarm.priority) - 1];
            ++ofRule[rule->id];
            auto& times = ofAlarm[change.alarm.id];
            times.push_back(change.at);
            if (times.size() >= 3 && change.at - times[times.size() - 3] <= chatter) chattering.insert(change.alarm.id);
        }
        if (change.what == QLatin1String("acknowledged")) {
            const city::Duration wait = change.at - change.alarm.raisedAt;
            waits.push_back(wait);
            ++made.acknowledged;
            made.inTime += rule->respondWithin <= 0s || wait <= rule->respondWithin ? 1 : 0;
        }
    }
    made.raised = static_cast<int>(raised.size());
    made.chattering = static_cast<int>(chattering.size());
    if (to <= from) return made;
    made.perHour = static_cast<double>(made.raised) * 3600'000.0 / static_cast<double>((to - from).count());
    judgeStretches(raised, from, to, made);
    for (auto one = ofRule.begin(); one != ofRule.end(); ++one) made.mostOften.emplace_back(one.key(), one.value());
    std::sort(made.mostOften.begin(), made.mostOften.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (made.mostOften.size() > 10) made.mostOften.resize(10);
    std::sort(waits.begin(), waits.end());
    if (!waits.empty()) made.usualAcknowledgement = waits[waits.size() / 2];
    return made;
}

} // namespace alarms
