// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/bulk.h"

namespace map {

/// The features of a bulk layer at a position (map metres): points and lines within `reach` metres of what is
/// painted, polygons that hold it. Topmost first; no more than `most`.
std::vector<quint32> featuresAt(const Bulk& bulk, QPointF at, double metresPerPixel, double reach,
                                std::size_t most = 8);

} // namespace map
