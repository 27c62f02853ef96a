// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/wind.h"

#include "layers/geo/projection.h"

#include <cmath>

namespace map {

std::shared_ptr<const LayerScene> wind(const LayerMeta& meta, std::vector<WindInput> inputs, float staff)
{
    constexpr double knotsOfMetrePerSecond = 3600 / 1852.0;
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    for (WindInput& input : inputs) {
        if (!(input.metresPerSecond >= 0) || !std::isfinite(input.metresPerSecond) ||
            !std::isfinite(input.fromDegrees))
            continue;
        WindBarb barb;
        barb.at = geo::toMercator(input.at);
        barb.knots = static_cast<float>(input.metresPerSecond * knotsOfMetrePerSecond);
        barb.fromDegrees = static_cast<float>(input.fromDegrees);
        barb.staff = staff;
        barb.southern = input.at.lat < 0;
        barb.colour = rgbaOf(input.colour);
        barb.state = input.state;
        barb.ref = addRef(*scene, std::move(input.ref));
        scene->barbs.push_back(barb);
    }
    return scene;
}

} // namespace map
