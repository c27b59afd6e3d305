#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns numbered SQL files into a C table of EntMigration.

Usage: embed-sql.py VARIABLE OUTPUT FILE.sql…
"""

import os
import re
import sys


def literal(text):
    lines = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("--"):
            continue
        escaped = line.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'    "{escaped}\\n"')
    return "\n".join(lines) or '    ""'


def main():
    variable, output, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = []
    for path in sorted(files, key=os.path.basename):
        name = os.path.basename(path)[: -len(".sql")]
        match = re.fullmatch(r"(\d{4})-[a-z0-9-]+", name)
        if not match:
            sys.exit(f"{path}: a migration is called NNNN-name.sql")
        with open(path, encoding="utf-8") as file:
            rows.append((int(match.group(1)), name, literal(file.read())))
    with open(output, "w", encoding="utf-8") as file:
        file.write('#include "ent-module.h"\n\n')
        file.write(f"extern const EntMigration {variable}[];\n\n")
        file.write(f"const EntMigration {variable}[] = {{\n")
        for number, name, sql in rows:
            file.write(f'  {{ {number}, "{name}",\n{sql} }},\n')
        file.write("  { 0, NULL, NULL }\n};\n")


main()
