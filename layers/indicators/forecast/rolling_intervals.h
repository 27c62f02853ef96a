// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/scores.h"

#include <array>
#include <deque>
#include <optional>

namespace indicators {

/// The shares of the values the drawn bands should hold.
inline constexpr std::array<double, 3> bandShares{0.5, 0.8, 0.95};

/// Intervals of one lead from the errors of the same lead that were known at the time (their value had arrived), the last
/// `rollingWindow` of them: split-conformal, each end by its own quantile, so that a series that errs upwards has a
/// higher upper end; no normal distribution is assumed. Which quantiles these are is learned as well (adaptive conformal
/// inference, Gibbs and Candès 2021): whenever a value falls outside an end, that end moves out a little, otherwise in
/// by as much less, so that in the long run the share is held also where the errors grow or hang together. Only what
/// had been seen by then moves an end.
inline constexpr std::size_t rollingWindow = 200, leastErrors = 20;
class RollingIntervals {
public:
    explicit RollingIntervals(std::size_t lead = 0) : m_lead(lead) {}

    /// Around a forecast made at step `origin`, which must not be before the one asked for last. Nothing with fewer than
    /// `leastErrors` known errors. One inside the other, in the order of `bandShares`.
    std::optional<std::vector<Interval>> around(double forecast, std::size_t origin);
    /// The error (value less forecast) of a forecast made at `origin`; becomes known `lead` steps later. In order of origin.
    void add(std::size_t origin, double error);

private:
    /// How much of the errors lies outside each end, as learned so far; starts at what it should be.
    struct Tails {
        std::array<double, 3> below{0.25, 0.1, 0.025}, above{0.25, 0.1, 0.025};
    };
    struct Ends {
        std::array<double, 3> low{}, high{};
    };
    struct Waiting {
        std::size_t origin;
        double error;
        std::optional<Ends> ends; ///< What was said of it when it was forecast.
    };

    void learnUntil(std::size_t origin);
    void learn(const Waiting& one);
    std::optional<Ends> ends() const;

    std::size_t m_lead;
    Tails m_tails;
    std::deque<double> m_window;  ///< The newest last.
    std::vector<double> m_sorted; ///< The same by size.
    std::deque<Waiting> m_waiting;
};

} // namespace indicators
