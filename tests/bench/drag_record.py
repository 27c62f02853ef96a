#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records the screen while the real canvas is dragged across the borders of pictures, tiles and layers, and looks at every frame.

    tests/bench/drag_record.py [--program build/release/canvas_drag] [--size 1280x800] [--seconds 8] [--keep FOLDER]

Needs Xvfb and ffmpeg; says so and ends well where they are missing. A frame is blank where the magenta ground shows, torn
where the upright stripes do not go straight down, coarse where a blurred tile stands in at the right place for one that is
still read. Ends with status 1 when there is a blank or torn frame; --keep writes it.
"""
import argparse, os, shutil, subprocess, sys, tempfile, time


STRIPE = 24  # pixels; three make a pattern


def free_display():
    return next(number for number in range(90, 200) if not os.path.exists(f"/tmp/.X11-unix/X{number}"))


def record(options, display, width, height):
    """Raw frames of the whole screen, three bytes a pixel, while the program drags."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen([options.program, options.size, str(options.seconds)], env=environment, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True)
    if program.stdout.readline().strip() != "ready":
        sys.exit("the canvas did not come up")
    camera = subprocess.Popen(["ffmpeg", "-loglevel", "error", "-f", "x11grab", "-draw_mouse", "0", "-framerate", str(options.rate),
                               "-video_size", options.size, "-i", display, "-t", str(options.seconds), "-f", "rawvideo",
                               "-pix_fmt", "rgb24", "-"], stdout=subprocess.PIPE)
    frames = []
    while len(frame := camera.stdout.read(width * height * 3)) == width * height * 3:
        frames.append(look(frame, width, height))
    camera.wait()
    program.terminate()
    program.wait()
    return frames


def look(frame, width, height):
    """(blank, torn, first row, the frame itself when it is bad), without the furniture along its edges."""
    left, right, top, bottom = width // 20, width * 17 // 20, height // 10, height * 7 // 10
    rows = [frame[3 * (y * width + left):3 * (y * width + right)] for y in range(top, bottom)]
    blank = any(b"\xff\x00\xff" * 3 in row for row in rows)
    shifts = [shift(row[::3], rows[0][::3]) for row in set(rows) if row != rows[0]]
    torn = any(abs(one) > STRIPE // 3 for one in shifts)
    return blank, torn, rows[0], frame if blank or torn else None, bool(shifts) and not torn


def shift(row, first):
    """By how many pixels a row is moved against the first one, where they differ."""
    apart = [x for x, (a, b) in enumerate(zip(row, first)) if abs(a - b) > 24]
    if not apart:
        return 0
    reach = STRIPE * 3 // 2
    places = range(max(apart[0], reach), min(apart[-1] + 1, len(row) - reach))
    if len(places) < STRIPE:
        return 0
    return min(range(-reach, reach + 1), key=lambda by: (sum(abs(row[x] - first[x + by]) for x in places), abs(by)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/canvas_drag")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rate", type=int, default=30)
    parser.add_argument("--keep")
    options = parser.parse_args()
    for tool in ("Xvfb", "ffmpeg"):
        if not shutil.which(tool):
            print(f"{tool} is not installed: nothing recorded")
            return 0
    width, height = map(int, options.size.split("x"))
    display = f":{free_display()}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", f"{options.size}x24"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        frames = record(options, display, width, height)
    finally:
        screen.terminate()
        screen.wait()
    moved = sum(1 for before, after in zip(frames, frames[1:]) if before[2] != after[2])
    blank, torn = sum(frame[0] for frame in frames), sum(frame[1] for frame in frames)
    coarse = sum(frame[4] for frame in frames)
    print(f"{len(frames)} frames, {moved} of them moved; blank: {blank}, torn: {torn}; coarse in part: {coarse}")
    if options.keep:
        os.makedirs(options.keep, exist_ok=True)
        for number, frame in enumerate(frames):
            if frame[0] or frame[1]:
                with open(os.path.join(options.keep, f"{number:04}.ppm"), "wb") as out:
                    out.write(b"P6 %d %d 255\n" % (width, height) + frame[3])
    if moved < len(frames) // 2:
        print("the map hardly moved: nothing is proved")
        return 1
    return 1 if blank or torn else 0


if __name__ == "__main__":
    sys.exit(main())
