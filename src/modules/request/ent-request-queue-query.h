/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done first: the open requests with the clock that presses most, and the clocks of
 * one request. Thread of the connection; what is returned belongs to the caller. */

#pragma once

#include "ent-db.h"
#include "ent-request-clock.h"

G_BEGIN_DECLS

/* An open request in the queue. */
typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 worker_id;
  gint64 team_id;
  char *number;
  char *person;
  char *objects;
  char *worker; /* NULL: nobody yet */
  char *kinds; /* ",3,17,": ids of all that is asked for */
  int step; /* EntRequestStage */
  gboolean is_urgent;
  int kind; /* EntDeadlineKind of the clock that presses most; 0: none runs */
  gint32 due; /* ENT_DAY_NONE: none runs, or it stands still */
} EntQueueLine;

/* Open requests, the most pressing first: (element-type EntQueueLine). */
GPtrArray *ent_request_queue_read (EntDb *db, GError **error);
void ent_queue_line_free (EntQueueLine *self);

/* What the clocks of one request look at. */
EntRequestFacts *ent_request_facts_read (EntDb *db, EntRequest *request, GError **error);
/* Its clocks: (element-type EntRequestClock). */
GPtrArray *ent_request_clocks_read (EntDb *db, EntRequest *request, GError **error);

G_END_DECLS
