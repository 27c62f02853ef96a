// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/told.h"

#include <algorithm>
#include <utility>

namespace history {

namespace {

bool before(const Told& a, const Told& b)
{
    return std::pair(a.at, a.answer) < std::pair(b.at, b.answer);
}

} // namespace

void putInOrder(std::vector<Told>& told)
{
    if (!std::is_sorted(told.begin(), told.end(), before)) std::stable_sort(told.begin(), told.end(), before);
    // What settled while a program was killed may stand in the log and in a run.
    const auto same = [](const Told& a, const Told& b) {
        return a.at == b.at && a.answer == b.answer && a.value == b.value;
    };
    told.erase(std::unique(told.begin(), told.end(), same), told.end());
}

void keepBelieved(std::vector<Told>& told)
{
    std::size_t kept = 0;
    for (const Told& one : told) {
        if (kept > 0 && told[kept - 1].at == one.at)
            told[kept - 1] = one;
        else
            told[kept++] = one;
    }
    told.resize(kept);
}

} // namespace history
