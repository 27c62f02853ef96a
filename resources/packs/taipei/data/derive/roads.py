#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes roads.gpkg beside this folder: a skeleton of the main roads, drawn from where traffic is measured.

usage: roads.py GETVD.xml VD.xml
  GETVD.xml  Taipei's road sections (tcgbusfs.blob.core.windows.net/blobtisv/GetVD.xml.gz, unpacked)
  VD.xml     detectors of the freeways (tisvcloud.freeway.gov.tw/history/motc20/VD.xml)

A section is a straight piece between two positions, given once for each direction. Its ends are known to lie on its road;
those that lie close together become one, the road runs through them the shortest way, short side branches are dropped.
A freeway is its main-line detectors by kilometre, both carriageways averaged.
"""
import collections
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

WEST, SOUTH, EAST, NORTH = 121.28, 24.67, 122.01, 25.30
EXPRESSWAYS = {  # as the sections abbreviate them: name, English name
    "市高": ("市民高架道路", "Civic Boulevard Expressway"),
    "建國快": ("建國高架道路", "Jianguo Elevated Road"),
    "新生高": ("新生高架道路", "Xinsheng Elevated Road"),
    "水源快": ("水源快速道路", "Shuiyuan Expressway"),
    "環河快": ("環河快速道路", "Huanhe Expressway"),
    "環東": ("環東大道", "Huandong Boulevard"),
    "洲美": ("洲美快速道路", "Zhoumei Expressway"),
    "信快": ("信義快速道路", "Xinyi Expressway"),
    "基隆快": ("基隆路高架道路", "Keelung Road Elevated Road"),
    "辛亥高架": ("辛亥路高架道路", "Xinhai Road Elevated Road"),
}
FREEWAYS = {
    "N1": ("國道1號", "National Freeway 1"),
    "N1H": ("國道1號高架道路", "National Freeway 1 (elevated)"),
    "N2": ("國道2號", "National Freeway 2"),
    "N3": ("國道3號", "National Freeway 3"),
    "N3A": ("國道3甲號", "National Freeway 3A"),
    "N5": ("國道5號", "National Freeway 5"),
}
ENGLISH = {  # syllables of the arterials' names
    "中山": "Zhongshan", "中正": "Zhongzheng", "中華": "Zhonghua", "仁愛": "Ren'ai", "信義": "Xinyi", "健康": "Jiankang",
    "光復": "Guangfu", "八德": "Bade", "北安": "Bei'an", "南京": "Nanjing", "南港": "Nangang", "吉林": "Jilin",
    "向陽": "Xiangyang", "和平": "Heping", "基隆": "Keelung", "堤頂": "Tiding", "塔悠": "Tayou", "大度": "Dadu",
    "安和": "Anhe", "市民": "Civic", "建國": "Jianguo", "復興": "Fuxing", "忠孝": "Zhongxiao", "忠誠": "Zhongcheng",
    "成功": "Chenggong", "承德": "Chengde", "敦化": "Dunhua", "新生": "Xinsheng", "明水": "Mingshui", "木柵": "Muzha",
    "杭州": "Hangzhou", "松仁": "Songren", "松壽": "Songshou", "松江": "Songjiang", "林森": "Linsen", "桂林": "Guilin",
    "民族": "Minzu", "民權": "Minquan", "民生": "Minsheng", "永吉": "Yongji", "港墘": "Gangqian", "濟南": "Jinan",
    "瑞光": "Ruiguang", "環河": "Huanhe", "研究院": "Academia", "羅斯福": "Roosevelt", "舊宗": "Jiuzong",
    "艋舺": "Bangka", "莒光": "Juguang", "萬大": "Wanda", "西園": "Xiyuan", "西藏": "Xizang", "辛亥": "Xinhai",
    "重慶": "Chongqing", "重陽": "Chongyang", "金山": "Jinshan", "長安": "Chang'an", "長春": "Changchun",
    "龍江": "Longjiang", "至善": "Zhishan", "福林": "Fulin", "仰德": "Yangde", "新光": "Xinguang", "興隆": "Xinglong",
    "內湖": "Neihu", "文德": "Wende", "康定": "Kangding", "康湖": "Kanghu", "三民": "Sanmin", "基湖": "Jihu",
    "文林": "Wenlin", "木新": "Muxin", "樂群": "Lequn", "思源": "Siyuan", "愛國": "Aiguo", "指南": "Zhinan",
    "三重": "Sanchong", "康寧": "Kangning", "松智": "Songzhi", "濱江": "Binjiang", "竹子湖": "Zhuzihu",
    "通河": "Tonghe", "金湖": "Jinhu",
}
SIDES = {"北": "N.", "南": "S.", "東": "E.", "西": "W."}
KINDS = {"路": "Rd.", "大道": "Blvd.", "街": "St."}


def metres(a, b):
    return math.hypot((a[0] - b[0]) * 100_900, (a[1] - b[1]) * 110_800)


def english(name):
    for pattern in (r"(.+?)()(路|大道|街)$", r"(.+?)([東西南北])(路|大道|街)$"):
        m = re.match(pattern, name)
        if m and m[1] in ENGLISH:
            return " ".join(x for x in (ENGLISH[m[1]], SIDES.get(m[2]), KINDS[m[3]]) if x)
    return None


def road_of(section):
    """Name, English name and class of the road a section belongs to; nothing when its name is no road's."""
    if re.search("匝道|出口|地下道|前方", section):
        return None
    for short, (name, name_en) in EXPRESSWAYS.items():
        if section.startswith(short):
            return name, name_en, "expressway"
    m = re.match(r"(\w+?(?:路|大道|街))", section.replace("樂群一路", "樂群路"))
    if not m or "橋" in m[1]:
        return None
    return m[1], english(m[1]), "arterial"


def pieces(path):
    """Straight pieces by road."""
    roads = collections.defaultdict(list)
    for section in ET.parse(path).iter():
        if not section.tag.endswith("SectionData"):
            continue
        field = {child.tag.split("}")[-1]: (child.text or "").strip() for child in section}
        road = road_of(field["SectionName"])
        a = (float(field["StartWgsX"]), float(field["StartWgsY"]))
        b = (float(field["EndWgsX"]), float(field["EndWgsY"]))
        longest = 3_500 if road and road[2] == "expressway" else 1_300
        if road and 30 < metres(a, b) < longest:
            roads[road].append((a, b))
    return roads


def joined(points, near):
    """Positions closer than `near` become one, in their middle."""
    clusters = []
    for point in sorted(set(points)):
        best = min(clusters, key=lambda c: metres(c[0], point), default=None)
        if best is None or metres(best[0], point) > near:
            clusters.append([point, [point]])
        else:
            best[1].append(point)
            best[0] = tuple(sum(m[i] for m in best[1]) / len(best[1]) for i in (0, 1))
    return [tuple(c[0]) for c in clusters]


def spanned(nodes, gap):
    """The shortest pieces that join all positions, none longer than `gap`: for one road, its course."""
    pairs = sorted((metres(a, b), i, j) for i, a in enumerate(nodes) for j, b in enumerate(nodes[:i]))
    group = list(range(len(nodes)))
    edges = set()
    for length, i, j in pairs:
        if length < gap and group[i] != group[j]:
            edges.add((j, i))
            old, new = group[i], group[j]
            group = [new if g == old else g for g in group]
    return edges


def strung(nodes, edges):
    """Chains of pieces, from each end or fork to the next."""
    at = collections.defaultdict(list)
    for a, b in sorted(edges):
        at[a].append(b)
        at[b].append(a)
    left = set(edges)
    lines = []
    for start in sorted(at, key=lambda n: (len(at[n]) == 2, n)):
        for to in at[start]:
            if tuple(sorted((start, to))) not in left:
                continue
            line = [start]
            while to is not None:
                left.discard(tuple(sorted((line[-1], to))))
                line.append(to)
                onward = [n for n in at[to] if tuple(sorted((to, n))) in left]
                to = onward[0] if len(at[to]) == 2 and onward else None
            lines.append(line)
    return lines


def length_of(nodes, line):
    return sum(metres(nodes[a], nodes[b]) for a, b in zip(line, line[1:]))


def pruned(nodes, edges, twig):
    """Without side branches shorter than `twig`: they are the other carriageway, or a ramp."""
    while True:
        degree = collections.Counter(n for e in edges for n in e)
        twigs = [l for l in strung(nodes, edges)
                 if sorted((degree[l[0]] > 2, degree[l[-1]] > 2)) == [False, True] and length_of(nodes, l) < twig]
        if not twigs:
            return edges
        shortest = min(twigs, key=lambda l: length_of(nodes, l))
        edges = edges - {tuple(sorted(e)) for e in zip(shortest, shortest[1:])}


def smoothed(line):
    """Without corners sharper than a road of this rank has."""
    out = list(line)
    i = 1
    while i + 1 < len(out):
        a, b, c = out[i - 1:i + 2]
        u = ((b[0] - a[0]) * 0.91, b[1] - a[1])
        v = ((c[0] - b[0]) * 0.91, c[1] - b[1])
        turn = abs(math.degrees(math.atan2(u[0] * v[1] - u[1] * v[0], u[0] * v[0] + u[1] * v[1])))
        if turn > 60 and min(metres(a, b), metres(b, c)) < 250:
            del out[i]
            i = max(1, i - 1)
        else:
            i += 1
    return out


def city_roads(path):
    for (name, name_en, kind), segments in sorted(pieces(path).items(), key=lambda r: r[0][0]):
        express = kind == "expressway"
        nodes = joined([p for s in segments for p in s], 250 if express else 90)
        edges = pruned(nodes, spanned(nodes, 3_500 if express else 1_100), 700 if express else 300)
        lines = [smoothed([nodes[n] for n in line]) for line in strung(nodes, edges) if length_of(nodes, line) > 350]
        if lines:
            yield name, name_en, kind, lines


def freeways(path):
    stops = collections.defaultdict(lambda: collections.defaultdict(list))
    for vd in ET.parse(path).iter():
        if vd.tag.split("}")[-1] != "VD":
            continue
        field = {child.tag.split("}")[-1]: (child.text or "").strip() for child in vd}
        part = field["VDID"].split("-")
        if len(part) < 5 or part[1] not in FREEWAYS or not re.fullmatch(r"[\d.]+", part[3]) or part[4] not in "MN":
            continue
        if part[1] != "N1H" and not re.match(r"國道\d", field["RoadName"]):
            continue
        p = (float(field["PositionLon"]), float(field["PositionLat"]))
        if WEST <= p[0] <= EAST and SOUTH <= p[1] <= NORTH:
            stops[part[1]][round(float(part[3]) * 2)].append(p)  # every half kilometre
    for road, by_km in sorted(stops.items()):
        line, last = [], None
        for km in sorted(by_km):
            p = tuple(sum(q[i] for q in by_km[km]) / len(by_km[km]) for i in (0, 1))
            # A detector whose position cannot be: farther from the last than the road is long between them.
            if last is None or metres(line[-1], p) < (km - last) * 500 * 1.15 + 250:
                line.append(p)
                last = km
        yield *FREEWAYS[road], "freeway", [line]


def main(getvd, vd):
    out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "roads.gpkg")
    features = [
        {"type": "Feature", "properties": {"name": name, "name_en": name_en, "class": kind},
         "geometry": {"type": "MultiLineString",
                      "coordinates": [[[round(x, 5), round(y, 5)] for x, y in line] for line in lines]}}
        for name, name_en, kind, lines in [*freeways(vd), *city_roads(getvd)]]
    with tempfile.TemporaryDirectory() as work:
        source, made = os.path.join(work, "roads.geojson"), os.path.join(work, "roads.gpkg")
        with open(source, "w", encoding="utf-8") as file:
            json.dump({"type": "FeatureCollection", "features": features}, file)
        subprocess.run(["ogr2ogr", "-f", "GPKG", made, source, "-nln", "roads", "-nlt", "MULTILINESTRING", "-a_srs",
                        "EPSG:4326", "-lco", "SPATIAL_INDEX=NO", "-lco", "GEOMETRY_NAME=geom",
                        "--config", "OGR_CURRENT_DATE", "2025-01-15T00:00:00.000Z"], check=True)
        os.replace(made, out) if os.stat(work).st_dev == os.stat(os.path.dirname(out)).st_dev else \
            subprocess.run(["cp", made, out], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
