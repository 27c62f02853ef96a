// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/read_style.h"
#include "layers/city/result.h"

#include <optional>
#include <vector>

namespace app {

/// The style QGIS keeps for a layer in its GeoPackage.
struct StoredStyle {
    ReadStyle read;
    QString labelField;               ///< Empty: no labels.
    std::vector<city::Problem> notes; ///< What of it is not understood and left out.
};

/// Nothing where there is none. One that cannot be used at all is a problem in `problems`, and nothing.
std::optional<StoredStyle> readStoredStyle(const QString& file, const QString& layer,
                                           std::vector<city::Problem>& problems);

} // namespace app
