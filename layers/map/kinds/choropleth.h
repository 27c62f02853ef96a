// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/scale.h"
#include "layers/map/kinds/polygons.h"

#include <optional>

namespace map {

/// The value of one area; nothing is "no data" and is hatched, never coloured.
struct AreaValue {
    int area = -1; ///< Index in the tree.
    std::optional<double> value;
    DataState state = DataState::Current;
    Ref ref;
    QString label;
};

struct ChoroplethStyle {
    QColor outline;
    float outlineWidth = 1;
    int fillAlpha = 200; ///< 0 to 255; lets the basemap shine through.
    QString language;    ///< Of the legend.
    LabelStyle labels;
};

/// Areas coloured by the levels of a scale. The legend is made from the scale, with counts, and a row for "no
/// data" when an area has none; meta.legend is put before it. A value outside the scale counts as no data.
std::shared_ptr<const LayerScene> choropleth(const LayerMeta& meta, const ProjectedAreas& areas,
                                             const std::vector<AreaValue>& values,
                                             const indicators::Scale& scale, const ChoroplethStyle& style);

} // namespace map
