// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/movers.h"

#include "layers/geo/projection.h"

#include <cmath>

namespace map {

std::shared_ptr<const LayerScene> movers(const LayerMeta& meta, std::vector<MoverInput> inputs)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    for (MoverInput& input : inputs) {
        Mover mover;
        mover.at = geo::toMercator(input.at);
        if (input.headingDegrees && std::isfinite(*input.headingDegrees)) {
            const double turn = std::fmod(*input.headingDegrees, 360);
            mover.heading = static_cast<float>(turn < 0 ? turn + 360 : turn);
        }
        mover.radius = input.radius;
        mover.fill = rgbaOf(input.fill);
        mover.seenAt = input.seenAt;
        mover.state = input.state;
        mover.ref = addRef(*scene, std::move(input.ref));
        scene->movers.push_back(mover);
    }
    return scene;
}

} // namespace map
