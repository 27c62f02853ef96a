// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"
#include "layers/map/scene/bulk.h"

#include <array>

namespace map {

/// The arrays of a bulk layer while it is made, and their owner afterwards.
struct BulkArrays {
    struct Level {
        double cell = 0;
        std::vector<quint32> rings;
        geo::UnsetVector<BulkVertex> vertices;
    };
    std::vector<quint32> features, ranks;
    std::vector<qint64> ids;
    std::vector<float> values;
    std::vector<BulkBox> blocks, groups;
    std::vector<Level> levels;
};

/// Where each feature's vertices lie in a level: [first, end).
struct VertexRange {
    std::size_t first, end;
};
inline VertexRange verticesOf(const BulkLayer& layer, const BulkLevel& level, quint32 feature)
{
    if (layer.shapes == BulkShapes::Points) return {feature, feature + std::size_t(1)};
    return {level.rings[layer.firstRing(feature)], level.rings[layer.firstRing(feature + 1)]};
}

/// Rings thinned to cells of `cell` map metres; see Thinning.
BulkArrays::Level coarser(const BulkLayer& layer, const BulkLevel& level, double cell);

/// Place along Hilbert's curve of order 16 of a position in a square of 65536 cells a side.
quint32 hilbertPlace(quint32 x, quint32 y);

} // namespace map
