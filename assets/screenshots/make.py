#!/usr/bin/env python3
"""Take the pictures of the README from the real program.

    pip install pyte pillow          and the font DejaVu Sans Mono
    cargo build --release && assets/screenshots/make.py

Each picture is a size, keys, and what the screen shows when they are done.
"""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path

import pyte
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
PROGRAM = HERE.parent.parent / "target/release/dateline"
FONTS = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/TTF", "/Library/Fonts"]
INK, PAPER = "#d0d0d0", "#14161a"
COLORS = {
    "black": "#2b2d33", "red": "#e06c75", "green": "#98c379", "brown": "#e5c07b", "blue": "#61afef", "magenta": "#c678dd",
    "cyan": "#56b6c2", "white": "#d0d0d0", "brightblack": "#7f848e", "brightred": "#ff7b86", "brightgreen": "#b5e890",
    "brightyellow": "#ffd98a", "brightbrown": "#ffd98a", "brightblue": "#84c7ff", "brightmagenta": "#e09bff", "brightcyan": "#7fe0ec",
    "brightwhite": "#ffffff",
}
ESC, ENTER = "\x1b", "\r"
NETFLIX = ["f", "party:netflix in:2010..2019", ENTER, "_"]
PICTURES = {
    "explorer": ((120, 36), {}, [*NETFLIX, "gd", "2013", ENTER, "z", "D"], "special relationship"),
    "range": ((120, 36), {}, [*NETFLIX, "gr", "2013/2015", ENTER], "in range"),
    "parties": ((120, 36), {}, ["p", "netfx"], "Netflix"),
    "export": ((100, 30), {}, ["f", "@netflix surely:2013..2015", ENTER, "x"], "not carried"),
    "folds": ((100, 26), {}, ["zg", "gd", "2013", ENTER], "╱╱"),
    "statistics": ((100, 26), {}, ["gs", "\t"], "disclosure"),
    "together": ((100, 26), {}, ["gs", "\t\t\t\t", "jjl"], "together"),
    "disclosure": ((100, 30), {}, ["f", "@netflix", ENTER, "a", "2018-12-18", ENTER, "]k"], "came out"),
    "tour": ((100, 30), {}, ["gt"], "tour 1 of 6"),
    "grammar": ((100, 34), {}, ["?"], "once, somewhere in here"),
    "small": ((80, 24), {}, NETFLIX, "Netflix"),
    "tiny": ((40, 12), {}, NETFLIX, "Netflix"),
    "ascii": ((100, 30), {"NO_COLOR": "1", "DATELINE_GLYPHS": "ascii"}, NETFLIX, "Netflix"),
}


def color(name, default):
    if name == "default":
        return default
    return COLORS.get(name) or (f"#{name}" if re.fullmatch("[0-9a-f]{6}", name) else default)


def screen_after(size, environment, keys, shows):
    """Runs the program, types, and returns the screen once it is still."""
    columns, rows = size
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir("/")
        os.environ.pop("DATELINE_STORE", None)
        os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent", "DATELINE_SESSION": "false", **environment})
        os.execv(PROGRAM, [str(PROGRAM)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)

    def settle(until=None):
        quiet, began = time.monotonic(), time.monotonic()
        while time.monotonic() - began < 10:
            if select.select([terminal], [], [], 0.02)[0]:
                stream.feed(os.read(terminal, 1 << 16))
                quiet = time.monotonic()
            elif time.monotonic() - quiet > 0.25 and (until is None or until in "\n".join(screen.display)):
                return
        raise SystemExit(f"the screen never showed {until!r}:\n" + "\n".join(screen.display))

    settle("events")
    for key in keys:
        os.write(terminal, key.encode())
        settle()
    settle(shows)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return screen


def paint(screen, path):
    folder = next(it for it in FONTS if os.path.exists(f"{it}/DejaVuSansMono.ttf"))
    fonts = {bold: ImageFont.truetype(f"{folder}/DejaVuSansMono{'-Bold' if bold else ''}.ttf", 15) for bold in (False, True)}
    width, height, margin = 9, 19, 12
    image = Image.new("RGB", (screen.columns * width + 2 * margin, screen.lines * height + 2 * margin), PAPER)
    draw = ImageDraw.Draw(image)
    for y in range(screen.lines):
        for x in range(screen.columns):
            cell = screen.buffer[y][x]
            ink, paper = color(cell.fg, INK), color(cell.bg, PAPER)
            if cell.reverse:
                ink, paper = paper, ink
            at = (margin + x * width, margin + y * height)
            if paper != PAPER:
                draw.rectangle((*at, at[0] + width - 1, at[1] + height - 1), fill=paper)
            if cell.data.strip():
                draw.text(at, cell.data, font=fonts[cell.bold], fill=ink)
            if cell.underscore:
                draw.line((at[0], at[1] + height - 2, at[0] + width, at[1] + height - 2), fill=ink)
    image.quantize(256).save(path, optimize=True)


for name, picture in PICTURES.items():
    paint(screen_after(*picture), HERE / f"{name}.png")
    print(HERE / f"{name}.png")
