/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws sheets of labels. A worker thread. */

#include "ent-labels.h"

#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-paper.h"
#include "ent-typeset.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define MM ENT_MM_TO_PT
#define PAD 2.5 /* mm: printers are off by one or two */
#define LARGEST 12.0 /* points */
#define SMALLEST 6.0

/* Sizes as the makers of A4 sheets print them on the box; margins follow where labels touch. */
/* clang-format off */
const EntLabelStock ent_label_stocks[] = {
  { "63.5x38.1", 3, 7,  63.5, 38.1,  7.25, 15.15, 66.04, 38.1 },
  { "70x37",     3, 8,  70.0, 37.0,  0.0,   0.5,  70.0,  37.0 },
  { "99.1x38.1", 2, 7,  99.1, 38.1,  4.65, 15.15, 101.6, 38.1 },
  { "99.1x67.7", 2, 4,  99.1, 67.7,  4.65, 13.1,  101.6, 67.7 },
  { "38.1x21.2", 5, 13, 38.1, 21.2,  4.67, 10.7,  40.64, 21.2 },
  { "105x42.3",  2, 7,  105.0, 42.3, 0.0,   0.45, 105.0, 42.3 },
  { "70x42.3",   3, 7,  70.0, 42.3,  0.0,   0.45, 70.0,  42.3 },
  { "105x74",    2, 4,  105.0, 74.0, 0.0,   0.5,  105.0, 74.0 },
  { NULL },
};
/* clang-format on */

typedef struct
{
  const EntLabelSheet *sheet;
  PangoContext *context;
  EntPen pen;
  GArray *cut;
} Printer;

const EntLabelStock *
ent_label_stock_find (const char *id)
{
  for (const EntLabelStock *stock = ent_label_stocks; stock->id != NULL; stock++)
    if (g_strcmp0 (stock->id, id) == 0)
      return stock;
  return NULL;
}

static EntArea
place_of (const EntLabelSheet *sheet, guint position)
{
  const EntLabelStock *stock = sheet->stock;
  guint on_sheet = position % (stock->columns * stock->rows);
  EntArea area = { stock->left + sheet->dx, stock->top + sheet->dy, stock->width, stock->height };

  area.x += (on_sheet % stock->columns) * stock->pitch_x;
  area.y += (on_sheet / stock->columns) * stock->pitch_y;
  return area;
}

static GPtrArray *
set_lines (Printer *self, char **lines, double size, double width)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_typeset_unref);
  EntTypeStyle style = { .size = size, .width = width };

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (texts, ent_typeset_new_plain (self->context, lines[i], &style));
  return texts;
}

static double
height_of (GPtrArray *texts)
{
  double height = 0;

  for (guint i = 0; i < texts->len; i++)
    height += ((EntTypeset *) g_ptr_array_index (texts, i))->height;
  return height;
}

/* Smaller type is better than a broken line, a broken line is better than none. */
static gboolean
is_good (GPtrArray *texts, double height, gboolean may_break)
{
  for (guint i = 0; i < texts->len && !may_break; i++)
    if (ent_typeset_n_lines (g_ptr_array_index (texts, i)) > 1)
      return FALSE;
  return height_of (texts) <= height;
}

static GPtrArray *
fit_lines (Printer *self, char **lines, double width, double height)
{
  for (guint may_break = 0; may_break < 2; may_break++)
    for (double size = LARGEST; size >= SMALLEST; size -= 0.5)
      {
        g_autoptr (GPtrArray) texts = set_lines (self, lines, size, width);

        if (is_good (texts, height, may_break))
          return g_steal_pointer (&texts);
      }
  return NULL;
}

/* The smallest type does not fit: the lines that do, and the last with an ellipsis. */
static GPtrArray *
cut_lines (Printer *self, char **lines, double width, double height)
{
  guint most = MAX (1, (guint) (height / (SMALLEST * 1.35)));
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) fitting = NULL;

  for (guint i = 0; lines[i] != NULL && most > 0; i++)
    {
      EntTypeStyle style = { .size = SMALLEST, .width = width };
      g_autoptr (EntTypeset) text = ent_typeset_new_plain (self->context, lines[i], &style);
      guint n = *lines[i] != '\0' ? ent_typeset_n_lines (text) : 0;

      if (n > most || (n == most && lines[i + 1] != NULL))
        {
          g_autofree char *start = ent_typeset_get_start (text, most);

          g_strv_builder_take (kept, g_strconcat (start, "…", NULL));
          break;
        }
      g_strv_builder_add (kept, lines[i]);
      most -= n;
    }
  fitting = g_strv_builder_end (kept);
  return set_lines (self, fitting, SMALLEST, width);
}

static void
draw_label (Printer *self, char **lines, guint label, guint position)
{
  EntArea area = place_of (self->sheet, position);
  double width = (area.width - 2 * PAD) * MM;
  double height = (area.height - 2 * PAD) * MM;
  g_autoptr (GPtrArray) texts = fit_lines (self, lines, width, height);
  double y;

  if (texts == NULL)
    {
      texts = cut_lines (self, lines, width, height);
      if (self->cut != NULL)
        g_array_append_val (self->cut, label);
    }
  y = (area.y + PAD) * MM + (height - height_of (texts)) / 2;
  for (guint i = 0; i < texts->len; i++)
    {
      const EntTypeset *text = g_ptr_array_index (texts, i);

      ent_pen_open (&self->pen, ENT_TAG_P);
      ent_typeset_draw (text, &self->pen, (area.x + PAD) * MM, y);
      ent_pen_close (&self->pen, ENT_TAG_P);
      y += text->height;
    }
}

static void
draw_outline (Printer *self, guint position)
{
  EntArea area = place_of (self->sheet, position);
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  const char *const lines[] = { number, self->sheet->stock->id, NULL };

  cairo_set_source_rgb (self->pen.cr, 0.4, 0.4, 0.4);
  cairo_set_line_width (self->pen.cr, 0.4);
  cairo_rectangle (self->pen.cr, area.x * MM, area.y * MM, area.width * MM, area.height * MM);
  cairo_stroke (self->pen.cr);
  draw_label (self, (char **) lines, 0, position);
}

static gboolean
draw_sheets (Printer *self, GPtrArray *labels, GCancellable *cancellable, GError **error)
{
  const EntLabelStock *stock = self->sheet->stock;
  guint per_sheet = stock->columns * stock->rows;
  guint first = self->sheet->first_position % per_sheet;

  ent_pen_open (&self->pen, ENT_TAG_DOCUMENT);
  for (guint i = 0; self->sheet->test_page && i < per_sheet; i++)
    draw_outline (self, i);
  for (guint i = 0; !self->sheet->test_page && i < labels->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (i > 0 && (first + i) % per_sheet == 0)
        cairo_show_page (self->pen.cr);
      draw_label (self, g_ptr_array_index (labels, i), i, first + i);
    }
  ent_pen_close (&self->pen, ENT_TAG_DOCUMENT);
  return TRUE;
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_pdf (const EntLabelSheet *sheet, GByteArray *bytes)
{
  cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream (write_cb, bytes,
                                                              ent_paper_a4.width * MM,
                                                              ent_paper_a4.height * MM);
  g_autofree char *day = ent_day_to_iso (sheet->day != ENT_DAY_NONE ? sheet->day : 0);
  g_autofree char *stamp = g_strconcat (day, "T12:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_MOD_DATE, stamp);
  return pdf;
}

GBytes *
ent_labels_draw (const EntLabelSheet *sheet,
                 GPtrArray *labels,
                 GArray *cut,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *pdf = create_pdf (sheet, bytes);
  Printer printer = { .sheet = sheet, .cut = cut };
  cairo_status_t status;
  gboolean done;

  printer.context = ent_type_context_new (sheet->language);
  printer.pen.cr = cairo_create (pdf);
  printer.pen.page = 1;
  done = draw_sheets (&printer, labels, cancellable, error);
  status = cairo_status (printer.pen.cr);
  cairo_surface_finish (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf);
  cairo_destroy (printer.pen.cr);
  cairo_surface_destroy (pdf);
  g_object_unref (printer.context);
  if (!done)
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
               _ ("The labels could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}
