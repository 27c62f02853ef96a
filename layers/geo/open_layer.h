// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"
#include "layers/geo/gdal_access.h"

/// What every reader of a vector layer does first.
namespace geo {

bool hasSuffix(const QString& file, std::initializer_list<const char*> suffixes);
/// Open options for GDAL: the encoding of a shapefile's table, the names of coordinate columns of text
/// tables.
QStringList openOptions(const QString& file, const OpenOptions& options,
                        std::vector<city::Problem>& problems);
/// The CRS that a table states by calling its columns longitude and latitude; empty for x and y.
QString statedByColumns(const QString& file, OGRLayer& layer);
/// By name; empty: the first.
city::Result<OGRLayer*> findLayer(GDALDataset& dataset, const QString& file, const QString& name);

} // namespace geo
