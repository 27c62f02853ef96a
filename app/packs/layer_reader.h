// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/packs/style_reader.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Reads one layers/*.yaml and makes sure that the file it draws is in the pack and has the layer and the
/// fields it names, and the program or the pack the palettes and icons of its style.
std::optional<LayerSpec> readLayerSpec(const QString& file, const StyleSources& sources, Problems& problems);

} // namespace app
