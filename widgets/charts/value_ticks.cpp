// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/value_ticks.h"

#include <algorithm>
#include <cmath>

namespace widgets {

ValueAxis valueAxis(double least, double most, int lines)
{
    ValueAxis axis;
    if (!std::isfinite(least) || !std::isfinite(most) || least > most || lines < 1) return axis;
    if (least >= 0 && least < most * 0.5) least = 0;
    if (most <= 0 && most > least * 0.5) most = 0;
    if (most - least < 1e-12) {
        const double room = std::max(std::abs(most) * 0.1, 1e-3);
        least = least == 0 ? 0 : least - room;
        most += least == 0 ? 1 : room;
    }
    const double rough = (most - least) / lines;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double lead = rough / power;
    axis.step = (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    axis.from = std::floor(least / axis.step + 1e-9) * axis.step;
    axis.to = std::ceil(most / axis.step - 1e-9) * axis.step;
    axis.decimals = std::clamp(static_cast<int>(-std::floor(std::log10(axis.step) + 1e-9)), 0, 6);
    return axis;
}

} // namespace widgets
