#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Process start to the first complete dashboard of the demo city, against a bare QtCharts window with one chart, in the
# same run and by turns: medians of N (default 7) starts each. Usage: tests/bench/start.sh [N]
# Needs the release build (app/run.sh --build). What the program remembers is kept apart from the user's own.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
runs=${1:-7}
program=$top/build/release/cityops
bare=$top/build/dev/bare_charts
[ -x "$program" ] || { echo "$program is missing: run app/run.sh --build first" >&2; exit 1; }
if [ ! -x "$bare" ]; then
    cmake -S "$top" --preset dev >/dev/null
    cmake --build "$top/build/dev" --target bare_charts >/dev/null
fi
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
export XDG_CONFIG_HOME=$own XDG_CACHE_HOME=$own XDG_DATA_HOME=$own
if [ -z "${DISPLAY:-}" ]; then export QT_QPA_PLATFORM=offscreen; fi

median() { sort -n "$1" | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }
# A start that does not end is a failure, not a long wait.
milliseconds() {
    local begin end
    begin=$(date +%s%N)
    timeout 30 "$@" >/dev/null 2>"$own/errors" || { cat "$own/errors" >&2; echo "$1 failed or did not end" >&2; return 1; }
    end=$(date +%s%N)
    echo $(((end - begin) / 1000000))
}

for ((run = 0; run < runs; ++run)); do
    milliseconds "$bare" >>"$own/bare"
    milliseconds "$program" --demo --quit-when-complete >>"$own/ours"
done
bare_ms=$(median "$own/bare")
echo "bare QtCharts window:            $bare_ms ms"
echo "CityOps, demo city, complete:    $(median "$own/ours") ms"
echo "allowed (1.5 times bare + 400):  $((bare_ms * 3 / 2 + 400)) ms"
