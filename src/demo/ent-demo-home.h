/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a household lives and lived, and who belongs to it from when to when. Thread of the
 * connection. */

#pragma once

#include "ent-demo-life.h"
#include "ent-person-enums.h"

G_BEGIN_DECLS

#define ENT_DEMO_STAYS 3

/* One address with its first and last day. */
typedef struct
{
  guint street; /* position in the streets of the demo */
  guint number;
  guint box; /* 0: none */
  gint32 from;
  gint32 to;
} EntDemoStay;

typedef struct
{
  gint64 id; /* of the household */
  EntDemoStay stays[ENT_DEMO_STAYS];
  guint n_stays;
  gint32 formed;
  gint32 left; /* ENT_DAY_NONE while it is in the commune */
} EntDemoHome;

/* Writes the household and settles it on that day; some move once or twice, some leave. */
EntDemoHome ent_demo_home_new (EntDemo *demo, const char *name, gint32 formed);
/* Writes the person, if need be, and the days in this home; nothing when there are none. Custody
 * ENT_INT_NONE: lives here for good. */
void ent_demo_home_move_in (EntDemo *demo,
                            EntDemoHome *home,
                            EntDemoLife *life,
                            EntMemberRole role,
                            gint32 from,
                            gint32 to);
/* Days of a child who lives half of the time here; @domicile: with its address here. */
void ent_demo_home_share_child (EntDemo *demo,
                                EntDemoHome *home,
                                EntDemoLife *child,
                                gint32 from,
                                gboolean domicile);

G_END_DECLS
