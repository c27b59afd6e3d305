/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proposals below an entry row while somebody types: the focus stays in the entry, arrows choose,
 * Enter takes. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_SUGGESTIONS (ent_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (EntSuggestions, ent_suggestions, ENT, SUGGESTIONS, GtkPopover)

/* Becomes a child of @row and lives as long. */
EntSuggestions *ent_suggestions_new (GtkWidget *row);
/* Shows these lines, NULL-terminated; none hides the proposals. */
void ent_suggestions_show (EntSuggestions *self, const char *const *lines);

/* Signal "picked" (EntSuggestions *, guint position). */

G_END_DECLS
