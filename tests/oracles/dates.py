"""Compares the bounds of dates with another program's.

    dates.py DATELINE python|javascript

Where the two are known to read the standard differently, the difference stands in DIFFERENT with its reason, and a difference
that has gone is a fault too.
"""
import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
dateline, other = sys.argv[1:]

DATES = """
1985 1985-04 1985-04-12 2004-02-29 0000 -0043 -0043-03-15 9999-12-31
1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
1984? 2004-06~ 2004-06-11% 2004-06?
201X 20XX 2004-XX 1985-04-XX 1985-XX-XX 156X 15XX
2001-21 2001-22 2001-23 2001-24
1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985 1985-04-12/ /1985-04-12
1984~/2004-06 1984/2004-06~ 1984?/2004%
2001-33 2001-34 2001-35 2001-36 2001-37 2001-38 2001-39 2001-40 2001-41
156X-12-25 15XX-12-25 1984-1X XXXX-12-XX
[1667,1668,1670..1672] [..1760-12-03] [1760-12..] {1960,1961-12} {1667,1668,1670..1672}
2004-06-XX/2004-07-03 2004?-06-11 1950S2
2011-06/2019-05-30 2013~ 2018? 2004/..
""".split()

# Every difference that is known, with its reason. "python" is python-edtf 5.0.2, "javascript" is edtf.js 4.11.1.
DIFFERENT = {
    "python": {
        "2001-24": "ends its winter in December; ours ends in February (the season's convention is stated in the code)",
        "1984-1X": "fails with an error",
        "1985-04-12/": "takes an unknown end to be ten years on",
        "/1985-04-12": "takes an unknown start to be ten years before",
        "1950S2": "gives the estimate 1950 alone, not the years that the two digits leave open",
    },
    "javascript": {
        "2001-21": "counts seasons as quarters from January", "2001-22": "the same", "2001-23": "the same", "2001-24": "the same",
        "2001-37": "ends the first four months in May", "2001-38": "ends the second four months in September",
        "1950S2": "gives the estimate 1950 alone",
        "[1667,1668,1670..1672]": "ends before the last range", "{1667,1668,1670..1672}": "the same",
    },
}[other]


def ours():
    events = [f'[[event]]\nid = "e{n}"\ntitle = "x"\nwhen = "{date}"\n' for n, date in enumerate(DATES)]
    done = subprocess.run([dateline, "export", "-", "-F", "json"], input="".join(events), capture_output=True, text=True, check=True)
    found = {it["when"]["edtf"]: it["when"] for it in json.loads(done.stdout)["events"]}
    assert len(found) == len(DATES), set(DATES) - set(found)
    return {date: (day(found[date]["earliest_ms"]), day(found[date]["latest_ms"])) for date in DATES}


def day(millis):
    """The day of a time, which RFC 3339 cannot write before the year 0, nor Python's own dates before 1."""
    if millis is None:
        return None
    # Four hundred years have 146,097 days, whichever they are.
    eras, days = divmod(millis // 86_400_000, 146_097)
    there = datetime.date(2000, 1, 1) + datetime.timedelta(days - (datetime.date(2000, 1, 1) - datetime.date(1970, 1, 1)).days)
    year = there.year + 400 * eras
    return f"{'-' if year < 0 else ''}{abs(year):04}-{there.month:02}-{there.day:02}"


def python(date):
    from edtf import parse_edtf

    def day(it):
        if isinstance(it, (int, float)):
            return None
        sign = "-" if it.tm_year < 0 else ""
        return f"{sign}{abs(it.tm_year):04}-{it.tm_mon:02}-{it.tm_mday:02}"

    try:
        read = parse_edtf(date)
        return day(read.lower_strict()), day(read.upper_strict())
    except Exception as fault:
        return f"{type(fault).__name__}", ""


def javascript():
    script = """
    const edtf = require('edtf').default;
    const day = (it) => Number.isFinite(it) ? new Date(it).toISOString().replace(/T.*/, '').replace(/^-00/, '-') : null;
    for (const date of JSON.parse(process.argv[1])) {
        try {
            const read = edtf(date);
            let [min, max] = [read.min, read.max];
            console.log(JSON.stringify([day(min), day(max)]));
        } catch (fault) { console.log(JSON.stringify([fault.name, ''])); }
    }"""
    done = subprocess.run(
        ["node", "-e", script, json.dumps(DATES)], cwd=ROOT / "target/oracles", capture_output=True, text=True, check=True
    )
    return {date: tuple(json.loads(line)) for date, line in zip(DATES, done.stdout.splitlines(), strict=True)}


mine = ours()
theirs = javascript() if other == "javascript" else {date: python(date) for date in DATES}
faults = 0
for date in DATES:
    differ = mine[date] != theirs[date]
    if differ and date not in DIFFERENT:
        print(f"FAULT {date}: ours {mine[date]}, theirs {theirs[date]}")
        faults += 1
    if not differ and date in DIFFERENT:
        print(f"FAULT {date}: no longer different; its reason can go")
        faults += 1
print(f"{len(DATES)} dates, {len(DIFFERENT)} known differences, {faults} faults")
sys.exit(bool(faults))
