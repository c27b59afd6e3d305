/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which clocks run for a request, from what is noted on it. Pure functions, any thread. */

#pragma once

#include "ent-deadline.h"
#include "ent-request-event.h"
#include "ent-request-step.h"
#include "ent-request.h"

G_BEGIN_DECLS

/* What the clocks look at. */
typedef struct
{
  gint32 starts[ENT_START_LAST + 1];
  gint32 met[ENT_DEADLINE_LAST + 1]; /* when what a deadline is about was done */
  gboolean is_incompetent;
  gboolean has_project;
  guint regimes; /* bits 1 << EntRegime */
  int step;
  int result;
  int ending;
  GArray *standstills; /* EntStandstill */
} EntRequestFacts;

EntRequestFacts *ent_request_facts_new (gint32 received_on);
void ent_request_facts_free (EntRequestFacts *self);
void ent_request_facts_add_step (EntRequestFacts *self, int step, gint32 day);
void ent_request_facts_add_event (EntRequestFacts *self, int happening, gint32 day, gint32 to_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRequestFacts, ent_request_facts_free)

typedef struct
{
  EntDeadlineKind kind;
  EntDeadline *deadline;
  gint32 met_on; /* ENT_DAY_NONE: not yet */
  gboolean is_ours; /* the centre must act; else the term of somebody else */
} EntRequestClock;

void ent_request_clock_free (EntRequestClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRequestClock, ent_request_clock_free)

/* The clock of a kind, by the stricter rule when objects of both regimes are asked for; NULL when
 * it does not run. @rules: (element-type EntDeadlineRule). */
EntRequestClock *ent_request_clock_of (const EntRequestFacts *facts,
                                       GPtrArray *rules,
                                       EntDeadlineKind kind);
/* All that run or were met: (element-type EntRequestClock), those to be met first. */
GPtrArray *ent_request_clocks (const EntRequestFacts *facts, GPtrArray *rules);
/* What the centre must do first; NULL when nothing. */
EntRequestClock *ent_request_clock_next (const EntRequestFacts *facts, GPtrArray *rules);

/* The end of the term of appeal: the later of the readings; ENT_DAY_NONE while it does not run. */
gint32 ent_request_appeal_end (GPtrArray *clocks);

typedef enum
{
  ENT_DUE_LATE,
  ENT_DUE_TODAY,
  ENT_DUE_WEEK, /* until Sunday */
  ENT_DUE_LATER,
  ENT_DUE_STILL /* the clock stands still, or none runs */
} EntDueGroup;

#define ENT_DUE_N (ENT_DUE_STILL + 1)

EntDueGroup ent_due_group (gint32 due, gint32 today);
const char *ent_due_group_label (EntDueGroup group);
/* An icon that tells the urgency without its colour. */
const char *ent_due_icon (gint32 due, gint32 today);
/* A class of the style sheet, NULL when there is no hurry. */
const char *ent_due_style (gint32 due, gint32 today);

G_END_DECLS
