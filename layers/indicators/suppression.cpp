// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/suppression.h"

#include <QSet>
#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

constexpr double nothing = 1e-9;

/// What is known of one area while its counts are gone through from the inside out.
struct Inside {
    int withheld = 0;    ///< Small counts no told sum has in it,
    double rest = 0;     ///< what they come to,
    double told = 0;     ///< and what all others do.
    QSet<QString> kinds; ///< Of the outermost counts.

    bool isEmpty() const { return kinds.isEmpty(); }
    void add(const Inside& other)
    {
        withheld += other.withheld;
        rest += other.rest;
        told += other.told;
        kinds |= other.kinds;
    }
    /// As if it were one count that is told.
    void close(double value, const QSet<QString>& of)
    {
        *this = {0, 0, value, of};
    }
};

Inside one(const CountedCell& cell, bool isWithheld)
{
    return {isWithheld ? 1 : 0, isWithheld ? cell.count : 0, isWithheld ? 0 : cell.count, {cell.kind}};
}

/// Whether the count of an area may be told beside the counts in it. Of several kinds nobody knows which add up to it.
bool mayTell(const CountedCell& area, const Inside& parts, int k)
{
    if (isSmall(area.count, k)) return false;
    if (parts.kinds.size() > 1 && parts.withheld > 0) return false;
    return tellsNothing(parts.withheld, area.count - parts.told, k);
}

/// The count of an area takes the place of the counts in it.
bool closeBy(const CountedCell& area, Inside& parts, int k)
{
    if (parts.isEmpty()) {
        parts = one(area, isSmall(area.count, k));
        return parts.withheld > 0;
    }
    if (mayTell(area, parts, k)) {
        parts.close(area.count, {area.kind});
        return false;
    }
    parts.withheld = std::max(parts.withheld, 1);
    parts.rest = area.count - parts.told;
    parts.kinds = {area.kind};
    return true;
}

/// The sum over an area nobody has counted as a whole.
void closeBySum(int area, Inside& parts, int k, std::vector<Release::Sum>& sums)
{
    if (parts.isEmpty() || parts.withheld == 0) return;
    if (parts.kinds.size() > 1 || !tellsNothing(parts.withheld, parts.rest, k)) return;
    const QSet<QString> kinds = parts.kinds;
    parts.close(parts.told + parts.rest, kinds);
    sums.push_back({*kinds.begin(), area, parts.told});
}

} // namespace

bool isSmall(double count, int k)
{
    return std::abs(count) > nothing && std::abs(count) < k;
}

bool tellsNothing(int withheld, double rest, int k)
{
    if (withheld == 0) return !isSmall(rest, k);
    const int most = k - 1;
    return rest >= most + (withheld - 1) && rest <= 1.0 + (withheld - 1) * static_cast<double>(most);
}

Release released(const city::AreaTree& areas, const std::vector<CountedCell>& cells, int k)
{
    Release made;
    made.withheld.assign(cells.size(), false);
    std::vector<Inside> inside(areas.areas().size() + 1); // the last: everywhere
    std::vector<int> own(areas.areas().size(), -1);
    const auto of = [&](int area) -> Inside& { return area < 0 ? inside.back() : inside[static_cast<std::size_t>(area)]; };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CountedCell& cell = cells[i];
        if (cell.isArea && cell.area >= 0) {
            own[static_cast<std::size_t>(cell.area)] = static_cast<int>(i);
            continue;
        }
        made.withheld[i] = isSmall(cell.count, k);
        of(cell.area).add(one(cell, made.withheld[i]));
    }
    // Parents come before their children.
    for (int area = static_cast<int>(own.size()) - 1; area >= 0; --area) {
        Inside& parts = of(area);
        const int cell = own[static_cast<std::size_t>(area)];
        if (cell >= 0)
            made.withheld[static_cast<std::size_t>(cell)] = closeBy(cells[static_cast<std::size_t>(cell)], parts, k);
        else
            closeBySum(area, parts, k, made.sums);
        of(areas.at(area).parent).add(parts);
    }
    closeBySum(-1, inside.back(), k, made.sums);
    std::reverse(made.sums.begin(), made.sums.end());
    return made;
}

std::vector<std::optional<int>> releasedRunningTotal(const std::vector<int>& totals, int k)
{
    std::vector<std::optional<int>> released;
    int last = 0;
    for (const int total : totals) {
        const int change = std::abs(total - last);
        const bool shown = change == 0 || change >= k;
        released.push_back(shown ? std::optional(total) : std::nullopt);
        if (shown) last = total;
    }
    return released;
}

} // namespace indicators
