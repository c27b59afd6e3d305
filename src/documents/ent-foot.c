/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out and draws the foot of each page. One thread. */

#include "ent-foot.h"

#include "ent-qr.h"
#include "ent-typeset.h"

#include <string.h>

#define MM ENT_MM_TO_PT
#define BELOW 8.0 /* mm, to the edge of the sheet: most printers leave 4 to 6 white */
#define CODE 16.0 /* mm, quiet zone included */
#define QUIET 1.6 /* mm, about: how far the quiet zone stands out of the margin */
#define GREY 0.35

struct _EntFoot
{
  const EntDoc *doc; /* borrowed */
  PangoContext *context; /* borrowed */
  guint n_pages;
  EntTypeset *seal; /* or NULL */
  EntTypeset *footer; /* or NULL */
  double size;
  double left; /* of the texts */
  double right;
  double page_width;
  double height;
};

/* "Page %u/%u" comes from a translation, so it is filled without printf. */
static char *
page_text (const EntFoot *self, guint page)
{
  const char *words = self->doc->page_words != NULL ? self->doc->page_words : "%u/%u";
  const char *first = strstr (words, "%u");
  const char *second = first != NULL ? strstr (first + 2, "%u") : NULL;

  if (second == NULL)
    return g_strdup_printf ("%u/%u", page, self->n_pages);
  return g_strdup_printf ("%.*s%u%.*s%u%s", (int) (first - words), words, page,
                          (int) (second - first - 2), first + 2, self->n_pages, second + 2);
}

static EntTypeset *
set_page_number (const EntFoot *self, guint page)
{
  EntTypeStyle style = { .size = self->size, .width = -1, .grey = GREY };
  g_autofree char *text = page_text (self, page);

  return ent_typeset_new_plain (self->context, text, &style);
}

static void
set_texts (EntFoot *self)
{
  EntTypeStyle style = { .size = self->size, .grey = GREY };
  double height = 0;

  style.width = self->right - self->left - self->page_width - 4 * MM;
  if (self->doc->seal_text != NULL)
    {
      self->seal = ent_typeset_new_plain (self->context, self->doc->seal_text, &style);
      height += self->seal->height;
    }
  if (self->doc->footer != NULL)
    {
      self->footer = ent_typeset_new_plain (self->context, self->doc->footer, &style);
      height += self->footer->height;
    }
  height = MAX (height, 1.35 * self->size);
  if (self->doc->seal_payload != NULL)
    height = MAX (height, CODE * MM);
  self->height = height;
}

EntFoot *
ent_foot_new (const EntDoc *doc, PangoContext *context, guint n_pages)
{
  EntFoot *self = g_new0 (EntFoot, 1);
  g_autoptr (EntTypeset) number = NULL;

  self->doc = doc;
  self->context = context;
  self->n_pages = n_pages;
  self->size = CLAMP (doc->text_size * 0.65, 7.5, 10);
  self->left = doc->paper.left * MM;
  if (doc->seal_payload != NULL)
    self->left += (CODE - QUIET + 1) * MM;
  self->right = (doc->paper.width - doc->paper.right) * MM;
  number = set_page_number (self, n_pages);
  self->page_width = number->width;
  set_texts (self);
  return self;
}

void
ent_foot_free (EntFoot *self)
{
  g_clear_pointer (&self->seal, ent_typeset_unref);
  g_clear_pointer (&self->footer, ent_typeset_unref);
  g_free (self);
}

double
ent_foot_get_height (const EntFoot *self)
{
  return self->height + BELOW * MM;
}

static gboolean
draw_seal (const EntFoot *self, EntPen *pen, double top, double text_top, GError **error)
{
  g_autofree char *payload = NULL;
  cairo_rectangle_t square = { (self->doc->paper.left - QUIET) * MM, top, CODE * MM, CODE * MM };
  gboolean done = TRUE;

  if (self->doc->seal_payload != NULL)
    {
      payload = g_strdup_printf ("%s:%u/%u", self->doc->seal_payload, pen->page, self->n_pages);
      ent_pen_open_figure (pen, self->doc->seal_alt, square.x, square.y);
      done = ent_qr_draw (pen->cr, payload, &square, error);
      ent_pen_close_figure (pen);
    }
  if (self->seal != NULL)
    {
      ent_pen_open (pen, ENT_TAG_P);
      ent_typeset_draw (self->seal, pen, self->left, text_top);
      ent_pen_close (pen, ENT_TAG_P);
    }
  return done;
}

gboolean
ent_foot_draw (const EntFoot *self, EntPen *pen, gboolean last, GError **error)
{
  double top = self->doc->paper.height * MM - ent_foot_get_height (self);
  double texts = (self->seal != NULL ? self->seal->height : 0) +
                 (self->footer != NULL ? self->footer->height : 0);
  double y = top + MAX (0, self->height - MAX (texts, 1.35 * self->size)) / 2;
  g_autoptr (EntTypeset) number = set_page_number (self, pen->page);
  gboolean done;

  if (!last)
    ent_pen_begin_artifact (pen);
  done = draw_seal (self, pen, top, y, error);
  if (!last)
    ent_pen_end_artifact (pen);
  ent_pen_begin_artifact (pen);
  ent_typeset_draw (number, pen, self->right - number->width, y);
  if (self->footer != NULL)
    ent_typeset_draw (self->footer, pen, self->left,
                      y + (self->seal != NULL ? self->seal->height : 0));
  ent_pen_end_artifact (pen);
  return done;
}
