/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for several lines of text, as high as what is written. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_FIELD_LONG_ROW (ent_field_long_row_get_type ())
G_DECLARE_FINAL_TYPE (EntFieldLongRow, ent_field_long_row, ENT, FIELD_LONG_ROW, AdwPreferencesRow)

GtkWidget *ent_field_long_row_new (void);
GtkTextBuffer *ent_field_long_row_get_buffer (EntFieldLongRow *self);
GtkWidget *ent_field_long_row_get_view (EntFieldLongRow *self);
/* Transfer full. */
char *ent_field_long_row_get_text (EntFieldLongRow *self);
/* At the end of the title's line. */
void ent_field_long_row_add_suffix (EntFieldLongRow *self, GtkWidget *widget);

G_END_DECLS
