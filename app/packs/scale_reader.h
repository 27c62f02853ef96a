// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/indicators/scale.h"

namespace app {

/// Reads one scale of resources/scales. Its levels must follow each other without gap or overlap, mildest
/// first, upwards or downwards. Nothing when the file has no id; anything else wrong is in `problems`.
std::optional<indicators::Scale> readScale(const QString& file, Problems& problems);

} // namespace app
