// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/city/area_tree.h"

namespace app {

/// The administrative levels of a pack and what they are called.
struct Areas {
    std::shared_ptr<const city::AreaTree> tree; ///< Empty when something was wrong.
    QStringList levels;                         ///< Outermost first.
    QMap<QString, city::LocalText> levelNames;
};

/// Reads `areas` of pack.yaml with the boundaries, codes and residents it points to. Reads GIS files: slow.
Areas readAreas(YamlMap& pack, const QString& folder);

} // namespace app
