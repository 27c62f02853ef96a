// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"
#include "layers/map/kinds/vector_style.h"

namespace map {

/// The features of a table drawn by a style: one scene, or one for each range of scales. The first has the
/// legend.
std::vector<std::shared_ptr<const LayerScene>> styled(const LayerMeta& meta, const geo::FeatureTable& table,
                                                      const VectorStyle& style, const Dressing& dressing);

/// Fields the style reads that the table does not have.
QStringList missingFields(const VectorStyle& style, const QStringList& fields);

} // namespace map
