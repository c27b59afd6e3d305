/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small hands for the C interface of qpdf: files in memory, values in dictionaries, the tree of a
 * document. Nothing touches the disk. Any thread, one document at a time on each. */

#include "ent-qpdf.h"

#include <glib/gi18n-lib.h>

#include "ent-document-kind.h"

/* Deeper than any document that we draw, shallow enough for the stack. */
#define MAX_DEPTH 200

/* Warnings are no failure: Cairo lists objects that it never wrote, and nothing refers to them. */
static gboolean
has_failed (QPDF_ERROR_CODE code)
{
  return (code & QPDF_ERRORS) != 0;
}

static gboolean
fail (qpdf_data pdf, GError **error)
{
  const char *detail = NULL;

  if (qpdf_has_error (pdf))
    detail = qpdf_get_error_full_text (pdf, qpdf_get_error (pdf));
  if (detail != NULL)
    g_debug ("%s", detail);
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                       _ ("The PDF file is damaged or protected."));
  return FALSE;
}

static void
walk (qpdf_data pdf, qpdf_oh element, EntQpdfVisit visit, gpointer data, int depth)
{
  g_autofree char *type = NULL;
  qpdf_oh kids;
  int n_kids;

  if (depth > MAX_DEPTH || !qpdf_oh_is_dictionary (pdf, element))
    return;
  type = ent_qpdf_get_name (pdf, element, "/S");
  if (*type == '\0' || !visit (pdf, element, type, data))
    return;

  kids = ent_qpdf_get_kids (pdf, element);
  n_kids = qpdf_oh_get_array_n_items (pdf, kids);
  for (int i = 0; i < n_kids; i++)
    walk (pdf, qpdf_oh_get_array_item (pdf, kids, i), visit, data, depth + 1);
}

qpdf_data
ent_qpdf_open (GBytes *bytes, GError **error)
{
  g_auto (EntQpdf) pdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, QPDF_TRUE);
  qpdf_set_attempt_recovery (pdf, QPDF_FALSE);
  if (data == NULL || has_failed (qpdf_read_memory (pdf, "document", data, size, NULL)))
    {
      fail (pdf, error);
      return NULL;
    }
  return g_steal_pointer (&pdf);
}

GBytes *
ent_qpdf_write (qpdf_data pdf, GError **error)
{
  if (has_failed (qpdf_init_write_memory (pdf)))
    {
      fail (pdf, error);
      return NULL;
    }
  qpdf_set_object_stream_mode (pdf, qpdf_o_disable);
  qpdf_set_newline_before_endstream (pdf, QPDF_TRUE);
  qpdf_set_deterministic_ID (pdf, QPDF_TRUE);
  if (has_failed (qpdf_write (pdf)) || qpdf_has_error (pdf))
    {
      fail (pdf, error);
      return NULL;
    }
  return g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
}

void
ent_qpdf_close (qpdf_data pdf)
{
  if (pdf != NULL)
    qpdf_cleanup (&pdf);
}

void
ent_qpdf_set (qpdf_data pdf, qpdf_oh dict, const char *key, const char *literal)
{
  qpdf_oh_replace_key (pdf, dict, key, qpdf_oh_parse (pdf, literal));
}

void
ent_qpdf_set_text (qpdf_data pdf, qpdf_oh dict, const char *key, const char *text)
{
  qpdf_oh_replace_key (pdf, dict, key, qpdf_oh_new_unicode_string (pdf, text));
}

qpdf_oh
ent_qpdf_new_stream (qpdf_data pdf, const char *literal, GBytes *data)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);
  qpdf_oh dict = qpdf_oh_get_dict (pdf, stream);
  qpdf_oh extra = qpdf_oh_parse (pdf, literal);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) keys = NULL;
  gsize size;
  const guchar *bytes = g_bytes_get_data (data, &size);

  qpdf_oh_begin_dict_key_iter (pdf, extra);
  while (qpdf_oh_dict_more_keys (pdf))
    g_strv_builder_add (names, qpdf_oh_dict_next_key (pdf));
  keys = g_strv_builder_end (names);
  for (char **key = keys; *key != NULL; key++)
    qpdf_oh_replace_key (pdf, dict, *key, qpdf_oh_get_key (pdf, extra, *key));

  qpdf_oh_replace_stream_data (pdf, stream, bytes, size, qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  return stream;
}

static GBytes *
take_buffer (guchar *buffer, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (buffer, size);

  qpdf_oh_free_buffer (&buffer);
  return g_steal_pointer (&bytes);
}

GBytes *
ent_qpdf_get_stream (qpdf_data pdf, qpdf_oh stream)
{
  guchar *buffer = NULL;
  size_t size = 0;
  QPDF_BOOL filtered = QPDF_FALSE;

  if (!qpdf_oh_is_stream (pdf, stream) ||
      has_failed (
          qpdf_oh_get_stream_data (pdf, stream, qpdf_dl_generalized, &filtered, &buffer, &size)))
    return NULL;
  return take_buffer (buffer, size);
}

GBytes *
ent_qpdf_get_page_contents (qpdf_data pdf, qpdf_oh page)
{
  guchar *buffer = NULL;
  size_t size = 0;

  if (has_failed (qpdf_oh_get_page_content_data (pdf, page, &buffer, &size)))
    return NULL;
  return take_buffer (buffer, size);
}

int
ent_qpdf_n_objects (qpdf_data pdf)
{
  return qpdf_oh_get_int_value_as_int (pdf, qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Size"));
}

qpdf_oh
ent_qpdf_get (qpdf_data pdf, qpdf_oh dict, const char *key)
{
  if (!qpdf_oh_is_dictionary (pdf, dict))
    return qpdf_oh_new_null (pdf);
  return qpdf_oh_get_key (pdf, dict, key);
}

char *
ent_qpdf_get_name (qpdf_data pdf, qpdf_oh dict, const char *key)
{
  qpdf_oh value = ent_qpdf_get (pdf, dict, key);

  return g_strdup (qpdf_oh_is_name (pdf, value) ? qpdf_oh_get_name (pdf, value) : "");
}

gboolean
ent_qpdf_has_name (qpdf_data pdf, qpdf_oh dict, const char *key, const char *name)
{
  return qpdf_oh_is_name_and_equals (pdf, ent_qpdf_get (pdf, dict, key), name);
}

void
ent_qpdf_walk_structure (qpdf_data pdf, EntQpdfVisit visit, gpointer data)
{
  qpdf_oh tree = qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
  qpdf_oh kids;
  int n_kids;

  if (!qpdf_oh_is_dictionary (pdf, tree))
    return;
  kids = ent_qpdf_get_kids (pdf, tree);
  n_kids = qpdf_oh_get_array_n_items (pdf, kids);
  for (int i = 0; i < n_kids; i++)
    walk (pdf, qpdf_oh_get_array_item (pdf, kids, i), visit, data, 0);
}

qpdf_oh
ent_qpdf_get_kids (qpdf_data pdf, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (pdf, element, "/K");

  if (qpdf_oh_is_null (pdf, kids))
    return qpdf_oh_new_array (pdf);
  return qpdf_oh_wrap_in_array (pdf, kids);
}
