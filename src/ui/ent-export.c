/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting: asks where, writes, says how many. */

#include "ent-export.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-exchange.h"
#include "ent-text.h"

typedef struct
{
  EntListPage *page;
  GFile *file;
  EntQuery *query;
  const char **columns;
  guint n_rows;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->file);
  ent_query_free (self->query);
  g_free (self->columns);
  g_free (self);
}

static gpointer
write_file (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  g_autoptr (GFileOutputStream) stream = g_file_replace (self->file, NULL, FALSE,
                                                        G_FILE_CREATE_PRIVATE, cancellable, error);

  if (stream == NULL)
    return NULL;
  if (ent_exchange_export (db, self->query, self->columns, TRUE, G_OUTPUT_STREAM (stream), NULL,
                           NULL, cancellable, error))
    g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  else
    {
      g_autoptr (GCancellable) given_up = g_cancellable_new ();

      /* Closed as cancelled, so that the file of before stays as it was. */
      g_cancellable_cancel (given_up);
      g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);
    }
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));

  ent_store_run_finish (ENT_STORE (source), result, &error);
  if (shell == NULL)
    return;
  if (error != NULL)
    {
      ent_shell_report (shell, error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u row exported", "%u rows exported", self->n_rows),
                          self->n_rows);
  ent_shell_toast (shell, text, FALSE);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Export *self = user_data;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  if (self->file == NULL)
    {
      export_free (self);
      return;
    }
  ent_store_run_async (ent_list_page_get_store (self->page), ENT_LANE_REPORT, G_PRIORITY_DEFAULT,
                       write_file, self, (GDestroyNotify) export_free, NULL, NULL, written_cb,
                       self);
}

void
ent_export_ask (EntListPage *page)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  EntQueryModel *model = ent_list_page_get_model (page);
  g_autofree char *day = ent_day_to_iso (ent_day_today ());
  g_autofree char *title = g_strdup_printf ("%s %s.csv",
                                            _ (ent_list_page_get_schema (page)->plural), day);
  g_autofree char *name = ent_text_safe_file_name (title);
  Export *self = g_new0 (Export, 1);

  self->page = g_object_ref (page);
  self->query = ent_query_copy (ent_query_model_get_query (model));
  self->columns = ent_list_page_get_columns (page);
  self->n_rows = ent_query_model_get_total (model);
  gtk_file_dialog_set_title (dialog, _ ("Export the list"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        file_chosen_cb, self);
}
