/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a day as a list model: each is made when it is first looked at, and stays while the
 * day moves on around it. Main thread. */

#pragma once

#include <gio/gio.h>

#include "ent-day-picture.h"

G_BEGIN_DECLS

#define ENT_TYPE_DAY_ROW (ent_day_row_get_type ())
G_DECLARE_FINAL_TYPE (EntDayRow, ent_day_row, ENT, DAY_ROW, GObject)

/* Signal "changed": something of it is to be said otherwise. */
EntDayRowKind ent_day_row_get_kind (EntDayRow *self);
/* The visit; of a heading the first one below it; NULL of the now-line. */
const EntDayVisit *ent_day_row_get_visit (EntDayRow *self);
const EntDayEntry *ent_day_row_get_entry (EntDayRow *self);
const EntDayView *ent_day_row_get_view (EntDayRow *self);

#define ENT_TYPE_DAY_MODEL (ent_day_model_get_type ())
G_DECLARE_FINAL_TYPE (EntDayModel, ent_day_model, ENT, DAY_MODEL, GObject)

EntDayModel *ent_day_model_new (void);
/* @picture may be NULL: nothing to show. */
void ent_day_model_show (EntDayModel *self, EntDayPicture *picture, const EntDayView *view);
/* Position of a visit, or of the now-line with 0; G_MAXUINT when it is not shown. */
guint ent_day_model_find (EntDayModel *self, gint64 visit_id);

G_END_DECLS
