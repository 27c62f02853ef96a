// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

namespace map {

/// One picture on the ground, `bounds` in map metres.
std::shared_ptr<const LayerScene> raster(const LayerMeta& meta, const QRectF& bounds, QImage image);

} // namespace map
