// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/scene/scene.h"

namespace map {

const Rings& AreaShape::forScale(double metresPerPixel) const
{
    const Rings* best = &rings;
    for (const Coarse& coarse : coarser) {
        if (coarse.tolerance <= metresPerPixel / 2) best = &coarse.rings;
    }
    return *best;
}

QStringList Scene::attributions() const
{
    QStringList all;
    for (const auto& layer : layers) {
        if (!layer->attribution.isEmpty() && !all.contains(layer->attribution)) all << layer->attribution;
    }
    return all;
}

} // namespace map
