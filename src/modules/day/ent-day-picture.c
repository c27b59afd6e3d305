/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of home care, and what of it is shown. Any thread. */

#include "ent-day-picture.h"

EntDayPicture *
ent_day_picture_new (gint32 day)
{
  EntDayPicture *self = g_new0 (EntDayPicture, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->day = day;
  self->visits = g_array_new (FALSE, TRUE, sizeof (EntDayVisit));
  self->texts = g_string_chunk_new (4096);
  return self;
}

EntDayPicture *
ent_day_picture_ref (EntDayPicture *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_day_picture_unref (EntDayPicture *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->visits);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const EntDayVisit *
ent_day_picture_get (const EntDayPicture *self, guint position)
{
  return &g_array_index (self->visits, EntDayVisit, position);
}

int
ent_day_picture_find (const EntDayPicture *self, gint64 visit_id)
{
  for (guint i = 0; i < self->visits->len; i++)
    if (ent_day_picture_get (self, i)->id == visit_id)
      return (int) i;
  return -1;
}

void
ent_day_picture_count (const EntDayPicture *self,
                       EntDayMoment now,
                       const EntDayPatience *patience,
                       EntDayFigures *figures)
{
  *figures = (EntDayFigures) { 0 };
  for (guint i = 0; i < self->visits->len; i++)
    figures->n[ent_day_stand (&ent_day_picture_get (self, i)->planned, now, patience, NULL)]++;
}

static gboolean
shows (const EntDayVisit *visit, const EntDayView *view)
{
  EntDayStanding standing = ent_day_stand (&visit->planned, view->now, &view->patience, NULL);

  switch (view->filter)
    {
    case ENT_DAY_ONLY_LATE:
      return standing == ENT_DAY_LATE;
    case ENT_DAY_ONLY_TO_PLACE:
      return standing == ENT_DAY_TO_PLACE;
    case ENT_DAY_NOT_REPORTED:
      return ent_day_wants_report (&visit->planned, view->now);
    default:
      return TRUE;
    }
}

/* Who has no carer comes first: that is what is to be done. */
static int
compare_carers (gconstpointer first, gconstpointer second, gpointer data)
{
  const EntDayEntry *one = first, *two = second;
  const EntDayVisit *a = ent_day_picture_get (data, one->visit);
  const EntDayVisit *b = ent_day_picture_get (data, two->visit);
  int order;

  if ((a->carer == NULL) != (b->carer == NULL))
    return a->carer == NULL ? -1 : 1;
  order = a->carer != NULL ? g_utf8_collate (a->carer, b->carer) : 0;
  if (order == 0)
    order = (a->planned.carer_id > b->planned.carer_id) -
            (a->planned.carer_id < b->planned.carer_id);
  return order != 0 ? order : (one->visit > two->visit) - (one->visit < two->visit);
}

static GArray *
add_headings (const EntDayPicture *self, GArray *visits, EntDayMoment now)
{
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (EntDayEntry), visits->len + 16);
  gint64 carer_id = -1;
  guint heading = 0;

  for (guint i = 0; i < visits->len; i++)
    {
      EntDayEntry *entry = &g_array_index (visits, EntDayEntry, i);
      const EntDayVisit *visit = ent_day_picture_get (self, entry->visit);

      if (visit->planned.carer_id != carer_id)
        {
          EntDayEntry row = { ENT_DAY_ROW_CARER, entry->visit, 0, 0 };

          heading = rows->len;
          g_array_append_val (rows, row);
          carer_id = visit->planned.carer_id;
        }
      g_array_index (rows, EntDayEntry, heading).n++;
      if (ent_day_wants_report (&visit->planned, now))
        g_array_index (rows, EntDayEntry, heading).n_waiting++;
      g_array_append_val (rows, *entry);
    }
  return rows;
}

static gboolean
begins_after (const EntDayVisit *visit, EntDayMoment now)
{
  return visit->planned.start.minutes != ENT_INT_NONE &&
         ent_day_moment_compare (visit->planned.start, now) > 0;
}

/* Between what has begun and what is to come, on the day itself. */
static void
add_now (const EntDayPicture *self, GArray *rows, EntDayMoment now)
{
  EntDayEntry line = { ENT_DAY_ROW_NOW, 0, 0, 0 };
  guint position = rows->len;

  while (position > 0)
    {
      guint above = g_array_index (rows, EntDayEntry, position - 1).visit;

      if (!begins_after (ent_day_picture_get (self, above), now))
        break;
      position--;
    }
  g_array_insert_val (rows, position, line);
}

GArray *
ent_day_picture_arrange (const EntDayPicture *self, const EntDayView *view)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (EntDayEntry));

  for (guint i = 0; i < self->visits->len; i++)
    {
      EntDayEntry entry = { ENT_DAY_ROW_VISIT, i, 0, 0 };

      if (shows (ent_day_picture_get (self, i), view))
        g_array_append_val (rows, entry);
    }
  if (view->by_carer)
    {
      g_array_sort_with_data (rows, compare_carers, (gpointer) self);
      return add_headings (self, rows, view->now);
    }
  if (view->now.day == self->day && rows->len > 0)
    add_now (self, rows, view->now);
  return g_steal_pointer (&rows);
}
