#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check data/places and the raw material of the invented commune in data/demo.

Usage: check-places.py [SOURCE-ROOT]. Prints every fault; exits 1 if there is one.
"""

import collections
import csv
import datetime
import re
import sys
import unicodedata
from pathlib import Path

ROOT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
PLACES = ROOT / "data" / "places"
DEMO = ROOT / "data" / "demo"

MUNICIPALITIES = ["ins", "name_fr", "name_nl", "name_de", "province", "region",
                  "valid_from", "valid_to", "successor"]
LOCALITIES = ["postcode", "name_fr", "name_nl", "name_de", "ins"]
COUNTRIES = ["code", "name_fr", "name_nl", "name_de", "name_en", "nationality_fr", "eu"]
NAMES = ["name_fr", "name_nl", "name_de"]

# First two digits of an INS code: region and province, written down a second time on purpose.
AREAS = {
    "B": {"": ["21"]},
    "V": {"VAN": ["11", "12", "13"], "VBR": ["23", "24"],
          "VWV": ["31", "32", "33", "34", "35", "36", "37", "38"],
          "VOV": ["41", "42", "43", "44", "45", "46"], "VLI": ["71", "72", "73"]},
    "W": {"WBR": ["25"], "WHT": ["51", "52", "53", "54", "55", "56", "57", "58"],
          "WLG": ["61", "62", "63", "64"], "WLX": ["81", "82", "83", "84", "85"],
          "WNA": ["91", "92", "93"]},
}
GERMAN = {"63001", "63012", "63013", "63023", "63040", "63048", "63061", "63067", "63087"}
# How many municipalities existed on a day, by region.
COUNTS = {
    "2018-12-31": {"B": 19, "V": 308, "W": 262},
    "2024-01-01": {"B": 19, "V": 300, "W": 262},
    "2024-12-15": {"B": 19, "V": 300, "W": 261},
    "2025-01-01": {"B": 19, "V": 285, "W": 261},
}
VECTORS = [
    ("4000", "Liège", "62063"), ("4870", "Trooz", "62122"), ("1340", "Ottignies", "25121"),
    ("1348", "Louvain-la-Neuve", "25121"), ("6000", "Charleroi", "52011"),
    ("1000", "Bruxelles", "21004"), ("1000", "Brussel", "21004"), ("4700", "Eupen", "63023"),
    ("2000", "Antwerpen", "11002"), ("2000", "Anvers", "11002"), ("2150", "Borsbeek", "11002"),
    ("5000", "Namur", "92094"), ("5100", "Jambes", "92094"), ("7000", "Mons", "53053"),
    ("7700", "Mouscron", "57096"), ("7100", "La Louvière", "58001"),
    ("6600", "Bastogne", "82039"), ("6687", "Bertogne", "82039"), ("9000", "Gent", "44021"),
    ("9090", "Melle", "44088"), ("3500", "Hasselt", "71072"), ("3720", "Kortessem", "71072"),
    ("8755", "Ruiselede", "37021"), ("8760", "Meulebeke", "37022"),
    ("2070", "Zwijndrecht", "46030"), ("9180", "Moerbeke-Waas", "46029"),
    ("4780", "Sankt Vith", "63067"), ("4960", "Malmedy", "63049"),
    ("9992", "Middelburg", "43010"), ("3798", "Fouron-le-Comte", "73109"),
]

faults = []


def expect(condition, text):
    """Note a fault unless the condition holds."""
    if not condition:
        faults.append(text)


def fold(name):
    """A name without accents, case and punctuation."""
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(c for c in plain if c.isalnum())


def read(path, header):
    """The rows of a file, after its form was checked."""
    text = path.read_bytes().decode("utf-8")
    expect("\r" not in text and text.endswith("\n"), f"{path.name}: line ends")
    expect(text == unicodedata.normalize("NFC", text), f"{path.name}: not in NFC")
    lines = list(csv.reader(text.splitlines()))
    expect(lines[0] == header, f"{path.name}: header {lines[0]}")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        expect(len(line) == len(header), f"{path.name}:{number}: {len(line)} columns")
        expect(all(c == c.strip() for c in line), f"{path.name}:{number}: stray space")
        rows.append(dict(zip(header, line)))
    return rows


def in_force(row, day):
    return (row["valid_from"] or "0") <= day <= (row["valid_to"] or "9")


def check_municipalities():
    rows = read(PLACES / "municipalities.csv", MUNICIPALITIES)
    by_ins = {row["ins"]: row for row in rows}
    expect(len(by_ins) == len(rows), "municipalities: an INS code is there twice")
    expect([r["ins"] for r in rows] == sorted(by_ins), "municipalities: not sorted")
    for row in rows:
        ins = row["ins"]
        provinces = AREAS.get(row["region"], {})
        expect(re.fullmatch(r"\d{5}", ins), f"{ins}: not five digits")
        expect(ins[:2] in provinces.get(row["province"], []), f"{ins}: province or region")
        needed = {"B": ["name_fr", "name_nl"], "V": ["name_nl"], "W": ["name_fr"]}
        for column in needed[row["region"]] + (["name_de"] if ins in GERMAN else []):
            expect(row[column], f"{ins}: {column} is missing")
        check_validity(row, by_ins)
    for day, wanted in COUNTS.items():
        found = collections.Counter(r["region"] for r in rows if in_force(r, day))
        expect(found == wanted, f"municipalities on {day}: {dict(found)}, not {wanted}")
    return by_ins


def check_validity(row, by_ins):
    ins = row["ins"]
    for column in ("valid_from", "valid_to"):
        if row[column]:
            datetime.date.fromisoformat(row[column])
    expect(bool(row["valid_to"]) == bool(row["successor"]), f"{ins}: end without successor")
    if row["successor"]:
        heir = by_ins.get(row["successor"])
        expect(heir is not None and not heir["valid_to"], f"{ins}: successor is not in force")
        if heir and heir["valid_from"]:
            end = datetime.date.fromisoformat(row["valid_to"])
            start = datetime.date.fromisoformat(heir["valid_from"])
            expect((start - end).days == 1, f"{ins}: gap before {row['successor']}")


def check_localities(by_ins):
    rows = read(PLACES / "localities.csv", LOCALITIES)
    seen = set()
    used = collections.Counter()
    for row in rows:
        label = f"{row['postcode']} {row['name_fr'] or row['name_nl']}"
        expect(re.fullmatch(r"\d{4}", row["postcode"]), f"{label}: postcode")
        expect("1000" <= row["postcode"] <= "9992", f"{label}: postcode out of range")
        commune = by_ins.get(row["ins"])
        expect(commune is not None, f"{label}: unknown INS {row['ins']}")
        if commune:
            expect(not commune["valid_to"], f"{label}: INS {row['ins']} is no longer in force")
            used[row["ins"]] += 1
            main = {"B": "name_fr", "V": "name_nl", "W": "name_fr"}[commune["region"]]
            expect(row[main] or row["name_de"], f"{label}: no name")
        key = (row["postcode"], row["ins"], tuple(row[c] for c in NAMES))
        expect(key not in seen, f"{label}: twice")
        seen.add(key)
    expect([r["postcode"] for r in rows] == sorted(r["postcode"] for r in rows),
           "localities: not sorted")
    for ins, commune in by_ins.items():
        if not commune["valid_to"]:
            expect(used[ins], f"{ins}: no postcode")
    codes = {row["postcode"] for row in rows}
    expect(1140 <= len(codes) <= 1160, f"localities: {len(codes)} postcodes")
    expect(2700 <= len(rows) <= 2900, f"localities: {len(rows)} rows")
    known = {(r["postcode"], r[c], r["ins"]) for r in rows for c in NAMES}
    for vector in VECTORS:
        expect(vector in known, f"localities: {' '.join(vector)} not found")
    return rows


def check_countries():
    rows = read(PLACES / "countries.csv", COUNTRIES)
    by_code = {row["code"]: row for row in rows}
    expect(len(by_code) == len(rows), "countries: a code is there twice")
    expect([r["code"] for r in rows] == sorted(by_code), "countries: not sorted")
    expect(len(rows) == 250, f"countries: {len(rows)} rows")
    for row in rows:
        expect(re.fullmatch(r"[A-Z]{2}", row["code"]), f"countries: {row['code']}")
        expect(all(row[c] for c in NAMES + ["name_en"]), f"countries: {row['code']} has no name")
        expect(row["eu"] in ("yes", "no"), f"countries: {row['code']}: eu")
        if row["eu"] == "yes":
            expect(row["nationality_fr"], f"countries: {row['code']}: nationality")
    expect(sum(r["eu"] == "yes" for r in rows) == 27, "countries: not 27 members of the Union")
    for code, word in [("BE", "belge"), ("FR", "française"), ("UA", "ukrainienne")]:
        expect(by_code[code]["nationality_fr"] == word, f"countries: {code}: {word}")


def check_demo(localities, by_ins):
    commune = {r["key"]: r["value"] for r in read(DEMO / "commune.csv", ["key", "value"])}
    villages = read(DEMO / "villages.csv", ["name", "share"])
    streets = read(DEMO / "streets.csv", ["village", "name"])
    real = {fold(r[c]) for r in localities for c in NAMES if r[c]}
    real |= {fold(r[c]) for r in by_ins.values() for c in NAMES if r[c]}
    for name in [commune["name"]] + [v["name"] for v in villages]:
        expect(fold(name) not in real, f"demo: {name} exists")
    expect(commune["postcode"] not in {r["postcode"] for r in localities},
           "demo: the postcode exists")
    expect(commune["ins"] not in by_ins, "demo: the INS code exists")
    expect(commune["email_domain"].endswith(".example"), "demo: e-mail domain is not reserved")
    expect(sum(int(v["share"]) for v in villages) == 100, "demo: shares do not make 100")
    found = collections.Counter(s["village"] for s in streets)
    expect(set(found) == {v["name"] for v in villages}, "demo: streets of another village")
    expect(all(n == 150 for n in found.values()), f"demo: streets by village {dict(found)}")
    expect(len({s["name"] for s in streets}) == len(streets), "demo: a street is there twice")
    check_demo_names()


def check_demo_names():
    last = read(DEMO / "last-names.csv", ["name", "origin", "weight"])
    first = read(DEMO / "first-names.csv",
                 ["name", "sex", "origin", "from_year", "to_year", "weight"])
    expect(len(last) >= 400, f"demo: {len(last)} last names")
    expect(len({(r["name"], r["origin"]) for r in last}) == len(last), "demo: last name twice")
    expect(all(int(r["weight"]) > 0 for r in last + first), "demo: a weight is not positive")
    years = collections.defaultdict(set)
    for row in first:
        expect(row["sex"] in ("M", "F"), f"demo: sex of {row['name']}")
        span = (int(row["from_year"]), int(row["to_year"]))
        expect(1920 <= span[0] <= span[1] <= 2025, f"demo: years of {row['name']}")
        years[row["origin"], row["sex"]].add(span)
    for origin in {r["origin"] for r in last}:
        for sex in ("M", "F"):
            spans = sorted(years[origin, sex])
            expect(spans and spans[-1][1] == 2025, f"demo: no first names {origin} {sex}")
            for one, two in zip(spans, spans[1:]):
                expect(two[0] == one[1] + 1, f"demo: gap in first names {origin} {sex}")
    expect({o for o, _ in years} == {r["origin"] for r in last}, "demo: origins differ")


def main():
    by_ins = check_municipalities()
    localities = check_localities(by_ins)
    check_countries()
    check_demo(localities, by_ins)
    for fault in faults:
        print(fault)
    print(f"{len(by_ins)} municipalities, {len(localities)} localities, "
          f"{len({r['postcode'] for r in localities})} postcodes, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
