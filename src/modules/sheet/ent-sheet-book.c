/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed of some days of home care. Any thread. */

#include "ent-sheet-book.h"

#include "ent-date.h"

static void
clear_line (gpointer data)
{
  EntSheetVisit *self = data;

  g_free (self->street);
  g_free (self->town);
  g_free (self->entry);
  g_free (self->access);
  g_free (self->phone);
  g_free (self->alerts);
  g_free (self->other_pets);
  g_free (self->tasks);
  g_free (self->note);
  g_free (self->usual_carer);
}

EntSheetBook *
ent_sheet_book_new (EntRoundsWeek *week, int n_days)
{
  EntSheetBook *self = g_new0 (EntSheetBook, 1);
  EntSheetVisit bare = { .origin_day = ENT_DAY_NONE, .usual_start = ENT_INT_NONE };

  self->week = week;
  self->n_days = n_days;
  self->visits = g_array_new (FALSE, TRUE, sizeof (EntSheetVisit));
  g_array_set_clear_func (self->visits, clear_line);
  for (guint i = 0; i < week->visits->len; i++)
    g_array_append_val (self->visits, bare);
  return self;
}

void
ent_sheet_book_free (EntSheetBook *self)
{
  ent_rounds_week_unref (self->week);
  g_array_unref (self->visits);
  g_free (self->centre);
  g_free (self->phone);
  g_free (self);
}

const EntRoundsVisit *
ent_sheet_book_visit (const EntSheetBook *self, int visit)
{
  return &g_array_index (self->week->visits, EntRoundsVisit, visit);
}

EntSheetVisit *
ent_sheet_book_line (const EntSheetBook *self, int visit)
{
  return &g_array_index (self->visits, EntSheetVisit, visit);
}

const EntRoundsCarer *
ent_sheet_book_carer (const EntSheetBook *self, int carer)
{
  return &g_array_index (self->week->carers, EntRoundsCarer, carer);
}

char *
ent_sheet_visit_address (const EntSheetVisit *self)
{
  if (self->street == NULL)
    return NULL;
  return g_strjoin (", ", self->street, self->town, NULL);
}

const char *
ent_sheet_book_name (const EntSheetBook *self, int visit)
{
  int client = ent_sheet_book_visit (self, visit)->client;
  const char *name = client != ENT_ROUNDS_NONE
                         ? g_array_index (self->week->clients, EntRoundsClient, client).name
                         : NULL;

  return name != NULL ? name : "";
}

int
ent_sheet_book_find_carer (const EntSheetBook *self, gint64 carer_id)
{
  for (guint i = 0; i < self->week->carers->len; i++)
    if (ent_sheet_book_carer (self, (int) i)->id == carer_id)
      return (int) i;
  return ENT_ROUNDS_NONE;
}
