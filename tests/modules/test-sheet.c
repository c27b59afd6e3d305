/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of carers: what they say and what they never say, nights, pairs, changes, sums. */

#include "sheet-fixture.h"

#include "ent-document-kind.h"
#include "ent-pdf-pages.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-print.h"
#include "ent-sheet-round.h"
#include "ent-sheet-words.h"

#include <locale.h>
#include <poppler.h>
#include <string.h>

static GBytes *
sheet_of (Paper *self, int carer)
{
  g_autoptr (EntDoc) doc = ent_sheet_doc_new (self->book, carer);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = ent_doc_render (doc, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static char *
text_of (Paper *self, int carer)
{
  g_autoptr (GBytes) pdf = sheet_of (self, carer);

  return words_of (pdf);
}

static void
test_says (Paper *self, gconstpointer unused)
{
  EntSheetVisit *line = line_at (self, self->first);
  g_autofree char *text = NULL;

  line->street = g_strdup ("Rue des Saules 12/3");
  line->town = g_strdup ("4999 Sart");
  line->entry = g_strdup ("third floor");
  line->access = g_strdup ("ring twice\nwait");
  line->phone = g_strdup ("010 43 60 00");
  line->alerts = g_strdup ("wet floor");
  line->has_dog = TRUE;
  line->smokes = TRUE;
  line->has_key = TRUE;
  line->tasks = g_strdup ("Wash\nCook");
  line->note = g_strdup ("Speak slowly");
  text = text_of (self, self->luce);
  assert_has (text, "Luce Leroy");
  assert_has (text, "Monday 23 November 2026");
  assert_has (text, "1 · 09:00–10:00 · Dupont Anne");
  assert_has (text, "2 · 10:30–11:30 · Exemple Bert");
  assert_has (text, "Rue des Saules 12/3 · 4999 Sart");
  assert_has (text, "Phone: 010 43 60 00");
  assert_has (text, "Getting in: third floor · ring twice · wait");
  assert_has (text, "Key in hand: yes");
  assert_has (text, "To do: Aide à la vie journalière – Wash · Cook");
  assert_has (text, "Take care: dog · somebody smokes there · wet floor");
  assert_has (text, "Note: Speak slowly");
  assert_has (text, "Way to it: 10 min · 5.0 km, by car");
  assert_has (text, "Arrived Left Signature Remark");
  assert_has (text, "Confidential");
}

/* Who carries no key, and what nobody noted, leaves no empty label behind. */
static void
test_is_silent (Paper *self, gconstpointer unused)
{
  g_autofree char *text = text_of (self, self->luce);

  assert_lacks (text, "Key in hand");
  assert_lacks (text, "Getting in");
  assert_lacks (text, "Take care");
  assert_lacks (text, "Note:");
  assert_lacks (text, "Together with");
  assert_lacks (text, "Changed");
}

static void
test_empty (Paper *self, gconstpointer unused)
{
  g_autofree char *text = text_of (self, self->marc);
  gint64 unknown = 7;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  assert_has (text, "No visit is planned in these days.");
  g_array_append_val (ids, unknown);
  g_assert_null (ent_sheet_print_carers (self->book, ids, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_pair (Paper *self, gconstpointer unused)
{
  int other = put_visit (self->book->week, self->anne, self->marc, AT (0, 9, 0));
  g_autofree char *hers = NULL;
  g_autofree char *his = NULL;
  g_autofree char *alone = NULL;

  make_pair (self->book->week, self->first, other);
  paper_finish (self);
  hers = text_of (self, self->luce);
  his = text_of (self, self->marc);
  assert_has (hers, "Together with: Marc Maes");
  assert_has (his, "Together with: Luce Leroy");
  visit_at (self->book->week, other)->carer = NOBODY;
  alone = text_of (self, self->luce);
  assert_has (alone, "Together with: a second carer who is still to be found");
}

/* A night is one day of work, and is on one sheet only. */
static void
test_midnight (Paper *self, gconstpointer unused)
{
  EntRoundsWeek *week = self->book->week;
  g_autoptr (EntSheetRound) monday = NULL;
  g_autoptr (EntSheetRound) tuesday = NULL;
  g_autofree char *text = NULL;

  put_shift (week, self->marc, AT (0, 22, 0), AT (1, 6, 0));
  put_visit (week, self->anne, self->marc, AT (0, 23, 30));
  put_visit (week, self->bert, self->marc, AT (1, 1, 0));
  paper_finish (self);
  monday = ent_sheet_round_new (self->book, self->marc, 0);
  tuesday = ent_sheet_round_new (self->book, self->marc, 1);
  g_assert_cmpuint (monday->stops->len, ==, 2);
  g_assert_cmpuint (tuesday->stops->len, ==, 0);
  text = text_of (self, self->marc);
  assert_has (text, "1 · 23:30–00:30 (Tuesday) · Dupont Anne");
  assert_has (text, "2 · 01:00–02:00 (Tuesday) · Exemple Bert");
}

/* Half an hour beyond the way is a break, a minute less is none. */
static void
test_breaks (Paper *self, gconstpointer unused)
{
  g_autoptr (EntSheetRound) none = ent_sheet_round_new (self->book, self->luce, 0);
  g_autoptr (EntSheetRound) one = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (none->breaks->len, ==, 0);
  visit_at (self->book->week, self->second)->start = AT (0, 10, 40);
  one = ent_sheet_round_new (self->book, self->luce, 0);
  g_assert_cmpuint (one->breaks->len, ==, 1);
  g_assert_cmpint (g_array_index (one->breaks, EntSheetBreak, 0).from, ==, AT (0, 10, 0));
  g_assert_cmpint (g_array_index (one->breaks, EntSheetBreak, 0).to, ==, AT (0, 10, 30));
  g_assert_cmpint (one->sums.minutes, ==, 120);
  g_assert_cmpint (one->sums.travel, ==, 10);
  g_assert_cmpint (one->sums.metres, ==, 5000);
  text = text_of (self, self->luce);
  assert_has (text, "Breaks, ways and sums");
  assert_has (text, "10:00–10:30");
}

static void
test_changes (Paper *self, gconstpointer unused)
{
  EntSheetVisit *line = line_at (self, self->first);
  EntRoundsShift *away;
  g_autofree char *nothing = ent_sheet_words_change (self->book, self->first);
  g_autofree char *replaced = NULL;
  g_autofree char *absent = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *extra = NULL;

  g_assert_null (nothing);
  line->usual_start = 540;
  line->usual_carer_id = carer_at (self->book->week, self->luce)->id;
  line->usual_carer = g_strdup ("Luce Leroy");
  nothing = ent_sheet_words_change (self->book, self->first);
  g_assert_null (nothing);
  line->usual_start = 540 + 14;
  nothing = ent_sheet_words_change (self->book, self->first);
  g_assert_null (nothing);
  line->usual_start = 540 - 15;
  moved = ent_sheet_words_change (self->book, self->first);
  g_assert_cmpstr (moved, ==, "usually at 08:45");
  g_clear_pointer (&moved, g_free);
  line->usual_start = 540;
  line->usual_carer_id = carer_at (self->book->week, self->marc)->id;
  g_set_str (&line->usual_carer, "Marc Maes");
  replaced = ent_sheet_words_change (self->book, self->first);
  g_assert_cmpstr (replaced, ==, "in place of Marc Maes");
  away = put_shift (self->book->week, self->marc, AT (0, 8, 0), AT (0, 12, 0));
  away->is_away = TRUE;
  away->reason = g_strdup ("Sickness");
  line->usual_start = 600;
  absent = ent_sheet_words_change (self->book, self->first);
  g_assert_cmpstr (absent, ==, "usually at 10:00 · in place of Marc Maes, who is away");
  away->to = AT (0, 10, 0);
  g_clear_pointer (&absent, g_free);
  absent = ent_sheet_words_change (self->book, self->first);
  g_assert_cmpstr (absent, ==, "usually at 10:00 · in place of Marc Maes");
  line->usual_start = ENT_INT_NONE;
  g_clear_pointer (&absent, g_free);
  absent = ent_sheet_words_change (self->book, self->first);
  g_assert_cmpstr (absent, ==, "in place of Marc Maes, who is away");
  line->origin_day = self->book->week->first_day - 3;
  moved = ent_sheet_words_change (self->book, self->first);
  g_assert_true (g_str_has_prefix (moved, "moved from Friday 20 November 2026 · "));
  line->need_id = 0;
  extra = ent_sheet_words_change (self->book, self->first);
  g_assert_true (g_str_has_prefix (extra, "an extra visit · "));
}

/* Why somebody is away is nobody's business on paper. */
static void
test_hides_sickness (Paper *self, gconstpointer unused)
{
  EntSheetVisit *line = line_at (self, self->first);
  EntRoundsShift *away = put_shift (self->book->week, self->marc, AT (0, 8, 0), AT (0, 12, 0));
  g_autofree char *text = NULL;

  away->is_away = TRUE;
  away->reason = g_strdup ("Sickness");
  line->usual_carer_id = carer_at (self->book->week, self->marc)->id;
  line->usual_carer = g_strdup ("Marc Maes");
  text = text_of (self, self->luce);
  assert_has (text, "Changed: in place of Marc Maes, who is away");
  assert_lacks (text, "Sickness");
}

static void
test_dropped (Paper *self, gconstpointer unused)
{
  g_autofree char *text = NULL;

  visit_at (self->book->week, self->second)->state = ENT_VISIT_CANCELLED_BENEFICIARY;
  text = text_of (self, self->luce);
  assert_has (text, "Not to be made any more");
  assert_has (text, "10:30–11:30 · Exemple Bert · Cancelled by the beneficiary");
  assert_lacks (text, "2 · 10:30");
}

/* Everything but the foot is at least twelve points high. */
static void
test_large_type (Paper *self, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = sheet_of (self, self->luce);
  PopplerDocument *file = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage *page = poppler_document_get_page (file, 0);
  GList *all = poppler_page_get_text_attributes (page);
  guint n_large = 0, n_small = 0;

  for (GList *each = all; each != NULL; each = each->next)
    {
      const PopplerTextAttributes *attributes = each->data;

      n_large += attributes->font_size >= 12;
      n_small += attributes->font_size < 12;
    }
  g_assert_cmpuint (n_large, >, 10);
  g_assert_cmpuint (n_small, <=, 2);
  poppler_page_free_text_attributes (all);
  g_object_unref (page);
  g_object_unref (file);
}

/* One file of all who have a visit, each on sheets of paper of their own. */
static GBytes *
print_all (Paper *self, EntSheetProgress *progress, GError **error)
{
  g_autoptr (GPtrArray) docs = ent_sheet_print_carers (self->book, NULL, error);

  g_assert_nonnull (docs);
  return ent_sheet_print (docs, TRUE, progress, error);
}

static void
test_all (Paper *self, gconstpointer unused)
{
  EntSheetProgress progress = { 0, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = print_all (self, &progress, &error);
  g_autoptr (GBytes) both = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (progress.permille, ==, 1000);
  g_assert_cmpuint (ent_pdf_count_pages (one, NULL), ==, 1);
  put_visit (self->book->week, self->anne, self->marc, AT (0, 15, 0));
  paper_finish (self);
  both = print_all (self, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_pdf_count_pages (both, NULL), ==, 3);
  text = words_of (both);
  assert_has (text, "Marc Maes");
  g_cancellable_cancel (cancellable);
  progress.cancellable = cancellable;
  g_assert_null (print_all (self, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  PAPER ("/sheet/says", test_says);
  PAPER ("/sheet/is-silent", test_is_silent);
  PAPER ("/sheet/empty", test_empty);
  PAPER ("/sheet/pair", test_pair);
  PAPER ("/sheet/midnight", test_midnight);
  PAPER ("/sheet/breaks", test_breaks);
  PAPER ("/sheet/changes", test_changes);
  PAPER ("/sheet/hides-sickness", test_hides_sickness);
  PAPER ("/sheet/dropped", test_dropped);
  PAPER ("/sheet/large-type", test_large_type);
  PAPER ("/sheet/all", test_all);
  return g_test_run ();
}
