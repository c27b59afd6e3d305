/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of the printed plan. One thread. */

#include "ent-chart-sheet.h"

#include "ent-date.h"
#include "ent-doc.h"
#include "ent-pdf-pages.h"
#include "pdf-rules.h"

#define WIDTH 780.0
#define HEIGHT 500.0

static EntChartSheet *
sheet_of (int n_days, int n_rows)
{
  EntChartSheet *sheet = ent_chart_sheet_new (ent_day_parse_iso ("2026-11-23"), n_days, 7.5);
  const char *const words[ENT_CHART_N_KINDS] = { "Work", "Dropped", "Away" };

  ent_chart_sheet_set_legend (sheet, words, "Hours", "A note");
  for (int i = 0; i < n_rows; i++)
    {
      ent_chart_sheet_add_row (sheet, "Luce Leroy", "2 h");
      ent_chart_sheet_add_hours (sheet, 480, 1020);
      for (int kind = 0; kind < ENT_CHART_N_KINDS; kind++)
        ent_chart_sheet_add_mark (sheet, &(EntChartMark) { (EntChartKind) kind, kind % n_days,
                                                           540 + 30 * kind, 600 + 30 * kind,
                                                           "09:00", "Dupont Anne" });
    }
  return sheet;
}

static GPtrArray *
blocks_of (EntChartSheet *sheet, double title)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_block_free);

  ent_chart_sheet_add_blocks (sheet, &(EntChartPages) { WIDTH, HEIGHT, title }, "Plan of %s.",
                              blocks);
  return blocks;
}

/* No page is higher than there is room; the first leaves some to its title. */
static void
test_pages (void)
{
  g_autoptr (EntChartSheet) sheet = sheet_of (7, 40);
  g_autoptr (GPtrArray) blocks = blocks_of (sheet, 100);
  const EntBlock *first = g_ptr_array_index (blocks, 0);

  g_assert_cmpuint (blocks->len, >=, 3);
  g_assert_cmpfloat (first->width * 72 / 25.4, <=, HEIGHT - 100);
  for (guint i = 0; i < blocks->len; i++)
    {
      const EntBlock *block = g_ptr_array_index (blocks, i);

      g_assert_cmpint (block->kind, ==, i % 2 == 0 ? ENT_BLOCK_DRAWING : ENT_BLOCK_PAGE_BREAK);
      g_assert_cmpfloat (block->width * 72 / 25.4, <=, HEIGHT);
    }
  g_assert_true (g_str_has_prefix (first->alt, "Plan of Luce Leroy, Luce Leroy"));
}

static void
test_none (void)
{
  g_autoptr (EntChartSheet) sheet = sheet_of (7, 0);
  g_autoptr (GPtrArray) blocks = blocks_of (sheet, 0);

  g_assert_cmpuint (blocks->len, ==, 0);
}

/* What is drawn is told to a screen reader too, on every page. */
static void
test_rules (gconstpointer n_days)
{
  g_autoptr (EntChartSheet) sheet = sheet_of (GPOINTER_TO_INT (n_days), 30);
  g_autoptr (EntDoc) doc = ent_doc_new ("fr");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  EntBlock *heading = ent_block_new (ENT_BLOCK_HEADING);

  heading->level = 1;
  ent_block_add_text (heading, "Plan", 0, NULL);
  doc->paper = (EntPaper) { 297, 210, 10, 14, 10, 10 };
  doc->title = g_strdup ("Plan");
  doc->day = ent_day_parse_iso ("2026-11-23");
  g_ptr_array_add (doc->blocks, heading);
  ent_chart_sheet_add_blocks (sheet, &(EntChartPages) { WIDTH, HEIGHT, 60 }, "Plan of %s.",
                              doc->blocks);
  pdf = ent_doc_render (doc, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ent_pdf_count_pages (pdf, NULL), >, 1);
  pdf_rules_assert_kept (pdf, "chart");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-sheet/pages", test_pages);
  g_test_add_func ("/chart-sheet/none", test_none);
  g_test_add_data_func ("/chart-sheet/rules-week", GINT_TO_POINTER (7), test_rules);
  g_test_add_data_func ("/chart-sheet/rules-day", GINT_TO_POINTER (1), test_rules);
  return g_test_run ();
}
