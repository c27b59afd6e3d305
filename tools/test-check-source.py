#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows each rule of check-source.py fire on a small tree, and stay silent on a good one."""

import importlib.util
import tempfile
import unittest
from pathlib import Path

spec = importlib.util.spec_from_file_location("check_source", Path(__file__).with_name("check-source.py"))
check_source = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_source)

HEAD = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n/* What it is for. */\n"
GOOD = {
    "src/modules/meson.build": "# SPDX-License-Identifier: GPL-3.0-or-later\nmodule_names = ['staff', 'person']\n",
    "src/base/ent-date.h": HEAD + "#pragma once\n#include <glib.h>\n",
    "src/store/ent-db.h": HEAD + '#include "ent-date.h"\n',
    "src/store/ent-db.c": HEAD + '#include "ent-db.h"\n#include <sqlite3.h>\nconst char *q = "SELECT 1";\n',
    "src/ui/ent-form.h": HEAD + "#include <adwaita.h>\n",
    "src/modules/staff/ent-agent.h": HEAD + '#include "ent-db.h"\n',
    "src/modules/person/ent-person.h": HEAD + '#include "ent-agent.h"\n',
    "src/modules/person/ent-person-query.c": HEAD + 'const char *q = "SELECT id FROM person";\n',
    "src/modules/person/ui/ent-person-page.h": HEAD + '#include "ent-form.h"\n#include "ent-person.h"\n',
    "src/app/main.c": HEAD + 'const char *title = _("Select a register");\n',
    "po/POTFILES.in": "src/app/main.c\n",
}


def breaches(changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **changes}.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_source.check(folder)


class CheckSource(unittest.TestCase):
    def fires(self, rule, name, text, line=None):
        """The one change makes exactly this rule speak, about this file."""
        found = breaches({name: text})
        self.assertTrue(found, f"{rule} stayed silent")
        for breach in found:
            where, number, spoken = breach.split(":")[:3]
            self.assertEqual((where, spoken.strip()), (name, rule), breach)
            if line is not None:
                self.assertEqual(int(number), line, breach)

    def silent(self, name, text):
        self.assertEqual(breaches({name: text}), [])

    def test_good_tree(self):
        self.assertEqual(breaches({}), [])

    def test_layers(self):
        for name, include in [
            ("src/base/a.c", '"ent-db.h"'),
            ("src/store/a.c", '"ent-person.h"'),
            ("src/store/a.c", '"ent-form.h"'),
            ("src/ui/a.c", '"ent-person.h"'),
            ("src/ctl/a.c", '"ent-form.h"'),
            ("src/modules/person/a.c", '"ent-form.h"'),
            ("src/modules/person/a.c", '"ent-person-page.h"'),
            ("src/modules/staff/a.c", '"ent-person.h"'),
            ("src/modules/staff/ui/a.c", '"ent-person-page.h"'),
            ("src/base/a.c", '"../store/ent-db.h"'),
        ]:
            self.fires("layers", name, HEAD + f"#include {include}\n", 3)

    def test_system_headers(self):
        for name, include in [
            ("src/store/a.c", "<gtk/gtk.h>"),
            ("src/modules/person/a.c", "<adwaita.h>"),
            ("src/ctl/a.c", "<gdk/gdk.h>"),
            ("src/app/a.c", "<sqlite3.h>"),
            ("src/modules/person/a.c", "<sqlcipher/sqlite3.h>"),
            ("src/ui/a.c", "<libpq-fe.h>"),
            ("src/ui/a.c", "<poppler.h>"),
            ("src/base/a.c", "<cairo.h>"),
        ]:
            self.fires("layers", name, HEAD + f"#include {include}\n", 3)

    def test_unknown_folder(self):
        self.fires("layers", "src/misc/a.c", HEAD)

    def test_include_in_a_comment(self):
        self.silent("src/base/a.c", HEAD + '/*\n#include "ent-db.h"\n*/\n')

    def test_header_names(self):
        self.fires("header-names", "src/base/ent-db.h", HEAD)

    def test_cycles(self):
        self.fires("cycles", "src/base/ent-date.h", HEAD + '#include "ent-date.h"\n')
        found = breaches({"src/store/ent-a.h": HEAD + '#include "ent-b.h"\n',
                          "src/store/ent-b.h": HEAD + '#include "ent-a.h"\n'})
        self.assertEqual(len(found), 1)
        self.assertIn("ent-a.h -> ent-b.h -> ent-a.h", found[0])

    def test_sql(self):
        for name in ["src/ui/a.c", "src/app/a.c", "src/modules/person/ui/a.c", "src/modules/person/ent-person.c"]:
            for text in ["SELECT id FROM person", "INSERT INTO a", "UPDATE a SET b", "DELETE FROM a", "PRAGMA x"]:
                self.fires("sql", name, HEAD + f'const char *q = "{text}";\n', 3)
        self.silent("src/ui/a.c", HEAD + '/* not "SELECT id" */\nconst char *q = "Select a day";\n')

    def test_sizes(self):
        self.fires("sizes", "src/base/a.c", HEAD + "int x;\n" * 599)
        self.silent("src/base/a.c", HEAD + "int x;\n" * 598)
        self.fires("sizes", "src/base/a.h", HEAD + "int x;\n" * 149)
        self.fires("sizes", "tests/a.c", HEAD + "x" * 101 + "\n", 3)
        self.silent("tests/a.c", HEAD + "é" * 100 + "\n")

    def test_functions(self):
        self.fires("functions", "src/base/a.c", HEAD + "int\nf (void)\n{\n" + "  x ();\n" * 59 + "}\n", 5)
        self.silent("src/base/a.c", HEAD + "int\nf (void)\n{\n" + "  x ();\n" * 58 + "}\n")
        self.silent("src/base/a.c", HEAD + "enum\n{\n" + "  A,\n" * 80 + "};\n")

    def test_heads(self):
        self.fires("heads", "src/base/a.c", "/* What it is for. */\n", 1)
        self.fires("heads", "src/base/a.c", HEAD.splitlines()[0] + "\nint x;\n", 2)
        self.silent("src/base/a.c", HEAD.replace("\n", "\n\n"))
        self.fires("heads", "tools/a.py", "#!/usr/bin/env python3\n")
        self.silent("tools/a.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: GPL-3.0-or-later\n")
        self.fires("heads", "data/ui/a.blp", "using Gtk 4.0;\n")

    def test_potfiles(self):
        for text in ['_("Text")', '_ ("Text")', 'N_("Text")', 'C_("which", "Text")', 'ngettext ("a", "b", n)']:
            self.fires("potfiles", "src/app/a.c", HEAD + f"x ({text});\n")
        self.silent("src/app/a.c", HEAD + '#define N_(Text) (Text)\nx_("Text"); /* _("Text") */\n')
        self.fires("potfiles", "data/ui/a.blp", '// SPDX-License-Identifier: GPL-3.0-or-later\nlabel: _("Text");\n')
        self.fires("potfiles", "data/x.desktop.in", "[Desktop Entry]\nName=Entraide\n")
        self.fires("potfiles", "data/x.metainfo.xml.in", "<component><name>Entraide</name></component>\n")
        self.fires("potfiles", "data/x.gschema.xml", '<schemalist gettext-domain="entraide"/>\n')
        self.fires("potfiles", "po/POTFILES.in", "src/app/gone.c\nsrc/app/main.c\n", 1)
        found = breaches({"src/app/a.c": HEAD + 'x (_("Text"));\n', "po/POTFILES.in": "src/app/main.c\nsrc/app/a.c\n"})
        self.assertEqual(len(found), 1)
        self.assertIn("not in order", found[0])

    def test_left_open(self):
        for word in ["TO" "DO", "FIX" "ME", "X" "XX", "HA" "CK"]:
            self.fires("left-open", "src/base/a.c", HEAD + f"/* {word}: later */\n", 3)
            self.fires("left-open", "build-aux/a.sh", f"# SPDX-License-Identifier: GPL-3.0-or-later\n# {word}\n")

    def test_deprecated(self):
        for text in ["GtkDialog *d;", "gtk_tree_view_new ();", "GTK_COMBO_BOX (x);", "AdwLeaflet *l;",
                     "adw_message_dialog_new ();", "gtk_show_uri (x);", "GtkStyleContext *c;"]:
            self.fires("deprecated", "src/ui/a.c", HEAD + text + "\n", 3)
        blueprint = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        for text in ["TreeView {}", "ComboBoxText box {}", "Adw.Flap {}", "Gtk.InfoBar {}"]:
            self.fires("deprecated", "data/ui/a.blp", blueprint + text + "\n", 2)
        self.silent("data/ui/a.blp", blueprint + "Adw.Dialog {}\n$EntStatusbar {}\n")
        self.silent("data/ui/help-overlay.blp", blueprint + "ShortcutsWindow help {}\n")
        self.silent("src/ui/a.c", HEAD + "gtk_tree_list_model_new (); GtkColorDialogButton *b; adw_dialog_close (d);\n")


if __name__ == "__main__":
    unittest.main()
