/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to call after an absence was covered, and what to say: one call a person, with all changes
 * that concern her. Values; any thread. */

#pragma once

#include "ent-care-activity.h"
#include "ent-db.h"
#include "ent-visit-notice.h"

G_BEGIN_DECLS

/* One change. */
typedef struct
{
  gint64 notice_id;
  EntNoticeKind kind;
  EntNoticeRecipient recipient;
  gint32 day;
  int old_time, new_time; /* ENT_INT_NONE: none */
  char *old_carer, *new_carer; /* NULL: nobody */
  char *person; /* whose visit it is */
  gint64 told_at; /* 0: still to tell */
  EntNoticeOutcome outcome; /* 0: not tried yet */
  EntNoticeHow how;
} EntCoverMessage;

typedef struct
{
  gboolean is_carer;
  gint64 id; /* of the person, or of the carer */
  char *name;
  char **phones; /* as read, with their remarks; may be empty */
  EntCarePriority priority; /* of the most pressing visit */
  gboolean is_stranded; /* nobody comes yet to a vital visit */
  GPtrArray *messages; /* EntCoverMessage, by day and time */
} EntCoverCall;

void ent_cover_call_free (EntCoverCall *self);

/* Whether there is nothing more to tell. */
gboolean ent_cover_call_is_done (const EntCoverCall *self);
/* "Tuesday 24/11: Luce Leroy 09:00 → Marc Maes 09:15". Transfer full. */
char *ent_cover_message_describe (const EntCoverMessage *self);
/* "Agreed, by phone, 24/11/2026 09:41", "Not reached"; NULL: not tried yet. Transfer full. */
char *ent_cover_call_describe_answer (const EntCoverCall *self);

/* Beneficiaries first, the most pressing before the others; then carers. (element-type
 * EntCoverCall), transfer full. Thread of the connection. */
GPtrArray *ent_cover_query_calls (EntDb *db, gint64 cover_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCoverCall, ent_cover_call_free)

G_END_DECLS
