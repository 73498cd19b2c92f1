"""Reads every export with a reader that is not ours, and compares them with one another and with the store.

    exports.py DATELINE
"""
import csv
import io
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
dateline = sys.argv[1]
faults = []


def run(*arguments, stdin=None):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([dateline, *arguments], capture_output=True, text=True, input=stdin, cwd=folder)
    if done.returncode not in (0, 1):
        faults.append(f"{' '.join(arguments)}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def same(what, ours, theirs):
    if ours != theirs:
        faults.append(f"{what}: {ours!r} is not {theirs!r}")


def bears(citation):
    return "supports" if isinstance(citation, str) else citation.get("bears", "supports")


def told(claim, ids, originals):
    """A claim as a store has it that may lack the act it was made in: then the act's source and date are told."""
    if "in" not in claim or claim["in"] in ids:
        return claim
    act = originals[claim["in"]]
    cited = [it for it in act["sources"] if bears(it) == "is"] + [it for it in act["sources"] if bears(it) == "supports"]
    source = cited[0] if isinstance(cited[0], str) else cited[0]["id"]
    return {**{key: it for key, it in claim.items() if key != "in"}, "source": source, "when": act["when"]}


store = tomllib.loads((ROOT / "events.toml").read_text())
jsonschema.validate(json.loads(json.dumps(store, default=str)), json.loads((ROOT / "assets/schema/store.schema.json").read_text()))

schema = json.loads((ROOT / "assets/schema/export.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)

QUERIES = ["", "@netflix in:2011..2016", "status:alleged,disputed", "surely:2013..2015", "has:amount", "#inbox-api", "before:2012 | after:2024"]
for query in QUERIES:
    exported = {name: run("export", "-F", name, "-q", query) for name in ["toml", "json", "jsonl", "csv", "markdown"]}
    smaller = tomllib.loads(exported["toml"])
    whole = json.loads(exported["json"])
    jsonschema.validate(whole, schema)
    lines = [json.loads(it) for it in exported["jsonl"].splitlines()]
    rows = list(csv.DictReader(io.StringIO(exported["csv"])))
    ids = [it["id"] for it in smaller["event"]]
    same(f"json of {query!r}", [it["id"] for it in whole["events"]], ids)
    same(f"jsonl of {query!r}", [it["id"] for it in lines if it["type"] == "event"], ids)
    same(f"csv of {query!r}", [it["id"] for it in rows], ids)
    originals = {it["id"]: it for it in store["event"]}
    for event in smaller["event"]:
        original = originals[event["id"]]
        for field in ["when", "title", "summary", "category", "amounts"]:
            same(f"{event['id']}.{field}", event.get(field), original.get(field))
        claims = [told(it, ids, originals) for it in original.get("claims", [])]
        same(f"{event['id']}.claims", event.get("claims", []), claims)
    used = {it if isinstance(it, str) else it["id"] for event in smaller["event"] for it in event.get("sources", [])}
    there = {it["id"] for it in smaller.get("source", [])}
    if not used <= there:
        faults.append(f"toml of {query!r} cites sources that it does not have: {used - there}")
    listed = run("list", "-q", query)
    same(f"list of the toml of {query!r}", run("list", "-", stdin=exported["toml"]), listed)

for fault in faults:
    print("FAULT", fault)
print(f"{len(QUERIES)} queries, {len(faults)} faults")
sys.exit(bool(faults))
