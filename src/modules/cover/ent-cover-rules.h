/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which visits an absence takes, and who must be told what. The day is an argument; no clock, no
 * connection. Any thread. */

#pragma once

#include "ent-issues.h"
#include "ent-visit-notice.h"

G_BEGIN_DECLS

/* So many days are noted when nobody knows how long an absence will last. */
#define ENT_COVER_OPEN_DAYS 28

/* When a carer is away. */
typedef struct
{
  gint64 carer_id;
  gint32 from_day;
  int from_time; /* minutes of the day; ENT_INT_NONE: from its beginning */
  gint32 to_day; /* ENT_DAY_NONE: until further notice */
  int to_time; /* of the last day; ENT_INT_NONE: until its end */
  int kind; /* EntAbsenceKind */
} EntCoverAway;

/* The last day that is noted, and looked at. */
gint32 ent_cover_away_last_day (const EntCoverAway *self);
/* Until what time of it; ENT_INT_NONE: until its end. */
int ent_cover_away_last_time (const EntCoverAway *self);

/* Whether the absence takes a visit. A day belongs to the visits that begin on it; where a time is
 * said, whatever goes on then is taken. @start ENT_INT_NONE: has no time yet. */
gboolean ent_cover_away_takes (const EntCoverAway *self, gint32 day, int start, int minutes);

/* The days and times of an absence that is noted, once what was said of it has changed: those of an
 * absence that was noted with it follow, one that was noted apart is only made longer. */
void ent_cover_away_follow (const EntCoverAway *self,
                            const EntCoverAway *before,
                            EntCoverAway *noted);

void ent_cover_away_check (const EntCoverAway *self, EntIssues *issues);

/* "from 23/11/2026 at 12:00 to 25/11/2026"; transfer full. */
char *ent_cover_away_describe (const EntCoverAway *self);

/* What became of a visit. */
typedef struct
{
  gint64 old_carer_id, new_carer_id; /* 0: nobody */
  int old_time, new_time; /* ENT_INT_NONE: none */
  gboolean is_cancelled;
} EntCoverTurn;

/* What the beneficiary is to be told; 0: nothing. That nobody comes yet is told too. When such a
 * visit is placed later, on the board, no notice is made: to tell who comes then is the
 * coordinator's job. */
EntNoticeKind ent_cover_turn_notice (const EntCoverTurn *self);

/* Whether it tells that nobody comes, now or ever: there is no new carer and no new time. */
gboolean ent_notice_kind_ends (EntNoticeKind kind);

/* Whether nobody need be called any more: told, or refused. */
gboolean ent_notice_outcome_is_final (EntNoticeOutcome outcome);

void ent_visit_notice_check (EntVisitNotice *self, EntIssues *issues);

G_END_DECLS
