#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes metro.gpkg beside this folder: the lines and stations of the Taipei metro.
# usage: metro.sh FOLDER, with the city's route files metro_{br,r,g,o,bl}_line_car_route.geojson in it.
# Stations are in metro_stations.csv, one row a line and station; those of several lines become one.
set -eu
routes=$1
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for line in br r g o bl; do
    ogr2ogr -f GPKG "$work/routes.gpkg" "$routes/metro_${line}_line_car_route.geojson" -nln routes -append \
        -nlt MULTILINESTRING -a_srs EPSG:4326
done
# Branches the routes leave out, drawn straight from station to station.
branch() { # line, stations in order
    line=$1
    shift
    wkt=
    for code in "$@"; do
        wkt="$wkt${wkt:+, }$(awk -F, -v code="$code" '$2 == code { print $5, $6 }' "$here/derive/metro_stations.csv")"
    done
    printf 'mrtid,WKT\n%s,"LINESTRING(%s)"\n' "$line" "$wkt" >"$work/branch.csv"
    ogr2ogr -update -append "$work/routes.gpkg" "$work/branch.csv" -nln routes -nlt MULTILINESTRING \
        -a_srs EPSG:4326 -oo KEEP_GEOM_COLUMNS=NO
}
branch O O12 O50 O51 O52 O53 O54
branch R R22 R22A
branch G G03 G03A

into() { # layer, geometry type, source, SQL, further options
    ogr2ogr -f GPKG "$work/metro.gpkg" "$3" -dialect SQLite -sql "$4" -nln "$1" -nlt "$2" -a_srs EPSG:4326 \
        $5 --config OGR_CURRENT_DATE 2024-04-12T00:00:00.000Z
}

# Dissolved, simplified to 20 m, rounded to 5 decimals; the operator's own line colours.
into lines MULTILINESTRING "$work/routes.gpkg" "
    SELECT mrtid AS line,
        CASE mrtid WHEN 'BR' THEN '文湖線' WHEN 'R' THEN '淡水信義線' WHEN 'G' THEN '松山新店線'
                   WHEN 'O' THEN '中和新蘆線' WHEN 'BL' THEN '板南線' END AS name,
        CASE mrtid WHEN 'BR' THEN 'Wenhu Line' WHEN 'R' THEN 'Tamsui-Xinyi Line' WHEN 'G' THEN 'Songshan-Xindian Line'
                   WHEN 'O' THEN 'Zhonghe-Xinlu Line' WHEN 'BL' THEN 'Bannan Line' END AS name_en,
        CASE mrtid WHEN 'BR' THEN '#c48c31' WHEN 'R' THEN '#e3002c' WHEN 'G' THEN '#008659'
                   WHEN 'O' THEN '#f8b61c' WHEN 'BL' THEN '#0070bd' END AS colour,
        ST_Multi(SnapToGrid(ST_Transform(ST_Simplify(ST_Transform(ST_LineMerge(ST_Union(geom)), 3826), 20), 4326),
                            0.00001)) AS geom
    FROM routes GROUP BY mrtid ORDER BY mrtid" "-lco SPATIAL_INDEX=NO -lco GEOMETRY_NAME=geom"
into stations POINT "$here/derive/metro_stations.csv" "
    SELECT min(code) AS code, group_concat(code, ' ') AS codes, name, name_en, group_concat(line, ' ') AS lines,
        MakePoint(round(avg(CAST(lon AS REAL)), 5), round(avg(CAST(lat AS REAL)), 5), 4326) AS geom
    FROM (SELECT * FROM metro_stations ORDER BY code) GROUP BY name ORDER BY 1" "-update -lco SPATIAL_INDEX=NO -lco GEOMETRY_NAME=geom"

mv "$work/metro.gpkg" "$here/metro.gpkg"
