// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

namespace map {

/// A thing that stands at one position: a station, a quake, a feature of a point layer.
struct PointInput {
    city::LonLat at;
    float radius = 4; ///< Pixels.
    QColor fill;
    Shape shape = Shape::Circle;
    DataState state = DataState::Current;
    Ref ref;          ///< An empty `kind` makes it speak of nobody: it cannot be picked.
    QString label;    ///< Written below the mark; empty: nothing.
    int priority = 0; ///< Higher is painted later (on top) and wins the room for its label.
};

std::shared_ptr<const LayerScene> points(const LayerMeta& meta, std::vector<PointInput> inputs,
                                         const LabelStyle& labels = {});

} // namespace map
