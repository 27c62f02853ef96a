// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

#include <optional>
#include <span>

class OGRSpatialReference;

namespace geo {

/// Brings columns from the coordinates of `stated` (or `crs`, where that says nothing) to EPSG:3857 metres
/// with all cores, and takes out what is not on the Earth. A line or ring that a projected CRS draws across
/// the antimeridian stays in one piece, beyond the edge of the world. Fills the CRS of the whole and the counts of the
/// parts.
std::optional<city::Problem> projectColumns(ColumnParts& columns, const OGRSpatialReference* stated,
                                            const QString& crs);

/// The same for one part whose coordinates are degrees already, or metres of EPSG:3857, in the thread of the caller.
void projectPlain(Columns& part, bool metres);

/// Northing of EPSG:3857 for each latitude (degrees, within 85.0511), in place: a polynomial where they are
/// near to each other, exact to a tenth of a millimetre, the closed form elsewhere.
void northingsOf(std::span<double> latitudes);

/// The latitude where the square world of EPSG:3857 ends, and its northing.
constexpr double mercatorEdge = 85.05112877980659;
constexpr double mercatorHalf = 20037508.342789244;

} // namespace geo
