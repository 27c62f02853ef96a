// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/people.h"

#include "layers/city/alert_areas.h"

#include <algorithm>

namespace app {

std::optional<double> peopleIn(const city::AreaTree& areas, int area)
{
    if (area >= 0 && areas.at(area).people) return areas.at(area).people;
    std::optional<double> sum;
    for (const int child : areas.children(area))
        if (const auto people = peopleIn(areas, child)) sum = sum.value_or(0) + *people;
    return sum;
}

std::optional<double> peopleIn(const city::AreaTree& areas, const std::vector<int>& several)
{
    std::optional<double> sum;
    for (std::size_t i = 0; i < several.size(); ++i) {
        bool counted = false; // in an area that encloses it, or twice in the list
        for (std::size_t j = 0; j < several.size() && !counted; ++j)
            counted = i != j && areas.isWithin(several[i], several[j]) && (several[i] != several[j] || j < i);
        if (counted) continue;
        if (const auto people = peopleIn(areas, several[i])) sum = sum.value_or(0) + *people;
    }
    return sum;
}

QString peopleLevel(const city::AreaTree& areas)
{
    return city::levelOfResidents(areas);
}

} // namespace app
