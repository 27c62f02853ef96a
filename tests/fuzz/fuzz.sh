#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fuzz.sh BUILD FORMAT   lets the fuzzer of a format run for CITYOPS_FUZZ_SECONDS (default 2). Seeds are the golden payloads
# of the tests and, where the folder is there, the recorded ones (CITYOPS_FEEDS) of up to 200 kB; what it finds stays in
# BUILD/corpus/FORMAT, and what breaks a decoder is written to BUILD/found.
set -euo pipefail
build=$1 format=$2
top=$(cd "$(dirname "$0")/../.." && pwd)
golden=$top/tests/app/commands/data/decode samples=$top/tests/layers/feeds/data mappings=$top/tests/app/packs/data/feeds
seeds=$build/seeds/$format corpus=$build/corpus/$format
rm -rf "$seeds"; mkdir -p "$seeds" "$corpus" "$build/found"

if [ "$format" = mapping ]; then
    for payload in "$golden"/*.payload; do # a mapping, a zero byte, and a payload to read by it
        name=${payload%.payload}
        yaml=$name.yaml
        [ -f "$name.mapping" ] && yaml=$mappings/$(tr -d ' \n' <"$name.mapping").yaml
        [ -f "$yaml" ] && { cat "$yaml"; printf '\0'; cat "$payload"; } >"$seeds/$(basename "$name")"
    done
    for yaml in "$mappings"/*.yaml "$top"/resources/packs/*/feeds/*.yaml; do
        { cat "$yaml"; printf '\0'; } >"$seeds/only-$(basename "$yaml")"
    done
    program=mapping_fuzz
else
    cp "$samples/sample.$format" "$seeds/" 2>/dev/null || true
    for told in "$golden"/*.format; do
        [ "$(tr -d ' \n' <"$told")" = "$format" ] && cp "${told%.format}.payload" "$seeds/"
    done
    case $format in
    cap) folders="cap" ;; gbfs) folders="gbfs" ;; gtfs) folders="gtfs" ;; gtfs-rt) folders="gtfs-rt" ;;
    json) folders="youbike air crowd cwa tw-traffic" ;; xml) folders="tw-traffic cwa" ;; csv) folders="crowd youbike disaster" ;;
    datex2 | wzdx | open511 | waze | geojson | tmdd) folders="other-traffic" ;; sensorthings | openaq) folders="air" ;;
    quakes | gdacs | jma) folders="disaster" ;; *) folders="" ;;
    esac
    for folder in $folders; do
        [ -d "${CITYOPS_FEEDS:-}/$folder" ] && find "$CITYOPS_FEEDS/$folder" -type f -size -200k -exec cp {} "$seeds/" \;
    done
    chmod -R u+w "$seeds"
    program=decode_fuzz
fi
# Memory of Qt and PROJ that lives until the end is no leak of ours; a decoder has none of its own.
export CITYOPS_FUZZ=$format ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
exec "$build/$program" -max_total_time="${CITYOPS_FUZZ_SECONDS:-2}" -timeout=20 -rss_limit_mb=3000 -max_len=300000 \
    -artifact_prefix="$build/found/$format-" -print_final_stats=1 "$corpus" "$seeds"
