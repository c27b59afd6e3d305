/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about absences and who is to be told. Thread of the connection. */

#pragma once

#include "ent-absence-cover.h"
#include "ent-cover-plan.h"
#include "ent-db.h"
#include "ent-roads.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_cover_sql_carer[];
extern const char ent_cover_sql_told[];
extern const char ent_cover_sql_notice_person[];
extern const char ent_cover_sql_notice_old[];
extern const char ent_cover_sql_notice_new[];

/* Whole weeks around an absence, at most so many days; later visits wait. */
#define ENT_COVER_MOST_DAYS 56

/* The visits that the absence takes, with the first offers; takes some ten milliseconds. @roads may
 * be NULL. Transfer full; NULL with @error. */
EntCoverPlan *ent_cover_query_plan (EntDb *db,
                                    const EntCoverAway *away,
                                    EntRoads *roads,
                                    GCancellable *cancellable,
                                    GError **error);

/* Absences of the agent that are noted on all these days, perhaps for hours: EntAgentAbsence,
 * transfer full. */
GPtrArray *ent_cover_query_absences (EntDb *db,
                                     gint64 agent_id,
                                     gint32 from_day,
                                     gint32 to_day,
                                     GError **error);

/* What beneficiary or family are to know of the person's visits from a day on: the latest notice of
 * each visit, by day and time. EntVisitNotice, transfer full. */
GPtrArray *ent_cover_query_notices_of (EntDb *db, gint64 person_id, gint32 from, GError **error);

/* Visits that were made on a day, by time: EntVisit, transfer full. */
GPtrArray *ent_cover_query_done (EntDb *db, gint32 day, GError **error);

/* NULL with @error when it is gone. Transfer full. */
EntAbsenceCover *ent_cover_query_by_id (EntDb *db, gint64 cover_id, GError **error);

G_END_DECLS
