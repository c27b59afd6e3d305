/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a form needs to know about an act that failed: whose fault it was, and what the user chose
 * where two people disagreed. For EntFormDialog; main thread. */

#pragma once

#include "ent-change.h"

G_BEGIN_DECLS

typedef struct _EntFormChoice EntFormChoice;

void ent_form_choice_free (EntFormChoice *self);

/* Notes the choice in @choices, and moves original and draft along when the conflict is theirs. */
void ent_form_check_choose (GPtrArray *choices,
                            const EntConflict *conflict,
                            gboolean keep_yours,
                            gpointer original,
                            gpointer draft);
/* Lets an act made again know what the user chose before. */
void ent_form_check_apply_choices (GPtrArray *choices, EntChangeSet *set);
/* FALSE when writing it would change nothing. */
gboolean ent_form_check_has_effect (EntChangeSet *set);
/* The first record of the act that does not pass its own validation, or NULL. */
const EntChange *ent_form_check_find_culprit (EntChangeSet *set);
/* Whether the change is about the record of the form. */
gboolean ent_form_check_is_about (const EntChange *change, gpointer original, gpointer draft);

G_END_DECLS
