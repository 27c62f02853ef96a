// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"

namespace geo {

enum class FeatureFormat { GeoJson, Csv, GeoPackage, Parquet };

/// By the end of a file's name (".csv", ".gpkg", ".parquet"); otherwise GeoJSON.
FeatureFormat formatOf(const QString& file);

/// Writes features in WGS 84 degrees: GeoJSON as of RFC 7946, or CSV in UTF-8 with the geometry as WKT in a
/// column of its own, or a GeoPackage, or Parquet where this GDAL can. The file appears whole or not at all.
/// A Problem says why not.
std::optional<city::Problem> writeFeatures(const QString& file, const FeatureTable& table);

/// Features of a layer of a file by their FIDs, with geometry; those that are gone are left out.
city::Result<FeatureTable> readFeatures(const QString& file, const OpenOptions& options,
                                        const std::vector<qint64>& ids);

} // namespace geo
