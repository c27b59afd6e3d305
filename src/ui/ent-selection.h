/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of a long list may be selected, by its record's id. GtkSingleSelection asks for every
 * item of the list when the selected one goes, and would have a quarter of a million rows read.
 * Main thread. */

#pragma once

#include <gtk/gtk.h>

#include "ent-query-model.h"

G_BEGIN_DECLS

#define ENT_TYPE_SELECTION (ent_selection_get_type ())
G_DECLARE_FINAL_TYPE (EntSelection, ent_selection, ENT, SELECTION, GObject)

EntSelection *ent_selection_new (void);
void ent_selection_set_model (EntSelection *self, EntQueryModel *model);
/* 0: none. Property "selected-id" (int64) notifies, also when the user selects. */
gint64 ent_selection_get_id (EntSelection *self);
void ent_selection_set_id (EntSelection *self, gint64 id);

G_END_DECLS
