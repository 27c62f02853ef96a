// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/finding.h"
#include "layers/city/alert_areas.h"
#include "layers/city/alert_standing.h"
#include "layers/indicators/alert_priority.h"

#include <algorithm>

/// What feeds, events, vehicles and CAP messages say.
namespace alarms {

namespace {

std::optional<double> measureOf(const city::Event& event, const QString& quantity)
{
    for (const city::Observation& one : event.measures)
        if (one.quantity == quantity) return one.value;
    return std::nullopt;
}

bool isGoingOn(const city::Event& event, city::Duration lasts, city::Instant now)
{
    const city::Instant from = event.begins.value_or(event.reportedAt);
    return from <= now && now < event.ends.value_or(from + lasts);
}

city::LonLat nearestIn(const city::LonLatBox& box, city::LonLat p)
{
    return {std::clamp(p.lon, box.west, box.east), std::clamp(p.lat, box.south, box.north)};
}

/// Three priorities for four: minor and past ones are no alarms.
std::optional<Priority> priorityOf(const city::Alert& alert, const city::AlertInfo& info)
{
    const auto priority = indicators::alertPriority(alert, info, true);
    if (!priority || *priority == indicators::AlertPriority::P4) return std::nullopt;
    return static_cast<Priority>(static_cast<int>(*priority));
}

} // namespace

std::vector<Finding> Findings::of(const Rule& rule, const Silence& condition)
{
    const city::FeedPicture* feed = m_moment.snapshot->feed(condition.feed);
    if (!feed) return {};
    Finding finding;
    finding.subject = {QStringLiteral("feed"), condition.feed};
    finding.name = feed->state.title;
    finding.priority = rule.priority;
    const auto speaks = feed->state.speaksOf();
    finding.known = speaks || feed->state.failure;
    finding.holds = speaks ? m_moment.now - *speaks > condition.after : feed->state.failure.has_value();
    if (feed->state.failure) finding.text = city::LocalText(feed->state.failure->text.toString());
    return {finding};
}

bool Findings::isThere(const Entering& condition, city::LonLat at) const
{
    if (condition.areas.isEmpty()) {
        return condition.withinKm <= 0 || m_bounds.isEmpty() ||
               city::distanceMetres(at, nearestIn(m_bounds, at)) <= condition.withinKm * 1000;
    }
    const int area = m_areas.locate(at);
    return area >= 0 && std::any_of(condition.areas.begin(), condition.areas.end(), [&](const QString& code) {
        const int outer = m_areas.find(code);
        return outer >= 0 && m_areas.isWithin(area, outer);
    });
}

std::vector<Finding> Findings::of(const Rule& rule, const Entering& condition)
{
    return condition.what == Entering::What::Event ? ofEvents(rule, condition) : ofVehicles(rule, condition);
}

std::vector<Finding> Findings::ofEvents(const Rule& rule, const Entering& condition) const
{
    std::vector<Finding> findings;
    for (const auto& [id, feed] : m_moment.snapshot->feeds())
        for (const city::Event& event : feed->events) {
            if (event.kind != condition.kind || event.geometry.isEmpty() || !isGoingOn(event, condition.lasts, m_moment.now)) continue;
            const auto measure = measureOf(event, condition.quantity);
            if (!condition.quantity.isEmpty() && (!measure || *measure < condition.limit)) continue;
            if (!isThere(condition, event.geometry.anchor())) continue;
            Finding finding;
            finding.subject = {event.kind, event.id};
            finding.name = event.title;
            finding.area = codeOf(m_areas.locate(event.geometry.anchor()));
            finding.holds = true;
            finding.value = measure;
            finding.quantity = condition.quantity;
            finding.priority = rule.priority;
            finding.text = city::LocalText(event.description);
            finding.feed = id;
            findings.push_back(std::move(finding));
        }
    return findings;
}

std::vector<Finding> Findings::ofVehicles(const Rule& rule, const Entering& condition) const
{
    std::vector<Finding> findings;
    for (const auto& [id, feed] : m_moment.snapshot->feeds())
        for (const city::Vehicle& vehicle : feed->vehicles) {
            if (vehicle.kind != condition.kind || !isThere(condition, vehicle.at)) continue;
            Finding finding;
            finding.subject = {vehicle.kind, vehicle.id};
            finding.name = vehicle.label;
            finding.area = codeOf(m_areas.locate(vehicle.at));
            finding.holds = true;
            finding.feed = id;
            finding.known = city::freshness(vehicle.observedAt, m_moment.now, feed->state.promise) <= city::Freshness::Late;
            finding.priority = rule.priority;
            findings.push_back(std::move(finding));
        }
    return findings;
}

// A message of somebody the pack does not trust is nothing to this: neither an alarm nor a withdrawal of one.
std::vector<const city::Alert*> Findings::trustedMessages()
{
    std::vector<const city::Alert*> messages;
    QSet<QString> untrusted;
    for (const auto& [id, feed] : m_moment.snapshot->feeds())
        for (const city::Alert& alert : feed->alerts) {
            if (m_plan.trusts(alert)) {
                messages.push_back(&alert);
                m_feedOf.insert(&alert, id);
            } else {
                untrusted.insert(alert.sender);
            }
        }
    m_memory.untrusted = QStringList(untrusted.begin(), untrusted.end());
    m_memory.untrusted.sort();
    return messages;
}

/// The segment of a message that touches the city and matters most; null when none touches it.
const city::AlertInfo* Findings::worstSegment(const city::Alert& alert, const QString& language) const
{
    const city::AlertInfo* worst = nullptr;
    for (const city::AlertInfo* info : city::segments(alert, m_moment.now, language)) {
        const bool elsewhere = !info->areas.empty() && !m_areas.isEmpty() && city::areasOf(m_areas, *info).empty();
        if (elsewhere) continue;
        const auto its = indicators::alertPriority(alert, *info, true);
        const auto known = worst ? indicators::alertPriority(alert, *worst, true) : std::nullopt;
        if (!worst || (its && known && *its < *known)) worst = info;
    }
    return worst;
}

std::vector<Finding> Findings::of(const Rule&, const Warning& condition)
{
    const std::vector<const city::Alert*> messages = trustedMessages();
    const auto standings = city::standings(messages, m_moment.now, m_memory.withdrawn);
    for (const city::AlertKey& key : city::withdrawn(messages)) {
        if (m_memory.withdrawn.contains(key)) continue;
        m_memory.withdrawn.insert(key);
        m_withdrawn.push_back(key);
    }
    m_memory.drills = 0;
    std::vector<Finding> findings;
    for (const city::AlertStanding& one : standings) {
        const city::AlertInfo* worst = worstSegment(*one.alert, QStringLiteral("zh_TW"));
        if (!worst) continue;
        m_memory.drills += one.isExercise ? 1 : 0;
        const auto priority = priorityOf(*one.alert, *worst);
        if (!priority || (!condition.severities.isEmpty() && !condition.severities.contains(worst->severity))) continue;
        const std::vector<int> areas = city::areasOf(m_areas, *worst);
        Finding finding;
        finding.subject = {QStringLiteral("alert"), one.root.sender + QLatin1Char(',') + one.root.identifier};
        finding.area = areas.size() == 1 ? codeOf(areas.front()) : QString();
        finding.holds = true;
        finding.places = static_cast<int>(areas.size());
        finding.priority = *priority;
        finding.cap = city::keyOf(*one.alert);
        finding.signature = one.alert->signature;
        finding.signedBy = one.alert->signedBy;
        finding.feed = m_feedOf.value(one.alert);
        for (const QString& language : {QStringLiteral("zh_TW"), QStringLiteral("en")}) {
            const city::AlertInfo* info = worstSegment(*one.alert, language);
            finding.name.set(language, city::eventText(*info, m_plan.terms).in(language));
            finding.text.set(language, city::titleText(*info, m_plan.terms).in(language));
            finding.instruction.set(language, info->instruction);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace alarms
