// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/points.h"

namespace map {

struct ClusterStyle {
    float reach = 36;      ///< Pixels within which things become one.
    double singleUpTo = 4; ///< Map metres per pixel up to which every thing stands by itself.
    QColor other;          ///< Share of those without current data.
};

/// Points of which near ones become one ring that shows the mix of their colours round their number. One
/// scene for each doubling of the scale, each shown in its own range: what belongs together depends on the
/// scale and not on where the map has been dragged to. `meta.legend` names the colours in the read-out; it is
/// the legend of all scenes.
std::vector<std::shared_ptr<const LayerScene>> clusters(const LayerMeta& meta, std::vector<PointInput> inputs,
                                                        const ClusterStyle& style = {},
                                                        const LabelStyle& labels = {});

} // namespace map
