#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that the compiler cannot see: check-source.py [ROOT].

Prints 'file:line: rule: what is wrong' for each breach and exits with 1 if there was any. A rule is a
function over a Tree, listed in RULES; test-check-source.py shows each of them fire.
"""

import functools
import re
import sys
from pathlib import Path

FILE_LINES, HEADER_LINES, FUNCTION_LINES = 600, 150, 60
COLUMNS, SCRIPT_COLUMNS = 100, 120

SERVICES = {"base", "store", "planner", "calc", "roads", "rules", "documents"}
# What each room of src/ may include. 'module' is the domain of src/modules/<m>, 'page' its ui/ folder;
# which modules they may name is told by the order of the registry.
LAYERS = {
    "base": set(),
    "store": {"base"},
    "planner": {"base"},
    "calc": {"base"},
    "roads": {"base"},
    "rules": {"base"},
    "documents": {"base", "store"},
    "signer": {"base"},
    "module": SERVICES | {"module"},
    "ui": {"base", "store", "roads", "documents"},
    "page": SERVICES | {"ui", "module"},
    "demo": SERVICES | {"module"},
    "ctl": SERVICES | {"module", "demo"},
    "app": SERVICES | {"ui", "module", "page", "demo"},
}
WINDOW = {"ui", "page", "app"}
SYSTEM_HEADERS = [
    (re.compile(r"(gtk|gdk|gsk)/|adwaita|libadwaita"), WINDOW),
    (re.compile(r"shumate"), WINDOW),
    (re.compile(r"sqlite3|sqlcipher"), {"store", "roads"}),
    (re.compile(r"libpq"), {"store"}),
    (re.compile(r"poppler"), {"documents", "signer"}),
    (re.compile(r"openssl/(cms|ts|x509|ssl)"), {"signer"}),
    (re.compile(r"cairo|pango"), WINDOW | {"documents"}),
]

SQL = re.compile(
    r"\b(SELECT |INSERT INTO |UPDATE \w+ SET |DELETE FROM |(CREATE|DROP|ALTER) (TABLE|INDEX)|ORDER BY |PRAGMA )"
)
TRANSLATED = re.compile(r"(?<!\w)(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(")
TRANSLATED_XML = re.compile(r"gettext-domain=|<(name|summary)>|^(Name|Comment)=", re.MULTILINE)
LEFT_OPEN = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
DEPRECATED = {
    "Gtk": "Dialog MessageDialog Assistant InfoBar Statusbar TreeView TreeViewColumn ListStore TreeStore "
    "IconView CellRenderer CellRendererText ComboBox ComboBoxText EntryCompletion FileChooserNative "
    "FileChooserDialog FileChooserButton FileChooserWidget ColorButton FontButton AppChooserButton "
    "AppChooserDialog StyleContext VolumeButton LockButton ShortcutsWindow",
    "Adw": "MessageDialog PreferencesWindow AboutWindow Leaflet Flap Squeezer ViewSwitcherTitle",
}
DEPRECATED_CALLS = (
    "gtk_show_uri gtk_css_provider_load_from_data gtk_widget_get_allocation gtk_widget_translate_coordinates "
    "gtk_picture_set_pixbuf gtk_image_new_from_pixbuf gtk_widget_set_font_options "
    "gtk_application_window_set_help_overlay"
)
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
TEXT_KINDS = {".c", ".h", ".py", ".sh", ".sql", ".blp", ".css", ".build"}


class Source:
    def __init__(self, root, path):
        self.path = path
        self.name = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.room, self.module = room_of(path.relative_to(root).parts)

    @functools.cached_property
    def code(self):
        """The text with comments blanked; strings and line numbers stay."""
        return re.sub(
            r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*',
            lambda m: m[0] if m[0][0] == '"' else re.sub(r"[^\n]", " ", m[0]),
            self.text,
            flags=re.DOTALL,
        )

    @functools.cached_property
    def includes(self):
        """(line, kind, header), where kind is '"' for ours and '<' for a library's."""
        found = re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)', self.code, re.MULTILINE)
        return [(self.line_at(m.start(2)), m[1], m[2]) for m in found]

    def line_at(self, offset):
        return self.text.count("\n", 0, offset) + 1


class Tree:
    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = [Source(self.root, path) for path in self.find_files()]
        self.source = [f for f in self.files if f.name.startswith("src/") and f.path.suffix in {".c", ".h"}]
        self.c = [f for f in self.files if f.name.startswith(("src/", "tests/")) and f.path.suffix in {".c", ".h"}]
        self.headers = {f.path.name: f for f in self.source if f.path.suffix == ".h"}
        self.modules = self.read_registry()

    def find_files(self):
        folders = ["src", "tests", "data", "tools", "build-aux"]
        paths = [p for folder in folders for p in sorted((self.root / folder).rglob("*"))]
        paths += [p for p in [self.root / "meson.build"] if p.exists()]
        kinds = TEXT_KINDS | {".in", ".desktop", ".xml"}
        return [p for p in paths if p.is_file() and p.suffix in kinds]

    def read_registry(self):
        registry = self.root / "src/modules/meson.build"
        text = registry.read_text(encoding="utf-8") if registry.exists() else ""
        match = re.search(r"module_names = \[(.*?)\]", text, re.DOTALL)
        return re.findall(r"'([^']+)'", match[1]) if match else []


def room_of(parts):
    """('page', 'person') for src/modules/person/ui/x.c; (None, None) outside src/."""
    if parts[0] != "src" or len(parts) < 3:
        return None, None
    if parts[1] != "modules" or len(parts) < 4:
        return parts[1], None
    return ("page" if parts[3] == "ui" and len(parts) > 4 else "module"), parts[2]


def may_include(tree, user, used):
    if used.room not in LAYERS[user.room] and used.room != user.room:
        return False
    if user.module and used.module and used.module != user.module:
        if used.room == "page" or used.module not in tree.modules or user.module not in tree.modules:
            return False
        return tree.modules.index(used.module) < tree.modules.index(user.module)
    return True


def layers(tree):
    for file in tree.source:
        if file.room not in LAYERS:
            yield file, 1, f"no layer is set for src/{file.room or ''}: see LAYERS in tools/check-source.py"
            continue
        for line, kind, header in file.includes:
            if kind == "<":
                if any(p.match(header) and file.room not in rooms for p, rooms in SYSTEM_HEADERS):
                    yield file, line, f"<{header}> does not belong in {file.room}"
            elif "/" in header:
                yield file, line, f'"{header}": headers are included by bare name'
            elif header in tree.headers and not may_include(tree, file, tree.headers[header]):
                owner = tree.headers[header].name
                yield file, line, f"{header} is in {owner}, which {file.module or file.room} may not see"


def header_names(tree):
    for file in tree.source:
        if file.path.suffix == ".h" and tree.headers[file.path.name] is not file:
            yield file, 1, f"another header has this name: {tree.headers[file.path.name].name}"


def cycles(tree):
    done, path = set(), []

    def visit(name):
        if name in path:
            circle = path[path.index(name) :] + [name]
            yield tree.headers[name], 1, "headers include each other: " + " -> ".join(circle)
        elif name in tree.headers and name not in done:
            path.append(name)
            for _line, _kind, header in tree.headers[name].includes:
                yield from visit(header)
            path.pop()
            done.add(name)

    for name in tree.headers:
        yield from visit(name)


def sql(tree):
    for file in tree.source:
        if file.room in {"store", "roads"} or (file.room == "module" and file.name.endswith("-query.c")):
            continue
        for match in re.finditer(r'"(?:\\.|[^"\\\n])*"', file.code):
            if SQL.search(match[0]):
                yield file, file.line_at(match.start()), "SQL stands in store/ and in *-query.c only"


def sizes(tree):
    for file in tree.files:
        limit = HEADER_LINES if file.path.suffix == ".h" else FILE_LINES
        if file.path.suffix in {".c", ".h", ".py", ".blp", ".css"} and len(file.lines) > limit:
            yield file, limit, f"{len(file.lines)} lines, {limit} at most: find the second responsibility"
        if file.path.suffix in {".c", ".h", ".py"} and not file.name.startswith("data/"):
            for number, line in enumerate(file.lines, 1):
                columns = SCRIPT_COLUMNS if file.path.suffix == ".py" else COLUMNS
                if len(line) > columns:
                    yield file, number, f"{len(line)} columns, {columns} at most"


def functions(tree):
    """In house style a function's braces, and no others, stand alone in the first column."""
    for file in tree.c:
        start = None
        for number, line in enumerate(file.lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start:
                if number - start + 1 > FUNCTION_LINES:
                    length = number - start + 1
                    yield file, start, f"a function of {length} lines, {FUNCTION_LINES} at most"
                start = None


def heads(tree):
    for file in tree.files:
        if file.path.suffix not in TEXT_KINDS:
            continue
        first = file.lines[1:2] if file.text.startswith("#!") else file.lines[:1]
        if not first or SPDX not in first[0]:
            yield file, 1, "the first line names the licence: " + SPDX
        elif file in tree.c and not "".join(file.lines[1:3]).startswith("/*"):
            yield file, 2, "a comment that says what the file is for follows the licence line"


def is_translated(file):
    if file.path.suffix in {".c", ".h"} and file.name.startswith("src/"):
        return TRANSLATED.search(re.sub(r"^[ \t]*#.*$", "", file.code, flags=re.MULTILINE))
    if file.path.suffix == ".blp":
        return TRANSLATED.search(file.code)
    if file.name.startswith("data/") and re.search(r"\.(desktop|metainfo\.xml|gschema\.xml)(\.in)?$", file.name):
        return TRANSLATED_XML.search(file.text)
    return False


def potfiles(tree):
    path = tree.root / "po/POTFILES.in"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    listed = [line for line in lines if line and not line.startswith("#")]
    for file in tree.files:
        if file.name not in listed and is_translated(file):
            yield file, 1, "has visible text, yet is not in po/POTFILES.in"
    for name in listed:
        if not (tree.root / name).exists():
            yield "po/POTFILES.in", lines.index(name) + 1, f"{name} does not exist"
    if listed != sorted(listed):
        wrong = next(a for a, b in zip(listed, sorted(listed)) if a != b)
        yield "po/POTFILES.in", lines.index(wrong) + 1, "not in order (LC_ALL=C sort)"


def left_open(tree):
    for file in tree.files:
        for number, line in enumerate(file.lines, 1):
            if LEFT_OPEN.search(line):
                yield file, number, "nothing is left open in the code"


@functools.cache
def deprecated_pattern(in_blueprint):
    names = []
    for prefix, types in DEPRECATED.items():
        for name in types.split():
            snake = re.sub(r"(?<!^)([A-Z])", r"_\1", f"{prefix}{name}").lower()
            names += [rf"\b{prefix}\.?{name}\b", rf"\b{snake}_\w+", rf"\b{snake.upper()}\b"]
            if in_blueprint and prefix == "Gtk":
                names.append(rf"(?<![\w.$]){name} (\w+ )?\{{")
    return re.compile("|".join(names + [rf"\b{call}\b" for call in DEPRECATED_CALLS.split()]))


def deprecated(tree):
    for file in tree.files:
        if file.path.suffix not in {".c", ".h", ".blp"} or file.path.name == "help-overlay.blp":
            continue
        for match in deprecated_pattern(file.path.suffix == ".blp").finditer(file.code):
            yield file, file.line_at(match.start()), f"{match[0]} is deprecated"


RULES = [layers, header_names, cycles, sql, sizes, functions, heads, potfiles, left_open, deprecated]


def check(root):
    """All breaches, each as the line that is printed."""
    tree = Tree(root)
    found = []
    for rule in RULES:
        for where, line, message in rule(tree):
            name = where if isinstance(where, str) else where.name
            found.append(f"{name}:{line}: {rule.__name__.replace('_', '-')}: {message}")
    return found


if __name__ == "__main__":
    breaches = check(sys.argv[1] if len(sys.argv) > 1 else ".")
    print("\n".join(breaches) if breaches else "No breach of the source rules.")
    sys.exit(1 if breaches else 0)
