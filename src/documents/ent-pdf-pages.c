/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages out of PDF files and into new ones. Any thread. */

#include "ent-pdf-pages.h"

#include "ent-document-kind.h"

#include <glib/gi18n-lib.h>
#include <qpdf/qpdf-c.h>

static void
qpdf_free (qpdf_data self)
{
  qpdf_cleanup (&self);
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (
      error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
      _ ("This file is protected, damaged, or no PDF: its pages cannot be taken."));
  return FALSE;
}

static qpdf_data
new_qpdf (void)
{
  qpdf_data self = qpdf_init ();

  /* What it says goes to nobody: it may name what a file holds. */
  qpdf_silence_errors (self);
  qpdf_set_suppress_warnings (self, QPDF_TRUE);
  return self;
}

static qpdf_data
read_file (GBytes *file, GError **error)
{
  qpdf_data self = new_qpdf ();
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  if ((qpdf_read_memory (self, "", data, size, NULL) & QPDF_ERRORS) == 0 &&
      qpdf_get_num_pages (self) > 0)
    return self;
  qpdf_free (self);
  fail (error);
  return NULL;
}

static GBytes *
write_file (qpdf_data self, GError **error)
{
  if ((qpdf_init_write_memory (self) & QPDF_ERRORS) != 0)
    {
      fail (error);
      return NULL;
    }
  qpdf_set_deterministic_ID (self, QPDF_TRUE);
  if ((qpdf_write (self) & QPDF_ERRORS) != 0)
    {
      fail (error);
      return NULL;
    }
  return g_bytes_new (qpdf_get_buffer (self), qpdf_get_buffer_length (self));
}

static int
turn_of (qpdf_data file, qpdf_oh page)
{
  qpdf_oh value = qpdf_oh_get_key (file, page, "/Rotate");

  return qpdf_oh_is_integer (file, value) ? qpdf_oh_get_int_value_as_int (file, value) : 0;
}

static gboolean
add_page (qpdf_data target, qpdf_data source, guint number, int turn)
{
  qpdf_oh page = qpdf_get_page_n (source, number);
  int whole = ((turn_of (source, page) + turn) % 360 + 360) % 360;

  /* The tags that these keys lead to stay behind. */
  qpdf_oh_remove_key (source, page, "/StructParents");
  qpdf_oh_replace_key (source, page, "/Rotate", qpdf_oh_new_integer (source, whole));
  return (qpdf_add_page (target, source, page, QPDF_FALSE) & QPDF_ERRORS) == 0;
}

static gboolean
add_blank_page (qpdf_data target)
{
  qpdf_oh page = qpdf_oh_parse (
      target, "<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << >> >>");

  return (qpdf_add_page (target, target, qpdf_make_indirect_object (target, page), QPDF_FALSE) &
          QPDF_ERRORS) == 0;
}

static gboolean
add_all_pages (qpdf_data target, qpdf_data source)
{
  guint n_pages = (guint) qpdf_get_num_pages (source);

  for (guint i = 0; i < n_pages; i++)
    if (!add_page (target, source, i, 0))
      return FALSE;
  return TRUE;
}

GBytes *
ent_pdf_join (GPtrArray *files, gboolean even, GError **error)
{
  /* The sources are read until the end of writing. */
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) qpdf_free);
  qpdf_data target = new_qpdf ();
  gboolean good = TRUE;
  GBytes *joined;

  qpdf_empty_pdf (target);
  for (guint i = 0; good && i < files->len; i++)
    {
      qpdf_data source = read_file (g_ptr_array_index (files, i), error);

      if (source == NULL)
        {
          qpdf_free (target);
          return NULL;
        }
      g_ptr_array_add (sources, source);
      if (even && qpdf_get_num_pages (target) % 2 == 1)
        good = add_blank_page (target);
      good = good && add_all_pages (target, source);
    }
  if (!good)
    fail (error);
  joined = good ? write_file (target, error) : NULL;
  qpdf_free (target);
  return joined;
}

GBytes *
ent_pdf_take (GBytes *file, const EntPdfPick *picks, guint n_picks, GError **error)
{
  qpdf_data source = read_file (file, error);
  qpdf_data target;
  gboolean good = TRUE;
  GBytes *taken;

  if (source == NULL)
    return NULL;
  target = new_qpdf ();
  qpdf_empty_pdf (target);
  for (guint i = 0; good && i < n_picks; i++)
    good = picks[i].page < (guint) qpdf_get_num_pages (source) &&
           add_page (target, source, picks[i].page, picks[i].turn);
  if (!good)
    fail (error);
  taken = good ? write_file (target, error) : NULL;
  qpdf_free (target);
  qpdf_free (source);
  return taken;
}

guint
ent_pdf_count_pages (GBytes *file, GError **error)
{
  qpdf_data source = read_file (file, error);
  guint n_pages;

  if (source == NULL)
    return 0;
  n_pages = (guint) qpdf_get_num_pages (source);
  qpdf_free (source);
  return n_pages;
}
