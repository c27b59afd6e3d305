/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching page after page. Main thread; the reading is done by the reader's thread, after what
 * has to be drawn. */

#include "ent-pdf-search.h"

struct _EntPdfSearch
{
  GObject parent_instance;

  EntPdfReader *reader;
  GCancellable *cancellable;
  char *words;
  guint first_page;
  guint n_searched;
  guint n_pages;
  GPtrArray *hits; /* (element-type GArray), one a page, NULL: none */
  guint n_hits;
  gboolean has_current;
  guint page;
  guint index;
};

enum
{
  SIGNAL_FOUND,
  SIGNAL_FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntPdfSearch, ent_pdf_search, G_TYPE_OBJECT)

static void search_next_page (EntPdfSearch *self);

static void
keep_hits (EntPdfSearch *self, guint page, GArray *hits)
{
  self->hits->pdata[page] = g_array_ref (hits);
  self->n_hits += hits->len;
  if (!self->has_current)
    {
      self->has_current = TRUE;
      self->page = page;
      self->index = 0;
    }
  g_signal_emit (self, signals[SIGNAL_FOUND], 0, page);
}

static void
page_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = ent_pdf_reader_find_finish (ENT_PDF_READER (source), result, &error);
  g_autoptr (EntPdfSearch) self = NULL;
  guint page;

  if (hits == NULL)
    return;
  self = g_object_ref (user_data);
  page = (self->first_page + self->n_searched) % self->n_pages;
  self->n_searched++;
  if (hits->len > 0)
    keep_hits (self, page, hits);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->n_searched < self->n_pages)
    search_next_page (self);
  else
    g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
}

static void
search_next_page (EntPdfSearch *self)
{
  EntPdfAsk ask = {
    .page = (self->first_page + self->n_searched) % self->n_pages,
    .priority = G_PRIORITY_LOW,
    .words = self->words,
  };

  ent_pdf_reader_find_async (self->reader, &ask, self->cancellable, page_searched_cb, self);
}

static void
ent_pdf_search_dispose (GObject *object)
{
  EntPdfSearch *self = ENT_PDF_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_pdf_search_parent_class)->dispose (object);
}

static void
ent_pdf_search_class_init (EntPdfSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_pdf_search_dispose;

  signals[SIGNAL_FOUND] = g_signal_new ("found", ENT_TYPE_PDF_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", ENT_TYPE_PDF_SEARCH, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_pdf_search_init (EntPdfSearch *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
free_hits (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

EntPdfSearch *
ent_pdf_search_new (EntPdfReader *reader, const char *words, guint first_page)
{
  EntPdfSearch *self = g_object_new (ENT_TYPE_PDF_SEARCH, NULL);

  self->reader = g_object_ref (reader);
  self->words = g_strdup (words);
  self->n_pages = ent_pdf_reader_get_n_pages (reader);
  self->first_page = MIN (first_page, self->n_pages - 1);
  self->hits = g_ptr_array_new_with_free_func (free_hits);
  g_ptr_array_set_size (self->hits, (int) self->n_pages);
  search_next_page (self);
  return self;
}

gboolean
ent_pdf_search_is_finished (EntPdfSearch *self)
{
  return self->n_searched == self->n_pages;
}

guint
ent_pdf_search_get_n_hits (EntPdfSearch *self)
{
  return self->n_hits;
}

GArray *
ent_pdf_search_get_hits (EntPdfSearch *self, guint page)
{
  return page < self->n_pages ? g_ptr_array_index (self->hits, page) : NULL;
}

gboolean
ent_pdf_search_get_current (EntPdfSearch *self, guint *page, guint *index)
{
  *page = self->page;
  *index = self->index;
  return self->has_current;
}

guint
ent_pdf_search_get_position (EntPdfSearch *self)
{
  guint n = self->index;

  for (guint i = 0; i < self->page; i++)
    {
      GArray *hits = ent_pdf_search_get_hits (self, i);

      n += hits != NULL ? hits->len : 0;
    }
  return n;
}

void
ent_pdf_search_step (EntPdfSearch *self, int direction)
{
  GArray *hits;

  if (!self->has_current)
    return;
  hits = ent_pdf_search_get_hits (self, self->page);
  if (direction > 0 ? self->index + 1 < hits->len : self->index > 0)
    {
      self->index += direction > 0 ? 1 : -1;
      return;
    }
  do
    self->page = (self->page + (direction > 0 ? 1 : self->n_pages - 1)) % self->n_pages;
  while ((hits = ent_pdf_search_get_hits (self, self->page)) == NULL);
  self->index = direction > 0 ? 0 : hits->len - 1;
}
