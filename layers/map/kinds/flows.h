// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

namespace map {

/// How much goes from one place to another.
struct FlowInput {
    city::LonLat from, to;
    double value = 0; ///< Flows that are not above 0 are left out.
    QColor colour;
    Ref ref;
    QString label; ///< Along the curve; empty: nothing.
    DataState state = DataState::Current;
};

struct FlowStyle {
    float least = 1, most = 12; ///< Pixels; the width grows with the value up to that of the largest flow.
    double bend = 0.18; ///< How far a curve leaves the straight way, in lengths; to the right, so that there
                        ///< and back are apart.
};

/// Curves with a head at their end, small flows on top. Where `from` and `to` are one place nothing is drawn.
std::shared_ptr<const LayerScene> flows(const LayerMeta& meta, std::vector<FlowInput> inputs,
                                        const FlowStyle& style = {}, const LabelStyle& labels = {});

} // namespace map
