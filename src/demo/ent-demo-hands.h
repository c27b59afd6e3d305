/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has time for a visit of the past weeks of the invented commune: nobody is in two homes at
 * once, or at work outside the own hours. Thread of the connection. */

#pragma once

#include "ent-carer-rules.h"
#include "ent-db.h"

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
} EntDemoErrand;

/* Takes the time of the first who has it. Returns the carer, and the start; 0: nobody has. */
gint64 ent_demo_hands_take (EntDemoHands *self, const EntDemoErrand *errand, int *start);

G_END_DECLS
