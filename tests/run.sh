#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up this machine, builds CityOps with its tests and runs them all. `tests/run.sh PRESET` takes another preset:
# asan, or fuzz for the fuzz targets under libFuzzer (CITYOPS_FUZZ_SECONDS=3600 for a long run; a short one is part of all).
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
. app/setup.sh

preset=${1:-dev}
need $build_packages $run_packages $test_packages
[ "$preset" != fuzz ] || need $fuzz_packages
cmake --preset "$preset"
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel 2
