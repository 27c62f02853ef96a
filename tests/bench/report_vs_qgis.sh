#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# report_vs_qgis.sh CITYOPS [DISTRICT]: the six maps of a district's profile as QGIS's atlas exports them, as a whole process
# (start, reading, export) and the export alone, and the whole profile of ten pages as cityops writes it (the whole process),
# in the same run, the best of three each. Then the profiles of all districts by one core and by two. Prints milliseconds
# and ratios.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
resources=${CITYOPS_RESOURCES:-$here/../../resources}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen
district=${2:-63000020}
export CITYOPS_RESOURCES=$resources
"$1" report --pack "$resources/packs/taipei" --demo --report district-profile --place "$district" --out "$folder/profile.gpkg" >/dev/null
cat >"$folder/atlas.py" <<'PYTHON'
import sys, time
from qgis.core import *
package, data, district, out, turns = sys.argv[1:6]
app = QgsApplication([], False)
app.initQgis()
project = QgsProject.instance()
areas = QgsVectorLayer(f"{data}/boundaries.gpkg|layername=districts", "districts", "ogr")
fill = QgsFillSymbol.createSimple({"color": "245,246,246,255", "outline_color": "163,172,180,255", "outline_width": "0.3"})
areas.renderer().setSymbol(fill)
project.addMapLayer(areas)
def ground(file, name, label=None):
    layer = QgsVectorLayer(f"{data}/{file}|layername={name}", name, "ogr")
    assert layer.isValid(), name
    if label:
        settings = QgsPalLayerSettings()
        settings.fieldName = label
        layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
        layer.setLabelsEnabled(True)
    project.addMapLayer(layer)
    return layer
villages = ground("boundaries.gpkg", "villages", "name")
roads, lines, stations = ground("roads.gpkg", "roads", "name"), ground("metro.gpkg", "lines"), ground("metro.gpkg", "stations", "name")
villages.renderer().setSymbol(fill.clone())
below = {0: [stations, lines, roads, villages, areas]}
names = [layer.name() for layer in QgsProviderRegistry.instance().querySublayers(package) if layer.name() != "layer_styles"]
maps = {}
for name in names:
    layer = QgsVectorLayer(f"{package}|layername={name}", name, "ogr")
    layer.loadDefaultStyle()
    project.addMapLayer(layer)
    maps.setdefault(name.rsplit("_", 1)[1], []).append(layer)
# As in the profile: where it lies, air, rain, water, roads, bicycles.
groups = ([[]] * (6 - min(6, len(maps))) + list(maps.values()))[:6]
layout = QgsPrintLayout(project)
layout.initializeDefaults()
pages = layout.pageCollection()
for number in range(6):
    if number: 
        page = QgsLayoutItemPage(layout); page.setPageSize("A4", QgsLayoutItemPage.Portrait); pages.addPage(page)
    else:
        pages.page(0).setPageSize("A4", QgsLayoutItemPage.Portrait)
    shown = QgsLayoutItemMap(layout)
    layout.addLayoutItem(shown)
    shown.attemptMove(QgsLayoutPoint(16, 20), page=number)
    shown.attemptResize(QgsLayoutSize(131, 88))
    shown.setLayers(groups[number] + below.get(number, [roads, villages, areas] if number > 3 else [villages, areas]))
    shown.setAtlasDriven(True)
    shown.setAtlasScalingMode(QgsLayoutItemMap.Auto)
    legend = QgsLayoutItemLegend(layout)
    layout.addLayoutItem(legend)
    legend.setLinkedMap(shown)
    legend.setAutoUpdateModel(True)
    legend.setLegendFilterByMapEnabled(True)
    legend.attemptMove(QgsLayoutPoint(150, 20), page=number)
    bar = QgsLayoutItemScaleBar(layout)
    layout.addLayoutItem(bar)
    bar.setLinkedMap(shown)
    bar.attemptMove(QgsLayoutPoint(18, 98), page=number)
atlas = layout.atlas()
atlas.setCoverageLayer(areas)
atlas.setFilterFeatures(True)
atlas.setFilterExpression(f"code = '{district}'")
atlas.setEnabled(True)
settings = QgsLayoutExporter.PdfExportSettings()
best = None
for turn in range(int(turns)):
    start = time.monotonic()
    result, message = QgsLayoutExporter.exportToPdf(atlas, out, settings)
    took = 1000 * (time.monotonic() - start)
    assert result == QgsLayoutExporter.Success, message
    best = took if best is None else min(best, took)
print(f"{best:.0f}")
PYTHON
atlas() { /usr/bin/python3 "$folder/atlas.py" "$folder/profile.gpkg" "$resources/packs/taipei/data" "$district" "$folder/atlas.pdf" "$1" 2>/dev/null | tail -1; }
qgis=$(atlas 3)
ours= whole=
for _ in 1 2 3; do
    begin=$(date +%s%N)
    atlas 1 >/dev/null
    took=$((($(date +%s%N) - begin) / 1000000))
    [ -n "$whole" ] && [ "$whole" -le "$took" ] || whole=$took
    begin=$(date +%s%N)
    "$1" report --pack "$resources/packs/taipei" --demo --report district-profile --place "$district" --out "$folder/profile.pdf" >/dev/null
    took=$((($(date +%s%N) - begin) / 1000000))
    [ -n "$ours" ] && [ "$ours" -le "$took" ] || ours=$took
done
pages=$(pdfinfo "$folder/profile.pdf" | awk '/^Pages:/ { print $2 }')
echo "QGIS atlas, six maps, export alone   $qgis ms"
echo "QGIS atlas, six maps, whole process  $whole ms"
echo "cityops, $pages pages, whole process     $ours ms"
awk -v a="$ours" -v b="$qgis" -v c="$whole" 'BEGIN { printf "whole process over whole process     %.2f\nwhole process over export alone      %.2f\n", a / c, a / b }'
mkdir "$folder/each"
all() { # milliseconds of all districts on the cores named
    local begin
    begin=$(date +%s%N)
    taskset -c "$1" "$cityops" report --pack "$resources/packs/taipei" --demo --report district-profile --each district --out "$folder/each/p.pdf" >/dev/null
    echo $((($(date +%s%N) - begin) / 1000000))
}
cityops=$1
one=$(all 0) two=$(all 0,1)
count=$(ls "$folder/each" | wc -l)
echo "$count profiles, one core       $one ms"
echo "$count profiles, two cores      $two ms"
awk -v a="$one" -v b="$two" -v n="$count" -v s="$ours" -v q="$qgis" 'BEGIN {
    printf "throughput of two over one %.2f\n", a / b
    printf "one more profile, one core  %.0f ms, %.2f of the atlas\n", (a - s) / (n - 1), (a - s) / (n - 1) / q }'
