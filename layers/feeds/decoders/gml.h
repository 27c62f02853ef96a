// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"
#include "layers/feeds/decoders/xml_values.h"
#include "layers/geo/projection.h"

#include <QString>
#include <map>

namespace feeds {

/// Whether the element is a geometry of GML 2, 3.1 or 3.2 that `geometryFromGml` reads.
bool isGml(XmlElement element);

/// The coordinate systems a document names, each looked up once. Belongs to one decoding.
class CrsTable {
public:
    struct Crs {
        bool northingFirst = false;
        std::optional<geo::Projection> projection; ///< None: the coordinates are degrees.
        std::optional<city::Problem> problem;      ///< Why nothing can be projected.
    };
    /// By its srsName; a name that is no EPSG code means degrees, longitude first. The axis order is the
    /// registry's only in the forms that promise it ("urn:ogc:def:crs:EPSG::3035",
    /// ".../def/crs/EPSG/0/4326").
    const Crs& find(const QString& name);
    /// Projects a geometry in place, easting first; what is wrong when that cannot be.
    static std::optional<city::Problem> toDegrees(city::Geometry& geometry, const Crs& crs);

private:
    std::map<QString, Crs> m_all;
};

/// A simple-features geometry of GML: points, lines, polygons, their collections, curves and surfaces of
/// straight pieces, envelopes, in degrees. `crs` holds where the geometry names none.
city::Result<city::Geometry> geometryFromGml(XmlElement element, CrsTable& table, const QString& crs = {});

} // namespace feeds
