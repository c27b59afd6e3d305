#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects the lines 'BENCH <tab> name <tab> value <tab> unit <tab> goal' from a meson benchmark log.

Prints a table, or with --json one object: name -> {value, unit, goal}. A goal is text like '<= 33' and
may be empty. The exit code tells whether every program ran, not whether the goals were met: the figures
depend on the machine.
"""

import json
import operator
import sys

COMPARE = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def number(text):
    value = float(text)
    return int(value) if value.is_integer() else value


def collect(entries):
    figures = {}
    for entry in entries:
        for line in (entry.get("stdout") or "").splitlines():
            fields = line.removeprefix("# ").split("\t")
            if fields[0] != "BENCH":
                continue
            name, value, unit, goal = (fields[1:] + [""] * 4)[:4]
            figures[name] = {"value": number(value), "unit": unit, "goal": goal.strip()}
    return figures


def verdict(figure):
    if not figure["goal"]:
        return ""
    sign, limit = figure["goal"].split()
    return "reached" if COMPARE[sign](figure["value"], float(limit)) else "missed"


def print_table(figures):
    rows = [("what", "value", "unit", "goal", "")]
    rows += [(name, str(f["value"]), f["unit"], f["goal"], verdict(f)) for name, f in figures.items()]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    for name, value, unit, goal, reached in rows:
        print(f"{name:<{widths[0]}}  {value:>{widths[1]}} {unit:<{widths[2]}}  {goal:<{widths[3]}}  {reached}".rstrip())


def main(arguments):
    as_json = "--json" in arguments
    path = [argument for argument in arguments if argument != "--json"][-1]
    try:
        with open(path, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
    except OSError as error:
        print(f"No benchmark log: {error}", file=sys.stderr)
        return 1

    figures = collect(entries)
    if as_json:
        print(json.dumps(figures, indent=2, ensure_ascii=False))
    else:
        print_table(figures)

    broken = [entry["name"] for entry in entries if entry["result"] not in ("OK", "SKIP")]
    for name in broken:
        print(f"Failed: {name}", file=sys.stderr)
    return 1 if broken or not figures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
