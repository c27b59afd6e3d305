/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A book of sheets made by hand over the pictures of rounds-fixture.h, and files read back.
 * Included once by a test program. */

#pragma once

#include "ent-pdf-compare.h"
#include "ent-sheet-book.h"
#include "rounds-fixture.h"

G_BEGIN_DECLS

/* Luce at Anne's at nine and at Bert's at half past ten on Monday, ten minutes away; Marc is free.
 */
typedef struct
{
  EntSheetBook *book;
  int luce, marc;
  int anne, bert;
  int first, second;
} Paper;

static inline EntSheetVisit *
line_at (Paper *self, int visit)
{
  return ent_sheet_book_line (self->book, visit);
}

static inline void
paper_begin (Paper *self, const char *first_day, int n_days)
{
  EntRoundsWeek *week = picture_new (first_day, n_days + 1, 6);

  self->luce = put_carer (week, "Luce Leroy");
  self->marc = put_carer (week, "Marc Maes");
  put_shift (week, self->luce, AT (0, 8, 0), AT (0, 18, 0));
  self->anne = put_client (week, "Dupont Anne", 0);
  self->bert = put_client (week, "Exemple Bert", 1);
  self->first = put_visit (week, self->anne, self->luce, AT (0, 9, 0));
  self->second = put_visit (week, self->bert, self->luce, AT (0, 10, 30));
  self->book = ent_sheet_book_new (week, n_days);
}

/* After the last visit was put into the picture. */
static inline void
paper_finish (Paper *self)
{
  EntSheetBook *book = ent_sheet_book_new (ent_rounds_week_ref (self->book->week),
                                           self->book->n_days);

  ent_sheet_book_free (self->book);
  self->book = book;
  ent_rounds_week_index (book->week);
  for (guint i = 0; i < book->visits->len; i++)
    line_at (self, (int) i)->need_id = 1;
}

static inline void
paper_set_up (Paper *self, gconstpointer unused)
{
  paper_begin (self, "2026-11-23", 1);
  paper_finish (self);
}

static inline void
paper_tear_down (Paper *self, gconstpointer unused)
{
  g_clear_pointer (&self->book, ent_sheet_book_free);
}

/* Blanks as one, whatever broke the lines. */
static inline char *
in_one_line (const char *text)
{
  g_autoptr (GRegex) blanks = g_regex_new ("[\\s\\x{a0}\\x{202f}]+", 0, 0, NULL);

  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

/* All words of a file; transfer full. */
static inline char *
words_of (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = ent_pdf_page_texts (pdf, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strjoinv (" ", pages);
  return in_one_line (text);
}

static inline void
assert_has (const char *text, const char *wanted)
{
  if (strstr (text, wanted) == NULL)
    g_test_fail_printf ("“%s” is not in: %s", wanted, text);
}

static inline void
assert_lacks (const char *text, const char *unwanted)
{
  if (strstr (text, unwanted) != NULL)
    g_test_fail_printf ("“%s” is in: %s", unwanted, text);
}

#define PAPER(path, function) \
  g_test_add (path, Paper, NULL, paper_set_up, function, paper_tear_down)

G_END_DECLS
