#!/usr/bin/env bash
# Compares dateline with the programs that people would use instead, on the same rows, and prints one table.
#
#     benches/peers.sh [EVENTS]        a million by default; the rows are kept under target/peers
#
# csvlens is built by cargo, fzf, lnav and VisiData are taken from this machine or installed from its package registries; a program
# that is not to be had is left out, and it says so.
set -euo pipefail
cd "$(dirname "$0")/.."
events=${1:-1000000}
place=$PWD/target/peers
rows=$place/$events
mkdir -p "$place"
export PATH="$place/bin:$place/venv/bin:$PATH"

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null; }

cargo build --release --locked --quiet
cargo build --release --locked --quiet --bench bare
dateline=$PWD/target/release/dateline
bare=$(find target/release/deps -name 'bare-*' -type f -perm -u+x -printf '%T@ %p\n' | sort -n | tail -n 1 | cut -d' ' -f2)
[ -s "$rows/titles.txt" ] || { say "writing $events rows"; python3 benches/rows.py "$events" "$rows"; }
have csvlens || cargo install --quiet --locked --root "$place" csvlens || say "csvlens: not to be had"
for program in fzf lnav; do
    have $program || { have apt-get && apt-get install -y -q $program >"$place/apt.log" 2>&1; } || say "$program: not to be had"
done
[ -x "$place/venv/bin/python" ] || python3 -m venv "$place/venv"
"$place/venv/bin/pip" install -q --disable-pip-version-check pyte
have vd || "$place/venv/bin/pip" install -q --disable-pip-version-check visidata || say "VisiData: not to be had"

# Everything is read once before, so that no program waits for the disk.
cat "$rows"/* >/dev/null

run() { "$place/venv/bin/python" benches/first_screen.py "$@"; }
row() { # NAME READS JSON
    python3 - "$1" "$2" "$3" <<'PY'
import json, sys
name, reads, it = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
ms = lambda value: "–" if value is None else f"{value / 1000:.2f} s" if value >= 1000 else f"{value} ms"
keys = ", ".join(ms(key) for key in it["keys"]) or "–"
print(f"| {name} | {reads} | {ms(it['first'])} | {ms(it['last'])} | {keys} | {it['memory'] // 1024} MB |", flush=True)
PY
}

last=$((events - 1))
size() { echo "$(($(stat -c %s "$rows/$1") / 1000000)) MB"; }
printf '%s events · %s · %s cores · %s\n\n' "$events" "$(uname -m)" "$(nproc)" "$(date -u +%F)"
printf '| program | reads | first rows | all of it | keys | peak memory |\n| --- | --- | --- | --- | --- | --- |\n'
row "dateline" "TOML, $(size events.toml)" \
    "$(run 'Row [0-9]+ of' "$events events" '' p 'parties' c 'of [0-9]+ shown' '\x1b' "$events events" / 'words in titles' 1 'for .1' -- "$dateline" "$rows/events.toml")"
have csvlens && row "csvlens" "CSV, $(size events.csv)" "$(run '\be0\b' "\be$last\b" G -- csvlens "$rows/events.csv")"
have fzf && row "fzf" "titles, $(size titles.txt)" \
    "$(run 'Row [0-9]+ of' "$events/$events" '' 1 '[0-9]{6}/[0-9]+' -- sh -c "exec fzf <'$rows/titles.txt'")"
have lnav && row "lnav" "log, $(size events.log)" "$(run 'Row [0-9]+ of' "Row [0-9]+ of" G -- lnav -q "$rows/events.log")"
have vd && row "VisiData" "CSV, $(size events.csv)" "$(run '\be0\b' "$events rows" '' -- vd "$rows/events.csv")"

printf '\n| ratio | budget | measured |\n| --- | --- | --- |\n'
millis() { local began; began=$(date +%s%N); "$@" >/dev/null 2>&1; echo $((($(date +%s%N) - began) / 1000000)); }
# Of five runs the fastest: what else the machine does only ever makes one slower.
fastest() { for _ in 1 2 3 4 5; do "$@"; done | sort -n | head -n 1; }
parse=$(fastest "$bare" toml "$rows/events.toml" | cut -d' ' -f1)
load=$(fastest millis "$dateline" list --limit 1 "$rows/events.toml")
copied=$(for _ in 1 2 3 4 5; do "$bare" csv "$rows/events.csv"; done | sort -n | head -n 1)
export_ms=$(fastest millis "$dateline" export -F csv "$rows/events.toml")
bytes=$("$dateline" export -F csv "$rows/events.toml" 2>/dev/null | wc -c)
python3 - "$parse" "$load" "$copied" "$export_ms" "$bytes" <<'PY'
import sys
parse, load, (copy_ms, copy_rate), export, size = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].split(), int(sys.argv[4]), int(sys.argv[5])
rate = size / 1e6 / max(export - load, 1) * 1000
print(f"| all loaded and indexed, against reading and parsing the same text and nothing else | ≤ 2 | {load / parse:.2f} ({load} ms, {parse} ms) |")
print(f"| writing all as CSV, against a bare copy of a table | ≥ 0.5 | {rate / float(copy_rate):.2f} ({rate:.0f} MB/s, {copy_rate} MB/s) |")
PY
