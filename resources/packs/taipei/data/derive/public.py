#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes public.gpkg (hospitals, schools) and freeway-detectors.csv beside this folder.

usage: public.py SCHOOL.json VD.xml
SCHOOL.json: list of schools with an air sensor (LASS, AirBox, MIT). VD.xml: detectors of the Freeway Bureau.
Hospitals are in hospitals.csv. Needs ogr2ogr (GDAL). The same input gives the same bytes.
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXTENT = (121.28, 24.67, 122.01, 25.30)
LEVELS = {"es": "elementary", "jh": "junior-high", "sh": "senior-high"}
DATE = "2025-01-15T00:00:00.000Z"


def inside(lon, lat):
    return EXTENT[0] < lon < EXTENT[2] and EXTENT[1] < lat < EXTENT[3]


def schools(path):
    """One row a school of the two cities, by name; the first of those that stand twice."""
    rows = {}
    for one in json.load(open(path, encoding="utf-8"))["school"]:
        if one["area"] not in ("taipei", "new taipei") or one["org"] not in LEVELS:
            continue
        lon, lat = float(one["lon"]), float(one["lat"])
        if inside(lon, lat):
            name = one["name"].replace("台北市", "臺北市")
            rows.setdefault(name, [name, LEVELS[one["org"]], f"{lon:.5f}", f"{lat:.5f}"])
    return [rows[name] for name in sorted(rows)]


def detectors(path):
    """VDID, road, kilometre, lon and lat of the detectors of both cities."""
    rows = []
    for vd in ET.parse(path).iter():
        if not vd.tag.endswith("}VD"):
            continue
        field = {child.tag.split("}")[-1]: (child.text or "").strip() for child in vd}
        try:
            lon, lat = float(field["PositionLon"]), float(field["PositionLat"])
        except (KeyError, ValueError):
            continue
        direction = re.match(r"VD-[^-]+-([NSEW])-", field["VDID"])
        if inside(lon, lat) and direction:
            rows.append([field["VDID"], field.get("RoadName", ""), direction[1], field.get("LocationMile", ""), f"{lon:.5f}", f"{lat:.5f}"])
    return sorted(rows)


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def layer(source, target, name, update):
    subprocess.run(["ogr2ogr", "-f", "GPKG", target, source, "-nln", name, "-a_srs", "EPSG:4326",
                    "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "KEEP_GEOM_COLUMNS=NO",
                    "-lco", "SPATIAL_INDEX=NO", "-lco", "GEOMETRY_NAME=geom", "--config", "OGR_CURRENT_DATE", DATE]
                   + (["-update"] if update else []), check=True)


def main():
    school_file, vd_file = sys.argv[1:]
    write(os.path.join(HERE, "freeway-detectors.csv"), ["id", "road", "direction", "km", "lon", "lat"], detectors(vd_file))
    with tempfile.TemporaryDirectory() as work:
        made = os.path.join(work, "public.gpkg")
        listed = os.path.join(work, "schools.csv")
        write(listed, ["name", "level", "lon", "lat"], schools(school_file))
        layer(os.path.join(HERE, "derive", "hospitals.csv"), made, "hospitals", False)
        layer(listed, made, "schools", True)
        os.replace(made, os.path.join(HERE, "public.gpkg")) if os.stat(work).st_dev == os.stat(HERE).st_dev else \
            subprocess.run(["cp", made, os.path.join(HERE, "public.gpkg")], check=True)


main()
