// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/indicators/scale.h"

namespace app {

/// Reads `inputs`, and `index` and `beyond` where the scale has index numbers, of a scale whose levels are
/// read. Breakpoints must follow each other in steps of the last decimal, without gap or overlap; bounds must
/// go one way. What is wrong is reported with its place; the scale is then not fit for use.
void readScaleInputs(YamlMap& top, indicators::Scale& scale);

} // namespace app
