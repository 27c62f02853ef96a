// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/rolling_intervals.h"

#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

/// How far an end moves for one value outside it, as a share of all errors. Slow: quicker ones held no more
/// of the recorded series and made their bands half as wide again.
constexpr double learningRate = 0.002;
constexpr double leastTail = 0.001, mostTail = 0.5;

/// The value below which `share` of a new error is expected to lie, with the finite-sample step of conformal
/// prediction: position share * (n + 1) in the sorted errors, between two of them in proportion.
double quantile(const std::vector<double>& sorted, double share)
{
    const auto count = static_cast<double>(sorted.size());
    const double position = std::clamp(share * (count + 1) - 1, 0.0, count - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - std::floor(position)) * (sorted[above] - sorted[below]);
}

double moved(double tail, bool outside, double wanted)
{
    return std::clamp(tail + learningRate * (wanted - (outside ? 1 : 0)), leastTail, mostTail);
}

} // namespace

std::optional<RollingIntervals::Ends> RollingIntervals::ends() const
{
    if (m_sorted.size() < leastErrors) return std::nullopt;
    Ends found;
    double below = mostTail, above = mostTail;
    for (std::size_t i = 0; i < bandShares.size(); ++i) { // A wider band never ends inside a narrower one.
        below = std::min(below, m_tails.below[i]);
        above = std::min(above, m_tails.above[i]);
        found.low[i] = quantile(m_sorted, below);
        found.high[i] = quantile(m_sorted, 1 - above);
    }
    return found;
}

void RollingIntervals::learn(const Waiting& one)
{
    for (std::size_t i = 0; one.ends && i < bandShares.size(); ++i) {
        const double wanted = (1 - bandShares[i]) / 2;
        m_tails.below[i] = moved(m_tails.below[i], one.error < one.ends->low[i], wanted);
        m_tails.above[i] = moved(m_tails.above[i], one.error > one.ends->high[i], wanted);
    }
    m_window.push_back(one.error);
    m_sorted.insert(std::upper_bound(m_sorted.begin(), m_sorted.end(), one.error), one.error);
    if (m_window.size() <= rollingWindow) return;
    m_sorted.erase(std::lower_bound(m_sorted.begin(), m_sorted.end(), m_window.front()));
    m_window.pop_front();
}

void RollingIntervals::learnUntil(std::size_t origin)
{
    while (!m_waiting.empty() && m_waiting.front().origin + m_lead < origin) {
        learn(m_waiting.front());
        m_waiting.pop_front();
    }
}

std::optional<std::vector<Interval>> RollingIntervals::around(double forecast, std::size_t origin)
{
    learnUntil(origin);
    const std::optional<Ends> found = ends();
    if (!found) return std::nullopt;
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i < bandShares.size(); ++i)
        intervals.push_back({bandShares[i], forecast + found->low[i], forecast + found->high[i]});
    return intervals;
}

void RollingIntervals::add(std::size_t origin, double error)
{
    if (std::isnan(error)) return;
    learnUntil(origin);
    m_waiting.push_back({origin, error, ends()});
}

} // namespace indicators
