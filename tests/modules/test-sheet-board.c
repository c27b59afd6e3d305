/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The board on paper: who is on it, on how many pages, what is hatched, what is to place; and that
 * the sheets of a large service are made while one waits. */

#include "sheet-fixture.h"

#include "ent-pdf-pages.h"
#include "ent-sheet-board.h"
#include "ent-sheet-print.h"

#include <locale.h>
#include <poppler.h>
#include <string.h>

#define N_CARERS 30
#define VISITS_A_DAY 5

/* Thirty carers, each with five visits on each of five days, at six people's homes. */
static void
fill_service (Paper *self, int n_days)
{
  EntRoundsWeek *week;

  paper_begin (self, "2026-11-23", n_days);
  week = self->book->week;
  for (int i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Essai %c", 'A' + i);

      put_client (week, name, i + 2);
    }
  for (int i = 0; i < N_CARERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Aide %02d", i + 1);
      int carer = put_carer (week, name);

      for (int day = 0; day < MIN (n_days, 5); day++)
        {
          put_shift (week, carer, AT (day, 8, 0), AT (day, 17, 0));
          for (int n = 0; n < VISITS_A_DAY; n++)
            put_visit (week, (i + n) % 6, carer, AT (day, 8, 0) + n * 100);
        }
    }
  paper_finish (self);
}

static GBytes *
board_of (Paper *self, gboolean is_large)
{
  g_autoptr (EntDoc) doc = ent_sheet_board_new (self->book, is_large);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = ent_doc_render (doc, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static guint
n_times (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* All are there once, and every page says which days it shows. */
static void
test_week (void)
{
  Paper self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  fill_service (&self, 7);
  pdf = board_of (&self, FALSE);
  n_pages = ent_pdf_count_pages (pdf, NULL);
  g_assert_cmpuint (n_pages, >, 1);
  text = words_of (pdf);
  for (int i = 0; i < N_CARERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Aide %02d", i + 1);

      g_assert_cmpuint (n_times (text, name), ==, 1);
    }
  g_assert_cmpuint (n_times (text, "Monday 23/11"), ==, n_pages);
  g_assert_cmpuint (n_times (text, "Carer away"), ==, n_pages);
  g_assert_cmpuint (n_times (text, "08:00–09:00 Essai A"), >=, 5);
  paper_tear_down (&self, NULL);
}

static void
test_large (void)
{
  Paper self = { 0 };
  g_autoptr (GBytes) small = NULL;
  g_autoptr (GBytes) large = NULL;
  PopplerDocument *file;
  PopplerPage *page;
  double width, height;

  fill_service (&self, 7);
  small = board_of (&self, FALSE);
  large = board_of (&self, TRUE);
  g_assert_cmpuint (ent_pdf_count_pages (large, NULL), <=, ent_pdf_count_pages (small, NULL));
  file = poppler_document_new_from_bytes (large, NULL, NULL);
  page = poppler_document_get_page (file, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat (width, >, 1190);
  g_assert_cmpfloat (height, <, 843);
  g_object_unref (page);
  g_object_unref (file);
  paper_tear_down (&self, NULL);
}

/* By the hours, with what is cancelled, away, made by two and to place. */
static void
test_day (Paper *self, gconstpointer unused)
{
  EntRoundsWeek *week = self->book->week;
  EntRoundsShift *away = put_shift (week, self->marc, AT (0, 8, 0), AT (0, 12, 0));
  int first = put_visit (week, self->anne, self->luce, AT (0, 14, 0));
  int second = put_visit (week, self->anne, self->marc, AT (0, 14, 0));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  away->is_away = TRUE;
  away->reason = g_strdup ("Sickness");
  make_pair (week, first, second);
  put_visit (week, self->bert, NOBODY, NOBODY);
  put_visit (week, self->bert, self->luce, AT (0, 21, 30));
  paper_finish (self);
  pdf = board_of (self, FALSE);
  text = words_of (pdf);
  assert_has (text, "08:00–12:00");
  assert_has (text, "away");
  assert_lacks (text, "Sickness");
  assert_has (text, "To place");
  assert_has (text, "22:00");
  assert_has (text, "Working hours");
  /* And once in the legend. */
  g_assert_cmpuint (n_times (text, "2× "), ==, 3);
}

/* More than a page holds go on in another row. */
static void
test_many_to_place (void)
{
  Paper self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  paper_begin (&self, "2026-11-23", 7);
  for (int i = 0; i < 200; i++)
    put_visit (self.book->week, self.anne, NOBODY, NOBODY);
  paper_finish (&self);
  pdf = board_of (&self, FALSE);
  text = words_of (pdf);
  g_assert_cmpuint (n_times (text, "To place"), >, 1);
  g_assert_cmpuint (n_times (text, "1 h Dupont Anne"), ==, 200);
  paper_tear_down (&self, NULL);
}

static void
test_nothing (void)
{
  Paper self = { 0 };
  EntRoundsWeek *week = picture_new ("2026-11-23", 8, 0);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  self.book = ent_sheet_book_new (week, 7);
  pdf = board_of (&self, FALSE);
  text = words_of (pdf);
  assert_has (text, "No visit is planned in these days.");
  paper_tear_down (&self, NULL);
}

/* Pages of the sheets of all: each carer has some, and they count from one. */
static void
test_sheets (void)
{
  Paper self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) docs = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  fill_service (&self, 7);
  docs = ent_sheet_print_carers (self.book, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (docs->len, ==, N_CARERS + 1);
  pdf = ent_sheet_print (docs, FALSE, NULL, &error);
  g_assert_no_error (error);
  text = words_of (pdf);
  g_assert_cmpuint (n_times (text, "Page 1/"), ==, N_CARERS + 1);
  paper_tear_down (&self, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-board/week", test_week);
  g_test_add_func ("/sheet-board/large", test_large);
  PAPER ("/sheet-board/day", test_day);
  g_test_add_func ("/sheet-board/many-to-place", test_many_to_place);
  g_test_add_func ("/sheet-board/nothing", test_nothing);
  g_test_add_func ("/sheet-board/sheets", test_sheets);
  return g_test_run ();
}
