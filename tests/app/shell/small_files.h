// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Small GIS files for tests, written into `folder`; each returns the file's path.
QString writeGeoJson(const QString& folder);
/// A shapefile of one point with neither .prj nor .cpg: easting and northing, CRS unstated.
QString writeBareShapefile(const QString& folder);
