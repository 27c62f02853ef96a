// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <memory>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace geo {

/// Brings OGR geometries of one CRS to WGS 84 degrees, longitude first. Belongs to the thread that made it.
/// Where the CRS is geographic on WGS 84 or TWD97 (the same to a centimetre) nothing is computed.
class ToWgs84 {
public:
    /// `crs` is used when `stated` is null; with neither there is a Problem that says so.
    static city::Result<ToWgs84> from(const OGRSpatialReference* stated, const QString& crs);

    bool apply(OGRGeometry& geometry) const;       ///< False: outside the domain of the projection.
    /// Many positions in place; what is outside the domain becomes infinite. May keep changing itself inside
    /// PROJ, hence only in its own thread.
    void apply(double* x, double* y, std::size_t count) const;
    bool isPlain() const { return !m_transform; } ///< The coordinates are WGS 84 degrees already.
    const QString& name() const { return m_name; } ///< "EPSG:3826", or the CRS's own name.

private:
    std::unique_ptr<OGRCoordinateTransformation> m_transform; ///< Null: nothing to do.
    QString m_name;
};

/// Whether a layer's CRS says anything; GeoPackage has codes for "undefined".
bool isStated(const OGRSpatialReference* crs);

} // namespace geo
