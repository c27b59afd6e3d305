/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selected text over several pages. Main thread; pages are read one after the other. */

#include "ent-pdf-selection.h"

typedef struct
{
  EntPdfSelection selection;
  guint page;
  guint last_page;
  GString *text;
} Reading;

static gboolean
is_behind (const EntPdfSpot *a, const EntPdfSpot *b)
{
  return a->page != b->page ? a->page > b->page : a->position > b->position;
}

static void
put_in_order (const EntPdfSelection *self, const EntPdfSpot **first, const EntPdfSpot **last)
{
  gboolean turned = is_behind (&self->anchor, &self->focus);

  *first = turned ? &self->focus : &self->anchor;
  *last = turned ? &self->anchor : &self->focus;
}

gboolean
ent_pdf_selection_is_empty (const EntPdfSelection *self)
{
  return self->anchor.page == self->focus.page && self->anchor.position == self->focus.position;
}

void
ent_pdf_selection_on_page (const EntPdfSelection *self, guint page, guint *start, guint *end)
{
  const EntPdfSpot *first;
  const EntPdfSpot *last;

  put_in_order (self, &first, &last);
  *start = *end = 0;
  if (page < first->page || page > last->page)
    return;
  *start = page == first->page ? first->position : 0;
  *end = page == last->page ? last->position : G_MAXUINT;
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_string_free (reading->text, TRUE);
  g_free (reading);
}

static void read_page (GTask *task);

static void
page_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  EntPdfReader *reader = ENT_PDF_READER (source);
  g_autoptr (EntPdfText) text = ent_pdf_reader_read_finish (reader, result, &error);
  g_autofree char *words = NULL;
  guint start, end;

  if (text == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ent_pdf_selection_on_page (&reading->selection, reading->page, &start, &end);
  words = ent_pdf_text_dup (text, start, end);
  if (reading->text->len > 0)
    g_string_append_c (reading->text, '\n');
  g_string_append (reading->text, words);
  reading->page++;
  if (reading->page > reading->last_page)
    g_task_return_pointer (task, g_strdup (reading->text->str), g_free);
  else
    read_page (g_steal_pointer (&task));
}

static void
read_page (GTask *task)
{
  const Reading *reading = g_task_get_task_data (task);
  EntPdfAsk ask = { .page = reading->page };

  ent_pdf_reader_read_async (g_task_get_source_object (task), &ask, g_task_get_cancellable (task),
                             page_read_cb, task);
}

void
ent_pdf_selection_read_async (const EntPdfSelection *self,
                              EntPdfReader *reader,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (reader, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);
  const EntPdfSpot *first;
  const EntPdfSpot *last;

  put_in_order (self, &first, &last);
  reading->selection = *self;
  reading->page = first->page;
  reading->last_page = last->page;
  reading->text = g_string_new (NULL);
  g_task_set_source_tag (task, ent_pdf_selection_read_async);
  g_task_set_task_data (task, reading, reading_free);
  read_page (task);
}

char *
ent_pdf_selection_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
