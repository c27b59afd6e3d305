/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Several documents as one file, drawn on two threads. */

#include "ent-sheet-print.h"

#include "ent-document-kind.h"
#include "ent-pdf-pages.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-round.h"

#include <glib/gi18n-lib.h>

#define N_THREADS 2

/* Positions of those whose sheets are wanted. */
static GArray *
choose_carers (const EntSheetBook *book, const GArray *carer_ids)
{
  GArray *carers = g_array_new (FALSE, FALSE, sizeof (int));
  int carer;

  for (guint i = 0; carer_ids != NULL && i < carer_ids->len; i++)
    {
      carer = ent_sheet_book_find_carer (book, g_array_index (carer_ids, gint64, i));
      if (carer != ENT_ROUNDS_NONE)
        g_array_append_val (carers, carer);
    }
  for (carer = 0; carer_ids == NULL && carer < (int) book->week->carers->len; carer++)
    if (ent_sheet_round_has_any (book, carer))
      g_array_append_val (carers, carer);
  return carers;
}

GPtrArray *
ent_sheet_print_carers (const EntSheetBook *book, const GArray *carer_ids, GError **error)
{
  g_autoptr (GArray) carers = choose_carers (book, carer_ids);
  GPtrArray *docs;

  if (carers->len == 0)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("No carer has a visit in these days, so there is no sheet to "
                              "print. Place the visits on the board first."));
      return NULL;
    }
  docs = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_doc_free);
  for (guint i = 0; i < carers->len; i++)
    g_ptr_array_add (docs, ent_sheet_doc_new (book, g_array_index (carers, int, i)));
  return docs;
}

typedef struct
{
  GPtrArray *docs;
  GBytes **files; /* as the documents */
  EntSheetProgress *progress;
  int n_done;
  GMutex mutex; /* of the error */
  GError *error;
} Drawing;

static GCancellable *
cancellable_of (const Drawing *self)
{
  return self->progress != NULL ? self->progress->cancellable : NULL;
}

static void
fail (Drawing *self, GError *error)
{
  g_mutex_lock (&self->mutex);
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  g_mutex_unlock (&self->mutex);
}

/* @position: one more than that of the document. */
static void
draw_one (gpointer position, gpointer data)
{
  Drawing *self = data;
  guint i = GPOINTER_TO_UINT (position) - 1;
  GError *error = NULL;
  int done;

  if (g_cancellable_set_error_if_cancelled (cancellable_of (self), &error) ||
      (self->files[i] = ent_doc_render (g_ptr_array_index (self->docs, i), NULL,
                                        cancellable_of (self), &error)) == NULL)
    {
      fail (self, error);
      return;
    }
  done = g_atomic_int_add (&self->n_done, 1) + 1;
  if (self->progress != NULL)
    g_atomic_int_set (&self->progress->permille, done * 1000 / (int) self->docs->len);
}

static GBytes *
join (const Drawing *self, gboolean is_two_sided, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (guint i = 0; i < self->docs->len; i++)
    g_ptr_array_add (files, self->files[i]);
  return files->len == 1 ? g_bytes_ref (self->files[0]) : ent_pdf_join (files, is_two_sided, error);
}

GBytes *
ent_sheet_print (GPtrArray *docs, gboolean is_two_sided, EntSheetProgress *progress, GError **error)
{
  Drawing self = { .docs = docs, .progress = progress };
  GThreadPool *pool = g_thread_pool_new (draw_one, &self, N_THREADS, FALSE, NULL);
  GBytes *pdf = NULL;

  g_return_val_if_fail (docs->len > 0, NULL);

  g_mutex_init (&self.mutex);
  self.files = g_new0 (GBytes *, docs->len);
  for (guint i = 0; i < docs->len; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  if (self.error != NULL)
    g_propagate_error (error, self.error);
  else
    pdf = join (&self, is_two_sided, error);
  for (guint i = 0; i < docs->len; i++)
    g_clear_pointer (&self.files[i], g_bytes_unref);
  g_free (self.files);
  g_mutex_clear (&self.mutex);
  return pdf;
}
