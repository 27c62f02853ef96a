// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

#include <optional>

namespace map {

/// Something that moves, at its newest fix.
struct MoverInput {
    city::LonLat at;
    std::optional<double> headingDegrees; ///< Clockwise from north.
    float radius = 6;
    QColor fill;
    qint64 seenAt = 0; ///< Milliseconds since 1970, UTC.
    DataState state = DataState::Current;
    Ref ref; ///< By this the canvas knows it again in the next scene.
};

std::shared_ptr<const LayerScene> movers(const LayerMeta& meta, std::vector<MoverInput> inputs);

} // namespace map
