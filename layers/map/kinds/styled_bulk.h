// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/bulk_file.h"
#include "layers/map/kinds/vector_style.h"

namespace map {

/// Whether a style asks for nothing that a bulk layer cannot show: one colour or classes of a number, one
/// size.
bool suitsBulk(const VectorStyle& style);
/// The field of numbers to read beside the geometry; empty: none.
QString bulkValueField(const VectorStyle& style);

/// A style for the bulk layers of a file, as far as they can show it, and what its legend says. Values are
/// those of bulkValueField().
BulkLook bulkLookOf(const VectorStyle& style, const BulkFile& file, const Dressing& dressing,
                    std::vector<LegendEntry>& legend);

} // namespace map
