/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day of one carer. Pure; any thread. */

#include "ent-sheet-round.h"

#define LEAST_BREAK 30 /* minutes */

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const EntRoundsStop *left = a;
  const EntRoundsStop *right = b;

  return left->from != right->from ? left->from - right->from : left->visit - right->visit;
}

static gboolean
is_dropped (const EntRoundsVisit *visit)
{
  return visit->state == ENT_VISIT_CANCELLED_BENEFICIARY ||
         visit->state == ENT_VISIT_CANCELLED_SERVICE || visit->state == ENT_VISIT_REPLACED;
}

/* The stops of the day, in order; what was dropped aside. */
static GArray *
collect (EntSheetRound *self, const EntSheetBook *book, int carer, int day)
{
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (EntRoundsStop));

  for (int i = 0; i < (int) book->visits->len; i++)
    {
      const EntRoundsVisit *visit = ent_sheet_book_visit (book, i);
      EntRoundsStop stop;

      if (visit->carer != carer || visit->start == ENT_ROUNDS_NONE)
        continue;
      stop = ent_rounds_stop_make (book->week, i, carer, visit->start);
      if (stop.day != day)
        continue;
      if (ent_rounds_visit_occupies (visit))
        g_array_append_val (stops, stop);
      else if (is_dropped (visit))
        g_array_append_val (self->dropped, i);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

static void
add_stop (EntSheetRound *self, const EntSheetBook *book, int carer, const GArray *stops, guint i)
{
  const EntRoundsStop *here = &g_array_index (stops, EntRoundsStop, i);
  const EntRoundsStop *before = i > 0 ? here - 1 : NULL;
  gboolean joins = before != NULL && ent_rounds_stop_joins (before, here);
  EntSheetStop stop = { here->visit, here->from, here->to, 0, 0 };
  EntSheetBreak free_time;

  stop.way = ent_rounds_stop_way (book->week, carer, joins ? before : NULL, here, &stop.metres);
  g_array_append_val (self->stops, stop);
  if (before == NULL)
    return;
  free_time = (EntSheetBreak) { before->to, here->from - (joins ? stop.way : 0) };
  if (free_time.to - free_time.from >= LEAST_BREAK)
    g_array_append_val (self->breaks, free_time);
}

EntSheetRound *
ent_sheet_round_new (const EntSheetBook *book, int carer, int day)
{
  EntSheetRound *self = g_new0 (EntSheetRound, 1);
  g_autoptr (GArray) stops = NULL;

  self->stops = g_array_new (FALSE, FALSE, sizeof (EntSheetStop));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (EntSheetBreak));
  self->dropped = g_array_new (FALSE, FALSE, sizeof (int));
  stops = collect (self, book, carer, day);
  for (guint i = 0; i < stops->len; i++)
    add_stop (self, book, carer, stops, i);
  ent_rounds_stops_sum (book->week, carer, (const EntRoundsStop *) (gpointer) stops->data,
                        stops->len, &self->sums);
  return self;
}

void
ent_sheet_round_free (EntSheetRound *self)
{
  g_array_unref (self->stops);
  g_array_unref (self->breaks);
  g_array_unref (self->dropped);
  g_free (self);
}

gboolean
ent_sheet_round_has_any (const EntSheetBook *book, int carer)
{
  for (int day = 0; day < book->n_days; day++)
    {
      g_autoptr (EntSheetRound) round = ent_sheet_round_new (book, carer, day);

      if (round->stops->len > 0 || round->dropped->len > 0)
        return TRUE;
    }
  return FALSE;
}
