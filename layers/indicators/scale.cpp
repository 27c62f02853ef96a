// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/scale.h"

#include <cmath>

namespace indicators {

const Level* Scale::levelOf(double value) const
{
    if (!std::isfinite(value)) return nullptr;
    for (const Level& level : levels) {
        const bool last = &level == &levels.back();
        if (value >= level.from && (value < level.to || (last && value <= level.to))) return &level;
    }
    return nullptr;
}

} // namespace indicators
