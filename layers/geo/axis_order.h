// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <QRectF>
#include <QString>

namespace geo {

/// What a web service's words about coordinates mean for one CRS. Empty code: PROJ does not know it.
struct ServiceCrs {
    QString code;             ///< "EPSG:3826"; the old names of the map's CRS as "EPSG:3857".
    bool northFirst = false;  ///< Its authority names northing (latitude) first, and services follow that.
    double metresPerUnit = 1; ///< 111319.49 for degrees (OGC 07-057r7, 6.1).
};

/// From "EPSG:3826", "urn:ogc:def:crs:EPSG::3826", "http://www.opengis.net/def/crs/EPSG/0/3826", "CRS:84" ...
ServiceCrs serviceCrs(const QString& words);

/// `box` in degrees as a box in `crs`, wide enough to hold all of it; empty where the CRS does not reach.
QRectF boxInCrs(const city::LonLatBox& box, const QString& crs);

} // namespace geo
