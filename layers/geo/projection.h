// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <QPointF>
#include <memory>
#include <optional>

namespace geo {

/// EPSG:3857 metres of a position and back, in closed form. Latitudes beyond 85.06 degrees are held there.
QPointF toMercator(city::LonLat position);
city::LonLat fromMercator(QPointF metres);

/// Transforms between WGS 84 and one other CRS that PROJ knows. Holds a PROJ context: make it in the job that
/// uses it, never share it between threads. Axis order is always easting (longitude) first.
class Projection {
public:
    /// `crs`: "EPSG:3826", WKT or a PROJ string.
    static city::Result<Projection> fromCrs(const QString& crs);
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// Position of a coordinate pair in `crs`; nothing when outside the domain of the projection.
    std::optional<city::LonLat> toLonLat(QPointF coordinate) const;
    std::optional<QPointF> fromLonLat(city::LonLat position) const;
    bool isGeographic() const;

    /// Whether the registry lists northing (latitude) as the first axis of a CRS; false for one it does not
    /// know.
    static bool isNorthingFirst(const QString& crs);

private:
    Projection() = default;
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

} // namespace geo
