/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a validation found: (field, sentence) pairs, errors and warnings. Any thread, one at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _EntIssues EntIssues;

EntIssues *ent_issues_new (void);
void ent_issues_free (EntIssues *self);

/* Adds what must be put right before saving. Field is the name of a column, or NULL for the record
 * as a whole; the sentence is translated by the caller. */
void ent_issues_add (EntIssues *self, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Adds what the user may leave as it is. */
void ent_issues_warn (EntIssues *self, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Number of errors; of errors and warnings together, in the order of adding. */
guint ent_issues_n_errors (EntIssues *self);
guint ent_issues_n (EntIssues *self);

/* The parts of the i-th issue, owned by the list; the field may be NULL. */
const char *ent_issues_field (EntIssues *self, guint i);
const char *ent_issues_message (EntIssues *self, guint i);
gboolean ent_issues_is_warning (EntIssues *self, guint i);

/* The sentence to show at a field: its first error, else its first warning, else NULL. NULL asks
 * for the record as a whole. */
const char *ent_issues_for (EntIssues *self, const char *field);

/* All sentences, one a line, owned by the caller; "" when there are none. */
char *ent_issues_to_text (EntIssues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntIssues, ent_issues_free)

G_END_DECLS
