/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A visit that nobody makes yet, as a line of a list. Main thread. */

#pragma once

#include "ent-rounds-week.h"

G_BEGIN_DECLS

#define ENT_TYPE_ROUNDS_ITEM (ent_rounds_item_get_type ())
G_DECLARE_FINAL_TYPE (EntRoundsItem, ent_rounds_item, ENT, ROUNDS_ITEM, GObject)

EntRoundsItem *ent_rounds_item_new (EntRoundsWeek *week, int visit);
gint64 ent_rounds_item_get_id (EntRoundsItem *self);
const EntRoundsVisit *ent_rounds_item_get_visit (EntRoundsItem *self);
/* Whose visit. Borrowed. */
const char *ent_rounds_item_get_name (EntRoundsItem *self);
/* When and what for. Borrowed. */
const char *ent_rounds_item_get_detail (EntRoundsItem *self);
/* The address has no place on the map: it comes first, for no way to it is known. */
gboolean ent_rounds_item_has_no_place (EntRoundsItem *self);
/* By whether they have a place, priority, day, window. */
int ent_rounds_item_compare (gconstpointer a, gconstpointer b, gpointer unused);

G_END_DECLS
