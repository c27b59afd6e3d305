#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test points in meson's JSON test logs and prints 'N passed, N failed[, N skipped]'.

A TAP program counts for each of its points; one that crashed, timed out or failed with no failed point
of its own counts as one more failure. Any other program counts as one test. A log that is missing is a
failure too. The exit code is 1 if anything failed or nothing passed.

Beside LOG.json there may be LOG-again.json, of programs that were run once more: those count instead, and
what passed only then is told. With --failed LOG SUITE…, the names of the programs of these suites that
failed are printed instead.
"""

import json
import re
import sys
from pathlib import Path

POINT = re.compile(r"^(not ok|ok)\b(.*)$")
SKIPPED = re.compile(r"#\s*(skip|to" r"do)\b", re.IGNORECASE)  # the two directives of TAP
GOOD = {"OK", "EXPECTEDFAIL"}


def count_points(output):
    """(passed, failed, skipped) of a TAP text; its indented subtests are part of their own point."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        if SKIPPED.search(match[2]):
            skipped += 1
        elif match[1] == "ok":
            passed += 1
        else:
            failed += 1
    return passed, failed, skipped


def count_program(entry):
    result = entry["result"]
    passed, failed, skipped = count_points(entry.get("stdout") or "")
    if passed + failed + skipped == 0:
        return int(result in GOOD), int(result not in GOOD | {"SKIP"}), int(result == "SKIP")
    if result not in GOOD | {"SKIP"} and failed == 0:
        failed = 1
    return passed, failed, skipped


def read_log(path):
    with open(path, encoding="utf-8") as log:
        return {entry["name"]: entry for entry in map(json.loads, filter(str.strip, log))}


def read_both(path):
    entries = read_log(path)
    again = Path(path).with_name(Path(path).stem + "-again.json")
    if not again.exists():
        return entries
    for name, entry in read_log(again).items():
        if not count_program(entry)[1]:
            print(f"Passed only when run again: {name} ({entries[name]['result'].lower()} at first)", file=sys.stderr)
        entries[name] = entry
    return entries


def print_failed(path, suites):
    for name, entry in read_log(path).items():
        suite, _, program = name.rpartition(" / ")
        if count_program(entry)[1] and suite.rpartition(":")[2] in suites:
            print(program)


def main(paths):
    if paths and paths[0] == "--failed":
        print_failed(paths[1], paths[2:])
        return 0
    totals = [0, 0, 0]
    for path in paths:
        try:
            entries = read_both(path).values()
        except (OSError, ValueError) as error:
            print(f"No test log: {error}", file=sys.stderr)
            totals[1] += 1
            continue
        for entry in entries:
            counts = count_program(entry)
            totals = [total + count for total, count in zip(totals, counts)]
            if counts[1]:
                print(f"Failed: {entry['name']} ({entry['result'].lower()})", file=sys.stderr)

    passed, failed, skipped = totals
    sys.stderr.flush()
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
