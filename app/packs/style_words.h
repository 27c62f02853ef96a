// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"

namespace app {

/// The colours of resources/themes a pack may name, so that its layers follow the theme.
const QStringList& colourTokens();

/// A colour of a pack: "#rrggbb" or one of colourTokens(); empty when absent or wrong.
QString readColour(YamlMap& map, const char* key);

} // namespace app
