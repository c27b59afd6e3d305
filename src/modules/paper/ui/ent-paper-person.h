/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a document is about, when it is not begun from a person's page. Main thread. */

#pragma once

#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_PERSON (ent_paper_person_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperPerson, ent_paper_person, ENT, PAPER_PERSON, AdwDialog)

/* Asks for a person, then which document. */
void ent_paper_person_present (EntShell *shell, EntStore *store);

G_END_DECLS
