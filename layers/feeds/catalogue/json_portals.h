// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/catalogue/portal.h"

#include <simdjson.h>

namespace feeds {

using Datasets = std::vector<CatalogueDataset>;

Datasets readCkan(simdjson::dom::element root);
Datasets readDcat(simdjson::dom::element root);
Datasets readCollections(const Portal& portal, simdjson::dom::element root);
Datasets readStac(const Portal& portal, simdjson::dom::element root);
/// One page of data.taipei: its resources keep the page's id and look their own up.
Datasets readTaipeiPage(const QUrl& page, simdjson::dom::element root);

} // namespace feeds
