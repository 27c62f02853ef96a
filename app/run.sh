#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up this machine, builds CityOps and opens it on the demo city. Without a display the dashboards are drawn into
# PNG files instead. `app/run.sh --build` stops after the build: the program is then build/release/cityops. Other words
# are handed to the program: `app/run.sh --pack resources/packs/taipei`.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
. app/setup.sh

need $build_packages $run_packages
[ -f build/release/build.ninja ] || cmake --preset release -DBUILD_TESTING=OFF
cmake --build --preset release

[ "${1:-}" = "--build" ] && exit 0
[ $# -eq 0 ] && set -- --demo

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/cityops "$@"
fi

mkdir -p build/pictures
for dashboard in overview traffic air-quality disaster-alerts crowd-flow; do
    build/release/cityops snapshot --pack resources/packs/taipei --demo --dashboard "$dashboard" --size 1920x1080 \
        --out "build/pictures/$dashboard.png"
done
echo "No display here: the dashboards of the demo city are in $top/build/pictures"
