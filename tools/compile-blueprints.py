#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles Blueprint templates in one go, then leaves a stamp.

Usage: compile-blueprints.py COMPILER STAMP OUTPUT-FOLDER SOURCE-FOLDER FILE.blp…

The stamp is what the build watches: the time of a folder says nothing about the files in it.
"""

import pathlib
import subprocess
import sys


def main():
    compiler, stamp, output, source, *files = sys.argv[1:]
    status = subprocess.run([compiler, "batch-compile", output, source, *files]).returncode
    if status == 0:
        pathlib.Path(stamp).touch()
    return status


sys.exit(main())
