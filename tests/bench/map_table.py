#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of how fast large layers are drawn at 1920x1080, against other programs on the same data, views and style.

    tests/bench/map_table.py DATA [--program build/release/cityops] [--runs 3] [--format gpkg]
                             [--peers FOLDER [--python /usr/bin/python3]] [--peer points_1m=1646/1598/315 ...]

DATA holds points_1m, lines_200k, polys_300k and admin_1k. --peers FOLDER reruns qgis_bench.py, mapserver_bench.py and mapnik_bench.py of that
folder where their programs are installed, by turns with ours, so that a busy machine slows all alike; --peer gives
milliseconds measured elsewhere: open to first map / full redraw / a sixteenth. The best of a layer's peers counts.
With --best only the quickest of each layer is rerun. Build the target map_yardsticks first; --all adds the frames of the canvas (1920x1080 and 3840x2160) and moved points,
--pictures FOLDER the likeness of our pictures to theirs.
"""
import argparse, json, math, os, shutil, statistics, subprocess, sys, tempfile

WIDTH, HEIGHT, FULL = 1920, 1080, 28.5  # metres a pixel of the full view
RADIUS = 6378137.0
MOVED = {10_000: (21, 2), 100_000: (185, 4)}  # Leaflet, milliseconds; how many times faster ours is to be
WANTED = {"points_1m": (8, 30, 20), "lines_200k": (2, 4, 3), "polys_300k": (3, 6, 5), "admin_1k": (2, 6, 4)}
PEERS = {"qgis_bench.py": ["fgb", "3"], "mapserver_bench.py": ["fgb", "3"], "mapnik_bench.py": ["shp", "3", "--threads2"]}
# Which of them was the quickest of each layer when all were measured; --best runs it alone.
BEST = {"points_1m": "qgis_bench.py", "lines_200k": "mapnik_bench.py", "polys_300k": "mapserver_bench.py", "admin_1k": "qgis_bench.py"}
STYLE = """background: "#ffffff"
point: {radius: 2, colour: "#2c7bb6"}
line: {width: 1.5, colour: "#3366cc"}
polygon: {fill: "#c8d6a5", outline: "#555555", width: 0.5}
"""
CLASSES = """value: {field: value, breaks: [20, 40, 60, 80], colours: ["#2c7bb6", "#abd9e9", "#ffffbf", "#fdae61", "#d7191c"], none: "#888888"}
"""


def full_view():
    x = RADIUS * math.radians(121.56)
    y = RADIUS * math.asinh(math.tan(math.radians(25.085)))
    dx, dy = WIDTH * FULL / 2, HEIGHT * FULL / 2
    lon = lambda v: math.degrees(v / RADIUS)
    lat = lambda v: math.degrees(math.atan(math.sinh(v / RADIUS)))
    return f"{lon(x - dx):.9f},{lat(y - dy):.9f},{lon(x + dx):.9f},{lat(y + dy):.9f}"


def ours(options, name, scratch, cached):
    style, timings = os.path.join(scratch, "style.yaml"), os.path.join(scratch, "timings.json")
    with open(style, "w") as out:
        out.write(STYLE + (CLASSES if name.startswith("points") else ""))
    command = [options.program, "map", "--layer", os.path.join(options.data, f"{name}.{options.format}"), "--style", style, "--bbox", full_view(),
               "--size", f"{WIDTH}x{HEIGHT}", "--repeat", "5", "--timings", timings, "--plain", "--out", os.path.join(options.pictures or scratch, f"cityops_{name}.png")]
    if not cached:
        shutil.rmtree(os.path.join(scratch, "cache"), ignore_errors=True)
    subprocess.run(command, check=True, env={**os.environ, "XDG_CACHE_HOME": os.path.join(scratch, "cache")}, stderr=subprocess.DEVNULL)
    with open(timings) as source:
        times = json.load(source)
    redraw = {view: statistics.median(values) for view, values in times["redraw_ms"].items()}
    return {"first": times["first_map_ms"], "full": redraw["full"], "sixteenth": redraw["sixteenth"], "peak": times["peak_mib"],
            "layer": times["layer_mib"], "bare": times["layer_mib"] / times["bare_mib"]}


def peer(options, scratch, script, words, name):
    """Runs one peer's script on a copy, since it writes beside itself; nothing when it is not installed."""
    folder = os.path.join(scratch, "peers")
    if not os.path.exists(folder):
        os.makedirs(folder)
        for file in os.listdir(options.peers):
            if file.endswith(".py"):
                shutil.copy(os.path.join(options.peers, file), folder)
        os.symlink(os.path.abspath(options.data), os.path.join(folder, "data"))
    raw = os.path.join(folder, "raw")
    shutil.rmtree(raw, ignore_errors=True)
    os.makedirs(raw)
    run = subprocess.run([options.python, os.path.join(folder, script), name, *words], capture_output=True, text=True)
    found = [file for file in os.listdir(raw) if file.endswith(".json")]
    if not found:
        print(f"{script} {name} did not run: {run.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    with open(os.path.join(raw, found[0])) as source:
        times = json.load(source)
    if options.pictures:
        for file in os.listdir(raw):
            if file.endswith(".png") and "-" not in file:  # two threads leave halves
                shutil.copy(os.path.join(raw, file), options.pictures)
    middle = lambda values: 1000 * statistics.median(values)
    return {"first": middle(times["open_to_first_map_s"]), "full": middle(times["redraw_s"]["full"]), "sixteenth": middle(times["redraw_s"]["sixteenth"])}


def beside(options, program):
    return os.path.join(os.path.dirname(options.program), program)


def likeness(options, name):
    """Of our picture and that of each peer: structural similarity, wanted at least 0.98."""
    ours = os.path.join(options.pictures, f"cityops_{name}.png")
    for file in sorted(os.listdir(options.pictures)):
        if file.endswith(".png") and name in file and not file.startswith("cityops"):
            run = subprocess.run([beside(options, "likeness"), ours, os.path.join(options.pictures, file)], capture_output=True, text=True)
            print(f"likeness of {name} to {file}: {run.stdout.strip() or run.stderr.strip()} (wanted 0.98)")


def others(options):
    """Frames of the canvas and moved points, in the words of their own programs."""
    for size in ("1920x1080", "3840x2160"):
        for name in options.only or WANTED:
            value = ["value"] if name.startswith("points") else []
            file = os.path.join(options.data, f"{name}.{options.format}")
            run = subprocess.run([beside(options, "canvas_frames"), size, file, *value], capture_output=True, text=True)
            for line in run.stdout.splitlines():
                print(f"{name} {size} {line}", flush=True)
    for count, (peer, wanted) in MOVED.items():
        run = subprocess.run([beside(options, "moved_points"), str(count)], capture_output=True, text=True)
        median = float(run.stdout.split("median ")[1].split(" ms")[0])
        print(f"{run.stdout.strip()}; times as fast as Leaflet's {peer} ms: {peer / median:.1f} (wanted {wanted})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--program", default="build/release/cityops")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--format", default="gpkg")
    parser.add_argument("--only", action="append")
    parser.add_argument("--peers")
    parser.add_argument("--best", action="store_true", help="of the peers only the quickest of each layer")
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--peer", action="append", default=[])
    parser.add_argument("--pictures", help="a folder to keep ours and theirs in")
    parser.add_argument("--all", action="store_true", help="frames of the canvas and moved points as well")
    options = parser.parse_args()
    print("| layer | run | first map | full | sixteenth | second opening | peak MiB | layer MiB (of bare numbers) | times as fast as the best peer: first / full / sixteenth | wanted |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|---|---|")
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.only or WANTED:
            for run in range(1, options.runs + 1):
                mine = ours(options, name, scratch, False)
                again = ours(options, name, scratch, True)
                theirs = []
                if options.peers:
                    for script, words in PEERS.items():
                        if not options.best or BEST[name] == script:
                            theirs.append(peer(options, scratch, script, words, name))
                for word in options.peer:
                    layer, _, numbers = word.partition("=")
                    if layer == name:
                        theirs.append(dict(zip(("first", "full", "sixteenth"), map(float, numbers.split("/")))))
                theirs = [one for one in theirs if one]
                ratios = " / ".join(f"{min(one[what] for one in theirs) / mine[what]:.1f}" for what in ("first", "full", "sixteenth")) if theirs else "no peer"
                print(f"| {name} | {run} | {mine['first']:.0f} | {mine['full']:.1f} | {mine['sixteenth']:.1f} | {again['first']:.1f} ({again['first'] / mine['first']:.2f}) | {mine['peak']:.0f} | "
                      f"{mine['layer']:.1f} ({mine['bare']:.2f}) | {ratios} | {' / '.join(map(str, WANTED[name]))} |", flush=True)
            if options.pictures:
                likeness(options, name)
    if options.all:
        others(options)


if __name__ == "__main__":
    main()
