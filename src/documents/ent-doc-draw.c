/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out a document and draws it as a tagged PDF. A worker thread; several at once, each with its
 * own document. */

#include "ent-doc-private.h"

#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-flow.h"
#include "ent-foot.h"
#include "ent-letterhead.h"
#include "ent-sheets.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MM ENT_MM_TO_PT
#define ABOVE_FOOT 6.0 /* mm */
#define DRAFT_GREY 0.92

typedef struct
{
  EntDoc *doc;
  PangoContext *context;
  EntLetterhead *head;
  EntFlow *flow;
  EntFoot *foot;
  GPtrArray *pages;
  EntTypeset *draft; /* at 100 points, or NULL */
} Layout;

static void
layout_clear (Layout *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->head, ent_letterhead_free);
  g_clear_pointer (&self->flow, ent_flow_free);
  g_clear_pointer (&self->foot, ent_foot_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->draft, ent_typeset_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static EntPageArea
find_area (const Layout *self)
{
  const EntPaper *paper = &self->doc->paper;
  double foot = ent_foot_get_height (self->foot) + ABOVE_FOOT * MM;
  EntPageArea area = { .top = paper->top * MM };

  area.bottom = paper->height * MM - MAX (paper->bottom * MM, foot);
  area.first_top = MIN (self->head->bottom, area.bottom);
  return area;
}

/* The foot depends on the number of pages by the width of that number only, so it is made twice:
 * first for the widest. */
static gboolean
lay_out (Layout *self, GCancellable *cancellable, GError **error)
{
  EntDoc *doc = self->doc;
  EntPageArea area;

  self->context = ent_type_context_new (doc->language);
  self->head = ent_letterhead_new (doc, self->context, error);
  if (self->head == NULL)
    return FALSE;
  self->foot = ent_foot_new (doc, self->context, 9999);
  area = find_area (self);
  self->flow = ent_flow_new (self->context, doc->language, CLAMP (doc->text_size, 6, 24));
  self->flow->cancellable = cancellable;
  self->flow->x = 0;
  self->flow->width = (doc->paper.width - doc->paper.left - doc->paper.right) * MM;
  self->flow->body_height = area.bottom - area.top;
  if (!ent_flow_add_blocks (self->flow, doc->blocks, error))
    return FALSE;
  self->pages = ent_pages_new (self->flow->bands, &area);
  ent_foot_free (self->foot);
  self->foot = ent_foot_new (doc, self->context, self->pages->len);
  if (doc->draft && doc->draft_word != NULL && *doc->draft_word != '\0')
    {
      EntTypeStyle style = { .size = 100, .width = -1, .bold = TRUE, .grey = DRAFT_GREY };

      self->draft = ent_typeset_new_plain (self->context, doc->draft_word, &style);
    }
  return TRUE;
}

/* From corner to corner, below the text and as an artifact. */
static void
draw_draft (const Layout *self, EntPen *pen)
{
  double width = self->doc->paper.width * MM;
  double height = self->doc->paper.height * MM;
  double scale = 0.7 * hypot (width, height) / self->draft->width;

  scale = MIN (scale, 0.4 * width / self->draft->height);
  ent_pen_begin_artifact (pen);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, width / 2, height / 2);
  cairo_rotate (pen->cr, -atan2 (height, width));
  cairo_scale (pen->cr, scale, scale);
  ent_typeset_draw (self->draft, pen, -self->draft->width / 2, -self->draft->height / 2);
  cairo_restore (pen->cr);
  ent_pen_end_artifact (pen);
}

static gboolean
draw_page (const Layout *self, EntPen *pen, GError **error)
{
  const EntPage *page = g_ptr_array_index (self->pages, pen->page - 1);
  gboolean last = pen->page == self->pages->len;

  if (self->draft != NULL)
    draw_draft (self, pen);
  if (pen->page == 1)
    ent_letterhead_draw (self->head, self->doc, pen);
  ent_page_draw (page, self->flow->bands, pen, self->doc->paper.left * MM);
  if (!ent_foot_draw (self->foot, pen, last, error))
    return FALSE;
  if (last)
    ent_pen_close (pen, ENT_TAG_DOCUMENT);
  cairo_show_page (pen->cr);
  return TRUE;
}

static void
set_metadata (cairo_surface_t *pdf, const EntDoc *doc)
{
  g_autofree char *day = ent_day_to_iso (doc->day != ENT_DAY_NONE ? doc->day : 0);
  g_autofree char *stamp = g_strconcat (day, "T12:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_MOD_DATE, stamp);
  if (doc->title != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, doc->title);
  if (doc->author != NULL)
    cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_AUTHOR, doc->author);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_drawn (cairo_t *cr, cairo_surface_t *pdf, GError **error)
{
  cairo_status_t status = cairo_status (cr);

  cairo_surface_finish (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (pdf);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
               _ ("The document could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_pages (const Layout *self, EntPen *pen, GCancellable *cancellable, GError **error)
{
  ent_pen_open (pen, ENT_TAG_DOCUMENT);
  for (pen->page = 1; pen->page <= self->pages->len; pen->page++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !draw_page (self, pen, error))
      return FALSE;
  return TRUE;
}

GBytes *
ent_doc_draw (EntDoc *self,
              EntPenNotes *notes,
              guint *n_pages,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (Layout) layout = { .doc = self };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  EntPen pen = { .notes = notes };
  cairo_surface_t *pdf;
  gboolean done;

  if (!lay_out (&layout, cancellable, error))
    return NULL;
  pdf = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->paper.width * MM,
                                             self->paper.height * MM);
  set_metadata (pdf, self);
  pen.cr = cairo_create (pdf);
  done = draw_pages (&layout, &pen, cancellable, error);
  /* What was left open by a cancelled drawing is an error of Cairo too, but not the first. */
  done = check_drawn (pen.cr, pdf, done ? error : NULL) && done;
  cairo_destroy (pen.cr);
  cairo_surface_destroy (pdf);
  if (!done)
    return NULL;
  if (n_pages != NULL)
    *n_pages = layout.pages->len;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
