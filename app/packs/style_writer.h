// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"

#include <QString>

namespace app {

/// A style as the YAML that readStyle() reads back to the same: the key style and what is not as usual. Of
/// what draws features only; fields of flows, wind and the like are kept too.
QString styleYaml(const map::VectorStyle& style);

/// The text of a layer's YAML file with its style in place of the one it had, and its label field. Everything
/// else stays letter for letter, comments too; a comment inside the old style goes with it.
QString withStyle(const QString& layerYaml, const map::VectorStyle& style, const QString& labelField);

} // namespace app
