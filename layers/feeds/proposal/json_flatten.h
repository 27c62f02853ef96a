// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/proposal/sample_table.h"

#include <simdjson.h>

namespace feeds {

/// Adds the texts of an object under their paths: "a.b", "list[0]", "list[name=X].value" where a field tells
/// the elements of a list apart. GeoJSON geometries stay whole.
void flattenJson(simdjson::dom::element record, SampleTable& table);

/// What stands in a document outside of its lists.
std::vector<SampleField> flattenEnvelope(simdjson::dom::element root);

} // namespace feeds
