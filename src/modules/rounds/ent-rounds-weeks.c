/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two weeks side by side. Any thread. */

#include "ent-rounds-weeks.h"

#include "ent-rounds-judge-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 need_id;
  int day, place;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->need_id * 2654435761u + (guint) key->day * 4u + (guint) key->place;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->need_id == right->need_id && left->day == right->day && left->place == right->place;
}

static const EntRoundsVisit *
visit_at (const EntRoundsWeek *week, int visit)
{
  return &g_array_index (week->visits, EntRoundsVisit, visit);
}

/* The parts of a visit that was split have no place among the visits of their need. */
static gboolean
is_of_need (const EntRoundsVisit *visit)
{
  return visit->need_id != 0 && visit->place != ENT_INT_NONE;
}

static gboolean
is_there (const EntRoundsVisit *visit)
{
  return ent_rounds_visit_is_open (visit) || visit->state == ENT_VISIT_DONE ||
         visit->state == ENT_VISIT_NOBODY_HOME;
}

static Key
key_of (const EntRoundsVisit *visit)
{
  return (Key) { visit->need_id, visit->day, visit->place };
}

/* Key → position + 1 of the visits that are there. */
static GHashTable *
index_week (const EntRoundsWeek *week)
{
  GHashTable *index = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);

  for (int i = 0; i < (int) week->visits->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (week, i);
      Key key = key_of (visit);

      if (is_of_need (visit) && is_there (visit))
        g_hash_table_insert (index, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (i + 1));
    }
  return index;
}

static int
find (GHashTable *index, const EntRoundsVisit *visit)
{
  Key key = key_of (visit);

  return GPOINTER_TO_INT (g_hash_table_lookup (index, &key)) - 1;
}

/* 0: to place, or a carer who is not in the picture. */
static gint64
carer_id (const EntRoundsWeek *week, const EntRoundsVisit *visit)
{
  return visit->carer != ENT_ROUNDS_NONE
             ? g_array_index (week->carers, EntRoundsCarer, visit->carer).id
             : 0;
}

static guint
contrast_of (const EntRoundsWeek *now, int here, const EntRoundsWeek *before, int there)
{
  const EntRoundsVisit *a = visit_at (now, here), *b = visit_at (before, there);
  guint otherwise = 0;

  if (carer_id (now, a) != carer_id (before, b))
    otherwise |= ENT_ROUNDS_OTHER_CARER;
  if (a->start != b->start || a->minutes != b->minutes)
    otherwise |= ENT_ROUNDS_OTHER_TIME;
  return otherwise;
}

typedef struct
{
  const EntRoundsWeek *now, *before;
} Weeks;

static const EntRoundsVisit *
visit_of (const Weeks *weeks, const EntRoundsContrast *contrast)
{
  return contrast->now != ENT_ROUNDS_NONE ? visit_at (weeks->now, contrast->now)
                                          : visit_at (weeks->before, contrast->before);
}

static int
compare_contrasts (gconstpointer a, gconstpointer b, gpointer data)
{
  const EntRoundsVisit *left = visit_of (data, a), *right = visit_of (data, b);

  if (left->day != right->day)
    return left->day - right->day;
  return left->start != right->start ? left->start - right->start
                                     : (left->id > right->id) - (left->id < right->id);
}

GArray *
ent_rounds_weeks_compare (const EntRoundsWeek *now, const EntRoundsWeek *before)
{
  GArray *contrasts = g_array_new (FALSE, FALSE, sizeof (EntRoundsContrast));
  g_autoptr (GHashTable) here = index_week (now);
  g_autoptr (GHashTable) there = index_week (before);
  Weeks weeks = { now, before };

  for (int i = 0; i < (int) now->visits->len; i++)
    {
      EntRoundsContrast contrast = { i, ENT_ROUNDS_NONE, ENT_ROUNDS_NEW };

      if (!is_of_need (visit_at (now, i)) || !is_there (visit_at (now, i)))
        continue;
      contrast.before = find (there, visit_at (now, i));
      if (contrast.before != ENT_ROUNDS_NONE)
        contrast.otherwise = contrast_of (now, i, before, contrast.before);
      if (contrast.otherwise != 0)
        g_array_append_val (contrasts, contrast);
    }
  for (int i = 0; i < (int) before->visits->len; i++)
    {
      EntRoundsContrast contrast = { ENT_ROUNDS_NONE, i, ENT_ROUNDS_GONE };

      if (is_of_need (visit_at (before, i)) && is_there (visit_at (before, i)) &&
          find (here, visit_at (before, i)) == ENT_ROUNDS_NONE)
        g_array_append_val (contrasts, contrast);
    }
  g_array_sort_with_data (contrasts, compare_contrasts, &weeks);
  return contrasts;
}

static int
find_carer (const EntRoundsWeek *week, gint64 id)
{
  for (int i = 0; i < (int) week->carers->len; i++)
    if (g_array_index (week->carers, EntRoundsCarer, i).id == id)
      return i;
  return ENT_ROUNDS_NONE;
}

static void
clear_uncopied (gpointer data)
{
  g_free (((EntRoundsUncopied *) data)->why);
}

static void
note_uncopied (EntRoundsCopy *self, EntRoundsJudge *next, int carer, const EntRoundsAnswer *answer)
{
  EntRoundsUncopied uncopied = { answer->visit, carer, *answer, NULL };

  uncopied.why = carer != ENT_ROUNDS_NONE
                     ? ent_rounds_judge_describe (next, carer, answer)
                     : g_strdup (_ ("The carer of this week does not work in the next."));

  g_array_append_val (self->uncopied, uncopied);
}

static void
note_move (EntRoundsCopy *self, EntRoundsJudge *next, int visit, gboolean locks)
{
  const EntRoundsWeek *week = next->week;
  const EntRoundsVisit *v = visit_at (week, visit);
  EntRoundsPlace place = next->places[visit];
  EntRoundsMove move = { .visit_id = v->id,
                         .version = v->version,
                         .carer_id = g_array_index (week->carers, EntRoundsCarer, place.carer).id,
                         .day = week->first_day + v->day,
                         .start_time = place.start - v->day * ENT_ROUNDS_DAY,
                         .travel_minutes = ENT_INT_NONE,
                         .travel_metres = ENT_INT_NONE,
                         .locks = locks };

  g_array_append_val (self->moves, move);
}

/* Tries one visit of this week in the next. Its number there if it fits; ENT_ROUNDS_NONE. */
static int
try_copy (EntRoundsCopy *self,
          const EntRoundsWeek *now,
          const EntRoundsVisit *visit,
          GHashTable *there,
          EntRoundsJudge *next)
{
  int target = find (there, visit);
  int carer = find_carer (next->week, carer_id (now, visit));
  EntRoundsAnswer answer = { .reason = ENT_ROUNDS_NO_SHIFT, .visit = target };

  if (target == ENT_ROUNDS_NONE)
    self->n_missing++;
  else if (visit_at (next->week, target)->carer != ENT_ROUNDS_NONE)
    self->n_given++;
  else
    {
      if (carer != ENT_ROUNDS_NONE)
        ent_rounds_judge_ask (next, target, carer, visit->start, &answer);
      if (carer != ENT_ROUNDS_NONE && answer.reason == ENT_ROUNDS_FITS)
        {
          ent_rounds_judge_place (next, target, carer, visit->start);
          return target;
        }
      note_uncopied (self, next, carer, &answer);
    }
  return ENT_ROUNDS_NONE;
}

/* The other of the two carers who come to the same door, or will come. */
static gboolean
comes_alone (EntRoundsJudge *next, int visit)
{
  int pair = visit_at (next->week, visit)->pair;

  return pair != ENT_ROUNDS_NONE && ent_rounds_visit_is_open (visit_at (next->week, pair)) &&
         !ent_rounds_judge_is_made (next, pair);
}

/* What was taken for copied and comes alone goes back. */
static void
settle (EntRoundsCopy *self, const EntRoundsWeek *now, EntRoundsJudge *next, const int *copied)
{
  for (int i = 0; i < (int) now->visits->len; i++)
    if (copied[i] != ENT_ROUNDS_NONE && comes_alone (next, copied[i]))
      {
        EntRoundsPlace place = next->places[copied[i]];
        EntRoundsAnswer answer = { .reason = ENT_ROUNDS_PAIR,
                                   .visit = copied[i],
                                   .start = place.start,
                                   .other = ENT_ROUNDS_NONE };

        note_uncopied (self, next, place.carer, &answer);
        ent_rounds_judge_place (next, copied[i], ENT_ROUNDS_NONE,
                                visit_at (next->week, copied[i])->start);
      }
    else if (copied[i] != ENT_ROUNDS_NONE)
      note_move (self, next, copied[i], visit_at (now, i)->is_locked);
}

EntRoundsCopy *
ent_rounds_weeks_copy (const EntRoundsWeek *now, EntRoundsJudge *next)
{
  EntRoundsCopy *self = g_new0 (EntRoundsCopy, 1);
  g_autoptr (GHashTable) there = index_week (next->week);
  g_autofree int *copied = g_new (int, now->visits->len + 1);

  self->moves = g_array_new (FALSE, FALSE, sizeof (EntRoundsMove));
  self->uncopied = g_array_new (FALSE, FALSE, sizeof (EntRoundsUncopied));
  g_array_set_clear_func (self->uncopied, clear_uncopied);
  for (int i = 0; i < (int) now->visits->len; i++)
    {
      const EntRoundsVisit *visit = visit_at (now, i);

      copied[i] = ENT_ROUNDS_NONE;
      if (is_of_need (visit) && ent_rounds_visit_occupies (visit))
        copied[i] = try_copy (self, now, visit, there, next);
    }
  settle (self, now, next, copied);
  return self;
}

void
ent_rounds_copy_free (EntRoundsCopy *self)
{
  g_array_unref (self->moves);
  g_array_unref (self->uncopied);
  g_free (self);
}
