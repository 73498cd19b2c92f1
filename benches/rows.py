#!/usr/bin/env python3
"""Write N synthetic events as a store, as CSV, as log lines and as bare titles: the same rows for every program.

    rows.py N FOLDER        FOLDER/events.toml  own.toml  events.csv  events.log  titles.txt, the same for the same N

own.toml is events.toml with a key of the author's own in each event, as a log has: loading it takes at most 1.3 times as long.
"""
import csv
import random
import sys
from pathlib import Path

n, folder = int(sys.argv[1]), Path(sys.argv[2])
PARTIES, SOURCES = 2000, 50
KINDS = ["agreement", "spending", "filing", "statement", "product", "tenure"]
STANCES = ["alleges", "denies", "reports", "confirms"]
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()

draw = random.Random(1)
name = lambda: "".join(draw.choice(SYLLABLES) for _ in range(3)).capitalize()
folder.mkdir(parents=True, exist_ok=True)
with (
    open(folder / "events.toml", "w", encoding="utf-8") as toml,
    open(folder / "own.toml", "w", encoding="utf-8") as own,
    open(folder / "events.csv", "w", encoding="utf-8", newline="") as table,
    open(folder / "events.log", "w", encoding="utf-8") as log,
    open(folder / "titles.txt", "w", encoding="utf-8") as titles,
):
    def both(text):
        toml.write(text)
        own.write(text)

    both('[timeline]\ntitle = "Synthetic"\n\n')
    for it in range(PARTIES):
        both(f'[[party]]\nid = "p{it}"\nname = "{name()} {name()}"\nkind = "company"\n\n')
    for it in range(SOURCES):
        both(f'[[source]]\nid = "s{it}"\ntitle = "Source {it}"\npublished = "{2000 + it % 25}"\nkind = "article"\n\n')
    rows = csv.writer(table)
    rows.writerow(["when", "id", "title", "summary", "category", "party", "other", "stance", "source"])
    for it in range(n):
        day = f"{draw.randint(1990, 2025)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        kind, stance = draw.choice(KINDS), draw.choice(STANCES)
        first = draw.randrange(PARTIES)
        other = (first + draw.randrange(1, PARTIES)) % PARTIES
        title = f"Row {it} of the synthetic events, on {kind}"
        summary = f"What happened in row {it}, who took part in it, and where that stands written."
        both(
            f'[[event]]\nid = "e{it}"\nwhen = "{day}"\ntitle = "{title}"\nsummary = "{summary}"\ncategory = "{kind}"\n'
            f'parties = ["p{first}", "p{other}"]\nclaims = [{{ by = "p{first}", stance = "{stance}" }}]\n'
            f'sources = [{{ id = "s{it % SOURCES}", at = "p. {it % 300}" }}]\n'
        )
        toml.write("\n")
        own.write(f'x_note = "Line {it} of the log"\n\n')
        rows.writerow([day, f"e{it}", title, summary, kind, f"p{first}", f"p{other}", stance, f"s{it % SOURCES}"])
        log.write(f"{day}T00:00:00Z {kind} e{it} {title}\n")
        titles.write(f"{title}\n")
