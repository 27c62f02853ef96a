// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/catalogue/portal.h"

namespace feeds {

/// The layers of the capabilities of a WFS, WMS or WMTS. Features can be added as sources; pictures and tiles
/// are listed with their format and no address.
city::Result<std::vector<CatalogueDataset>> readCapabilities(const Portal& portal, const QByteArray& answer);

} // namespace feeds
