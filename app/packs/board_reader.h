// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Reads a pack's criteria.yaml: which published criteria its board shows, and which of its quantities tell
/// of them. A file that is not there has no rows. `pack` has its criteria, scales and quantities already.
std::vector<BoardRow> readBoard(const QString& file, const Pack& pack, Problems& problems);

} // namespace app
