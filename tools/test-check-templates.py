#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows check-templates.py speak of each fault on a small tree, and stay silent on a good one."""

import importlib.util
import tempfile
import unittest
from pathlib import Path

spec = importlib.util.spec_from_file_location("check_templates", Path(__file__).with_name("check-templates.py"))
check_templates = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_templates)

COMMON = """const EntChip ent_common_chips[] = {
  { "person.name", ENT_CHIP_TEXT, N_("Name"), "Anne DUPONT" },
  { "person.woman", ENT_CHIP_FLAG, N_("Is a woman"), NULL },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};
static const EntChoice yes_no_choices[] = {
  { ANSWER_YES, "yes", N_("Yes") },
};
const EntEnum ent_yes_no_enum = { "yes-no", yes_no_choices, G_N_ELEMENTS (yes_no_choices) };
#define HOME_CHIPS \\
  { "home.members", ENT_CHIP_LIST, N_("Members"), NULL }, \\
  { "home.members.name", ENT_CHIP_TEXT, N_("Name"), NULL }
"""
KIND = """static const EntChip home_chips[] = {
  HOME_CHIPS,
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};
static const EntQuestion home_questions[] = {
  { "answer.pets", ENT_QUESTION_CHOICE, N_("Pets"), TRUE, &ent_yes_no_enum, NULL },
  { "answer.things", ENT_QUESTION_LINES, N_("Things"), TRUE, NULL, NULL },
  { NULL, ENT_QUESTION_TEXT, NULL, FALSE, NULL, NULL },
};
const EntDocumentKind ent_home = {
  .id = "home",
  .chips = home_chips,
  .questions = home_questions,
};
"""
TEXT = """# Home of {person.name}

{if person.woman}Madam{else if answer.pets.yes}with pets{else}no{end} \\{ {person.name?}

{for home.members}
- {name} of {person.name}
{end}

``` box
{for answer.things}
- {text}
{end}
```

{space 5}
{signatures}
"""
RESOURCES = """<gresources><gresource prefix="/org/entraide/Entraide/templates">
<file>fr/home.md</file>%s</gresource></gresources>
"""
GOOD = {
    "src/documents/common.c": COMMON,
    "src/modules/home.c": KIND,
    "data/templates/fr/home.md": TEXT,
    "data/templates/templates.gresource.xml": RESOURCES % "",
    "data/templates/README.md": "How {this} works.\n",
}


def faults(changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**GOOD, **changes}.items():
            if text is None:
                continue
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_templates.check(folder)[0]


class CheckTemplates(unittest.TestCase):
    def test_good_tree(self):
        self.assertEqual(faults({}), [])

    def says(self, added, sentence, line=17):
        """The one line added at the end makes the check say this, at that line."""
        found = faults({"data/templates/fr/home.md": TEXT + added + "\n"})
        self.assertEqual(len(found), 1, found)
        self.assertIn(sentence, found[0])
        self.assertTrue(found[0].startswith(f"data/templates/fr/home.md:{line}: "), found[0])

    def test_names(self):
        self.says("{person.nmae}", "no such field")
        self.says("{for home.cats}{end}", "no such field")
        self.says("{if not answer.pets.no}{end}", "no such field")
        self.says("{Person name}", "not the name of a field")

    def test_kinds(self):
        self.says("{person.woman}", "is a flag")
        self.says("{home.members}", "is a list")
        self.says("{for person.name}{end}", "is a text")

    def test_items_outside(self):
        self.says("{home.members.name}", "outside")
        self.says("{name}", "no such field")

    def test_braces_and_conditions(self):
        self.says("{person.name", "stands alone")
        self.says("person.name}", "stands alone")
        self.says("{if person.woman}", "without {end}")
        self.says("{end}", "ends nothing")
        self.says("{else}", "{else} without {if}")
        self.says("{for home.members}{else}{end}", "{else} without {if}")
        self.says("{if person.woman}{else person.name}{end}", "not understood")

    def test_directives(self):
        self.says("{annex}", "not complete")
        self.says("{page-break 2}", "too much")

    def test_blocks(self):
        self.says("``` frame\n```", "unknown kind")
        self.says("``` box", "does not end")
        self.says("# Another title", "2 titles", 1)

    def test_files(self):
        missing = faults({"data/templates/fr/home.md": None})
        self.assertIn("no text in French", "\n".join(missing))
        self.assertIn("is listed and does not exist", "\n".join(missing))
        self.assertIn("is not listed", faults({"data/templates/nl/home.md": TEXT})[0])
        listed = {"data/templates/templates.gresource.xml": RESOURCES % "<file>fr/house.md</file>"}
        self.assertIn("no kind of document", "\n".join(faults({**listed, "data/templates/fr/house.md": TEXT})))
        twice = faults({"data/templates/templates.gresource.xml": RESOURCES % "<file>fr/home.md</file>"})
        self.assertIn("listed twice", twice[0])

    def test_a_source_without_kinds(self):
        found = faults({"src/documents/common.c": "", "src/modules/home.c": ""})
        self.assertIn("no kind of document", "\n".join(found))


if __name__ == "__main__":
    unittest.main()
