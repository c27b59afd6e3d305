/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about the day of home care and its worries. Thread of the connection. */

#pragma once

#include "ent-day-picture.h"
#include "ent-db.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_day_sql_worry_person[];
extern const char ent_day_sql_worry_worker[];
extern const char ent_day_sql_worry_hands[];
extern const char ent_day_sql_worry_carer[];

/* The visits of a day, and those of the day before that go on after midnight. */
EntDayPicture *ent_day_query_picture (EntDb *db, gint32 day, GError **error);

/* The visits of some days for which a carer came to the door, in the order of time:
 * (element-type EntVisit), transfer full. */
GPtrArray *ent_day_query_reported (EntDb *db, gint32 from, gint32 to, GError **error);

/* Ids of the visits of a carer on a day that have ended by now without a report, in the order of
 * time: (element-type gint64), transfer full. */
GArray *ent_day_query_ended (EntDb *db,
                             gint64 carer_id,
                             gint32 day,
                             EntDayMoment now,
                             GError **error);

/* Hours before a visit of that day until which it is cancelled in time; ENT_INT_NONE when no rule
 * is in force. */
int ent_day_query_notice_hours (EntDb *db, gint32 day);

/* The reference worker of somebody’s care plan on a day, 0 when there is none. */
gint64 ent_day_query_worker (EntDb *db, gint64 person_id, gint32 day);

/* Worries without an outcome in the hands of an agent, who may stand in for another, the most
 * pressing first: (element-type EntWorry), transfer full. */
GPtrArray *ent_day_query_worries_of (EntDb *db, gint64 agent_id, GError **error);

/* How many worries have no outcome: those in the hands of who has this login, or of anybody when no
 * agent has it. @is_mine tells which. */
guint ent_day_query_n_worries (EntDb *db, const char *login, gboolean *is_mine);

G_END_DECLS
