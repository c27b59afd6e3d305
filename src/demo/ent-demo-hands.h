/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has time for a visit in the invented commune, day after day: nobody is in two homes at once,
 * on the way meanwhile, or at work outside the own hours. Thread of the connection. */

#pragma once

#include "ent-carer-rules.h"
#include "ent-db.h"
#include "ent-geo.h"

G_BEGIN_DECLS

typedef struct _EntDemoHands EntDemoHands;

/* Of all carers (element-type EntCarer); NULL with @error. */
EntDemoHands *ent_demo_hands_new (EntDb *db, GPtrArray *carers, GError **error);
void ent_demo_hands_free (EntDemoHands *self);

/* What is looked for: minutes of the day. */
typedef struct
{
  int kind; /* of carer */
  guint usual; /* whom to ask first; any number */
  gint32 day;
  int earliest, latest; /* of the whole visit; @latest before @earliest: of the next day */
  int minutes;
  EntPoint home;
} EntDemoErrand;

typedef struct
{
  guint carer; /* position among the carers */
  gint64 carer_id;
  int start; /* minutes of the day */
  gboolean stands_in; /* who usually comes is away */
} EntDemoTaken;

/* Takes the time of the first who has it. Days must not go back. FALSE: nobody has. */
gboolean ent_demo_hands_take (EntDemoHands *self, const EntDemoErrand *errand, EntDemoTaken *taken);

typedef struct
{
  int minutes;
  int metres;
} EntDemoWay;

/* How a carer gets from one home to another, by the means that are the carer's. */
EntDemoWay ent_demo_hands_way (const EntDemoHands *self, guint carer, EntPoint from, EntPoint to);

G_END_DECLS
