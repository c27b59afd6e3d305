/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading files that are brought. What begins with "read_" and "look_" runs on a worker thread. */

#include "ent-piece-file.h"

#include "ent-pdf-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PDF "application/pdf"

void
ent_piece_file_free (EntPieceFile *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_free (self->media_type);
  g_free (self->warning);
  g_free (self);
}

gboolean
ent_piece_is_pdf (const char *media_type)
{
  return g_strcmp0 (media_type, PDF) == 0;
}

gboolean
ent_piece_is_picture (const char *media_type)
{
  return g_strcmp0 (media_type, "image/png") == 0 || g_strcmp0 (media_type, "image/jpeg") == 0;
}

/* By what it holds; a name is only believed where that tells nothing. */
static char *
look_for_type (GBytes *bytes, const char *name)
{
  static const struct
  {
    const char *start;
    gsize length;
    const char *type;
  } known[] = {
    { "%PDF-", 5, PDF },
    { "\x89PNG\r\n\x1a\n", 8, "image/png" },
    { "\xff\xd8\xff", 3, "image/jpeg" },
  };
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree char *content_type = NULL;
  char *media_type;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (size >= known[i].length && memcmp (data, known[i].start, known[i].length) == 0)
      return g_strdup (known[i].type);
  content_type = g_content_type_guess (name, data, size, NULL);
  media_type = g_content_type_get_mime_type (content_type);
  return media_type != NULL ? media_type : g_strdup ("application/octet-stream");
}

/* The ending is left out where the type tells it. */
static char *
look_for_title (const char *name, const char *media_type)
{
  const char *dot = strrchr (name, '.');

  if (!ent_piece_is_pdf (media_type) && !ent_piece_is_picture (media_type))
    return g_strdup (name);
  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static char *
look_for_fault (EntPieceFile *file)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = NULL;

  if (!ent_piece_is_pdf (file->media_type))
    return NULL;
  pages = ent_pdf_page_texts (file->bytes, &error);
  return pages == NULL ? g_strdup (error->message) : NULL;
}

static GBytes *
read_bytes (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file,
                                                 G_FILE_ATTRIBUTE_STANDARD_SIZE
                                                 "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                                 G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _ ("“%s” is a folder: add its files."),
                 name);
  else if (g_file_info_get_size (info) > ENT_PIECE_MAX_BYTES)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("“%s” is larger than 100 MB and was not taken."), name);
  else if (g_file_info_get_size (info) == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is empty."), name);
  else
    return g_file_load_bytes (file, cancellable, NULL, error);
  return NULL;
}

static void
read_file (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GFile *file = data;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");
  g_autoptr (EntPieceFile) piece = g_new0 (EntPieceFile, 1);
  GError *error = NULL;

  piece->bytes = read_bytes (file, name, cancellable, &error);
  if (piece->bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  piece->media_type = look_for_type (piece->bytes, name);
  piece->title = look_for_title (name, piece->media_type);
  piece->warning = look_for_fault (piece);
  g_task_return_pointer (task, g_steal_pointer (&piece), (GDestroyNotify) ent_piece_file_free);
}

void
ent_piece_file_read_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_file);
}

EntPieceFile *
ent_piece_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GtkFileDialog *
ent_piece_file_dialog_new (const char *title, gboolean only_pdf)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) shown = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_filter_set_name (shown, only_pdf ? _ ("PDF documents") : _ ("Documents and pictures"));
  gtk_file_filter_add_suffix (shown, "pdf");
  if (!only_pdf)
    {
      gtk_file_filter_add_suffix (shown, "png");
      gtk_file_filter_add_suffix (shown, "jpg");
      gtk_file_filter_add_suffix (shown, "jpeg");
    }
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, shown);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_default_filter (dialog, shown);
  return dialog;
}
