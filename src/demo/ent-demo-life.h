/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One invented inhabitant: drawn first, written with what belongs to nobody else. Thread of the
 * connection. */

#pragma once

#include "ent-demo-part.h"

G_BEGIN_DECLS

#define ENT_DEMO_YEAR 365.2425

typedef struct
{
  gint64 id; /* 0 until written */
  EntDemoOrigin origin;
  gboolean male;
  gint32 birth;
  gint32 death;
  const char *last_name; /* owned by the words */
  const char *first_name;
  const char *second_name; /* may be NULL */
  EntDemoFile file; /* opened is ENT_DAY_NONE when there is none */
} EntDemoLife;

/* Somebody born on about that day; @last_name NULL: drawn as well. */
EntDemoLife ent_demo_life_new (EntDemo *demo,
                               EntDemoOrigin origin,
                               const char *last_name,
                               gint32 birth);
EntDemoOrigin ent_demo_life_draw_origin (EntDemo *demo);
int ent_demo_life_age (EntDemo *demo, const EntDemoLife *life);
/* Days of so many years. */
gint32 ent_demo_years (double years);
/* Decides whether the centre opens a file on somebody who lives here from @since; before writing.
 */
void ent_demo_life_plan_file (EntDemo *demo, EntDemoLife *life, gint32 since, double percent);
void ent_demo_life_write (EntDemo *demo, EntDemoLife *life);

G_END_DECLS
