/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of home care made by hand: places lie on a line, ten minutes by car from one to the
 * next. Included once by a test program. */

#pragma once

#include "ent-carer-enums.h"
#include "ent-column.h"
#include "ent-date.h"
#include "ent-rounds-judge.h"

G_BEGIN_DECLS

#define AT(d, h, m) ((d) * 1440 + (h) * 60 + (m))
#define SECONDS_APART 600
#define METRES_APART 5000
#define NOBODY ENT_ROUNDS_NONE

static inline EntRoundsWeek *
picture_new (const char *first_day, int n_days, int n_places)
{
  EntRoundsWeek *week = ent_rounds_week_new (ent_day_parse_iso (first_day), n_days);

  for (int day = 0; day < n_days; day++)
    *ent_rounds_week_hours (week, day) = (EntRoundsHours) { 11 * 60, 30, 6 * 60 };
  for (int i = 0; i < n_places; i++)
    {
      EntPoint point = { 50.4 + i * 0.01, 4.5 };

      g_array_append_val (week->places, point);
    }
  for (int mode = 0; mode < ENT_ROAD_N_MODES; mode++)
    {
      week->seconds[mode] = g_new (int, n_places *n_places + 1);
      week->metres[mode] = g_new (int, n_places *n_places + 1);
      for (int i = 0; i < n_places * n_places; i++)
        {
          week->seconds[mode][i] = ABS (i / n_places - i % n_places) * SECONDS_APART;
          week->metres[mode][i] = ABS (i / n_places - i % n_places) * METRES_APART;
        }
    }
  return week;
}

static inline EntRoundsCarer *
carer_at (EntRoundsWeek *week, int carer)
{
  return &g_array_index (week->carers, EntRoundsCarer, carer);
}

static inline EntRoundsVisit *
visit_at (EntRoundsWeek *week, int visit)
{
  return &g_array_index (week->visits, EntRoundsVisit, visit);
}

static inline EntRoundsClient *
client_at (EntRoundsWeek *week, int client)
{
  return &g_array_index (week->clients, EntRoundsClient, client);
}

static inline int
put_carer (EntRoundsWeek *week, const char *name)
{
  EntRoundsCarer carer = { .id = 100 + week->carers->len,
                           .name = g_strdup (name),
                           .kind = ENT_CARER_FAMILY_AIDE,
                           .colour = 1,
                           .mode = ENT_ROAD_CAR,
                           .weekly_minutes = ENT_INT_NONE,
                           .daily_minutes = ENT_INT_NONE,
                           .start_place = ENT_ROUNDS_NONE,
                           .end_place = ENT_ROUNDS_NONE,
                           .busy_before = ENT_INT_NONE,
                           .busy_after = ENT_INT_NONE };

  g_array_append_val (week->carers, carer);
  return (int) week->carers->len - 1;
}

/* Carer by carer, in the order of time. */
static inline EntRoundsShift *
put_shift (EntRoundsWeek *week, int carer, int from, int to)
{
  EntRoundsShift shift = { carer, from, to, FALSE, NULL };

  g_array_append_val (week->shifts, shift);
  return &g_array_index (week->shifts, EntRoundsShift, week->shifts->len - 1);
}

static inline int
put_client (EntRoundsWeek *week, const char *name, int place)
{
  EntRoundsClient client = { .person_id = 500 + week->clients->len,
                             .name = g_strdup (name),
                             .place = place,
                             .most_carers = ENT_INT_NONE };

  g_array_append_val (week->clients, client);
  return (int) week->clients->len - 1;
}

/* An hour on that day, whenever; on day 0 and to place unless said otherwise. */
static inline int
put_visit (EntRoundsWeek *week, int client, int carer, int start)
{
  int day_number = start != NOBODY ? start / 1440 : 0;
  EntRoundsVisit visit = { .id = 1000 + week->visits->len,
                           .client = client,
                           .carer = carer,
                           .day = day_number,
                           .start = start,
                           .minutes = 60,
                           .state = ENT_VISIT_PLANNED,
                           .priority = ENT_CARE_IMPORTANT,
                           .carer_kind = ENT_CARER_FAMILY_AIDE,
                           .activity = g_strdup ("Aide à la vie journalière"),
                           .earliest = day_number * 1440,
                           .latest = day_number * 1440 + 1440 + 59,
                           .wished_from = ENT_ROUNDS_NONE,
                           .wished_to = ENT_ROUNDS_NONE,
                           .fixed_at = ENT_ROUNDS_NONE,
                           .pair = ENT_ROUNDS_NONE };

  g_array_append_val (week->visits, visit);
  return (int) week->visits->len - 1;
}

static inline void
put_bond (EntRoundsWeek *week, int client, int carer, EntRoundsBondKind kind, int times)
{
  EntRoundsBond bond = { client, carer, kind, times };

  g_array_append_val (week->bonds, bond);
}

static inline void
make_pair (EntRoundsWeek *week, int first, int second)
{
  visit_at (week, first)->pair = second;
  visit_at (week, second)->pair = first;
}

G_END_DECLS
