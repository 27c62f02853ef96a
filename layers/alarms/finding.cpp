// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/finding.h"

#include <algorithm>
#include <cmath>

namespace alarms {

Findings::Findings(const Plan& plan, const Moment& moment, Alarms& memory)
    : m_plan(plan), m_moment(moment), m_memory(memory), m_areas(moment.snapshot->areas())
{
    for (const city::Area& area : m_areas.areas())
        if (area.parent < 0 && !area.geometry.isEmpty()) m_bounds.add(area.bounds);
    noteTraces();
}

std::vector<Finding> Findings::of(const Rule& rule)
{
    return std::visit([&](const auto& condition) { return of(rule, condition); }, rule.condition);
}

QString Findings::codeOf(int area) const
{
    return area < 0 ? QString() : m_areas.at(area).code;
}

bool Findings::isWanted(const Rule& rule, int area) const
{
    return rule.in.isEmpty() || std::any_of(rule.in.begin(), rule.in.end(), [&](const QString& code) {
        const int outer = m_areas.find(code);
        return outer >= 0 && area >= 0 && m_areas.isWithin(area, outer);
    });
}

const Findings::Values& Findings::valuesOf(const QString& kind, const QString& quantity)
{
    const auto key = qMakePair(kind, quantity);
    if (const auto known = m_values.find(key); known != m_values.end()) return known->second;
    QHash<city::PlaceId, std::size_t> places; // Two feeds may speak of one place: the newer word counts.
    Values values;
    for (const auto& [id, feed] : m_moment.snapshot->feeds())
        for (const city::Observation& one : feed->observations) {
            if (one.quantity != quantity || (!kind.isEmpty() && one.place.kind != kind) || city::isWithheld(one)) continue;
            const bool current = city::freshness(one.observedAt, m_moment.now, feed->state.promise) <= city::Freshness::Late;
            const Value value{&one, feed.get(), m_moment.snapshot->areaOf(one.place), current};
            const auto known = places.constFind(one.place);
            if (known == places.cend()) {
                places.insert(one.place, values.size());
                values.push_back(value);
            } else if (values[*known].observation->observedAt < one.observedAt) {
                values[*known] = value;
            }
        }
    return m_values[key] = std::move(values);
}

// Of what rates of change ask for, and no more; each sample once.
void Findings::noteTraces()
{
    QSet<QPair<city::PlaceId, QString>> kept;
    for (const Rule& rule : m_plan.rules) {
        const auto* change = std::get_if<RateOfChange>(&rule.condition);
        if (!change) continue;
        for (const Value& value : valuesOf(change->kind, change->quantity)) {
            const auto key = qMakePair(value.observation->place, change->quantity);
            auto& samples = m_memory.traces[key].samples;
            kept.insert(key);
            if (samples.empty() || samples.back().at < value.observation->observedAt)
                samples.push_back({value.observation->observedAt, value.observation->value});
            const city::Instant from = value.observation->observedAt - change->within;
            // The last one before the window is kept: the change began at it.
            while (samples.size() > 2 && samples[1].at <= from) samples.erase(samples.begin());
        }
    }
    for (auto at = m_memory.traces.begin(); at != m_memory.traces.end();)
        at = kept.contains(at.key()) ? std::next(at) : m_memory.traces.erase(at);
}

Finding Findings::ofPlace(const Rule& rule, const Value& value) const
{
    Finding finding;
    finding.subject = value.observation->place;
    if (const city::Place* place = m_moment.snapshot->place(finding.subject)) finding.name = place->name;
    finding.area = codeOf(value.area);
    finding.value = value.observation->value;
    finding.quantity = value.observation->quantity;
    finding.unit = value.observation->unit;
    finding.places = 1;
    finding.feed = value.feed->state.id;
    finding.priority = rule.priority;
    const auto* expected = std::get_if<Expected>(&rule.condition);
    const auto* crossing = expected ? crossingOf(*expected, value) : nullptr;
    if (crossing) {
        finding.value = crossing->value;
        finding.expectedAt = crossing->at;
    }
    return finding;
}

const indicators::ExpectedCrossing* Findings::crossingOf(const Expected& condition, const Value& value) const
{
    if (!m_moment.outlook) return nullptr;
    return m_moment.outlook->crossing({value.observation->place, condition.quantity}, condition, m_moment.now);
}

std::vector<Finding> Findings::grouped(const Rule& rule, const std::vector<Judged>& judged) const
{
    std::vector<Finding> findings;
    if (rule.per == QLatin1String("place")) {
        for (const Judged& one : judged) {
            const city::PlaceId& place = one.value.observation->place;
            // Most places are as they should be, and have no alarm that would have to hear of it.
            if (!one.holds && !m_memory.alarms.count(rule.id + QLatin1Char('@') + place.kind + QLatin1Char('/') + place.id)) continue;
            findings.push_back(ofPlace(rule, one.value));
            findings.back().holds = one.holds;
            findings.back().known = one.known;
        }
        return findings;
    }
    struct Sum {
        int beyond = 0;
        bool unsure = false, any = false;
        const Judged* worst = nullptr;
    };
    std::map<int, Sum> sums;
    for (const Judged& one : judged) {
        const int area = rule.per.isEmpty() ? -1 : m_areas.ancestor(one.value.area, rule.per);
        if (area < 0 && !rule.per.isEmpty()) continue;
        Sum& sum = sums[area];
        sum.beyond += one.holds && one.known ? 1 : 0;
        sum.unsure = sum.unsure || (one.holds && !one.known);
        sum.any = sum.any || one.known;
        if (!sum.worst || (one.known && (!sum.worst->known || one.severity > sum.worst->severity))) sum.worst = &one;
    }
    for (const auto& [area, sum] : sums) {
        Finding finding = ofPlace(rule, sum.worst->value);
        finding.subject = area < 0 ? city::PlaceId{QStringLiteral("city"), QStringLiteral("all")}
                                   : city::PlaceId{QStringLiteral("area"), m_areas.at(area).code};
        if (area >= 0) finding.name = m_areas.at(area).name;
        finding.area = codeOf(area);
        finding.places = sum.beyond;
        finding.holds = sum.beyond >= rule.places;
        finding.known = finding.holds || (sum.any && !sum.unsure);
        findings.push_back(std::move(finding));
    }
    return findings;
}

/// `isBeyond(value, was)`: whether a place is beyond now, given whether it was; nothing when nobody can say. A place whose
/// value is stale stays what it was.
template<typename Judge>
std::vector<Finding> Findings::judge(const Rule& rule, const QString& kind, const QString& quantity, Judge isBeyond)
{
    QSet<city::PlaceId>& beyond = m_memory.beyond[rule.id];
    QSet<city::PlaceId> still;
    std::vector<Judged> judged;
    for (const Value& value : valuesOf(kind, quantity)) {
        if (!isWanted(rule, value.area)) continue;
        const bool was = beyond.contains(value.observation->place);
        const std::optional<std::pair<bool, double>> verdict = value.current ? isBeyond(value, was) : std::nullopt;
        const bool is = verdict ? verdict->first : was;
        if (is) still.insert(value.observation->place);
        judged.push_back({value, is, verdict.has_value(), verdict ? verdict->second : 0});
    }
    beyond = std::move(still);
    return grouped(rule, judged);
}

std::vector<Finding> Findings::of(const Rule& rule, const Threshold& condition)
{
    const bool up = isUpward(condition.comparison);
    return judge(rule, condition.kind, condition.quantity, [&](const Value& value, bool was) {
        // Over only when it is back by more than the dead-band.
        const double limit = was ? condition.limit + (up ? -condition.deadband : condition.deadband) : condition.limit;
        const double v = value.observation->value;
        return std::optional(std::pair(holds(v, condition.comparison, limit), up ? v : -v));
    });
}

std::vector<Finding> Findings::of(const Rule& rule, const RateOfChange& condition)
{
    return judge(rule, condition.kind, condition.quantity, [&](const Value& value, bool) -> std::optional<std::pair<bool, double>> {
        const Trace trace = m_memory.traces.value({value.observation->place, condition.quantity});
        if (trace.samples.size() < 2) return std::nullopt;
        const city::Instant from = trace.samples.back().at - condition.within;
        double change = 0;
        for (const city::Sample& one : trace.samples) {
            if (one.at < from) continue;
            const double its = trace.samples.back().value - one.value;
            change = condition.by > 0 ? std::max(change, its) : std::min(change, its);
        }
        return std::pair(condition.by > 0 ? change >= condition.by : change <= condition.by, std::abs(change));
    });
}

std::vector<Finding> Findings::of(const Rule& rule, const Unusual& condition)
{
    return judge(rule, condition.kind, condition.quantity, [&](const Value& value, bool was) -> std::optional<std::pair<bool, double>> {
        const auto week = m_moment.usuals ? m_moment.usuals->value({value.observation->place, condition.quantity}) : nullptr;
        const auto typical = week ? week->at(value.observation->observedAt) : std::nullopt;
        const auto z = typical ? typical->robustZ(value.observation->value) : std::nullopt;
        if (!z) return std::nullopt;
        const double beyond = was ? condition.leave : condition.enter;
        const bool holds = (condition.upwards && *z > beyond) || (condition.downwards && *z < -beyond);
        return std::pair(holds, std::abs(*z));
    });
}

std::vector<Finding> Findings::of(const Rule& rule, const Expected& condition)
{
    const bool current = m_moment.outlook && m_moment.outlook->isCurrent(m_moment.now);
    return judge(rule, condition.kind, condition.quantity, [&](const Value& value, bool) -> std::optional<std::pair<bool, double>> {
        if (holds(value.observation->value, condition.comparison, condition.limit)) return std::pair(false, 0.0);
        if (!current || !m_moment.outlook->made.contains({value.observation->place, condition.quantity})) return std::nullopt;
        const auto* crossing = crossingOf(condition, value);
        if (!crossing) return std::pair(false, 0.0);
        // The sooner, the worse.
        return std::pair(true, -static_cast<double>((crossing->at - m_moment.now).count()));
    });
}

std::vector<Finding> Findings::of(const Rule&, const Combination&)
{
    return {}; // Asked where the other rules' alarms are known.
}

} // namespace alarms
