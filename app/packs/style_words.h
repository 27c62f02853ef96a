// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/map/kinds/palettes.h"

namespace app {

/// The colours of resources/themes a pack may name, so that its layers follow the theme.
const QStringList& colourTokens();

/// Whether a text is "#rrggbb" or one of colourTokens(), and what to say where it is not.
bool isColour(const QString& text);
city::Message noColour(const QString& text);

/// A palette of resources/styles/palettes.json by its name; empty when absent or wrong.
QString readPaletteName(YamlMap& map, const char* key, const map::Palettes& palettes);

/// "metres-per-pixel: [0, 40]" or "scales: [0, 50000]" (denominators): a layer is drawn from the first to the
/// second.
void readVisibility(YamlMap& map, double& least, double& most);

/// A colour of a pack: "#rrggbb" or one of colourTokens(); empty when absent or wrong.
QString readColour(YamlMap& map, const char* key);

} // namespace app
