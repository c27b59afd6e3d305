/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sheets say, in short words. Any thread. */

#include "ent-sheet-words.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-rounds-round.h"
#include "ent-sheet-usual-query.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR " · "

char *
ent_sheet_words_time (const EntSheetBook *book, int day, int from, int to)
{
  g_autofree char *start = ent_clock_format (((from % ENT_ROUNDS_DAY) + ENT_ROUNDS_DAY) %
                                             ENT_ROUNDS_DAY);
  g_autofree char *end = ent_clock_format (((to % ENT_ROUNDS_DAY) + ENT_ROUNDS_DAY) %
                                           ENT_ROUNDS_DAY);
  int last = ent_rounds_day_of (to);

  if (last == day)
    return g_strdup_printf ("%s–%s", start, end);
  /* Translators: from when to when, and on which day of the week it ends */
  return g_strdup_printf (_ ("%s–%s (%s)"), start, end,
                          ent_weekday_name (ent_day_weekday (book->week->first_day + last)));
}

char *
ent_sheet_words_length (int metres)
{
  if (metres <= 0)
    return NULL;
  /* Translators: a length, like “3.2 km” */
  return g_strdup_printf (_ ("%.1f km"), metres / 1000.0);
}

char *
ent_sheet_words_way (EntRoadMode mode, int minutes, int metres)
{
  const char *const modes[ENT_ROAD_N_MODES] = {
    [ENT_ROAD_CAR] = _ ("by car"),
    [ENT_ROAD_BICYCLE] = _ ("by bicycle"),
    [ENT_ROAD_FOOT] = _ ("on foot"),
  };
  g_autofree char *length = ent_sheet_words_length (metres);
  g_autofree char *time = ent_duration_format (minutes);

  return length != NULL ? g_strdup_printf ("%s" SEPARATOR "%s, %s", time, length, modes[mode])
                        : NULL;
}

static void
add (GPtrArray *parts, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

/* Ends the array; NULL when it is empty. */
static char *
join (GPtrArray *parts)
{
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (SEPARATOR, (char **) parts->pdata);
}

char *
ent_sheet_words_care (const EntSheetVisit *line)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add (parts, line->has_dog ? _ ("dog") : NULL);
  add (parts, line->has_cat ? _ ("cat") : NULL);
  add (parts, line->other_pets);
  add (parts, line->smokes ? _ ("somebody smokes there") : NULL);
  add (parts, line->alerts);
  return join (parts);
}

/* Whether the carer is away when the visit usually is, or now is; at some time of its day when it
 * has no time. */
static gboolean
is_away (const EntSheetBook *book, gint64 carer_id, const EntRoundsVisit *visit, int usual_start)
{
  int midnight = visit->day * ENT_ROUNDS_DAY;
  int start = usual_start != ENT_INT_NONE ? midnight + usual_start : visit->start;
  int from = start != ENT_ROUNDS_NONE ? start : midnight;
  int to = start != ENT_ROUNDS_NONE ? start + visit->minutes : midnight + ENT_ROUNDS_DAY;
  int carer = ent_sheet_book_find_carer (book, carer_id);
  int first, end;

  if (carer == ENT_ROUNDS_NONE)
    return FALSE;
  ent_rounds_week_shifts_of (book->week, carer, &first, &end);
  for (int i = first; i < end; i++)
    {
      const EntRoundsShift *shift = &g_array_index (book->week->shifts, EntRoundsShift, i);

      if (shift->is_away && shift->from < to && shift->to > from)
        return TRUE;
    }
  return FALSE;
}

static void
add_carer_change (const EntSheetBook *book, int visit, GPtrArray *parts)
{
  const EntSheetVisit *line = ent_sheet_book_line (book, visit);
  const EntRoundsVisit *v = ent_sheet_book_visit (book, visit);

  if (line->usual_carer == NULL || v->carer == ENT_ROUNDS_NONE ||
      ent_sheet_book_carer (book, v->carer)->id == line->usual_carer_id)
    return;
  g_ptr_array_add (parts,
                   g_strdup_printf (is_away (book, line->usual_carer_id, v, line->usual_start)
                                        /* Translators: a carer who usually comes */
                                        ? _ ("in place of %s, who is away")
                                        /* Translators: a carer who usually comes */
                                        : _ ("in place of %s"),
                                    line->usual_carer));
}

char *
ent_sheet_words_change (const EntSheetBook *book, int visit)
{
  const EntSheetVisit *line = ent_sheet_book_line (book, visit);
  const EntRoundsVisit *v = ent_sheet_book_visit (book, visit);
  gint32 day = book->week->first_day + v->day;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  int start = v->start != ENT_ROUNDS_NONE ? v->start - v->day * ENT_ROUNDS_DAY : ENT_INT_NONE;

  if (line->need_id == 0)
    add (parts, _ ("an extra visit"));
  else if (line->origin_day != ENT_DAY_NONE && line->origin_day != day)
    {
      g_autofree char *from = ent_day_format (line->origin_day, ENT_DAY_LONG);

      /* Translators: the day on which the visit would have been */
      g_ptr_array_add (parts, g_strdup_printf (_ ("moved from %s"), from));
    }
  if (ent_sheet_is_other_time (line->usual_start, start))
    {
      g_autofree char *usual = ent_clock_format (line->usual_start);

      g_ptr_array_add (parts, g_strdup_printf (_ ("usually at %s"), usual));
    }
  add_carer_change (book, visit, parts);
  return join (parts);
}

const char *
ent_sheet_words_other (const EntSheetBook *book, int visit)
{
  int pair = ent_sheet_book_visit (book, visit)->pair;
  int carer;

  if (pair == ENT_ROUNDS_NONE)
    return NULL;
  carer = ent_sheet_book_visit (book, pair)->carer;
  return carer != ENT_ROUNDS_NONE && ent_rounds_visit_occupies (ent_sheet_book_visit (book, pair))
             ? ent_sheet_book_carer (book, carer)->name
             : _ ("a second carer who is still to be found");
}

char *
ent_sheet_words_day (gint32 day)
{
  g_autofree char *text = ent_day_format (day, ENT_DAY_LONG);
  g_autofree char *first = g_utf8_substring (text, 0, MIN (1, g_utf8_strlen (text, -1)));
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, text + strlen (first), NULL);
}

char *
ent_sheet_words_days (gint32 first_day, int n_days)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (n_days == 1)
    return ent_sheet_words_day (first_day);
  first = ent_day_format (first_day, ENT_DAY_NUMERIC);
  last = ent_day_format (first_day + n_days - 1, ENT_DAY_NUMERIC);
  return g_strdup_printf ("%s – %s", first, last);
}
