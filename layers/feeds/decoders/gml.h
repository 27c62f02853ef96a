// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"
#include "layers/feeds/decoders/xml_values.h"

#include <QString>

namespace feeds {

/// Whether the element is a geometry of GML 2, 3.1 or 3.2 that `geometryFromGml` reads.
bool isGml(XmlElement element);

/// A simple-features geometry of GML: points, lines, polygons, their collections, curves and surfaces of
/// straight pieces, envelopes. The axis order follows the name of the CRS: latitude first for
/// "urn:ogc:def:crs:EPSG::4326" and ".../def/crs/EPSG/0/4326", longitude first for "EPSG:4326" and CRS84, as
/// OGC's servers do. `crs` holds where the geometry names none. Other CRS are projected to degrees.
city::Result<city::Geometry> geometryFromGml(XmlElement element, const QString& crs = {});

} // namespace feeds
