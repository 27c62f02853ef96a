#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes one number in a written report, as somebody would who wants it to say something else, and leaves the rest as it is.

    tamper_report.py FILE OLD NEW

OLD and NEW are made of the same digits: a PDF holds only those glyphs of a font that it uses.
"""
import re, subprocess, sys, zipfile

FILE, OLD, NEW = sys.argv[1:4]


def replaced(data, old, new):
    assert data.count(old) >= 1, (old, len(data))
    return data.replace(old, new, 1)


def rewrite(change):
    data = open(FILE, "rb").read()
    open(FILE, "wb").write(change(data))


def pdf():
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--replace-input", FILE], check=True)
    data = bytearray(open(FILE, "rb").read())
    objects = {int(match[1]): match.start() for match in re.finditer(rb"^(\d+) 0 obj$", data, re.MULTILINE)}

    def body(number):
        return bytes(data[objects[number]:data.index(b"\nendobj", objects[number])])

    letters = {}  # of a font's name: code -> letter
    for font, number in set(re.findall(rb"/(F\d+) (\d+) 0 R", bytes(data))):
        unicode = re.search(rb"/ToUnicode (\d+) 0 R", body(int(number)))
        codes = letters.setdefault(font, {})
        for first, listed in re.findall(rb"<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]", body(int(unicode[1])), re.IGNORECASE):
            for i, letter in enumerate(re.findall(rb"<([0-9A-Fa-f]{4})>", listed)):
                codes[b"%04x" % (int(first, 16) + i)] = chr(int(letter, 16))
    for text in re.finditer(rb"BT\n(.*?)ET\n", bytes(data), re.DOTALL):
        font = re.search(rb"/(F\d+) ", text[1])[1]
        glyphs = [(match.start(1), match[1]) for match in re.finditer(rb"<([0-9a-f]{4})> Tj", text[1])]
        if "".join(letters[font].get(code, "?") for _, code in glyphs) != OLD:
            continue
        code_of = {letters[font][code]: code for _, code in glyphs}
        for (at, _), letter in zip(glyphs, NEW):
            start = text.start(1) + at
            data[start:start + 4] = code_of[letter]
        open(FILE, "wb").write(data)
        return
    raise SystemExit(f"no text {OLD} in {FILE}")


def xlsx():
    parts = {name: zipfile.ZipFile(FILE).read(name) for name in zipfile.ZipFile(FILE).namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = replaced(parts[sheet], b"<v>%s</v>" % OLD.encode(), b"<v>%s</v>" % NEW.encode())
    with zipfile.ZipFile(FILE, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)


def gpkg():
    names = re.findall(r"^\d+: (\S+)", subprocess.run(["ogrinfo", "-ro", "-q", FILE], capture_output=True, text=True).stdout, re.MULTILINE)
    layer = next(name for name in names if name != "layer_styles")
    subprocess.run(["ogrinfo", "-q", FILE, "-sql", f'UPDATE "{layer}" SET value = {NEW} WHERE value = {OLD}'], check=True, capture_output=True)


if FILE.endswith(".csv"):
    rewrite(lambda data: replaced(data, f",{OLD},".encode(), f",{NEW},".encode()))
elif FILE.endswith(".html"):
    rewrite(lambda data: replaced(data, f'<data value="{OLD}"'.encode(), f'<data value="{NEW}"'.encode()))
else:
    {"pdf": pdf, "xlsx": xlsx, "gpkg": gpkg}[FILE.rsplit(".", 1)[1]]()
