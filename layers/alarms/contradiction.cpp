// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/contradiction.h"

#include "layers/alarms/step.h"

#include <algorithm>
#include <cmath>

namespace alarms {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration leastLead = 1h, mostLead = 24h; ///< Of forecasts.

QString number(double value)
{
    return QString::number(value, 'g', 8);
}

QString minutes(city::Duration time)
{
    return QString::number(std::chrono::duration_cast<std::chrono::seconds>(time).count());
}

/// Judges one rule after the other.
class Judge {
public:
    Judge(const Plan& plan, const Tellable& tellable) : m_plan(plan), m_tellable(tellable) {}

    std::vector<Contradiction> run()
    {
        QStringList loops;
        inOrder(m_plan, &loops);
        for (const Rule& rule : m_plan.rules) {
            m_rule = &rule;
            std::visit([&](const auto& condition) { judge(condition); }, rule.condition);
            if (rule.quiet && rule.quiet->from == rule.quiet->to)
                add("quiet", QT_TRANSLATE_NOOP("Message", "is the whole day: the rule can never be an alarm"));
            if (loops.contains(rule.id))
                add("when", QT_TRANSLATE_NOOP("Message", "waits for itself: it refers to rules that refer back to it"));
            if (rule.per.isEmpty() || rule.per == QLatin1String("place")) judgePlaces();
        }
        return std::move(m_found);
    }

private:
    void add(const char* field, city::Message text) { m_found.push_back({m_rule->id, field, std::move(text)}); }

    void judgePlaces()
    {
        if (m_rule->per == QLatin1String("place") && m_rule->places > 1)
            add("places", QT_TRANSLATE_NOOP("Message", "one alarm for each place never has more than one place: it can never fire"));
    }

    bool measures(const QString& kind, const QString& quantity)
    {
        if (kind.isEmpty()) {
            const bool any = std::any_of(m_tellable.measured.begin(), m_tellable.measured.end(),
                                         [&](const auto& one) { return one.second == quantity; });
            if (any || !m_tellable.open.isEmpty()) return true;
        } else if (m_tellable.measured.contains({kind, quantity}) || m_tellable.open.contains(kind)) {
            return true;
        }
        add("quantity", {QT_TRANSLATE_NOOP("Message", "no feed of the pack measures %1 at places of the kind %2: it can never fire"), {quantity, kind}});
        return false;
    }

    void judge(const Threshold& condition)
    {
        measures(condition.kind, condition.quantity);
        judgeLimit(condition);
        for (const Rule& other : m_plan.rules) {
            const auto* its = std::get_if<Threshold>(&other.condition);
            if (!its || &other == m_rule || !other.alarms || !m_rule->alarms || its->kind != condition.kind || its->quantity != condition.quantity)
                continue;
            const bool covered = isUpward(condition.comparison) && !isUpward(its->comparison) && condition.limit <= its->limit;
            if (covered && other.in == m_rule->in)
                add("when", {QT_TRANSLATE_NOOP("Message", "contradicts the rule %1: with both, every value of %2 is an alarm"), {other.id, condition.quantity}});
        }
    }

    void judgeLimit(const Threshold& condition)
    {
        const auto quantity = m_tellable.quantities.value(condition.quantity);
        const bool up = isUpward(condition.comparison);
        const double limit = condition.limit;
        const double low = quantity.least.value_or(-INFINITY), high = quantity.most.value_or(INFINITY);
        const bool never = up ? limit > high || (limit == high && condition.comparison == Comparison::Above)
                              : limit < low || (limit == low && condition.comparison == Comparison::Below);
        const bool always = up ? limit < low || (limit == low && condition.comparison == Comparison::AtLeast)
                               : limit > high || (limit == high && condition.comparison == Comparison::AtMost);
        const bool endless = up ? limit - condition.deadband <= low : limit + condition.deadband >= high;
        const QStringList told{condition.quantity, number(low), number(high)};
        if (never)
            add("when", {QT_TRANSLATE_NOOP("Message", "can never fire: %1 is from %2 to %3"), told});
        else if (always)
            add("when", {QT_TRANSLATE_NOOP("Message", "always holds and would never be over: %1 is from %2 to %3"), told});
        else if (condition.deadband > 0 && endless)
            add("dead-band", {QT_TRANSLATE_NOOP("Message", "is so wide that the alarm would never be over: %1 is from %2 to %3"), told});
    }

    void judge(const RateOfChange& condition)
    {
        if (!measures(condition.kind, condition.quantity)) return;
        const auto quantity = m_tellable.quantities.value(condition.quantity);
        if (quantity.least && quantity.most && std::abs(condition.by) > *quantity.most - *quantity.least)
            add("changes", {QT_TRANSLATE_NOOP("Message", "can never fire: %1 is from %2 to %3"),
                            {condition.quantity, number(*quantity.least), number(*quantity.most)}});
        const auto cadence = m_tellable.cadences.constFind({condition.kind, condition.quantity});
        if (cadence != m_tellable.cadences.cend() && condition.within < *cadence)
            add("within", {QT_TRANSLATE_NOOP("Message", "can never fire: within %1 s there are no two values, they come every %2 s"),
                           {minutes(condition.within), minutes(*cadence)}});
    }

    void judge(const Unusual& condition)
    {
        measures(condition.kind, condition.quantity);
        if (condition.leave > condition.enter)
            add("leave", QT_TRANSLATE_NOOP("Message", "must not be above the z at which the alarm begins: it would be over before it began"));
    }

    void judge(const Expected& condition)
    {
        if (!measures(condition.kind, condition.quantity)) return;
        const auto quantity = m_tellable.quantities.value(condition.quantity);
        const bool up = isUpward(condition.comparison);
        const bool never = up ? quantity.most && condition.limit > *quantity.most : quantity.least && condition.limit < *quantity.least;
        if (never)
            add("when", {QT_TRANSLATE_NOOP("Message", "can never fire: %1 is from %2 to %3"),
                         {condition.quantity, number(quantity.least.value_or(-INFINITY)), number(quantity.most.value_or(INFINITY))}});
        if (condition.within < leastLead)
            add("expected-within", QT_TRANSLATE_NOOP("Message", "can never fire: forecasts go by the hour; expected 1 h or more"));
        if (condition.within > mostLead)
            add("expected-within", QT_TRANSLATE_NOOP("Message", "is further than forecasts go; expected 24 h or less"));
    }

    void judge(const Silence& condition)
    {
        const city::Promise promise = m_tellable.feeds.value(condition.feed);
        if (condition.after < promise.cadence + promise.grace)
            add("silent", {QT_TRANSLATE_NOOP("Message", "would be an alarm all the time: the feed promises a word every %1 s and may be %2 s late"),
                           {minutes(promise.cadence), minutes(promise.grace)}});
    }

    void judge(const Entering& condition)
    {
        const bool event = condition.what == Entering::What::Event;
        if (event && !condition.quantity.isEmpty() && !m_tellable.ofEvents.contains({condition.kind, condition.quantity}) &&
            !m_tellable.open.contains(condition.kind))
            add("quantity", {QT_TRANSLATE_NOOP("Message", "no feed of the pack measures %1 of events of the kind %2: it can never fire"),
                             {condition.quantity, condition.kind}});
        const auto quantity = m_tellable.quantities.value(condition.quantity);
        if (quantity.most && condition.limit > *quantity.most)
            add("at-least", {QT_TRANSLATE_NOOP("Message", "can never fire: %1 is from %2 to %3"),
                             {condition.quantity, number(quantity.least.value_or(-INFINITY)), number(*quantity.most)}});
        if (event && m_rule->onDelay >= condition.lasts)
            add("on-delay", QT_TRANSLATE_NOOP("Message", "is longer than the event lasts: it can never fire"));
    }

    void judge(const Warning&)
    {
        if (!m_plan.trustedSigned.isEmpty() && !m_tellable.hasSigners)
            add("when", QT_TRANSLATE_NOOP("Message", "can never fire for senders that have to sign: no feed names a certificate (signed-by)"));
        if (m_plan.trusted.isEmpty() && m_plan.trustedSigned.isEmpty())
            add("when", QT_TRANSLATE_NOOP("Message", "can never fire: the pack trusts no sender of alerts (alarms: trust)"));
    }

    void judge(const Combination& condition)
    {
        if (condition.all.isEmpty() && condition.any.isEmpty())
            add("when", QT_TRANSLATE_NOOP("Message", "needs all or any of some rules: of none alone it would always be an alarm"));
        for (const QString& id : condition.none)
            if (condition.all.contains(id) || (condition.any.size() == 1 && condition.any.contains(id)))
                add("none", {QT_TRANSLATE_NOOP("Message", "can never fire: %1 must be an alarm and must not be one"), {id}});
        for (const QString& id : m_rule->suppressedBy)
            if (condition.all.contains(id))
                add("suppressed-by", {QT_TRANSLATE_NOOP("Message", "can never be seen: it needs %1 and is suppressed by it"), {id}});
        if (condition.all.contains(m_rule->id) || condition.any.contains(m_rule->id) || condition.none.contains(m_rule->id))
            add("when", QT_TRANSLATE_NOOP("Message", "refers to itself"));
    }

    const Plan& m_plan;
    const Tellable& m_tellable;
    const Rule* m_rule = nullptr;
    std::vector<Contradiction> m_found;
};

} // namespace

std::vector<Contradiction> contradictions(const Plan& plan, const Tellable& tellable)
{
    return Judge(plan, tellable).run();
}

} // namespace alarms
