#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sets up this machine, builds CityOps with its tests and runs them all. `tests/run.sh PRESET` takes another preset (asan).
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top"
. app/setup.sh

need $build_packages $run_packages $test_packages
preset=${1:-dev}
cmake --preset "$preset"
cmake --build --preset "$preset"
ctest --preset "$preset" --parallel 2

# A short run of every fuzz target; CITYOPS_FUZZ_SECONDS=3600 ctest --preset fuzz is a long one.
need $fuzz_packages || true
probe=$(mktemp -d)
trap 'rm -rf "$probe"' EXIT
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' >"$probe/probe.cpp"
if clang++ -fsanitize=fuzzer,address,undefined "$probe/probe.cpp" -o "$probe/probe" 2>/dev/null; then
    cmake --preset fuzz
    cmake --build --preset fuzz
    ctest --preset fuzz --parallel 2
else
    echo "SKIPPED: the fuzz targets; they need clang with libFuzzer (packages: $fuzz_packages)"
fi
