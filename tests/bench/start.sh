#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Process start to the first complete dashboard of the demo city, against a bare QtCharts window with one chart, in the
# same run: medians of N (default 7) starts each. Usage: tests/bench/start.sh [BUILD_FOLDER] [N]
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
build=${1:-$top/build/release}
runs=${2:-7}
if [ -z "${DISPLAY:-}" ]; then export QT_QPA_PLATFORM=offscreen; fi

median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
milliseconds() {
    local begin end
    begin=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    echo $(((end - begin) / 1000000))
}

bare=$(for _ in $(seq "$runs"); do milliseconds "$build/bare_charts"; done | median)
ours=$(for _ in $(seq "$runs"); do milliseconds "$build/cityops" --demo --quit-when-complete; done | median)
echo "bare QtCharts window:            $bare ms"
echo "CityOps, demo city, complete:    $ours ms"
echo "allowed (1.5 times bare + 400):  $((bare * 3 / 2 + 400)) ms"
