/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A PDF that is looked at. The object lives on the main thread; functions that are given a
 * PopplerDocument run on the worker. */

#include "ent-pdf-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ent-document-kind.h"
#include "ent-pdf-worker.h"

typedef struct
{
  double width;
  double height;
} Size;

/* What is known once the file has been opened. */
typedef struct
{
  char *title;
  GArray *sizes; /* (element-type Size), one a page */
} Facts;

struct _EntPdfReader
{
  GObject parent_instance;

  EntPdfWorker *worker;
  Facts *facts;
};

/* Poppler names only some of its types for this. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

G_DEFINE_FINAL_TYPE (EntPdfReader, ent_pdf_reader, G_TYPE_OBJECT)

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  if (facts == NULL)
    return;
  g_free (facts->title);
  g_array_unref (facts->sizes);
  g_free (facts);
}

static void
set_error (GError **error, const char *sentence)
{
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF, sentence);
}

/* The mark of a PDF may stand behind some rubbish, says the norm. */
static gboolean
looks_like_pdf (GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  return g_strstr_len (data, (gssize) MIN (size, 1024), "%PDF-") != NULL;
}

static gboolean
check_file (GBytes *pdf, GError **error)
{
  gsize size = g_bytes_get_size (pdf);

  if (size == 0)
    set_error (error, _ ("The file is empty."));
  else if (size > ENT_PDF_MAX_BYTES)
    set_error (error, _ ("The file is too large to be shown: more than 500 MB."));
  else if (!looks_like_pdf (pdf))
    set_error (error, _ ("This file is not a PDF."));
  else
    return TRUE;
  return FALSE;
}

static PopplerDocument *
open_document (GBytes *pdf, GError **error)
{
  g_autoptr (GError) local = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &local);

  if (document != NULL)
    return document;
  if (g_error_matches (local, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    set_error (error, _ ("The PDF is protected by a password and cannot be shown."));
  else
    set_error (error, _ ("The PDF is damaged and cannot be shown."));
  return NULL;
}

static gboolean
measure_page (PopplerDocument *document, int number, GArray *sizes, GError **error)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, number);
  Size size = { 595, 842 };

  /* One page that cannot be read stands blank among the others. */
  if (page != NULL)
    poppler_page_get_size (page, &size.width, &size.height);
  else if (number == 0)
    {
      set_error (error, _ ("The PDF is damaged and cannot be shown."));
      return FALSE;
    }
  if (!(size.width <= ENT_PDF_MAX_SIDE && size.height <= ENT_PDF_MAX_SIDE))
    {
      set_error (error, _ ("The PDF has pages larger than 5 metres and cannot be shown."));
      return FALSE;
    }
  size.width = MAX (1, size.width);
  size.height = MAX (1, size.height);
  g_array_append_val (sizes, size);
  return TRUE;
}

static gboolean
measure (PopplerDocument *document, GArray *sizes, GCancellable *cancellable, GError **error)
{
  int n_pages = poppler_document_get_n_pages (document);

  if (n_pages < 1)
    {
      set_error (error, _ ("The PDF is damaged and cannot be shown."));
      return FALSE;
    }
  if (n_pages > ENT_PDF_MAX_PAGES)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                   _ ("The PDF has %'d pages; at most %'d can be shown."), n_pages,
                   ENT_PDF_MAX_PAGES);
      return FALSE;
    }
  for (int i = 0; i < n_pages; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !measure_page (document, i, sizes, error))
      return FALSE;
  return TRUE;
}

static gpointer
open_work (PopplerDocument **document, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts;

  *document = open_document (data, error);
  if (*document == NULL)
    return NULL;
  facts = g_new0 (Facts, 1);
  facts->title = poppler_document_get_title (*document);
  facts->sizes = g_array_new (FALSE, FALSE, sizeof (Size));
  if (!measure (*document, facts->sizes, cancellable, error))
    g_clear_pointer (&facts, facts_free);
  return facts;
}

typedef struct
{
  guint page;
  double scale;
  int width;
  int height;
  char *words;
} Ask;

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  g_free (ask->words);
  g_free (ask);
}

static gpointer
render_work (PopplerDocument **document, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  g_autoptr (PopplerPage) page = poppler_document_get_page (*document, (int) ask->page);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, ask->width,
                                                         ask->height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, ask->scale, ask->scale);
  if (page != NULL)
    poppler_page_render (page, cr);
  cairo_destroy (cr);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      set_error (error, _ ("The page cannot be drawn."));
      return NULL;
    }
  cairo_surface_flush (surface);
  return surface;
}

/* Poppler counts links from the lower left corner. */
static EntPdfArea
turn_over (const PopplerRectangle *area, double height)
{
  return (EntPdfArea) {
    .x1 = MIN (area->x1, area->x2),
    .y1 = height - MAX (area->y1, area->y2),
    .x2 = MAX (area->x1, area->x2),
    .y2 = height - MIN (area->y1, area->y2),
  };
}

static gboolean
find_target (PopplerDocument *document, const PopplerDest *dest, EntPdfLink *link)
{
  g_autoptr (PopplerDest) named = NULL;
  g_autoptr (PopplerPage) page = NULL;
  double height;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED)
    dest = named = poppler_document_find_dest (document, dest->named_dest);
  if (dest == NULL || dest->page_num < 1)
    return FALSE;
  page = poppler_document_get_page (document, dest->page_num - 1);
  if (page == NULL)
    return FALSE;
  poppler_page_get_size (page, NULL, &height);
  link->page = (guint) dest->page_num - 1;
  link->y = dest->change_top ? CLAMP (height - dest->top, 0, height) : 0;
  return TRUE;
}

static GArray *
read_links (PopplerDocument *document, PopplerPage *page)
{
  GArray *links = ent_pdf_links_new ();
  GList *mapping = poppler_page_get_link_mapping (page);
  double height;

  poppler_page_get_size (page, NULL, &height);
  for (GList *item = mapping; item != NULL; item = item->next)
    {
      const PopplerLinkMapping *one = item->data;
      EntPdfLink link = { .area = turn_over (&one->area, height) };

      if (one->action->type == POPPLER_ACTION_URI && one->action->uri.uri != NULL)
        link.uri = g_strdup (one->action->uri.uri);
      else if (one->action->type != POPPLER_ACTION_GOTO_DEST ||
               !find_target (document, one->action->goto_dest.dest, &link))
        continue;
      g_array_append_val (links, link);
    }
  poppler_page_free_link_mapping (mapping);
  return links;
}

/* A rectangle is four doubles with Poppler and with us. */
G_STATIC_ASSERT (sizeof (EntPdfArea) == sizeof (PopplerRectangle));

static EntPdfText *
read_page (PopplerDocument *document, guint number, gboolean with_links)
{
  g_autoptr (PopplerPage) page = poppler_document_get_page (document, (int) number);
  PopplerRectangle *areas = NULL;
  guint n_areas = 0;
  EntPdfText *text;

  if (page == NULL)
    return ent_pdf_text_new (NULL, NULL, 0, NULL);
  poppler_page_get_text_layout (page, &areas, &n_areas);
  text = ent_pdf_text_new (poppler_page_get_text (page), (const EntPdfArea *) areas, n_areas,
                           with_links ? read_links (document, page) : NULL);
  g_free (areas);
  return text;
}

static gpointer
read_work (PopplerDocument **document, gpointer data, GCancellable *cancellable, GError **error)
{
  return read_page (*document, ((Ask *) data)->page, TRUE);
}

static gpointer
find_work (PopplerDocument **document, gpointer data, GCancellable *cancellable, GError **error)
{
  const Ask *ask = data;
  g_autoptr (EntPdfText) text = read_page (*document, ask->page, FALSE);

  return ent_pdf_text_find (text, ask->words);
}

static void
ent_pdf_reader_dispose (GObject *object)
{
  EntPdfReader *self = ENT_PDF_READER (object);

  g_clear_pointer (&self->worker, ent_pdf_worker_stop);
  g_clear_pointer (&self->facts, facts_free);
  G_OBJECT_CLASS (ent_pdf_reader_parent_class)->dispose (object);
}

static void
ent_pdf_reader_class_init (EntPdfReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_pdf_reader_dispose;
}

static void
ent_pdf_reader_init (EntPdfReader *self)
{
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  EntPdfReader *self = ENT_PDF_READER (source);
  GError *error = NULL;

  self->facts = g_task_propagate_pointer (G_TASK (result), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

void
ent_pdf_reader_open_async (GBytes *pdf,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (EntPdfReader) self = NULL;
  g_autoptr (GTask) inner = NULL;
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, ent_pdf_reader_open_async);
  if (!check_file (pdf, &error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  self = g_object_new (ENT_TYPE_PDF_READER, NULL);
  self->worker = ent_pdf_worker_new ();
  inner = g_task_new (self, cancellable, opened_cb, task);
  g_task_set_priority (inner, G_PRIORITY_HIGH);
  g_task_set_task_data (inner, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  ent_pdf_worker_push (self->worker, inner, open_work, facts_free);
}

EntPdfReader *
ent_pdf_reader_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

guint
ent_pdf_reader_get_n_pages (EntPdfReader *self)
{
  return self->facts->sizes->len;
}

void
ent_pdf_reader_get_page_size (EntPdfReader *self, guint page, double *width, double *height)
{
  const Size *size = &g_array_index (self->facts->sizes, Size, page);

  *width = size->width;
  *height = size->height;
}

const char *
ent_pdf_reader_get_title (EntPdfReader *self)
{
  return self->facts->title;
}

double
ent_pdf_reader_get_scale (EntPdfReader *self, guint page, double scale)
{
  double width, height;

  ent_pdf_reader_get_page_size (self, page, &width, &height);
  return MIN (scale, sqrt (ENT_PDF_MAX_PIXELS / (width * height)));
}

static void
push (EntPdfReader *self,
      GTask *task,
      const EntPdfAsk *asked,
      EntPdfWork work,
      GDestroyNotify result_free)
{
  Ask *ask = g_new0 (Ask, 1);
  double width, height;

  ent_pdf_reader_get_page_size (self, asked->page, &width, &height);
  ask->page = asked->page;
  ask->scale = ent_pdf_reader_get_scale (self, asked->page, asked->scale);
  /* A page an inch high and metres wide keeps within what Cairo can draw. */
  ask->width = CLAMP ((int) ceil (width * ask->scale - 0.01), 1, G_MAXINT16);
  ask->height = CLAMP ((int) ceil (height * ask->scale - 0.01), 1, G_MAXINT16);
  ask->words = g_strdup (asked->words);
  g_task_set_task_data (task, ask, ask_free);
  g_task_set_priority (task, asked->priority);
  ent_pdf_worker_push (self->worker, task, work, result_free);
  g_object_unref (task);
}

void
ent_pdf_reader_render_async (EntPdfReader *self,
                             const EntPdfAsk *ask,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_pdf_reader_render_async);
  push (self, task, ask, render_work, (GDestroyNotify) cairo_surface_destroy);
}

cairo_surface_t *
ent_pdf_reader_render_finish (EntPdfReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ent_pdf_reader_read_async (EntPdfReader *self,
                           const EntPdfAsk *ask,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_pdf_reader_read_async);
  push (self, task, ask, read_work, (GDestroyNotify) ent_pdf_text_unref);
}

EntPdfText *
ent_pdf_reader_read_finish (EntPdfReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ent_pdf_reader_find_async (EntPdfReader *self,
                           const EntPdfAsk *ask,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ent_pdf_reader_find_async);
  push (self, task, ask, find_work, (GDestroyNotify) g_array_unref);
}

GArray *
ent_pdf_reader_find_finish (EntPdfReader *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
