/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Free time of the invented carers, day by day. Thread of the connection. */

#include "ent-demo-hands.h"

#include "ent-carer-query.h"

#define DAY 1440
#define ON_THE_WAY 10 /* minutes between two visits */

struct _EntDemoHands
{
  GPtrArray *works; /* EntCarerWork */
  GHashTable *free; /* carer and day (gint64 *) → GArray of EntCarerSpan */
};

EntDemoHands *
ent_demo_hands_new (EntDb *db, GPtrArray *carers, GError **error)
{
  EntDemoHands *self = g_new0 (EntDemoHands, 1);

  self->works = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_carer_work_free);
  self->free = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < carers->len; i++)
    {
      gint64 id = ent_record_get_id (g_ptr_array_index (carers, i));
      EntCarerWork *work = ent_carer_query_work (db, id, error);

      if (work == NULL)
        {
          ent_demo_hands_free (self);
          return NULL;
        }
      g_ptr_array_add (self->works, work);
    }
  return self;
}

void
ent_demo_hands_free (EntDemoHands *self)
{
  g_hash_table_unref (self->free);
  g_ptr_array_unref (self->works);
  g_free (self);
}

static GArray *
free_time (EntDemoHands *self, guint carer, gint32 day)
{
  gint64 key = (gint64) carer << 32 | (guint32) day;
  GArray *spans = g_hash_table_lookup (self->free, &key);

  if (spans == NULL)
    {
      spans = ent_carer_spans (g_ptr_array_index (self->works, carer), day, day);
      g_hash_table_insert (self->free, g_memdup2 (&key, sizeof key), spans);
    }
  return spans;
}

/* Leaves what lies before and after, less the way. */
static void
take_out (GArray *spans, guint position, gint64 from, gint64 to)
{
  EntCarerSpan *span = &g_array_index (spans, EntCarerSpan, position);
  EntCarerSpan after = { to + ON_THE_WAY, span->to };

  span->to = from - ON_THE_WAY;
  g_array_insert_val (spans, position + 1, after);
}

static gboolean
take_from (GArray *spans, const EntDemoErrand *errand, int *start)
{
  gint64 midnight = (gint64) errand->day * DAY;
  gint64 earliest = midnight + errand->earliest;
  gint64 latest = midnight + errand->latest + (errand->latest <= errand->earliest ? DAY : 0);

  for (guint i = 0; i < spans->len; i++)
    {
      const EntCarerSpan *span = &g_array_index (spans, EntCarerSpan, i);
      gint64 from = (MAX (span->from, earliest) + 4) / 5 * 5;

      if (from + errand->minutes > MIN (span->to, latest))
        continue;
      *start = (int) (from - midnight);
      take_out (spans, i, from, from + errand->minutes);
      return TRUE;
    }
  return FALSE;
}

gint64
ent_demo_hands_take (EntDemoHands *self, const EntDemoErrand *errand, int *start)
{
  for (guint i = 0; i < self->works->len; i++)
    {
      guint position = (errand->usual + i) % self->works->len;
      const EntCarerWork *work = g_ptr_array_index (self->works, position);

      if (work->carer->kind == errand->kind &&
          ent_carer_is_in_service (work->carer, work->agent, errand->day) &&
          take_from (free_time (self, position, errand->day), errand, start))
        return ent_record_get_id (work->carer);
    }
  return 0;
}
