/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of several carers as one file. A worker thread. */

#include "ent-sheet-print.h"

#include "ent-document-kind.h"
#include "ent-pdf-pages.h"
#include "ent-sheet-doc.h"
#include "ent-sheet-round.h"

#include <glib/gi18n-lib.h>

gboolean
ent_sheet_progress_step (EntSheetProgress *progress, guint done, guint total, GError **error)
{
  if (progress == NULL)
    return TRUE;
  g_atomic_int_set (&progress->permille, (int) (done * 1000 / MAX (total, 1)));
  return !g_cancellable_set_error_if_cancelled (progress->cancellable, error);
}

GBytes *
ent_sheet_print_join (GPtrArray *files, gboolean is_two_sided, GError **error)
{
  if (files->len == 1)
    return g_bytes_ref (g_ptr_array_index (files, 0));
  return ent_pdf_join (files, is_two_sided, error);
}

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

GBytes *
ent_sheet_print_carers (const EntSheetBook *book,
                        const GArray *carer_ids,
                        gboolean is_two_sided,
                        EntSheetProgress *progress,
                        GError **error)
{
  g_autoptr (GArray) carers = choose_carers (book, carer_ids);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  if (carers->len == 0)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("No carer has a visit in these days, so there is no sheet to "
                              "print. Place the visits on the board first."));
      return NULL;
    }
  for (guint i = 0; i < carers->len; i++)
    {
      g_autoptr (EntDoc) doc = ent_sheet_doc_new (book, g_array_index (carers, int, i));
      GCancellable *cancellable = progress != NULL ? progress->cancellable : NULL;
      GBytes *file = ent_doc_render (doc, NULL, cancellable, error);

      if (file == NULL)
        return NULL;
      g_ptr_array_add (files, file);
      if (!ent_sheet_progress_step (progress, i + 1, carers->len, error))
        return NULL;
    }
  return ent_sheet_print_join (files, is_two_sided, error);
}
