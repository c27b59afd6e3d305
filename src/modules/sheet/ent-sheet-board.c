/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects what stands on the board. Any thread. */

#include "ent-sheet-board.h"

#include "ent-chart-sheet.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-rounds-round.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-words.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MM ENT_MM_TO_PT
#define TITLE_ROOM (14 * MM)
#define FOOT_ROOM (20 * MM)
#define MOST_IN_DAY 60 /* visits to place in a row of a single day */
#define SIZE 7.5
#define LARGE_SIZE 9.5

static const EntPaper lying_a4 = { 297, 210, 10, 14, 10, 10 };
static const EntPaper lying_a3 = { 420, 297, 10, 14, 10, 10 };

static char *
clock_span (int from, int to)
{
  g_autofree char *start = ent_clock_format ((from % ENT_ROUNDS_DAY + ENT_ROUNDS_DAY) %
                                             ENT_ROUNDS_DAY);
  g_autofree char *end = ent_clock_format ((to % ENT_ROUNDS_DAY + ENT_ROUNDS_DAY) % ENT_ROUNDS_DAY);

  return g_strdup_printf ("%s–%s", start, end);
}

static gboolean
is_dropped (const EntRoundsVisit *visit)
{
  return visit->state == ENT_VISIT_CANCELLED_BENEFICIARY ||
         visit->state == ENT_VISIT_CANCELLED_SERVICE || visit->state == ENT_VISIT_REPLACED;
}

static void
add_visit (EntChartSheet *sheet, const EntSheetBook *book, int position)
{
  const EntRoundsVisit *visit = ent_sheet_book_visit (book, position);
  const char *name = ent_sheet_book_name (book, position);
  EntChartMark mark = { is_dropped (visit) ? ENT_CHART_DROPPED : ENT_CHART_WORK,
                        visit->day,
                        ENT_CHART_WHENEVER,
                        ENT_CHART_WHENEVER,
                        NULL,
                        name };
  g_autofree char *both = NULL;
  g_autofree char *time = NULL;

  if (visit->pair != ENT_ROUNDS_NONE)
    mark.text = both = g_strdup_printf ("2× %s", name);
  if (visit->start != ENT_ROUNDS_NONE)
    {
      mark.from = visit->start - visit->day * ENT_ROUNDS_DAY;
      mark.to = mark.from + visit->minutes;
      /* Among the hours of a day its place tells when it ends. */
      time = book->n_days == 1 ? ent_clock_format (mark.from % ENT_ROUNDS_DAY)
                               : clock_span (mark.from, mark.to);
    }
  else
    time = ent_duration_format (visit->minutes);
  mark.time = time;
  ent_chart_sheet_add_mark (sheet, &mark);
}

/* What of a shift lies in the days that are printed. */
static void
add_shift (EntChartSheet *sheet, const EntSheetBook *book, const EntRoundsShift *shift)
{
  int day = ent_rounds_day_of (shift->from);
  EntChartMark mark = {
    ENT_CHART_AWAY, day,       shift->from - day * ENT_ROUNDS_DAY, shift->to - day * ENT_ROUNDS_DAY,
    NULL,           _ ("away")
  };
  g_autofree char *time = clock_span (mark.from, mark.to);

  if (day < 0 || day >= book->n_days)
    return;
  if (day == 0 && !shift->is_away)
    ent_chart_sheet_add_hours (sheet, mark.from, mark.to);
  mark.time = time;
  if (shift->is_away)
    ent_chart_sheet_add_mark (sheet, &mark);
}

static gboolean
is_of (const EntSheetBook *book, const EntRoundsVisit *visit, int carer)
{
  return visit->carer == carer && visit->start != ENT_ROUNDS_NONE && visit->day < book->n_days;
}

/* Who neither works in these days nor is away has no row. */
static gboolean
has_row (const EntSheetBook *book, int carer, int *minutes)
{
  gboolean has_any = FALSE;
  int first, end;

  *minutes = 0;
  for (int i = 0; i < (int) book->visits->len; i++)
    {
      const EntRoundsVisit *visit = ent_sheet_book_visit (book, i);

      if (!is_of (book, visit, carer))
        continue;
      has_any = TRUE;
      *minutes += ent_rounds_visit_occupies (visit) ? visit->minutes : 0;
    }
  ent_rounds_week_shifts_of (book->week, carer, &first, &end);
  for (int i = first; i < end; i++)
    {
      int from = g_array_index (book->week->shifts, EntRoundsShift, i).from;

      has_any = has_any || (from >= 0 && from < book->n_days * ENT_ROUNDS_DAY);
    }
  return has_any;
}

static void
add_carer (EntChartSheet *sheet, const EntSheetBook *book, int carer)
{
  g_autofree char *hours = NULL;
  int minutes, first, end;

  if (!has_row (book, carer, &minutes))
    return;
  hours = ent_duration_format (minutes);
  ent_chart_sheet_add_row (sheet, ent_sheet_book_carer (book, carer)->name, hours);
  for (int i = 0; i < (int) book->visits->len; i++)
    if (is_of (book, ent_sheet_book_visit (book, i), carer))
      add_visit (sheet, book, i);
  ent_rounds_week_shifts_of (book->week, carer, &first, &end);
  for (int i = first; i < end; i++)
    add_shift (sheet, book, &g_array_index (book->week->shifts, EntRoundsShift, i));
}

static gboolean
is_to_place (const EntSheetBook *book, const EntRoundsVisit *visit)
{
  return (visit->carer == ENT_ROUNDS_NONE || visit->start == ENT_ROUNDS_NONE) &&
         ent_rounds_visit_is_open (visit) && visit->day < book->n_days;
}

/* In rows of so many a day, for a page holds no more. */
static void
add_to_place (EntChartSheet *sheet, const EntSheetBook *book, guint most)
{
  g_autofree guint *before = g_new0 (guint, book->n_days); /* visits of each day until here */
  guint n = 1;

  for (guint row = 0; n > 0; row++)
    {
      n = 0;
      memset (before, 0, sizeof (guint) * (gsize) book->n_days);
      for (int i = 0; i < (int) book->visits->len; i++)
        {
          const EntRoundsVisit *visit = ent_sheet_book_visit (book, i);

          if (!is_to_place (book, visit) || before[visit->day]++ / most != row)
            continue;
          if (n++ == 0)
            ent_chart_sheet_add_row (sheet, _ ("To place"), NULL);
          add_visit (sheet, book, i);
        }
    }
}

static void
set_legend (EntChartSheet *sheet)
{
  const char *const words[ENT_CHART_N_KINDS] = {
    [ENT_CHART_WORK] = C_ ("home care", "Visit"),
    [ENT_CHART_DROPPED] = _ ("Not to be made any more"),
    [ENT_CHART_AWAY] = _ ("Carer away"),
  };

  /* Translators: in the legend of the printed board: what “2×” before a name means */
  ent_chart_sheet_set_legend (sheet, words, _ ("Working hours"), _ ("2× two carers"));
}

static void
add_chart (EntDoc *doc, const EntSheetBook *book, double size)
{
  g_autoptr (EntChartSheet) sheet = ent_chart_sheet_new (book->week->first_day, book->n_days, size);
  EntChartPages pages = { (doc->paper.width - doc->paper.left - doc->paper.right) * MM,
                          (doc->paper.height - doc->paper.top) * MM - FOOT_ROOM, TITLE_ROOM };

  set_legend (sheet);
  for (int carer = 0; carer < (int) book->week->carers->len; carer++)
    add_carer (sheet, book, carer);
  add_to_place (sheet, book,
                book->n_days == 1 ? MOST_IN_DAY
                                  : ent_chart_sheet_most_marks (sheet, pages.height - TITLE_ROOM));
  if (ent_chart_sheet_n_rows (sheet) == 0)
    ent_sheet_doc_add (doc, ENT_BLOCK_PARAGRAPH, 0, _ ("No visit is planned in these days."));
  /* Translators: what a printed page of the board shows; names of carers */
  ent_chart_sheet_add_blocks (sheet, &pages, _ ("The board with the visits of: %s"), doc->blocks);
}

EntDoc *
ent_sheet_board_new (const EntSheetBook *book, gboolean is_large)
{
  g_autofree char *language = ent_sheet_doc_language ();
  EntDoc *doc = ent_doc_new (language);
  g_autofree char *days = ent_sheet_words_days (book->week->first_day, book->n_days);

  doc->paper = is_large ? lying_a3 : lying_a4;
  doc->text_size = is_large ? 12 : 10;
  doc->day = book->week->first_day;
  doc->author = g_strdup (book->centre);
  doc->title = g_strdup_printf ("%s · %s", _ ("Board of the rounds"), days);
  doc->footer = g_strdup (doc->title);
  doc->page_words = g_strdup (ent_wording_word (language, ENT_WORD_PAGE));
  ent_sheet_doc_add (doc, ENT_BLOCK_HEADING, 1, doc->title);
  add_chart (doc, book, is_large ? LARGE_SIZE : SIZE);
  return doc;
}
