#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads one report in five formats, each with a reader that knows nothing of the program, and asks `cityops query` for
what its numbers rest on. Prints every number that does not agree; ends with 1 when there is one.

    report_numbers.py CITYOPS PACK STORE TO BASE

BASE.csv, .xlsx, .html (as a browser has it: BASE.dom), .gpkg and .pdf are the same report, made of STORE up to TO.
"""
import csv, io, re, subprocess, sys
from collections import Counter
from datetime import datetime, timedelta
from html.parser import HTMLParser

import openpyxl

CITYOPS, PACK, STORE, TO, BASE = sys.argv[1:6]
wrong, compared = [], Counter()


def printed(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def same(a, b):
    return abs(a - b) <= 1e-9 * max(1, abs(a), abs(b))


def check(kind, agrees, *what):
    compared[kind] += 1
    if not agrees:
        wrong.append(f"{kind}: " + ", ".join(map(str, what)))


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def asked(*more):
    """Newest value of each place and quantity up to TO, with the time it speaks of."""
    text = printed(CITYOPS, "query", "--store", STORE, "--from", "2000-01-01T00:00:00Z", "--to", TO, *more)
    newest = {}
    for row in csv.DictReader(io.StringIO(text)):
        key = row["place_kind"], row["place"], row["quantity"]
        newest.pop(key, None)
        if row["value"]:  # Withheld where it is empty: no older value stands for it.
            newest[key] = float(row["value"]), moment(row["observed_at"])
    return newest


figures = list(csv.DictReader(open(BASE + ".csv", encoding="utf-8-sig", newline="")))
numbers = [float(row["value"]) for row in figures if row["value"]]
assert len(numbers) > 50, len(numbers)

# Workbook: the sheet of all numbers says the same, row by row.
book = openpyxl.load_workbook(BASE + ".xlsx", read_only=True)
rows = [row for row in book.worksheets[0].iter_rows(min_row=4, values_only=True) if row[0] is not None or row[1] is not None]
check("xlsx rows", len(rows) == len(figures), len(rows), len(figures))
for row, figure in zip(rows, figures):
    told = float(figure["value"]) if figure["value"] else None
    check("xlsx", (row[3] is None) == (told is None) and (told is None or same(row[3], told)), figure["name"], row[3], told)


# Web page: every <data> of the page as the browser has it is a number of the report.
class Page(HTMLParser):
    values = []

    def handle_starttag(self, tag, attributes):
        if tag == "data":
            self.values.append(float(dict(attributes)["value"]))


page = Page()
page.feed(open(BASE + ".dom", encoding="utf-8").read())
left = Counter(f"{value:.10g}" for value in numbers)
for value in page.values:
    check("html", left[f"{value:.10g}"] > 0, value)
check("html numbers", len(page.values) > 20, len(page.values))

# Map layers: by place, against the history itself.
everything = asked()
layers = re.findall(r"^\d+: (\S+)", printed("ogrinfo", "-ro", "-q", BASE + ".gpkg"), re.MULTILINE)
assert len(layers) > 1, layers
for layer in layers:
    if layer == "layer_styles":
        continue
    for row in csv.DictReader(io.StringIO(printed("ogr2ogr", "-f", "CSV", "/vsistdout/", BASE + ".gpkg", layer))):
        known = everything.get((row["kind"], row["place"], row["quantity"]))
        check("gpkg", known is not None and same(known[0], float(row["value"])), layer, row["name"], row["value"], known)

# Tables and tiles: of the whole pack, or of the area a row names, made of what `query` says by one way of adding up.
by_area = {}


def ways(values):
    return [sum(values), max(values), min(values), sum(values) / len(values)] + [
        sum(1 for value in values if value >= mark) for mark in (1, 2, 40)] + [100 * sum(1 for value in values if value >= 2) / len(values)]


def values_of(area, quantity, newer_than=None):
    if area not in by_area:
        try:
            by_area[area] = asked("--pack", PACK, "--area", area) if area else everything
        except subprocess.CalledProcessError:
            by_area[area] = {}
    return [value for (kind, place, what), (value, at) in by_area[area].items()
            if what == quantity and (newer_than is None or moment(TO) - at <= newer_than)]


for figure in figures:
    if not figure["value"] or not figure["quantity"]:
        continue
    value, area = float(figure["value"]), figure["name"].split(" · ")[0]
    of_all = values_of("", figure["quantity"])
    if any(same(value, one) for one in of_all):  # of one place, or the worst of some
        check("query", True)
        continue
    # What a feed has not told anew for longer than it promises is left out of sums.
    of = area if " · " in figure["name"] else ""
    sets = [values_of(of, figure["quantity"], timedelta(minutes=old) if old else None) for old in (0, 5, 10, 30, 120)]
    check("query", any(same(value, way) for known in sets if known for way in ways(known)), figure["section"], figure["name"], value, len(sets[0]))

# Paper: tiles and tables are there in figures as people write them.
text = re.sub(r"\s+", " ", printed("pdftotext", "-layout", BASE + ".pdf", "-"))
shown = set(re.findall(r"-?\d[\d,]*\.?\d*", text))
for value in page.values:  # the page has them all: tiles, tables and nothing else
    check("pdf", any(f"{value:,.{places}f}" in shown for places in (0, 1, 2)), value)

print(" ".join(f"{kind} {count};" for kind, count in compared.items()))
for line in wrong[:30]:
    print(line)
sys.exit(1 if wrong else 0)
