#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Whole process, files to a 1920x1080 PNG, against QGIS of the same files in the same run: medians of N (default 5)
# rounds, the two taking turns so that a busy machine slows both alike.
# Usage: tests/bench/map_vs_qgis.sh FOLDER_OF_LAYERS [PROGRAM] [N]
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
data=${1:?folder with taipei_town, taipei_village and youbike_realtime_metrotaipei .geojson}
program=${2:-$top/build/release/cityops}
runs=${3:-5}
export LC_ALL=C.UTF-8
# QGIS takes no picture without a display; a virtual one is started beforehand and is not part of the time.
if [ -z "${DISPLAY:-}" ] && command -v xvfb-run >/dev/null; then exec xvfb-run -a "$0" "$@"; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CITYOPS_RESOURCES=${CITYOPS_RESOURCES:-$top/resources}

files=("$data/taipei_town.geojson" "$data/taipei_village.geojson" "$data/youbike_realtime_metrotaipei.geojson")
layers=()
for file in "${files[@]}"; do layers+=(--layer "$file"); done

# Appends "milliseconds kilobytes" of a command to a file. Whether it worked is told by the picture: QGIS ends with
# status 1 after a good snapshot.
measure() {
    local to=$1 picture=$2 begin end
    shift 2
    rm -f "$picture"
    begin=$(date +%s%N)
    /usr/bin/time -f %M -o "$scratch/kilobytes" "$@" >"$scratch/log" 2>&1 || true
    end=$(date +%s%N)
    if [ ! -s "$picture" ]; then cat "$scratch/log" >&2; exit 1; fi
    echo "$(((end - begin) / 1000000)) $(tail -n 1 "$scratch/kilobytes")" >>"$to"
}
median() { sort -n -k"$2","$2" "$1" | awk -v c="$2" '{a[NR]=$c} END {print a[int((NR+1)/2)]}'; }

ours() { measure "$scratch/ours" "$scratch/ours.png" "$program" map "${layers[@]}" --size 1920x1080 --out "$scratch/ours.png"; }
theirs() {
    measure "$scratch/qgis" "$scratch/qgis.png" qgis --nologo --noversioncheck --noplugins --nocustomization --profiles-path "$scratch/profile" \
        --width 1920 --height 1080 --snapshot "$scratch/qgis.png" "${files[@]}"
}

ours
if command -v qgis >/dev/null; then theirs; fi
rm -f "$scratch/ours" "$scratch/qgis" # the first round only warms the page cache
for _ in $(seq "$runs"); do
    ours
    if command -v qgis >/dev/null; then theirs; fi
done
our_time=$(median "$scratch/ours" 1) our_memory=$(median "$scratch/ours" 2)
echo "cityops map:     $our_time ms  $((our_memory / 1024)) MB"
if [ ! -e "$scratch/qgis" ]; then
    echo "qgis is not installed: nothing to compare with"
    exit 0
fi
their_time=$(median "$scratch/qgis" 1) their_memory=$(median "$scratch/qgis" 2)
echo "qgis --snapshot: $their_time ms  $((their_memory / 1024)) MB"
awk -v t="$our_time" -v q="$their_time" -v m="$our_memory" -v n="$their_memory" \
    'BEGIN {printf "times as fast: %.1f (wanted: at least 3)\nshare of its memory: %.2f (wanted: at most 0.5)\n", q / t, m / n}'
