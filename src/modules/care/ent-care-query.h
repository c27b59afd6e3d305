/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about home care that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-contribution.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_care_sql_plan_person[];
extern const char ent_care_sql_plan_agent[];
extern const char ent_care_sql_plan_state[];
extern const char ent_care_sql_need_activity[];
extern const char ent_care_sql_need_tasks[];
extern const char ent_care_sql_need_task_name[];
extern const char ent_care_sql_wish_carer[];
extern const char ent_care_sql_stay_person[];
extern const char ent_care_sql_visit_person[];
extern const char ent_care_sql_visit_activity[];
extern const char ent_care_sql_visit_carer[];
extern const char ent_care_sql_scale_activity[];
extern const char ent_care_sql_contribution_person[];

/* What generation looks at: plans, needs, stays and visits from a day on, of one plan or, with 0,
 * of all. Arrays of records, transfer full; NULL with @error. */
GPtrArray *ent_care_query_plans (EntDb *db, gint64 plan_id, gint32 from, GError **error);
GPtrArray *ent_care_query_needs (EntDb *db, gint64 plan_id, gint32 from, GError **error);
GPtrArray *ent_care_query_stays (EntDb *db, gint64 plan_id, gint32 from, GError **error);
GPtrArray *ent_care_query_made (EntDb *db, gint64 plan_id, gint32 from, GError **error);
/* Last days of those with a plan who died: id of the person (gint64 *) → day (GINT_TO_POINTER). */
GHashTable *ent_care_query_deaths (EntDb *db, GError **error);

/* All stays of a person, and the visits from a day on that stays may free or bring back. */
GPtrArray *ent_care_query_stays_of (EntDb *db, gint64 person_id, GError **error);
GPtrArray *ent_care_query_visits_of (EntDb *db, gint64 person_id, gint32 from, GError **error);

GPtrArray *ent_care_query_visits_of_need (EntDb *db, gint64 need_id, GError **error);

/* All tasks of the activities, in the order of forms; those that a need has. */
GPtrArray *ent_care_query_tasks (EntDb *db, GError **error);
GPtrArray *ent_care_query_tasks_of (EntDb *db, gint64 need_id, GError **error);
gint64 ent_care_query_n_needs (EntDb *db, gint64 plan_id);

G_END_DECLS
