// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/raster.h"

namespace map {

std::shared_ptr<const LayerScene> raster(const LayerMeta& meta, const QRectF& bounds, QImage image)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    if (!image.isNull())
        scene->pictures.push_back({bounds, std::make_shared<const QImage>(std::move(image))});
    return scene;
}

} // namespace map
