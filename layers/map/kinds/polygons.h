// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/map/kinds/layer_meta.h"

namespace map {

/// Projects the polygons of a geometry and makes its coarser copies. Null when it has none.
std::shared_ptr<const AreaShape> projectArea(const city::Geometry& geometry);

/// Every area of a tree projected once, to be coloured anew for each snapshot at no cost. Read from any
/// thread.
struct ProjectedAreas {
    std::vector<std::shared_ptr<const AreaShape>>
        shapes;                        ///< By index in the tree; null for an area without polygons.
    std::vector<city::LonLat> anchors; ///< By index in the tree: where the name goes.
};
std::shared_ptr<const ProjectedAreas> projectAreas(const city::AreaTree& tree);

/// An area with its look: a district coloured by a value, an alert's area, a feature of a polygon layer. Give
/// `shape` where it was projected before, else `geometry`, which is only read during the call.
struct AreaInput {
    std::shared_ptr<const AreaShape> shape;
    const city::Geometry* geometry = nullptr;
    QColor fill;    ///< Invalid or transparent: none.
    QColor outline; ///< Invalid or transparent: none.
    float outlineWidth = 1;
    DataState state = DataState::Current; ///< None and Withheld are hatched grey whatever `fill` says.
    Ref ref;                              ///< An empty `kind`: cannot be picked.
    QString label;                        ///< Inside the area; empty: nothing.
    city::LonLat labelAt{1e9, 0};         ///< Unset: found from `geometry`, or the middle of the shape's box.
    int priority = 0; ///< Higher is painted later (on top) and wins the room for its label.
};

std::shared_ptr<const LayerScene> polygons(const LayerMeta& meta, std::vector<AreaInput> inputs,
                                           const LabelStyle& labels = {});

} // namespace map
