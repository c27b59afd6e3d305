/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text to be read, or what changed from one text to another. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_DIFF_VIEW (ent_diff_view_get_type ())
G_DECLARE_FINAL_TYPE (EntDiffView, ent_diff_view, ENT, DIFF_VIEW, GtkTextView)

GtkWidget *ent_diff_view_new (void);
void ent_diff_view_show (EntDiffView *self, const char *text);
/* Lines that went are struck through, those that came are marked, each with a sign as well. */
void ent_diff_view_compare (EntDiffView *self, const char *before, const char *after);

G_END_DECLS
