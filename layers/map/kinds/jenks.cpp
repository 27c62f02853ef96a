// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/jenks.h"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace map {

namespace {

/// Distinct values with how often each stands there, and sums that give the squares of any run at once.
class Runs {
public:
    explicit Runs(const std::vector<double>& sorted)
    {
        const double middle = sorted[sorted.size() / 2]; // small numbers lose less in differences of squares
        m_weight = m_sum = m_square = {0};
        for (const double value : sorted) {
            if (m_values.empty() || value != m_values.back()) {
                m_values.push_back(value);
                m_weight.push_back(m_weight.back());
                m_sum.push_back(m_sum.back());
                m_square.push_back(m_square.back());
            }
            const double v = value - middle;
            m_weight.back() += 1;
            m_sum.back() += v;
            m_square.back() += v * v;
        }
    }

    std::size_t size() const { return m_values.size(); }
    double value(std::size_t i) const { return m_values[i]; }
    /// Squared distances to their mean of the values from `first` up to, not including, `end`.
    double squares(std::size_t first, std::size_t end) const
    {
        const double weight = m_weight[end] - m_weight[first], sum = m_sum[end] - m_sum[first];
        return std::max(0.0, m_square[end] - m_square[first] - sum * sum / weight);
    }

private:
    std::vector<double> m_values;
    std::vector<double> m_weight, m_sum, m_square; ///< Of all values before.
};

/// The least squares of the first i values in one class more than in `before`, for all i, and where the last
/// class begins. The best beginning never moves back as i grows, so each half of the range is searched on one
/// side only.
class Row {
public:
    Row(const Runs& runs, const std::vector<double>& before, std::size_t classes)
        : best(runs.size() + 1, std::numeric_limits<double>::infinity()), begins(runs.size() + 1, 0),
          m_runs(runs), m_before(before), m_classes(classes)
    {
        solve(classes, runs.size(), classes - 1, runs.size() - 1);
    }

    std::vector<double> best;
    std::vector<std::size_t> begins;

private:
    void solve(std::size_t first, std::size_t last, std::size_t from, std::size_t to)
    {
        if (first > last) return;
        const std::size_t i = first + (last - first) / 2;
        for (std::size_t j = std::max(from, m_classes - 1); j <= std::min(to, i - 1); ++j) {
            const double cost = m_before[j] + m_runs.squares(j, i);
            if (cost < best[i]) {
                best[i] = cost;
                begins[i] = j;
            }
        }
        if (i > first) solve(first, i - 1, from, begins[i]);
        solve(i + 1, last, begins[i], to);
    }

    const Runs& m_runs;
    const std::vector<double>& m_before;
    std::size_t m_classes;
};

} // namespace

std::vector<double> jenksBreaks(const std::vector<double>& sorted, int count)
{
    if (sorted.empty() || count < 2) return {};
    const Runs runs(sorted);
    const std::size_t classes = std::min(static_cast<std::size_t>(count), runs.size());
    std::vector<double> best(runs.size() + 1, 0);
    for (std::size_t i = 1; i <= runs.size(); ++i)
        best[i] = runs.squares(0, i);
    std::vector<std::vector<std::size_t>> begins;
    for (std::size_t k = 2; k <= classes; ++k) {
        Row row(runs, best, k);
        best = std::move(row.best);
        begins.push_back(std::move(row.begins));
    }
    std::vector<double> breaks;
    std::size_t end = runs.size();
    for (auto row = begins.rbegin(); row != begins.rend(); ++row) {
        end = (*row)[end];
        breaks.push_back(runs.value(end));
    }
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

} // namespace map
