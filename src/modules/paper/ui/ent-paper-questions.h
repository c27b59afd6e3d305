/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document asks, each question as a row. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-document-kind.h"

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_QUESTIONS (ent_paper_questions_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperQuestions,
                      ent_paper_questions,
                      ENT,
                      PAPER_QUESTIONS,
                      AdwPreferencesGroup)

/* Signal "answered" (const char *path, const char *text): the user changed an answer; @text is NULL
 * when there is none, or none that can be understood. */
GtkWidget *ent_paper_questions_new (const EntDocumentKind *kind);
/* Writes answers into the rows (path → text); what is not among them empties its row. */
void ent_paper_questions_show (EntPaperQuestions *self, GHashTable *answers);
/* Whether there is anything to ask. */
gboolean ent_paper_questions_has_any (EntPaperQuestions *self);
/* The label of the first row in which something stands that cannot be understood, or NULL. */
const char *ent_paper_questions_find_unclear (EntPaperQuestions *self);
/* Takes the focus to the question with this label; FALSE when there is none. */
gboolean ent_paper_questions_focus (EntPaperQuestions *self, const char *label);

G_END_DECLS
