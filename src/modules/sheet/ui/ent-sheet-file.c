/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the text on the report thread, asks where it goes, writes it whole or not at all. Nothing
 * is asked when there is nothing to write. Main thread, unless told. */

#include "ent-sheet-file.h"

#include "ent-date.h"
#include "ent-sheet-gpx.h"
#include "ent-sheet-ics.h"
#include "ent-sheet-maker.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  EntShell *shell;
  EntSheetWish wish;
  guint n_missing;
} Saving;

static void
saving_free (Saving *self)
{
  g_object_unref (self->shell);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* What the report thread gives back. */
typedef struct
{
  GBytes *bytes;
  guint n_missing;
} Text;

static void
text_free (gpointer data)
{
  Text *self = data;

  g_bytes_unref (self->bytes);
  g_free (self);
}

/* Report thread. */
static gpointer
write_text (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const EntSheetQuestion *question = data;
  const EntSheetWish *wish = &question->wish;
  g_autoptr (EntSheetBook)
                book = ent_sheet_wish_book (db, wish, question->roads, cancellable, error);
  EntSheetTrack track = { ENT_ROUNDS_NONE, wish->is_named, question->roads, 0 };
  char *text;
  Text *result;

  if (book == NULL)
    return NULL;
  track.carer = ent_sheet_book_find_carer (book, wish->carer_id);
  text = wish->kind == ENT_SHEET_TRACK
             ? ent_sheet_gpx_write (book, &track, error)
             : ent_sheet_ics_write (book, track.carer, wish->is_named, ent_stamp_now (), error);
  if (text == NULL)
    return NULL;
  result = g_new0 (Text, 1);
  result->bytes = g_bytes_new_take (text, strlen (text));
  result->n_missing = track.n_missing;
  return result;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      ent_shell_report (self->shell, error);
      return;
    }
  if (self->n_missing > 0)
    text = g_strdup_printf (ngettext ("Saved, without %u stop that has no place on the map",
                                      "Saved, without %u stops that have no place on the map",
                                      self->n_missing),
                            self->n_missing);
  ent_shell_toast (self->shell, text != NULL ? text : _ ("Saved"), FALSE);
}

typedef struct
{
  Saving *saving;
  GBytes *bytes;
} Choice;

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  g_autoptr (Saving) self = choice->saving;
  g_autoptr (GBytes) bytes = choice->bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  g_free (choice);
  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                         written_cb, g_steal_pointer (&self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    ent_shell_report (self->shell, error);
}

/* Named by what it is and the day, not by the carer. */
static char *
propose_name (const EntSheetWish *wish)
{
  g_autofree char *day = ent_day_to_iso (wish->first_day);
  g_autofree char *name = g_strdup_printf (wish->kind == ENT_SHEET_TRACK
                                               /* Translators: a file name and a day, 2026-11-23 */
                                               ? _ ("round %s.gpx")
                                               /* Translators: a file name and a day, 2026-11-23 */
                                               : _ ("rounds %s.ics"),
                                           day);

  return ent_text_safe_file_name (name);
}

static void
text_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  Text *text = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = propose_name (&self->wish);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->shell));
  Choice *choice;

  if (text == NULL)
    {
      ent_shell_report (self->shell, error);
      return;
    }
  choice = g_new0 (Choice, 1);
  choice->bytes = g_bytes_ref (text->bytes);
  self->n_missing = text->n_missing;
  text_free (text);
  gtk_file_dialog_set_title (dialog, _ ("Save the rounds"));
  gtk_file_dialog_set_initial_name (dialog, name);
  choice->saving = g_steal_pointer (&self);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        choice);
}

void
ent_sheet_file_save (EntShell *shell, EntStore *store, const EntSheetWish *wish)
{
  Saving *self = g_new0 (Saving, 1);

  self->shell = g_object_ref (shell);
  self->wish = *wish;
  ent_store_run_async (store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, write_text,
                       ent_sheet_question_new (wish), (GDestroyNotify) ent_sheet_question_free,
                       text_free, NULL, text_written_cb, self);
}
