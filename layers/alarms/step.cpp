// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/step.h"

#include "layers/alarms/alarm_json.h"
#include "layers/alarms/transition.h"

#include <algorithm>
#include <functional>
#include <set>

namespace alarms {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration floodWindow = 10min, chatterWindow = 60s, withdrawnKept = std::chrono::hours(24 * 30);
constexpr std::size_t floodFrom = 10, floodUntil = 5;

/// One step on its way.
class Evaluation {
public:
    Evaluation(const Plan& plan, Alarms before, const Moment& moment)
        : m_plan(plan), m_moment(moment), m_areas(moment.snapshot->areas()), m_step{std::move(before), {}},
          m_findings(plan, moment, m_step.alarms), m_transition(plan, moment.now, m_step.alarms, m_step.changes)
    {
        m_local = QDateTime::fromMSecsSinceEpoch(moment.now.time_since_epoch().count(), plan.zone).time();
        for (const auto& [id, alarm] : m_step.alarms.alarms) m_ofRule[alarm.rule].insert(id);
    }

    Step run()
    {
        forget();
        for (const Rule* rule : inOrder(m_plan)) judge(*rule);
        for (const city::AlertKey& key : m_findings.withdrawn())
            m_step.changes.push_back({m_moment.now, QStringLiteral("withdrawn"), {}, {}, referenceOf(key)});
        tidy();
        m_step.alarms.at = m_moment.now;
        return std::move(m_step);
    }

private:
    void judge(const Rule& rule)
    {
        const bool combined = std::holds_alternative<Combination>(rule.condition);
        const std::vector<Finding> findings = combined ? combine(rule, std::get<Combination>(rule.condition)) : m_findings.of(rule);
        std::set<QString>& ids = m_ofRule[rule.id];
        QSet<QString> spoken;
        for (const Finding& finding : findings) {
            const QString id = m_transition.find(rule, finding, isSuppressed(rule, finding.area));
            if (id.isEmpty()) continue;
            spoken.insert(id);
            ids.insert(id);
        }
        for (const QString& id : ids) {
            Alarm& alarm = m_step.alarms.alarms.at(id);
            if (!spoken.contains(id) && hasSpoken(alarm.feed)) m_transition.lose(rule, alarm);
            m_transition.suppress(alarm, alarm.active && isSuppressed(rule, alarm.area));
            m_transition.endShelving(alarm);
            m_transition.escalate(rule, alarm);
        }
    }

    /// A feed that has not answered since the program began says nothing, also not that something is over.
    bool hasSpoken(const QString& feed) const
    {
        const city::FeedPicture* picture = m_moment.snapshot->feed(feed);
        return !picture || picture->state.lastSuccess;
    }

    bool meet(const QString& a, const QString& b) const
    {
        if (a.isEmpty() || b.isEmpty()) return true;
        const int one = m_areas.find(a), other = m_areas.find(b);
        return one >= 0 && other >= 0 && (m_areas.isWithin(one, other) || m_areas.isWithin(other, one));
    }

    bool isActive(const QString& rule, const QString& area) const
    {
        const auto ids = m_ofRule.constFind(rule);
        return ids != m_ofRule.cend() && std::any_of(ids->begin(), ids->end(), [&](const QString& id) {
            const Alarm& alarm = m_step.alarms.alarms.at(id);
            return alarm.active && meet(alarm.area, area);
        });
    }

    bool isSuppressed(const Rule& rule, const QString& area) const
    {
        if (rule.quiet && rule.quiet->holds(m_local)) return true;
        return std::any_of(rule.suppressedBy.begin(), rule.suppressedBy.end(),
                           [&](const QString& other) { return isActive(other, area); });
    }

    /// In each area of its level, or in the city as a whole.
    std::vector<Finding> combine(const Rule& rule, const Combination& parts) const
    {
        std::vector<int> areas;
        for (std::size_t i = 0; i < m_areas.areas().size(); ++i)
            if (m_areas.areas()[i].level == rule.per) areas.push_back(static_cast<int>(i));
        if (rule.per.isEmpty()) areas.push_back(-1);
        std::vector<Finding> findings;
        for (const int area : areas) {
            const QString code = area < 0 ? QString() : m_areas.at(area).code;
            const auto active = [&](const QString& other) { return isActive(other, code); };
            Finding finding;
            finding.holds = std::all_of(parts.all.begin(), parts.all.end(), active) &&
                            (parts.any.isEmpty() || std::any_of(parts.any.begin(), parts.any.end(), active)) &&
                            std::none_of(parts.none.begin(), parts.none.end(), active);
            finding.subject = area < 0 ? city::PlaceId{QStringLiteral("city"), QStringLiteral("all")} : city::PlaceId{QStringLiteral("area"), code};
            if (area >= 0) finding.name = m_areas.at(area).name;
            finding.area = code;
            finding.priority = rule.priority;
            findings.push_back(std::move(finding));
        }
        return findings;
    }

    void forget()
    {
        const city::Instant now = m_moment.now;
        Alarms& alarms = m_step.alarms;
        std::erase_if(alarms.raised, [&](city::Instant at) { return now - at > floodWindow; });
        for (auto& [id, alarm] : alarms.alarms)
            std::erase_if(alarm.activations, [&](city::Instant at) { return now - at > chatterWindow; });
        for (auto key = alarms.withdrawn.begin(); key != alarms.withdrawn.end();)
            key = now - key->sent > withdrawnKept ? alarms.withdrawn.erase(key) : std::next(key);
    }

    /// Of rules the pack no longer has, and of what is normal and will not be asked about.
    void tidy()
    {
        Alarms& alarms = m_step.alarms;
        std::erase_if(alarms.alarms, [&](const auto& one) {
            const Alarm& alarm = one.second;
            return !m_plan.rule(alarm.rule) || (alarm.state() == State::Normal && !alarm.turningOn && alarm.activations.empty());
        });
        const bool flood = alarms.isFlood ? alarms.raised.size() >= floodUntil : alarms.raised.size() > floodFrom;
        if (flood != alarms.isFlood)
            m_step.changes.push_back({m_moment.now, flood ? QStringLiteral("flood-begins") : QStringLiteral("flood-ends"), {}, {}, {}});
        alarms.isFlood = flood;
    }

    const Plan& m_plan;
    const Moment& m_moment;
    const city::AreaTree& m_areas;
    Step m_step;
    Findings m_findings;
    Transition m_transition;
    QTime m_local;
    QHash<QString, std::set<QString>> m_ofRule; ///< Ids of the alarms of each rule.
};

} // namespace

Step step(const Plan& plan, Alarms before, const Moment& moment)
{
    return Evaluation(plan, std::move(before), moment).run();
}

Step act(const Plan& plan, Alarms before, city::Instant now, const std::vector<Action>& actions)
{
    Step step{std::move(before), {}};
    Transition transition(plan, now, step.alarms, step.changes);
    for (const Action& action : actions) transition.act(action);
    return step;
}

std::vector<const Rule*> inOrder(const Plan& plan, QStringList* loops)
{
    enum class Mark { New, Open, Done, Looped };
    QHash<QString, Mark> marks;
    std::vector<const Rule*> order;
    std::function<bool(const Rule&)> visit = [&](const Rule& rule) {
        const Mark mark = marks.value(rule.id, Mark::New);
        if (mark != Mark::New) return mark == Mark::Done;
        marks[rule.id] = Mark::Open;
        QStringList needed = rule.suppressedBy;
        if (const auto* parts = std::get_if<Combination>(&rule.condition)) needed += parts->all + parts->any + parts->none;
        bool good = true;
        for (const QString& id : std::as_const(needed))
            if (const Rule* other = plan.rule(id)) good = visit(*other) && good;
        marks[rule.id] = good ? Mark::Done : Mark::Looped;
        if (good) order.push_back(&rule);
        else if (loops) *loops << rule.id;
        return good;
    };
    for (const Rule& rule : plan.rules) visit(rule);
    return order;
}

} // namespace alarms
