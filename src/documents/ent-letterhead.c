/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out and draws the head of the first page. Whatever is longer than its place is made smaller,
 * then pushes down what stands below: nothing overlaps. One thread. */

#include "ent-letterhead.h"

#include "ent-typeset.h"

#define MM ENT_MM_TO_PT
#define HEAD_TOP 14.0 /* mm, for all below */
#define LOGO_WIDTH 62.0
#define LOGO_HEIGHT 20.0
#define AXIS 115.0 /* second edge of the page, that of the window on the right */
#define GAP_BELOW 11.0
#define COLUMN_GAP 3.5
#define RETURN_SIZE 6.5 /* points, made smaller so that the line is one */
#define LEAST_RETURN_SIZE 5.5
#define LARGE_TYPE 15.0 /* points: from here on references need the whole width */

typedef struct
{
  EntTypeset *label; /* before the text, in the same paragraph; or NULL */
  double label_x;
  EntTypeset *text;
  double x;
  double y;
  double underline; /* width of a fine line below, 0: none */
} Piece;

static void
piece_free (gpointer data)
{
  Piece *self = data;

  g_clear_pointer (&self->label, ent_typeset_unref);
  ent_typeset_unref (self->text);
  g_free (self);
}

/* Takes @text; returns the height below it. */
static double
add_piece (EntLetterhead *self, EntTypeset *text, double x, double y)
{
  Piece *piece = g_new0 (Piece, 1);

  piece->text = text;
  piece->x = x;
  piece->y = y;
  g_ptr_array_add (self->pieces, piece);
  return y + text->height;
}

static double
text_width (const EntDoc *doc)
{
  return (doc->paper.width - doc->paper.left - doc->paper.right) * MM;
}

static double
axis (const EntDoc *doc)
{
  return doc->paper.width > 2 * AXIS - 25 ? AXIS * MM : doc->paper.width / 2 * MM;
}

static gboolean
add_logo (EntLetterhead *self, const EntDoc *doc, GError **error)
{
  double width = MIN (LOGO_WIDTH * MM, text_width (doc) / 2 - 4 * MM);

  if (doc->logo == NULL)
    return TRUE;
  self->logo = ent_logo_new (doc->logo, width, LOGO_HEIGHT * MM, error);
  if (self->logo == NULL)
    return FALSE;
  self->logo_alt = g_strdup (doc->sender_name != NULL ? doc->sender_name : doc->author);
  self->logo_x = doc->paper.left * MM;
  self->logo_y = HEAD_TOP * MM;
  self->bottom = self->logo_y + self->logo->height;
  return TRUE;
}

/* Adds the sender at a scale; returns the height below. */
static double
add_sender (EntLetterhead *self, const EntDoc *doc, PangoContext *context, double scale)
{
  EntTypeStyle name = { .size = 11.5 * scale, .bold = TRUE };
  EntTypeStyle line = { .size = 8.5 * scale, .grey = 0.25 };
  double x = self->logo != NULL ? axis (doc) : doc->paper.left * MM;
  double y = HEAD_TOP * MM;

  name.width = line.width = (doc->paper.width - doc->paper.right) * MM - x;
  y = add_piece (self, ent_typeset_new_plain (context, doc->sender_name, &name), x, y);
  y += 1.2 * scale * MM;
  for (guint i = 0; doc->sender_lines != NULL && doc->sender_lines[i] != NULL; i++)
    if (*doc->sender_lines[i] != '\0')
      y = add_piece (self, ent_typeset_new_plain (context, doc->sender_lines[i], &line), x, y);
  return y;
}

static void
add_fitting_sender (EntLetterhead *self, const EntDoc *doc, PangoContext *context, double limit)
{
  double bottom = 0;

  if (doc->sender_name == NULL)
    return;
  for (double scale = 1; scale > 0.6; scale -= 0.1)
    {
      g_ptr_array_set_size (self->pieces, 0);
      bottom = add_sender (self, doc, context, scale);
      if (bottom <= limit)
        break;
    }
  self->bottom = MAX (self->bottom, bottom);
}

static EntTypeset *
set_return_line (PangoContext *context, const char *line, double width)
{
  for (double size = RETURN_SIZE;; size -= 0.25)
    {
      EntTypeStyle style = { .size = size, .width = width, .grey = 0.3 };
      g_autoptr (EntTypeset) text = ent_typeset_new_plain (context, line, &style);

      if (ent_typeset_n_lines (text) == 1 || size <= LEAST_RETURN_SIZE)
        return g_steal_pointer (&text);
    }
}

static double
add_recipient (EntLetterhead *self,
               const EntDoc *doc,
               PangoContext *context,
               const cairo_rectangle_t *zone,
               double size)
{
  EntTypeStyle style = { .size = size, .width = zone->width };
  double y = zone->y;

  if (doc->return_line != NULL)
    {
      Piece *piece;

      y = add_piece (self, set_return_line (context, doc->return_line, zone->width), zone->x, y);
      piece = g_ptr_array_index (self->pieces, self->pieces->len - 1);
      piece->underline = zone->width;
      y += 1.4 * MM;
    }
  for (guint i = 0; doc->recipient[i] != NULL; i++)
    y = add_piece (self, ent_typeset_new_plain (context, doc->recipient[i], &style), zone->x, y);
  return y;
}

static double
add_fitting_recipient (EntLetterhead *self,
                       const EntDoc *doc,
                       PangoContext *context,
                       const cairo_rectangle_t *zone)
{
  guint before = self->pieces->len;
  double bottom = 0;

  for (double size = CLAMP (doc->text_size, 10, 12); size >= 8; size -= 0.5)
    {
      g_ptr_array_set_size (self->pieces, before);
      bottom = add_recipient (self, doc, context, zone, size);
      if (bottom <= zone->y + zone->height)
        break;
    }
  return MAX (bottom, zone->y + zone->height);
}

/* Width of the widest label, or value. */
static double
measure_references (const EntDoc *doc, PangoContext *context, double size, gboolean labels)
{
  EntTypeStyle style = { .size = size, .width = -1 };
  double width = 0;

  for (guint i = 0; i < doc->references->len; i++)
    {
      const EntDocReference *reference = g_ptr_array_index (doc->references, i);
      g_autoptr (EntTypeset)
                    text = ent_typeset_new_plain (context,
                                                  labels ? reference->label : reference->value,
                                                  &style);

      width = MAX (width, text->width);
    }
  return width;
}

/* Values that a slightly smaller letter keeps on one line, such as e-mail addresses, have it. */
static double
find_reference_size (const EntDoc *doc, PangoContext *context, double width, double *column)
{
  double most = MAX (8.5, doc->text_size * 0.78);

  for (double size = most; size >= most * 0.85; size -= 0.5)
    {
      *column = measure_references (doc, context, size, TRUE) + size * 0.3;
      if (*column + COLUMN_GAP * MM + measure_references (doc, context, size, FALSE) <= width)
        return size;
    }
  *column = MIN (measure_references (doc, context, most, TRUE) + most * 0.3, width * 0.45);
  return most;
}

/* Labels and values in two columns, each line on one base line. */
static double
add_references (EntLetterhead *self,
                const EntDoc *doc,
                PangoContext *context,
                const cairo_rectangle_t *zone)
{
  double column;
  double size = find_reference_size (doc, context, zone->width, &column);
  double x = zone->x + column + COLUMN_GAP * MM;
  EntTypeStyle label = { .size = size, .width = column, .grey = 0.35 };
  EntTypeStyle value = { .size = size, .width = zone->x + zone->width - x };
  double y = zone->y;

  for (guint i = 0; i < doc->references->len; i++)
    {
      const EntDocReference *reference = g_ptr_array_index (doc->references, i);
      /* The blank keeps label and value apart for who hears them. */
      g_autofree char *words = g_strconcat (reference->label, " ", NULL);
      EntTypeset *left = ent_typeset_new_plain (context, words, &label);
      Piece *piece;
      double bottom;

      bottom = add_piece (self, ent_typeset_new_plain (context, reference->value, &value), x, y);
      piece = g_ptr_array_index (self->pieces, self->pieces->len - 1);
      piece->label = left;
      piece->label_x = zone->x;
      y = MAX (bottom, y + left->height);
    }
  return y;
}

/* Where the references stand: beside the address, else below everything on the whole width. */
static cairo_rectangle_t
find_references (const EntLetterhead *self, const EntDoc *doc, const cairo_rectangle_t *window)
{
  double left = doc->paper.left * MM;
  cairo_rectangle_t zone = { left, self->bottom + 6 * MM, text_width (doc), 0 };

  if (window->width == 0 || doc->text_size >= LARGE_TYPE)
    return zone;
  zone.y = window->y;
  if (doc->window == ENT_WINDOW_LEFT)
    zone.x = MAX (axis (doc), window->x + window->width + 6 * MM);
  zone.width = (doc->window == ENT_WINDOW_LEFT ? left + text_width (doc) : window->x - 8 * MM) -
               zone.x;
  return zone;
}

static void
add_address_and_references (EntLetterhead *self, const EntDoc *doc, PangoContext *context)
{
  EntArea area = ent_paper_window (doc->window);
  cairo_rectangle_t window = { area.x * MM, area.y * MM, area.width * MM, area.height * MM };
  cairo_rectangle_t zone;
  double head = self->bottom;
  double below;

  if (doc->recipient == NULL || doc->recipient[0] == NULL)
    window.width = 0;
  else
    {
      if (doc->window == ENT_WINDOW_NONE)
        window = (cairo_rectangle_t) { axis (doc), 0, 0, 0 };
      if (window.width == 0)
        window.width = (doc->paper.width - doc->paper.right) * MM - window.x;
      window.y = MAX (window.y, head > 0 ? head + 4 * MM : doc->paper.top * MM);
      self->bottom = add_fitting_recipient (self, doc, context, &window);
    }
  if (doc->references->len == 0)
    return;
  if (self->bottom == 0)
    self->bottom = doc->paper.top * MM;
  zone = find_references (self, doc, &window);
  /* MAX () would call it twice. */
  below = add_references (self, doc, context, &zone);
  self->bottom = MAX (self->bottom, below);
}

EntLetterhead *
ent_letterhead_new (const EntDoc *doc, PangoContext *context, GError **error)
{
  g_autoptr (EntLetterhead) self = g_new0 (EntLetterhead, 1);
  gboolean has_window = doc->window != ENT_WINDOW_NONE && doc->recipient != NULL;
  double limit = has_window ? (ent_paper_window (doc->window).y - 2) * MM : doc->paper.height * MM;

  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  if (!add_logo (self, doc, error))
    return NULL;
  add_fitting_sender (self, doc, context, limit);
  if (self->bottom > 0 && !has_window)
    {
      self->bottom += 4 * MM;
      self->rule_y = self->bottom;
    }
  self->fold_marks = has_window && doc->paper.height > 290;
  add_address_and_references (self, doc, context);
  self->bottom = self->bottom > 0 ? self->bottom + GAP_BELOW * MM : doc->paper.top * MM;
  return g_steal_pointer (&self);
}

void
ent_letterhead_free (EntLetterhead *self)
{
  g_clear_pointer (&self->logo, ent_logo_free);
  g_free (self->logo_alt);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

static void
draw_piece (const Piece *piece, EntPen *pen)
{
  ent_pen_open (pen, ENT_TAG_P);
  if (piece->label != NULL)
    ent_typeset_draw (piece->label, pen, piece->label_x, piece->y);
  ent_typeset_draw (piece->text, pen, piece->x, piece->y);
  ent_pen_close (pen, ENT_TAG_P);
  if (piece->underline > 0)
    ent_pen_fill (pen, 0.6,
                  &(cairo_rectangle_t) { piece->x, piece->y + piece->text->height + 0.3 * MM,
                                         piece->underline, 0.3 });
}

void
ent_letterhead_draw (const EntLetterhead *self, const EntDoc *doc, EntPen *pen)
{
  if (self->logo != NULL)
    {
      ent_pen_open_figure (pen, self->logo_alt, self->logo_x, self->logo_y);
      ent_logo_draw (self->logo, pen, self->logo_x, self->logo_y);
      ent_pen_close_figure (pen);
    }
  for (guint i = 0; i < self->pieces->len; i++)
    draw_piece (g_ptr_array_index (self->pieces, i), pen);
  if (self->rule_y > 0)
    ent_pen_fill (pen, 0.6,
                  &(cairo_rectangle_t) { doc->paper.left * MM, self->rule_y, text_width (doc),
                                         0.5 });
  for (guint i = 1; self->fold_marks && i <= 2; i++)
    ent_pen_fill (pen, 0.6,
                  &(cairo_rectangle_t) { 5 * MM, doc->paper.height * MM * i / 3, 4 * MM, 0.3 });
}
