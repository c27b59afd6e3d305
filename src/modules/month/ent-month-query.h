/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about the month that the descriptors cannot answer. Thread of the connection. Arrays
 * and tables are transfer full; NULL with @error. */

#pragma once

#include "ent-month-ledger.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_month_sql_contingent_activity[];
extern const char ent_month_sql_correction_person[];
extern const char ent_month_sql_correction_carer[];
extern const char ent_month_sql_correction_activity[];

GPtrArray *ent_month_query_rules (EntDb *db, GError **error);
GPtrArray *ent_month_query_unsocial_rates (EntDb *db, GError **error);
GPtrArray *ent_month_query_activities (EntDb *db, GError **error);
/* (element-type EntVisit) by day, time and id. */
GPtrArray *ent_month_query_visits (EntDb *db, gint32 first, gint32 last, GError **error);
GPtrArray *ent_month_query_closings (EntDb *db, EntMonth from, EntMonth to, GError **error);
GPtrArray *ent_month_query_lines (EntDb *db, gint64 closing_id, GError **error);
/* Those entered in these days; those that leave a bill out in these months. */
GPtrArray *ent_month_query_corrections (EntDb *db, gint32 first, gint32 last, GError **error);
GPtrArray *ent_month_query_set_aside (EntDb *db, EntMonth from, EntMonth to, GError **error);
/* Names by id (gint64 *): of those with visits or corrections, of all carers. */
GHashTable *ent_month_query_person_names (EntDb *db, gint32 first, gint32 last, GError **error);
GHashTable *ent_month_query_carer_names (EntDb *db, GError **error);
gboolean ent_month_query_tariff (EntDb *db,
                                 gint32 first,
                                 gint32 last,
                                 EntMonthTariff *tariff,
                                 GError **error);

gboolean ent_month_query_is_closed (EntDb *db, EntMonth month);
/* The day of a visit as it stands, ENT_DAY_NONE when there is none. */
gint32 ent_month_query_visit_day (EntDb *db, gint64 id);
/* What only the register knows of a correction: whether its months are open or closed. */
void ent_month_query_settle_correction (EntMonthCorrection *self, EntDb *db, EntIssues *issues);

G_END_DECLS
