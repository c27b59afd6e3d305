/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of a query as a GListModel of shared records: exact length at once, rows read by pages
 * around what is looked at. Main thread. */

#pragma once

#include "ent-query.h"
#include "ent-store.h"

G_BEGIN_DECLS

#define ENT_TYPE_QUERY_MODEL (ent_query_model_get_type ())
G_DECLARE_FINAL_TYPE (EntQueryModel, ent_query_model, ENT, QUERY_MODEL, GObject)

/* Starts empty; the ids arrive shortly after. Properties: "loading" (boolean), "n-items" (uint).
 * Signals: "refreshed" after the ids were read; "failed" (GError). */
EntQueryModel *ent_query_model_new (EntStore *store, const EntQuery *query);
/* The same, not active: reads nothing before somebody looks. */
EntQueryModel *ent_query_model_new_idle (EntStore *store, const EntQuery *query);
void ent_query_model_set_query (EntQueryModel *self, const EntQuery *query);
/* Reads again, after a failure. */
void ent_query_model_refresh (EntQueryModel *self);
const EntQuery *ent_query_model_get_query (EntQueryModel *self);
/* While nobody looks, changes are only noted and read when looked at again. */
void ent_query_model_set_active (EntQueryModel *self, gboolean active);
/* For a list in sight: after a new query the first rows are there at once, and the rest follows
 * when nothing more is typed, in steps that do not hold up the main loop. The total is right at
 * once. */
void ent_query_model_set_stepwise (EntQueryModel *self, gboolean stepwise);
guint ent_query_model_get_total (EntQueryModel *self);
gboolean ent_query_model_get_loading (EntQueryModel *self);
gint64 ent_query_model_get_id (EntQueryModel *self, guint position);
/* Position of a row, or G_MAXUINT. */
guint ent_query_model_find (EntQueryModel *self, gint64 id);

G_END_DECLS
