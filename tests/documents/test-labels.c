/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of labels, read back from what was drawn. */

#include "ent-labels.h"
#include "ent-paper.h"
#include "pdf-text.h"

#include <string.h>

static GPtrArray *
make_labels (guint n)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("N%03u Amandine Sansonnet", i);
      const char *lines[] = { name, "Chemin du Moulin 12", "0001 Champfleuri", NULL };

      g_ptr_array_add (labels, g_strdupv ((char **) lines));
    }
  return labels;
}

static PopplerDocument *
draw (const EntLabelSheet *sheet, GPtrArray *labels, GArray *cut)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ent_labels_draw (sheet, labels, cut, NULL, &error);

  g_assert_no_error (error);
  return pdf_open (bytes);
}

static void
assert_inside (PopplerDocument *pdf, guint page, const char *text, const EntArea *area)
{
  PopplerRectangle at;

  g_assert_true (pdf_find (pdf, page, text, &at));
  g_assert_cmpfloat (at.x1, >=, area->x);
  g_assert_cmpfloat (at.y1, >=, area->y);
  g_assert_cmpfloat (at.x2, <=, area->x + area->width);
  g_assert_cmpfloat (at.y2, <=, area->y + area->height);
}

static void
stock_fits_on_the_sheet (void)
{
  for (const EntLabelStock *s = ent_label_stocks; s->id != NULL; s++)
    {
      g_assert_true (ent_label_stock_find (s->id) == s);
      g_assert_cmpfloat (s->left + (s->columns - 1) * s->pitch_x + s->width, <=, 210.01);
      g_assert_cmpfloat (s->top + (s->rows - 1) * s->pitch_y + s->height, <=, 297.01);
      g_assert_cmpfloat (s->pitch_x, >=, s->width);
      g_assert_cmpfloat (s->pitch_y, >=, s->height);
    }
  g_assert_null (ent_label_stock_find ("1x1"));
}

static void
labels_stand_on_stock (void)
{
  for (const EntLabelStock *s = ent_label_stocks; s->id != NULL; s++)
    {
      guint n = s->columns * s->rows;
      g_autoptr (GPtrArray) labels = make_labels (n + 2);
      EntLabelSheet sheet = { .stock = s, .first_position = 1, .dx = 1, .dy = -0.5 };
      g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (PopplerDocument) pdf = draw (&sheet, labels, cut);

      g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 2);
      g_assert_cmpuint (cut->len, ==, 0);
      for (guint i = 0; i < labels->len; i++)
        {
          guint at = (i + 1) % n;
          g_autofree char *number = g_strdup_printf ("N%03u", i);
          EntArea area = { s->left + 1 + at % s->columns * s->pitch_x,
                           s->top - 0.5 + at / s->columns * s->pitch_y, s->width, s->height };

          assert_inside (pdf, (i + 1) / n, number, &area);
        }
      pdf_check_layout (pdf, 0);
    }
}

static void
long_text_shrinks_then_is_cut (void)
{
  g_autoptr (GPtrArray) labels = make_labels (1);
  const EntLabelStock *stock = ent_label_stock_find ("38.1x21.2");
  EntLabelSheet sheet = { .stock = stock };
  EntArea first = { stock->left, stock->top, stock->width, stock->height };
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) flood = g_string_new (NULL);
  const char *broken[] = { "Association d’accompagnement des familles", "Rue Haute 1", NULL };
  const char *hopeless[] = { NULL, "Rue Basse 2", NULL };
  g_autoptr (PopplerDocument) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (flood, "débordement ");
  hopeless[0] = flood->str;
  g_ptr_array_insert (labels, 0, g_strdupv ((char **) broken));
  g_ptr_array_add (labels, g_strdupv ((char **) hopeless));
  pdf = draw (&sheet, labels, cut);
  text = pdf_text (pdf);
  assert_inside (pdf, 0, "Rue Haute 1", &first);
  g_assert_cmpuint (pdf_count (text, "…"), ==, 1);
  g_assert_cmpuint (cut->len, ==, 1);
  g_assert_cmpuint (g_array_index (cut, guint, 0), ==, 2);
  pdf_check_layout (pdf, 0);
}

static void
test_page_shows_all_places (void)
{
  EntLabelSheet sheet = { .stock = ent_label_stock_find ("63.5x38.1"), .test_page = TRUE };
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (PopplerDocument) pdf = draw (&sheet, labels, NULL);
  g_autofree char *text = pdf_text (pdf);

  g_assert_cmpint (poppler_document_get_n_pages (pdf), ==, 1);
  g_assert_cmpuint (pdf_count (text, "63.5x38.1"), ==, 21);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/stock-fits-on-the-sheet", stock_fits_on_the_sheet);
  g_test_add_func ("/labels/labels-stand-on-stock", labels_stand_on_stock);
  g_test_add_func ("/labels/long-text-shrinks-then-is-cut", long_text_shrinks_then_is_cut);
  g_test_add_func ("/labels/test-page-shows-all-places", test_page_shows_all_places);
  return g_test_run ();
}
