// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/reduce.h"

#include <algorithm>
#include <cmath>

namespace widgets {

std::vector<Stretch> stretches(const std::vector<city::Sample>& samples, city::Duration gap)
{
    std::vector<Stretch> all;
    bool joined = false;
    for (const city::Sample& sample : samples) {
        if (!std::isfinite(sample.value)) {
            joined = false;
            continue;
        }
        if (joined && gap.count() > 0 && sample.at - all.back().back().at > gap) joined = false;
        if (!joined) all.emplace_back();
        all.back().push_back(sample);
        joined = true;
    }
    return all;
}

Stretch reduced(const Stretch& stretch, city::Instant from, city::Instant to, int columns)
{
    if (columns < 1 || to <= from || stretch.size() <= 2) return stretch;
    const double width = static_cast<double>((to - from).count()) / columns;
    const auto columnOf = [&](const city::Sample& s) {
        return static_cast<long long>(std::floor(static_cast<double>((s.at - from).count()) / width));
    };
    Stretch kept;
    const auto keep = [&kept](const city::Sample& s) {
        if (kept.empty() || kept.back().at != s.at) kept.push_back(s);
    };
    for (std::size_t begin = 0; begin < stretch.size();) {
        std::size_t end = begin, least = begin, most = begin;
        for (; end < stretch.size() && columnOf(stretch[end]) == columnOf(stretch[begin]); ++end) {
            if (stretch[end].value < stretch[least].value) least = end;
            if (stretch[end].value > stretch[most].value) most = end;
        }
        keep(stretch[std::min(least, most)]);
        keep(stretch[std::max(least, most)]);
        begin = end;
    }
    if (kept.front().at != stretch.front().at) kept.insert(kept.begin(), stretch.front());
    if (kept.back().at != stretch.back().at) kept.push_back(stretch.back());
    return kept;
}

} // namespace widgets
