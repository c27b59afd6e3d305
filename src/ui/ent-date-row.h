/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for a day: typed freely, picked from a calendar, stepped with the arrow keys. Main thread.
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_DATE_ROW (ent_date_row_get_type ())
G_DECLARE_FINAL_TYPE (EntDateRow, ent_date_row, ENT, DATE_ROW, AdwEntryRow)

/* Property "day" (int): days since 1970, ENT_DAY_NONE while empty or not understood. Signal
 * "edited" (EntDateRow *): once for each change of the text; "changed" comes twice when a date is
 * set. */
GtkWidget *ent_date_row_new (void);
gint32 ent_date_row_get_day (EntDateRow *self);
void ent_date_row_set_day (EntDateRow *self, gint32 day);
/* Whether the text is empty or a date. */
gboolean ent_date_row_is_valid (EntDateRow *self);
/* Writes the date in its usual form; done by itself when the focus leaves. */
void ent_date_row_normalize (EntDateRow *self);

G_END_DECLS
