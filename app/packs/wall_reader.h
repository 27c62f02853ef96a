// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/wall_spec.h"
#include "app/packs/yaml_reader.h"
#include "layers/city/area_tree.h"

#include <memory>

namespace app {

/// What a playlist may name: a view.
struct WallWords {
    QStringList dashboards;
    const city::AreaTree& areas;
};

/// Reads one playlist. Nothing when it cannot be used; what is wrong is in `problems`.
std::shared_ptr<const WallSpec> readWall(const QString& file, const WallWords& words, Problems& problems);

} // namespace app
