// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/suspicion.h"
#include "layers/feeds/reasons.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr std::size_t mostReasons = 20;

bool is(const city::Message& text, const char* reason)
{
    return qstrcmp(text.source, reason) == 0;
}

} // namespace

Signs signsOf(const std::vector<city::Problem>& problems)
{
    Signs signs;
    for (const city::Problem& one : problems) {
        const city::Message& text = one.text;
        if (is(text, reasons::outside) || is(text, reasons::swapped) || is(text, reasons::notOnEarth))
            ++signs.outside;
        else if (is(text, reasons::recordsOutside))
            signs.outside += text.arguments.value(0).toInt();
        else if (is(text, reasons::idAgain) || is(text, reasons::idAgainInRecord))
            ++signs.duplicates;
        else if (is(text, reasons::strayBytes))
            signs.strayBytes += text.arguments.value(0).toInt();
    }
    return signs;
}

std::vector<city::Refusal> refusalsOf(const std::vector<city::Problem>& problems, int all)
{
    std::vector<city::Refusal> refusals;
    int counted = 0;
    for (const city::Problem& one : problems) {
        const auto known = std::find_if(refusals.begin(), refusals.end(), [&one](const city::Refusal& other) {
            return other.field == one.field && is(one.text, other.reason.source);
        });
        if (known != refusals.end()) {
            ++known->count;
        } else {
            if (refusals.size() == mostReasons) continue;
            refusals.push_back({one.field, one.text, 1});
        }
        ++counted;
    }
    std::stable_sort(refusals.begin(), refusals.end(),
                     [](const city::Refusal& a, const city::Refusal& b) { return a.count > b.count; });
    if (all > counted) refusals.push_back({{}, {}, all - counted});
    return refusals;
}

} // namespace feeds
