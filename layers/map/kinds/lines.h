// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

namespace map {

/// A thing along a line: a road section with its speed, a metro line. `geometry` is only read during the
/// call; its `lines` are drawn, and the outlines of its `polygons`.
struct LineInput {
    const city::Geometry* geometry = nullptr;
    QColor colour;
    float width = 1.5F;
    QColor casing; ///< Invalid: none.
    Stroke stroke = Stroke::Solid;
    DataState state = DataState::Current;
    Ref ref;          ///< An empty `kind`: cannot be picked.
    QString label;    ///< At the middle of its longest line; empty: nothing.
    int priority = 0; ///< Higher is painted later (on top).
    Arrows arrows = Arrows::None;
    float offset = 0;        ///< Pixels to the right.
    bool labelAlong = false; ///< The label follows the longest line.
};

std::shared_ptr<const LayerScene> lines(const LayerMeta& meta, std::vector<LineInput> inputs,
                                        const LabelStyle& labels = {});

} // namespace map
