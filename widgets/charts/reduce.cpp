// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/reduce.h"

#include <algorithm>
#include <cmath>

namespace widgets {

Stretch within(const std::vector<city::Sample>& samples, city::Instant from, city::Instant to, std::size_t beyond)
{
    const auto before = [](const city::Sample& one, city::Instant at) { return one.at < at; };
    const auto after = [](city::Instant at, const city::Sample& one) { return at < one.at; };
    auto first = static_cast<std::size_t>(std::lower_bound(samples.begin(), samples.end(), from, before) - samples.begin());
    auto end = static_cast<std::size_t>(std::upper_bound(samples.begin(), samples.end(), to, after) - samples.begin());
    first -= std::min(first, beyond);
    end = std::min(samples.size(), std::max(first, end) + beyond);
    return Stretch(samples).subspan(first, end - first);
}

std::vector<Stretch> stretches(Stretch samples, city::Duration gap)
{
    std::vector<Stretch> all;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
        if (end > begin) all.push_back(samples.subspan(begin, end - begin));
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (!std::isfinite(samples[i].value)) {
            close(i);
            begin = i + 1;
        } else if (i > begin && gap.count() > 0 && samples[i].at - samples[i - 1].at > gap) {
            close(i);
            begin = i;
        }
    }
    close(samples.size());
    return all;
}

std::vector<city::Sample> reduced(Stretch stretch, city::Instant from, city::Instant to, int columns)
{
    if (columns < 1 || to <= from || stretch.size() <= 2) return {stretch.begin(), stretch.end()};
    const double width = static_cast<double>((to - from).count()) / columns;
    const auto columnOf = [&](const city::Sample& s) {
        return static_cast<long long>(std::floor(static_cast<double>((s.at - from).count()) / width));
    };
    std::vector<city::Sample> kept;
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
