// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/suppression.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace indicators {

namespace {

using Hidden = std::vector<bool>;
using Row = std::map<std::size_t, double>; ///< Coefficients of an equation by cell.

/// The smallest shown cell of a total and its parts that says something; the parts before the total.
std::optional<std::size_t> smallestShown(const std::vector<int>& counts, const Hidden& hidden,
                                         const TotalOf& sum)
{
    std::optional<std::size_t> best;
    for (const bool zeros : {false, true}) {
        for (const std::size_t part : sum.parts)
            if (!hidden[part] && (counts[part] != 0) != zeros && (!best || counts[part] < counts[*best]))
                best = part;
        if (best) return best;
    }
    if (!hidden[sum.total]) return sum.total;
    return std::nullopt;
}

/// Whether a shown total tells too much of its withheld parts, or the parts all of a withheld total.
bool tellsTooMuch(const std::vector<int>& counts, const Hidden& hidden, const TotalOf& sum, int k)
{
    int count = 0, amount = 0;
    for (const std::size_t part : sum.parts) {
        if (!hidden[part]) continue;
        ++count;
        amount += counts[part];
    }
    if (hidden[sum.total]) return count == 0;
    return count == 1 || (count > 1 && amount < k && amount > 0);
}

/// One more cell for every sum that tells too much, until none does.
void complement(const std::vector<int>& counts, Hidden& hidden, const std::vector<TotalOf>& totals, int k)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (const TotalOf& sum : totals) {
            while (tellsTooMuch(counts, hidden, sum, k)) {
                const auto next = smallestShown(counts, hidden, sum);
                if (!next) break;
                hidden[*next] = true;
                changed = true;
            }
        }
    }
}

void addMultiple(Row& to, const Row& row, double factor)
{
    for (const auto& [cell, value] : row) {
        double& sum = to[cell];
        sum += factor * value;
        if (std::abs(sum) < 1e-9) to.erase(cell);
    }
}

/// The equations among withheld cells in reduced echelon form, by pivot.
std::map<std::size_t, Row> reduced(const Hidden& hidden, const std::vector<TotalOf>& totals)
{
    std::map<std::size_t, Row> pivots;
    for (const TotalOf& sum : totals) {
        Row row;
        if (hidden[sum.total]) row[sum.total] = -1;
        for (const std::size_t part : sum.parts)
            if (hidden[part]) row[part] += 1;
        for (const auto& [cell, pivot] : pivots)
            if (const auto found = row.find(cell); found != row.end())
                addMultiple(row, pivot, -found->second);
        if (row.empty()) continue;
        const std::size_t cell = row.begin()->first;
        Row scaled;
        addMultiple(scaled, row, 1 / row.begin()->second);
        for (auto& [other, pivot] : pivots)
            if (const auto found = pivot.find(cell); found != pivot.end())
                addMultiple(pivot, scaled, -found->second);
        pivots.emplace(cell, std::move(scaled));
    }
    return pivots;
}

} // namespace

std::optional<std::size_t> determinedCell(const std::vector<bool>& withheld,
                                          const std::vector<TotalOf>& totals)
{
    for (const auto& [cell, row] : reduced(withheld, totals))
        if (row.size() == 1) return cell;
    return std::nullopt;
}

std::vector<bool> withheld(const std::vector<int>& counts, const std::vector<TotalOf>& totals, int k)
{
    Hidden hidden(counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        hidden[i] = counts[i] > 0 && counts[i] < k;
    complement(counts, hidden, totals, k);
    while (const auto found = determinedCell(hidden, totals)) {
        std::optional<std::size_t> next;
        for (const TotalOf& sum : totals) {
            const bool has = sum.total == *found ||
                             std::find(sum.parts.begin(), sum.parts.end(), *found) != sum.parts.end();
            const auto shown = has ? smallestShown(counts, hidden, sum) : std::nullopt;
            if (shown && (!next || counts[*shown] < counts[*next])) next = shown;
        }
        // Where all around it is withheld already, everything is.
        if (next)
            hidden[*next] = true;
        else
            std::fill(hidden.begin(), hidden.end(), true);
        complement(counts, hidden, totals, k);
        if (!next) break;
    }
    return hidden;
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
