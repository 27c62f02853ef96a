// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

#include <functional>

class OGRLayer;

namespace geo {

/// Reads a layer of a GeoPackage with a connection of SQLite for each core, every one its own range of row numbers:
/// GDAL's readers use one core. `finish` brings a batch of rows onto the map before it is put to the others. Nothing: the layer is
/// no plain table, damaged, or was written to meanwhile, and is to be read in the usual way, which says what is wrong.
std::optional<std::vector<Columns>> readPackage(const QString& file, OGRLayer& layer, const QByteArray& valueField,
                                                ReadingProgress& progress, const std::function<void(Columns&)>& finish);

} // namespace geo
