#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the texts of the documents in data/templates against the kinds of document in the C source.

Usage: check-templates.py [SOURCE-ROOT]. Every kind has its text in French, every text has its kind and its
line in the resources, braces and conditions close, and every field is one that the kind fills or asks. Prints
'file:line: what is wrong' for each fault; exits 1 if there is one.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

LANGUAGES = ["fr", "nl", "de", "en"]
DIRECTIVES = {"signatures": 0, "page-break": 0, "space": 1, "annex": 1}
FENCES = {"table", "box", "right", "center"}
TEXT, FLAG, LIST = "TEXT", "FLAG", "LIST"

TOKEN = re.compile(r"\\.|\{([^{}\n]*)\}|[{}]")
NAME = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*\Z")
STRUCT = re.compile(r"(static )?const (\w+) (\w+)(?:\[\])? = \{(.*?)\};", re.DOTALL)
CHIP = re.compile(r'\{\s*"([\w.-]+)",\s*ENT_CHIP_(\w+),')
QUESTION = re.compile(r'\{\s*"([\w.-]+)",\s*ENT_QUESTION_(\w+),(.*?)\}', re.DOTALL)
CHOICE = re.compile(r'\{\s*\w+,\s*"([\w-]+)",')


class Kinds:
    """What the C source says: the kinds of document, each with the fields that a text may name."""

    def __init__(self, root):
        # A sample that is not offered to anybody is a kind too, and has its text beside it in the source.
        files = [p for p in sorted((root / "src").rglob("*.[ch]")) if not p.stem.endswith("-sample")]
        texts = [p.read_text(encoding="utf-8") for p in files]
        texts = [t for t in texts if re.search(r"ENT_CHIP_|ENT_QUESTION_|EntDocumentKind|yes_no_enum", t)]
        self.shared = read_macros("\n".join(texts))
        self.public = {}
        per_file = [self.read_file(text) for text in texts]
        self.common = read_chips(self.public.get("ent_common_chips", ""))
        self.fields = {}
        for values, kinds in per_file:
            for body in kinds:
                self.add_kind({**self.public, **values}, body)

    def read_file(self, text):
        """The bodies of the constants, by name, and those of the kinds of document."""
        macros = {**self.shared, **read_macros(text)}
        values, kinds = {}, []
        for static, kind, name, body in STRUCT.findall(text):
            for macro, replacement in macros.items():
                body = re.sub(rf"\b{macro}\b", lambda _m, new=replacement: new, body)
            choices = re.search(r"\b(\w+_choices)\b", body) if kind == "EntEnum" else None
            values[name] = values.get(choices[1], "") if choices else body
            if kind == "EntDocumentKind":
                kinds.append(body)
            elif not static:
                self.public[name] = values[name]
        return values, kinds

    def add_kind(self, values, body):
        kind = member(body, "id", r'"([\w-]+)"')
        if kind is None:
            return
        fields = dict(self.common)
        fields.update(read_chips(values.get(member(body, "chips", r"(\w+)"), "")))
        asked = values.get(member(body, "questions", r"(\w+)") or "", "")
        for path, form, rest in QUESTION.findall(asked):
            fields.update(read_question(values, path, form, rest))
        self.fields[kind] = fields


def member(body, name, pattern):
    found = re.search(rf"\.{name} = {pattern}", body)
    return found[1] if found else None


def read_macros(text):
    found = re.findall(r"^#define (\w+_CHIPS?)\b((?:[^\n]*\\\n)*[^\n]*)", text, re.MULTILINE)
    return {name: body.replace("\\\n", "\n") for name, body in found}


def read_chips(body):
    return {path: kind for path, kind in CHIP.findall(body)}


def read_question(values, path, form, rest):
    if form == "LINES":
        return {path: LIST, path + ".text": TEXT}
    if form != "CHOICE":
        return {path: TEXT}
    enum = re.search(r"&(\w+)", rest)
    nicks = CHOICE.findall(values.get(enum[1], "")) if enum else []
    return {path: TEXT, **{f"{path}.{nick}": FLAG for nick in nicks}}


class Template:
    """One text, read token by token; faults are (line, sentence)."""

    def __init__(self, text, fields):
        self.fields = fields
        self.faults = []
        self.open = []
        self.line = 1
        self.read(text)

    def fault(self, message, line=None):
        self.faults.append((line or self.line, message))

    def read(self, text):
        for token in TOKEN.finditer(text):
            self.line = text.count("\n", 0, token.start()) + 1
            if token[0] in "{}":
                self.fault(f"a brace that stands alone: {token[0]}")
            elif token[1] is not None:
                self.chip(token[1].strip())
        for word, _path, line in self.open:
            self.fault(f"{{{word}}} without {{end}}", line)
        self.blocks(text)

    def blocks(self, text):
        inside = 0
        headings = 0
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith("```"):
                word = line[3:].strip()
                if not inside and word not in FENCES:
                    self.fault(f"a block of an unknown kind: {word or 'none'}", number)
                inside = 0 if inside else number
            headings += line.startswith("# ") and not inside
        if inside:
            self.fault("a block that does not end", inside)
        if headings != 1 or not text.startswith("# "):
            self.fault(f"{headings} titles; one, on the first line, is right", 1)

    def chip(self, inside):
        word, _blank, rest = inside.partition(" ")
        if word == "if":
            self.open.append(("if", None, self.line))
            self.condition(rest)
        elif word == "for":
            self.open.append(("for", self.full_name(rest), self.line))
            self.expect(rest, {LIST})
        elif word == "else":
            self.otherwise(rest)
        elif word == "end":
            if not self.open:
                self.fault("{end} that ends nothing")
            else:
                self.open.pop()
        elif word in DIRECTIVES:
            if bool(rest) != bool(DIRECTIVES[word]):
                self.fault(f"{{{inside}}}: the directive is not complete, or says too much")
        else:
            self.expect(inside.removesuffix("?"), {TEXT})

    def otherwise(self, rest):
        if not self.open or self.open[-1][0] != "if":
            self.fault("{else} without {if}")
        if rest.startswith("if "):
            self.condition(rest[3:])
        elif rest:
            self.fault(f"{{else {rest}}} is not understood")

    def condition(self, name):
        self.expect(name.removeprefix("not "), {TEXT, FLAG, LIST})

    def full_name(self, name):
        """The name among all, looked up in the items of the lists around first."""
        for _word, path, _line in reversed(self.open):
            if path and f"{path}.{name}" in self.fields:
                return f"{path}.{name}"
        return name

    def expect(self, name, kinds):
        full = self.full_name(name)
        if not NAME.match(name):
            self.fault(f"{{{name}}} is not the name of a field")
        elif full not in self.fields:
            self.fault(f"{{{name}}}: no such field in this document")
        elif self.fields[full] not in kinds:
            self.fault(f"{{{name}}} is a {self.fields[full].lower()}, which cannot stand here")
        elif self.list_of(full) not in [None, *(path for _word, path, _line in self.open)]:
            self.fault(f"{{{name}}} belongs to the items of a list and stands outside of it")

    def list_of(self, full):
        parent = full.rpartition(".")[0]
        return parent if self.fields.get(parent) == LIST else None


def check_resources(folder, names):
    path = folder / "templates.gresource.xml"
    tree = ElementTree.parse(path)
    prefixes = [g.get("prefix") for g in tree.iter("gresource")]
    listed = [f.text for f in tree.iter("file")]
    if prefixes != ["/org/entraide/Entraide/templates"]:
        yield path.name, 1, f"the prefix is {prefixes}"
    for name in sorted(set(names) - set(listed)):
        yield path.name, 1, f"{name} is not listed"
    for name in sorted(set(listed) - set(names)):
        yield path.name, 1, f"{name} is listed and does not exist"
    if len(set(listed)) != len(listed):
        yield path.name, 1, "a file is listed twice"


def check_texts(folder, kinds, names):
    for kind in sorted(kinds.fields):
        if f"fr/{kind}.md" not in names:
            yield f"fr/{kind}.md", 1, "a kind of document has no text in French"
    for name in names:
        language, _slash, file = name.partition("/")
        fields = kinds.fields.get(file.removesuffix(".md"))
        if language not in LANGUAGES:
            yield name, 1, "documents are not written in this language"
        if fields is None:
            yield name, 1, "no kind of document has this name"
            continue
        for line, message in Template((folder / name).read_text(encoding="utf-8"), fields).faults:
            yield name, line, message


def check(root):
    """All faults, each as the line that is printed."""
    folder = Path(root) / "data/templates"
    kinds = Kinds(Path(root))
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.md") if p.parent != folder)
    found = list(check_resources(folder, names))
    if not kinds.common or not kinds.fields:
        found.append(("", 1, "the C source names no field or no kind of document"))
    found += check_texts(folder, kinds, names)
    return [f"data/templates/{name}:{line}: {message}" for name, line, message in found], kinds, names


if __name__ == "__main__":
    faults, known, texts = check(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent)
    print("\n".join(faults) if faults else f"{len(texts)} texts of {len(known.fields)} kinds are right.")
    sys.exit(1 if faults else 0)
