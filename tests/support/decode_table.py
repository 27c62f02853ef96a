#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs `cityops decode` over every recorded payload and prints a table: payload, how it was read, facts, problems,
and beside them a count taken from the bytes without the program. Ends with 1 when a count differs.

    tests/support/decode_table.py build/dev/cityops ../shared/feeds
"""
import csv, gzip, io, json, re, subprocess, sys, zipfile
import xml.etree.ElementTree as xml
from pathlib import Path

PROGRAM, FEEDS = Path(sys.argv[1]), Path(sys.argv[2])
MAPPINGS = Path(__file__).resolve().parents[1] / "app/packs/data/feeds"
PACKS = Path(__file__).resolve().parents[2] / "resources/packs"

# folder/pattern -> format of a standard, the mapping of tests/app/packs that fits, or a feed of a pack (FEED@PACK). The
# first that matches counts.
HOW = [
    ("cap/*", "cap"), ("gbfs/*", "gbfs"), ("gtfs/*.zip", "gtfs"), ("gtfs-rt/*.pb", "gtfs-rt"),
    ("other-traffic/*datex*", "datex2"), ("other-traffic/ndw_*", "datex2"), ("other-traffic/wzdx*", "wzdx"),
    ("other-traffic/*open511*", "open511"), ("other-traffic/waze*", "waze"), ("other-traffic/fi_traffic*", "ogc-features"),
    ("air/sta_*", "sensorthings"), ("air/openaq*", "openaq"), ("disaster/usgs*", "quakes"), ("disaster/gdacs*", "gdacs"),
    ("disaster/jma*", "jma"),
    ("tw-traffic/ptx_vdlive*", "tdx-vd.yaml"), ("tw-traffic/ptx_section*", "tdx-sections.yaml"),
    ("tw-traffic/freeway_v20_Section*", "freeway-sections.yaml"), ("tw-traffic/freeway_v20_VD*", "freeway-vd.yaml"),
    ("tw-traffic/freeway_v11_vd_info*", "freeway-vd.yaml"), ("tw-traffic/freeway_1968*", "freeway-1968.yaml"),
    ("tw-traffic/freeway_v20_CCTV*", "freeway-cctv.yaml"), ("tw-traffic/freeway_v11_cms*", "freeway-cctv.yaml"),
    ("tw-traffic/taipei_getvddata*", "taipei-vd-lanes.yaml"), ("tw-traffic/taipei_getvd_*", "taipei-sections.yaml"),
    ("tw-traffic/taipei_parking_allavailable*", "parking-taipei-available@taipei"),
    ("tw-traffic/taipei_parking_alldesc*", "parking-taipei@taipei"), ("tw-traffic/ptx_thsr*", "tdx-parking.yaml"), ("tw-traffic/taipei_cctv*", "cctv-taipei.yaml"),
    ("air/moenv*.json", "moenv.yaml"), ("air/epa_aqi*", "moenv.yaml"), ("air/moenv*.csv", "moenv-csv.yaml"),
    ("air/lass_*", "airbox.yaml"), ("air/airbox_school*", "airbox-schools.yaml"), ("air/purpleair_*", "purpleair.yaml"),
    ("cwa/O-A0003*", "cwa-stations.yaml"), ("cwa/O-A0001*", "cwa-stations-xml.yaml"), ("cwa/O-A0002*", "cwa-rain.yaml"),
    ("cwa/E-A0015*", "cwa-quakes.yaml"), ("cwa/taipei_wic*", "taipei-rain.yaml"), ("cwa/W-C0033-001*", "cwa-hazards.yaml"),
    ("cwa/W-C0033-005*", "cwa-heat.yaml"), ("cwa/W-C0034*", "cwa-typhoon.yaml"), ("cwa/F-C0032*", "cwa-forecast-36h.yaml"),
    ("cwa/F-D0047*", "cwa-forecast-week.yaml"), ("crowd/google*", "google-mobility.yaml"), ("crowd/apple*", "apple-mobility.yaml"),
    ("crowd/owid*", "owid.yaml"), ("crowd/tw_cdc*", "cdc-cases.yaml"), ("crowd/taipei_mrt_2019*", "mrt-wide.yaml"),
    ("crowd/taipei_mrt_daily*", "mrt-daily.yaml"), ("crowd/taipei_mrt_od*", "mrt-od.yaml"),
    ("crowd/melbourne*", "melbourne-sensors.yaml"), ("disaster/tw_flood*", "flood-points.yaml"),
    ("disaster/wra_cctv*", "wra-cctv.yaml"), ("youbike/*.csv", "youbike-csv.yaml"), ("youbike/*.json", "youbike.yaml"),
]


def decoded(how, payload):
    feed, _, pack = how.partition("@")
    way = ["--spec", str(MAPPINGS / how)] if how.endswith(".yaml") else ["--format", how]
    if pack:
        way = ["--pack", str(PACKS / pack), "--feed", feed]
    run = subprocess.run([PROGRAM, "decode", *way, payload], capture_output=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    summary = lines[-1] if lines else {}
    first = next((line for line in lines if line["type"] == "problem"), None)
    return run.returncode, summary, first


def bytes_of(payload):
    data = payload.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def tags(data, *names):
    """Elements of these local names in a text that may be anything like XML."""
    return sum(len(re.findall(rb"<(?:[\w.-]+:)?" + name.encode() + rb"[\s/>]", data)) for name in names)


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def entities(data, field):
    """Entities of a GTFS-Realtime message that hold this field (3 trip update, 4 vehicle, 5 alert)."""
    count = at = 0
    while at < len(data):
        tag, at = varint(data, at)
        length, at = varint(data, at) if tag & 7 == 2 else (0, varint(data, at)[1])
        if tag >> 3 == 2:
            inner, end = at, at + length
            while inner < end:
                key, inner = varint(data, inner)
                size, inner = varint(data, inner)
                if key >> 3 == field:
                    count += 1
                inner += size if key & 7 == 2 else 0
        at += length
    return count


def walk(node):
    if isinstance(node, dict):
        yield node
        node = node.values()
    elif not isinstance(node, list):
        return
    for child in node:
        yield from walk(child)


def zip_ids(payload, name, column, keep=lambda row: True):
    with zipfile.ZipFile(payload) as archive:
        path = next((n for n in archive.namelist() if n.rsplit("/", 1)[-1] == name), None)
        if path is None:
            return 0
        rows = csv.DictReader(io.TextIOWrapper(archive.open(path), "utf-8-sig"))
        return len({row[column].strip() for row in rows if keep(row)})


def expected(how, payload):
    """What the bytes hold, counted without the program; only kinds that can be counted simply."""
    name = payload.name
    if how == "gtfs":
        stops = zip_ids(payload, "stops.txt", "stop_id", lambda r: (r.get("location_type") or "0").strip() in ("", "0", "1"))
        return {"places": stops + zip_ids(payload, "routes.txt", "route_id")}
    data = bytes_of(payload)
    if how == "gtfs-rt":
        if name == "invalid.pb":
            return {"vehicles": 0}
        return {"vehicles": entities(data, 4), "events": entities(data, 3), "alerts": entities(data, 5)}
    if how == "cap" and not data.lstrip(b"\xef\xbb\xbf \n").startswith(b"{"):
        index = re.search(rb"<(feed|rss)[\s>]", data[:2000])
        return {"alerts": 0 if index else tags(data, "alert")}
    if how == "gdacs":
        return {"events": tags(data, "item")}
    if how == "jma":
        return {"events": 1}
    if how == "datex2":
        if b"SituationPublication" in data:
            return {"events": tags(data, "situationRecord")}
        return {}
    if how.startswith("parking-taipei-available"):
        park = json.loads(data)["data"]["park"]
        return {"observations": sum(row.get(k, -1) >= 0 for row in park for k in ("availablecar", "availablemotor", "availablebus"))}
    if how.startswith("parking-taipei@"):
        return {"places": len({row["id"] for row in json.loads(data)["data"]["park"]})}
    if how.endswith(".yaml"):
        return counted_mapping(how, payload, data)
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except ValueError:
        return {}
    if how == "gbfs":
        body = tree["data"]
        stations, found = body.get("stations") or [], {}
        if "vehicles" in body or "bikes" in body:
            placed = [v for v in body.get("vehicles") or body.get("bikes") or [] if v.get("lat")]
            found["vehicles"] = len(placed)
        if stations and "lat" in stations[0]:
            found["places"] = len({s["station_id"] for s in stations})
        elif stations:
            fields = ("num_bikes_available", "num_vehicles_available", "num_docks_available")
            found["observations"] = sum(s.get(f) is not None for s in stations for f in fields)
        return found
    if how in ("wzdx", "quakes"):
        features = tree["features"]
        devices = sum("device_type" in json.dumps(f) for f in features)
        return {"events": len(features) - devices, "places": devices}
    if how == "open511":
        return {"events": len(tree["events"])}
    if how == "openaq" and "latest_100" in name:
        values = [m for r in tree["results"] for m in r["measurements"]]
        return {"places": len({r["location"] for r in tree["results"]}), "observations": sum(m["value"] > -99 for m in values)}
    if how == "sensorthings":
        return {"observations": sum("result" in node and "phenomenonTime" in node for node in walk(tree))}
    return {}


def counted_mapping(how, payload, data):
    if how in ("freeway-sections.yaml", "freeway-vd.yaml", "freeway-cctv.yaml", "freeway-1968.yaml"):
        unique = set()
        for element in xml.fromstring(data.lstrip(b"\xef\xbb\xbf")).iter():
            local = element.tag.rsplit("}", 1)[-1]
            children = {c.tag.rsplit("}", 1)[-1]: c.text for c in element}
            if local in ("VD", "CCTV", "Section") and ("VDID" in children or "CCTVID" in children or "SectionID" in children):
                unique.add(children.get("VDID") or children.get("CCTVID") or children.get("SectionID"))
            if local == "Info":
                unique.add(next((element.get(k) for k in ("vdid", "cmsid", "cctvid", "locationpath", "freewayid") if element.get(k)), None))
        unique.discard(None)
        return {"places": len(unique)} if unique and how != "freeway-1968.yaml" else {}
    if how == "youbike.yaml":
        tree = json.loads(data.decode("utf-8-sig"))
        rows = list(tree["retVal"].values()) if isinstance(tree, dict) else tree
        return {"places": len({row["sno"] for row in rows})}
    if how == "google-mobility.yaml":
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
        return {"observations": sum(bool(v) for row in rows for k, v in row.items() if k.endswith("_percent_change_from_baseline"))}
    if how == "apple-mobility.yaml":
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
        dated = re.compile(r"^(\d{8}|\d{4}-\d\d-\d\d)$")
        return {"observations": sum(bool(v) for row in rows for k, v in row.items() if k and dated.match(k))}
    if how == "airbox.yaml":
        return {"places": len({feed["device_id"] for feed in json.loads(data)["feeds"]})}
    if how in ("mrt-wide.yaml", "mrt-daily.yaml", "owid.yaml"):
        return {}
    if how == "moenv.yaml":
        tree = json.loads(data.decode("utf-8-sig"))
        rows = tree if isinstance(tree, list) else tree["records"]
        return {"places": len({str(row.get("siteid") or row.get("SiteId") or row.get("SiteName") or row.get("sitename")) for row in rows})}
    return {}


def main():
    wrong = rows = counted = 0
    print("| payload | read as | facts | problems | counted apart |\n|---|---|---|---|---|")
    seen = set()
    for pattern, how in HOW:
        for payload in sorted(FEEDS.glob(pattern)):
            if payload in seen or not payload.is_file():
                continue
            seen.add(payload)
            status, summary, first = decoded(how, payload)
            facts = {k: v for k, v in summary.items() if k in ("places", "observations", "alerts", "events", "vehicles") and v}
            try:
                counts = expected(how, payload)
            except Exception as error:  # a count that cannot be taken is said, and no failure of the program
                counts = {}
                print(f"<!-- {payload.name}: not counted: {error!r} -->")
            rows += 1
            counted += bool(counts)
            differs = [f"{k} {v}" for k, v in counts.items() if summary.get(k, 0) != v]
            wrong += bool(differs)
            problems = summary.get("problems", 0)
            told = "" if not first else " " + str(first.get("text") or first)[:70]
            print(f"| {payload.relative_to(FEEDS)} | {how} | {', '.join(f'{v} {k}' for k, v in facts.items()) or '0'}"
                  f"{' (refused)' if status else ''} | {problems}{told} | "
                  f"{'DIFFERS: ' + ', '.join(differs) if differs else 'the same' if counts else '-'} |")
    rest = [p for p in sorted(FEEDS.glob("*/*")) if p.is_file() and p not in seen and p.parent.name not in ("gis", "taipei-gis")]
    print(f"\n{rows} payloads, {counted} counted apart, {wrong} differ; not feeds of a known format: "
          f"{', '.join(str(p.relative_to(FEEDS)) for p in rest) or 'none'}")
    sys.exit(1 if wrong else 0)


main()
