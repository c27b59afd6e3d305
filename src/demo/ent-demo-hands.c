/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working hours and what was taken of them, for the day that is being filled. Thread of the
 * connection. */

#include "ent-demo-hands.h"

#include "ent-carer-query.h"
#include "ent-date.h"

#include <math.h>

#define DAY 1440
#define DETOUR 1.35 /* of a way, against the crow */
#define LEAST_WAY 4 /* minutes from door to door */

/* Where a carer is, in minutes of the clock as in EntCarerSpan. */
typedef struct
{
  gint64 from, to;
  EntPoint home;
} Stint;

typedef struct
{
  EntCarerWork *work;
  gboolean is_here; /* on the day that is being filled */
  GArray *spans; /* EntCarerSpan of that day */
  GArray *stints; /* Stint, in order: of that day and of the night before */
} Hand;

struct _EntDemoHands
{
  GArray *hands; /* Hand */
  gint32 day; /* that is being filled */
};

static void
hand_clear (gpointer data)
{
  Hand *hand = data;

  ent_carer_work_free (hand->work);
  g_clear_pointer (&hand->spans, g_array_unref);
  g_array_unref (hand->stints);
}

EntDemoHands *
ent_demo_hands_new (EntDb *db, GPtrArray *carers, GError **error)
{
  EntDemoHands *self = g_new0 (EntDemoHands, 1);

  self->day = ENT_DAY_NONE;
  self->hands = g_array_new (FALSE, FALSE, sizeof (Hand));
  g_array_set_clear_func (self->hands, hand_clear);
  for (guint i = 0; i < carers->len; i++)
    {
      gint64 id = ent_record_get_id (g_ptr_array_index (carers, i));
      Hand hand = { .work = ent_carer_query_work (db, id, error) };

      if (hand.work == NULL)
        {
          ent_demo_hands_free (self);
          return NULL;
        }
      hand.stints = g_array_new (FALSE, FALSE, sizeof (Stint));
      g_array_append_val (self->hands, hand);
    }
  return self;
}

void
ent_demo_hands_free (EntDemoHands *self)
{
  g_array_unref (self->hands);
  g_free (self);
}

static void
begin_day (EntDemoHands *self, gint32 day)
{
  self->day = day;
  for (guint i = 0; i < self->hands->len; i++)
    {
      Hand *hand = &g_array_index (self->hands, Hand, i);
      guint n_over = 0;

      hand->is_here = ent_carer_is_in_service (hand->work->carer, hand->work->agent, day);
      g_clear_pointer (&hand->spans, g_array_unref);
      hand->spans = ent_carer_spans (hand->work, day, day);
      while (n_over < hand->stints->len &&
             g_array_index (hand->stints, Stint, n_over).to <= (gint64) day * DAY)
        n_over++;
      g_array_remove_range (hand->stints, 0, n_over);
    }
}

static EntDemoWay
way_of (const Hand *hand, EntPoint from, EntPoint to)
{
  static const double metres_a_minute[] = {
    [ENT_TRAVEL_CAR] = 500, [ENT_TRAVEL_BICYCLE] = 240, [ENT_TRAVEL_FOOT] = 80
  };
  double metres = ent_geo_distance (from, to) * DETOUR;
  int mode = CLAMP (hand->work->carer->travel_mode, ENT_TRAVEL_CAR, ENT_TRAVEL_FOOT);

  return (EntDemoWay) { LEAST_WAY + (int) ceil (metres / metres_a_minute[mode]), (int) metres };
}

EntDemoWay
ent_demo_hands_way (const EntDemoHands *self, guint carer, EntPoint from, EntPoint to)
{
  return way_of (&g_array_index (self->hands, Hand, carer), from, to);
}

static gint64
round_up (gint64 minutes)
{
  return (minutes + 4) / 5 * 5;
}

/* The first moment from @from on that leaves time for the ways before and behind; @position: where
 * the visit comes among the stints. */
static gint64
find_moment (const Hand *hand, const EntDemoErrand *errand, gint64 from, guint *position)
{
  guint i;

  from = round_up (from);
  for (i = 0; i < hand->stints->len; i++)
    {
      const Stint *stint = &g_array_index (hand->stints, Stint, i);
      int way = way_of (hand, stint->home, errand->home).minutes;

      if (from + errand->minutes + way <= stint->from)
        break;
      if (stint->to + way > from)
        from = round_up (stint->to + way);
    }
  *position = i;
  return from;
}

static gboolean
take_from (Hand *hand, const EntDemoErrand *errand, int *start)
{
  gint64 midnight = (gint64) errand->day * DAY;
  gint64 earliest = midnight + errand->earliest;
  gint64 latest = midnight + errand->latest + (errand->latest <= errand->earliest ? DAY : 0);

  for (guint i = 0; i < hand->spans->len; i++)
    {
      const EntCarerSpan *span = &g_array_index (hand->spans, EntCarerSpan, i);
      guint position = 0;
      gint64 from = find_moment (hand, errand, MAX (span->from, earliest), &position);
      Stint stint = { from, from + errand->minutes, errand->home };

      if (stint.to > MIN (span->to, latest))
        continue;
      g_array_insert_val (hand->stints, position, stint);
      *start = (int) (from - midnight);
      return TRUE;
    }
  return FALSE;
}

gboolean
ent_demo_hands_take (EntDemoHands *self, const EntDemoErrand *errand, EntDemoTaken *taken)
{
  gboolean is_first = TRUE;

  g_return_val_if_fail (self->day == ENT_DAY_NONE || errand->day >= self->day, FALSE);

  if (errand->day != self->day)
    begin_day (self, errand->day);
  *taken = (EntDemoTaken) { 0 };
  for (guint i = 0; i < self->hands->len; i++)
    {
      guint position = (errand->usual + i) % self->hands->len;
      Hand *hand = &g_array_index (self->hands, Hand, position);

      if (hand->work->carer->kind != errand->kind)
        continue;
      if (is_first)
        taken->stands_in = hand->is_here && ent_carer_is_absent (hand->work, errand->day);
      is_first = FALSE;
      if (!hand->is_here || !take_from (hand, errand, &taken->start))
        continue;
      taken->carer = position;
      taken->carer_id = ent_record_get_id (hand->work->carer);
      return TRUE;
    }
  return FALSE;
}
