/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids as documents speak of them: since when without a break, until when, in which period. Any
 * thread. */

#include "ent-aid-spans.h"

#include "ent-date.h"
#include "ent-money.h"

gboolean
ent_aid_is_single (EntAid *self)
{
  if (self->to_day != ENT_DAY_NONE)
    return self->to_day == self->from_day;

  return self->one_off_amount != ENT_MONEY_NONE && self->monthly_amount == ENT_MONEY_NONE;
}

gint32
ent_aid_get_last_day (EntAid *self)
{
  return ent_aid_is_single (self) ? self->from_day : self->to_day;
}

static gboolean
reaches (gint32 last_day, gint32 day)
{
  return last_day == ENT_DAY_NONE || last_day >= day;
}

static gboolean
is_of (EntAid *aid, guint kinds)
{
  return aid->from_day != ENT_DAY_NONE && (kinds & ENT_AID_BIT (aid->kind)) != 0;
}

static gboolean
lasts_longer (gint32 last_day, gint32 than)
{
  return than != ENT_DAY_NONE && (last_day == ENT_DAY_NONE || last_day > than);
}

/* What holds on the day goes before what ended; of several, what began last: that is the decision
 * in force. Of those that ended, the one that lasted longest. */
static gboolean
is_better (EntAid *aid, EntAid *best, gint32 day)
{
  gint32 last = ent_aid_get_last_day (aid);
  gint32 best_last;

  if (best == NULL)
    return TRUE;
  best_last = ent_aid_get_last_day (best);
  if (reaches (last, day) != reaches (best_last, day))
    return reaches (last, day);
  if (reaches (last, day))
    return aid->from_day > best->from_day;

  return lasts_longer (last, best_last);
}

static EntAid *
find_in_force (GPtrArray *aids, guint kinds, gint32 day)
{
  EntAid *best = NULL;

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);

      if (is_of (aid, kinds) && aid->from_day <= day && is_better (aid, best, day))
        best = aid;
    }

  return best;
}

/* Takes in what touches the span; TRUE when it grew. */
static gboolean
grow (EntAidSpan *span, EntAid *aid)
{
  gint32 last = ent_aid_get_last_day (aid);
  gboolean grew = FALSE;

  if (!reaches (last, span->from_day - 1) || !reaches (span->to_day, aid->from_day - 1))
    return FALSE;

  if (aid->from_day < span->from_day)
    {
      span->from_day = aid->from_day;
      grew = TRUE;
    }
  if (lasts_longer (last, span->to_day))
    {
      span->to_day = last;
      grew = TRUE;
    }
  span->kinds |= ENT_AID_BIT (aid->kind);

  return grew;
}

gboolean
ent_aid_find_span (GPtrArray *aids, guint kinds, gint32 day, EntAidSpan *span)
{
  EntAid *aid = find_in_force (aids, kinds, day);
  gboolean grew = TRUE;

  if (aid == NULL)
    return FALSE;

  span->aid = aid;
  span->from_day = aid->from_day;
  span->to_day = ent_aid_get_last_day (aid);
  span->running = reaches (span->to_day, day);
  span->kinds = ENT_AID_BIT (aid->kind);

  while (grew)
    {
      grew = FALSE;
      for (guint i = 0; i < aids->len; i++)
        if (is_of (g_ptr_array_index (aids, i), kinds))
          grew |= grow (span, g_ptr_array_index (aids, i));
    }

  return TRUE;
}

static int
compare_aids (gconstpointer a, gconstpointer b)
{
  EntAid *first = *(EntAid *const *) a;
  EntAid *second = *(EntAid *const *) b;
  gint64 difference = (gint64) first->from_day - second->from_day;

  if (difference == 0)
    difference = first->kind - second->kind;
  if (difference == 0)
    difference = ent_record_get_id (first) - ent_record_get_id (second);

  return difference < 0 ? -1 : difference > 0;
}

GPtrArray *
ent_aid_find_in_period (GPtrArray *aids, guint kinds, gint32 from_day, gint32 to_day)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (aids, i);

      if (is_of (aid, kinds) && aid->from_day <= to_day &&
          reaches (ent_aid_get_last_day (aid), from_day))
        g_ptr_array_add (found, g_object_ref (aid));
    }
  g_ptr_array_sort (found, compare_aids);

  return found;
}

void
ent_aid_end_all (GPtrArray *aids, gint32 last_day)
{
  for (guint i = aids->len; i > 0; i--)
    {
      EntAid *aid = g_ptr_array_index (aids, i - 1);

      if (aid->from_day > last_day)
        g_ptr_array_remove_index (aids, i - 1);
      else if (lasts_longer (ent_aid_get_last_day (aid), last_day))
        aid->to_day = last_day;
    }
}
