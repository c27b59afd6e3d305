/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files become pieces. Main thread; what begins with "write_" runs on the writing thread. */

#include "ent-piece-add.h"

#include "ent-date.h"
#include "ent-paper-book.h"
#include "ent-paper-enums.h"
#include "ent-paper-me.h"
#include "ent-piece-file.h"
#include "ent-shell.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  GWeakRef parent;
  EntStore *store;
  gint64 person_id;
  char *who;
  GPtrArray *files; /* GFile */
  guint next;
  EntPieceFile *piece; /* being kept */
  gboolean known; /* written on the writing thread */
  guint n_added;
  GPtrArray *sentences; /* what has to be told about single files */
} Adding;

static void
adding_free (Adding *self)
{
  g_weak_ref_clear (&self->parent);
  g_object_unref (self->store);
  g_free (self->who);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->piece, ent_piece_file_free);
  g_ptr_array_unref (self->sentences);
  g_free (self);
}

static void
tell (Adding *self)
{
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&self->parent);
  EntShell *shell = parent != NULL ? ent_shell_for (parent) : NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("%u piece added", "%u pieces added",
                                                      self->n_added),
                                            self->n_added);
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  if (shell == NULL)
    return;
  if (self->sentences->len == 0)
    {
      ent_shell_toast (shell, title, self->n_added == 1);
      return;
    }
  g_ptr_array_add (self->sentences, NULL);
  text = g_strjoinv ("\n\n", (char **) self->sentences->pdata);
  dialog = adw_alert_dialog_new (self->n_added > 0 ? title : _ ("Nothing was added"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (shell));
}

static gboolean
write_piece (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Adding *self = data;
  const EntPaperPiece piece = {
    .person_id = self->person_id,
    .origin = ENT_ORIGIN_RECEIVED,
    .title = self->piece->title,
    .media_type = self->piece->media_type,
    .received_on = ent_day_today (),
    .who = self->who,
  };

  return ent_paper_attach (apply, &piece, self->piece->bytes, &self->known, error) != 0;
}

static void add_next (Adding *self);

static void
note (Adding *self, const char *format, const char *name, const char *more)
{
  g_autofree char *first = g_strdup_printf (format, name);

  g_ptr_array_add (self->sentences,
                   more != NULL ? g_strdup_printf ("%s %s", first, more) : g_strdup (first));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *self = user_data;
  g_autoptr (GError) error = NULL;

  if (ent_store_write_finish (ENT_STORE (source), result, &error) == 0 && error != NULL)
    g_ptr_array_add (self->sentences, g_strdup (error->message));
  else if (self->known)
    note (self, _ ("“%s” is among the pieces of this person already."), self->piece->title, NULL);
  else
    {
      self->n_added++;
      if (self->piece->warning != NULL)
        note (self, _ ("“%s” was kept as it is, but cannot be shown."), self->piece->title,
              self->piece->warning);
    }
  g_clear_pointer (&self->piece, ent_piece_file_free);
  add_next (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Adding *self = user_data;
  g_autoptr (GError) error = NULL;

  self->piece = ent_piece_file_read_finish (result, &error);
  if (self->piece == NULL)
    {
      g_ptr_array_add (self->sentences, g_strdup (error->message));
      add_next (self);
      return;
    }
  self->known = FALSE;
  ent_store_write_async (self->store, _ ("Piece added"), write_piece, self, NULL, NULL, written_cb,
                         self);
}

static void
add_next (Adding *self)
{
  if (self->next == self->files->len)
    {
      tell (self);
      adding_free (self);
      return;
    }
  ent_piece_file_read_async (g_ptr_array_index (self->files, self->next++), NULL, read_cb, self);
}

void
ent_piece_add_files (GtkWidget *parent, EntStore *store, gint64 person_id, GPtrArray *files)
{
  Adding *self = g_new0 (Adding, 1);

  g_weak_ref_init (&self->parent, parent);
  self->store = g_object_ref (store);
  self->person_id = person_id;
  self->who = g_strdup (ent_paper_me_author (store));
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->files, g_object_ref (g_ptr_array_index (files, i)));
  add_next (self);
}

/* What the file dialog answers to. */
typedef struct
{
  GWeakRef parent;
  EntStore *store;
  gint64 person_id;
} Asking;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&asking->parent);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) chosen = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source),
                                                                       result, &error);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (parent != NULL && files->len > 0)
    ent_piece_add_files (parent, asking->store, asking->person_id, files);
  else if (parent != NULL && error != NULL &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ent_shell_report (ent_shell_for (parent), error);
  g_weak_ref_clear (&asking->parent);
  g_object_unref (asking->store);
  g_free (asking);
}

void
ent_piece_add_ask (GtkWidget *parent, EntStore *store, gint64 person_id)
{
  g_autoptr (GtkFileDialog) dialog = ent_piece_file_dialog_new (_ ("Add pieces"), FALSE);
  GtkRoot *root = gtk_widget_get_root (parent);
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->parent, parent);
  asking->store = g_object_ref (store);
  asking->person_id = person_id;
  gtk_file_dialog_open_multiple (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL,
                                 chosen_cb, asking);
}

GPtrArray *
ent_piece_add_files_of (const GValue *value)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_ptr_array_add (files, g_object_ref (file->data));
  return files;
}
