// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/outlook.h"

#include <algorithm>

namespace alarms {

const indicators::ExpectedCrossing* Outlook::crossing(const Key& key, const Expected& condition,
                                                      city::Instant now) const
{
    const auto known = crossings.constFind(key);
    if (known == crossings.cend()) return nullptr;
    const auto asked = [&](const indicators::ExpectedCrossing& one) {
        return one.limit.value == condition.limit && one.limit.falling == !isUpward(condition.comparison) &&
               (one.likely || !condition.likelyOnly) && one.at - now <= condition.within;
    };
    const auto found = std::find_if(known->begin(), known->end(), asked);
    return found == known->end() ? nullptr : &*found;
}

std::vector<indicators::CrossingLimit> limitsOf(const Plan& plan, const QString& kind,
                                                const QString& quantity)
{
    std::vector<indicators::CrossingLimit> limits;
    for (const Rule& rule : plan.rules) {
        const auto* condition = std::get_if<Expected>(&rule.condition);
        if (!condition || condition->quantity != quantity ||
            (!condition->kind.isEmpty() && condition->kind != kind))
            continue;
        const bool falling = !isUpward(condition->comparison);
        const auto same = [&](const indicators::CrossingLimit& one) {
            return one.value == condition->limit && one.falling == falling;
        };
        if (std::none_of(limits.begin(), limits.end(), same))
            limits.push_back({condition->limit, falling, {}});
    }
    return limits;
}

} // namespace alarms
