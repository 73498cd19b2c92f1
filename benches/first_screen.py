#!/usr/bin/env python3
"""Run a terminal program in a pseudo-terminal and measure it as the person before it does.

    first_screen.py FIRST LAST KEYS [KEY ANSWER]... -- COMMAND...

Prints one line of JSON: the milliseconds until FIRST (a regular expression) was on the screen, until LAST was after KEYS were typed, for
each KEY until ANSWER was, and the peak memory in kilobytes. The screen is that of an emulated terminal (pyte), of 120 by 36 cells.
"""
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

import pyte

LIMIT = 60.0
screen = pyte.Screen(120, 36)
stream = pyte.ByteStream(screen)

split = sys.argv.index("--")
first, last, keys, *more = sys.argv[1:split]
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", DATELINE_SESSION="false")
    os.execvp(sys.argv[split + 1], sys.argv[split + 1 :])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))


def draw(seconds):
    """Draws what the program writes within `seconds`; returns whether it wrote anything."""
    if not select.select([terminal], [], [], seconds)[0]:
        return False
    try:
        written = os.read(terminal, 1 << 16)
    except OSError:
        return False
    if b"\x1b[6n" in written:
        os.write(terminal, b"\x1b[1;1R")
    stream.feed(written)
    return True


def wait_for(pattern, began):
    """Returns the milliseconds from `began` until `pattern` is on the screen, or nothing."""
    wanted = re.compile(pattern)
    while time.monotonic() - began < LIMIT:
        if wanted.search("\n".join(screen.display)):
            return round((time.monotonic() - began) * 1000)
        draw(0.001)
    return None


def settle():
    """Draws until nothing more is written for a while; some programs never rest."""
    began = time.monotonic()
    while draw(0.3) and time.monotonic() - began < 2:
        pass


began = time.monotonic()
result = {"first": wait_for(first, began)}
typed = began
if keys:
    settle()
    typed = time.monotonic()
    os.write(terminal, keys.encode().decode("unicode_escape").encode())
shown = wait_for(last, typed)
# The time in which the program was left to rest does not count.
result["last"] = shown if shown is None or not keys else (result["first"] or 0) + shown
result["keys"] = []
for key, answer in zip(more[::2], more[1::2]):
    settle()
    typed = time.monotonic()
    os.write(terminal, key.encode().decode("unicode_escape").encode())
    result["keys"].append(wait_for(answer, typed))
with open(f"/proc/{pid}/status", encoding="utf-8") as status:
    result["memory"] = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
os.kill(pid, signal.SIGKILL)
print(json.dumps(result))
