/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers from the window's side. Main thread. */

#include "ent-window-register.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "ent-create-dialog.h"
#include "ent-date.h"
#include "ent-demo-extract.h"
#include "ent-demo.h"
#include "ent-error.h"
#include "ent-regions.h"
#include "ent-unlock-dialog.h"

/* The demo is the same for everybody, so that screenshots and lessons agree. */
#define DEMO_SEED 1

typedef struct
{
  EntWindow *window;
  char *path;
  char *centre_name; /* NULL: opened, not created */
} Opening;

static void
opening_free (Opening *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self->centre_name);
  g_free (self);
}

static void
failed (EntWindow *self, const GError *error)
{
  AdwDialog *dialog;

  ent_window_show_welcome (self);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_alert_dialog_new (_ ("The register could not be opened"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  EntWindow *self = opening->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntStore) store = ent_store_open_finish (result, &error);

  if (store != NULL)
    {
      if (opening->centre_name != NULL)
        ent_store_set_setting (store, "centre.name", opening->centre_name);
      g_settings_set_string (ent_application_get_settings (ent_window_get_application (self)),
                             "last-register", opening->path);
      ent_window_set_store (self, store);
    }
  else if (g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_BAD_KEY))
    {
      ent_window_show_welcome (self);
      ent_unlock_dialog_present (self, opening->path, error->message);
    }
  else
    failed (self, error);
  opening_free (opening);
}

void
ent_window_register_open_with (EntWindow *self,
                               const char *path,
                               const char *passphrase,
                               const char *centre_name)
{
  Opening *opening = g_new0 (Opening, 1);
  g_autofree char *user = ent_application_get_user (ent_window_get_application (self));

  opening->window = g_object_ref (self);
  opening->path = g_strdup (path);
  opening->centre_name = g_strdup (centre_name);
  ent_window_set_store (self, NULL);
  ent_window_show_opening (self,
                           centre_name != NULL ? _ ("Creating the register…")
                                               : _ ("Opening the register…"),
                           FALSE);
  ent_store_open_async (path, passphrase, user, centre_name != NULL, NULL, opened_cb, opening);
}

void
ent_window_register_open (EntWindow *self, const char *path)
{
  if (ent_register_path_is_encrypted (path))
    ent_unlock_dialog_present (self, path, NULL);
  else
    ent_window_register_open_with (self, path, NULL, NULL);
}

void
ent_window_register_start (EntWindow *self)
{
  GSettings *settings = ent_application_get_settings (ent_window_get_application (self));
  g_autofree char *recent = g_settings_get_string (settings, "last-register");

  ent_window_show_welcome (self);
  if (*recent != '\0' && g_file_test (recent, G_FILE_TEST_EXISTS))
    ent_window_register_open (self, recent);
}

void
ent_window_register_open_recent (EntWindow *self)
{
  GSettings *settings = ent_application_get_settings (ent_window_get_application (self));
  g_autofree char *recent = g_settings_get_string (settings, "last-register");

  ent_window_register_open (self, recent);
}

void
ent_window_register_create (EntWindow *self)
{
  ent_create_dialog_present (self);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    ent_window_register_open (self, path);
  else if (file != NULL)
    ent_shell_toast (ENT_SHELL (self), _ ("Choose a file on this computer."), FALSE);
}

void
ent_window_register_choose (EntWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Entraide registers"));
  gtk_file_filter_add_suffix (filter, "entraide");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a register"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), NULL, file_chosen_cb, g_object_ref (self));
}

/* Making the demo: the thread counts, the main thread looks four times a second. */
typedef struct
{
  EntWindow *window;
  char *path;
  char *region; /* the map of the commune; NULL when it could not be added */
  gboolean region_is_used;
  int done; /* atomic, thousandths */
  guint timeout;
} Demo;

static void
demo_free (Demo *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self->region);
  g_free (self);
}

static void
demo_progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Demo *demo = user_data;

  g_atomic_int_set (&demo->done, (int) (total > 0 ? done * 1000 / total : 0));
}

static gboolean
show_progress_cb (gpointer user_data)
{
  Demo *demo = user_data;

  ent_window_set_progress (demo->window, g_atomic_int_get (&demo->done) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
demo_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Demo *demo = data;
  GError *error = NULL;

  if (!ent_demo_create (demo->path, ENT_DEMO_SMALL, DEMO_SEED, ent_day_today (), demo_progress_cb,
                        demo, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* Without its map the commune can be tried all the same: the page of the map says what helps. */
  demo->region = ent_demo_extract_add_region (&demo->region_is_used, cancellable, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
use_region_cb (AdwToast *toast, gpointer path)
{
  ent_regions_choose (ent_regions_get_default (), path);
}

/* A map that somebody uses is never changed for that of invented people unasked. */
static void
show_region (EntWindow *self, const Demo *demo)
{
  AdwToast *toast;

  if (demo->region == NULL)
    return;
  ent_regions_refresh (ent_regions_get_default ());
  if (demo->region_is_used)
    return;
  toast = adw_toast_new (_ ("Your map stays in use. The demo commune has one of its own."));
  adw_toast_set_button_label (toast, _ ("_Use It"));
  adw_toast_set_timeout (toast, 0);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (use_region_cb),
                         g_strdup (demo->region), (GClosureNotify) (void (*) (void)) g_free, 0);
  ENT_SHELL_GET_IFACE (self)->add_toast (ENT_SHELL (self), toast);
}

static void
demo_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntWindow *self = ENT_WINDOW (source);
  Demo *demo = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_object_set_data (G_OBJECT (self), "opening", NULL);
  g_clear_handle_id (&demo->timeout, g_source_remove);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      ent_window_register_open_with (self, demo->path, NULL, NULL);
      show_region (self, demo);
    }
  else
    failed (self, error);
}

static void
make_demo (EntWindow *self, const char *path)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, demo_made_cb, NULL);
  Demo *demo = g_new0 (Demo, 1);

  demo->window = g_object_ref (self);
  demo->path = g_strdup (path);
  ent_window_set_store (self, NULL);
  ent_window_show_opening (self, _ ("Inventing a commune…"), TRUE);
  demo->timeout = g_timeout_add (250, show_progress_cb, demo);
  g_object_set_data_full (G_OBJECT (self), "opening", g_object_ref (cancellable), g_object_unref);
  g_task_set_task_data (task, demo, (GDestroyNotify) demo_free);
  g_task_run_in_thread (task, demo_thread);
}

void
ent_window_register_discover (EntWindow *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "entraide",
                                            "demo" ENT_REGISTER_SUFFIX, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    ent_window_register_open_with (self, path, NULL, NULL);
  else
    make_demo (self, path);
}

void
ent_window_register_cancel (EntWindow *self)
{
  GCancellable *cancellable = g_object_get_data (G_OBJECT (self), "opening");

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

typedef struct
{
  EntRegister *reg; /* borrowed: the store outlives its lanes */
  char *target;
} Backup;

static void
backup_free (Backup *self)
{
  g_free (self->target);
  g_free (self);
}

static gpointer
write_backup (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Backup *backup = data;

  ent_register_backup (backup->reg, db, backup->target, error);
  return NULL;
}

static void
backup_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  ent_store_run_finish (ENT_STORE (source), result, &error);
  if (error != NULL)
    ent_shell_report (ENT_SHELL (self), error);
  else
    ent_shell_toast (ENT_SHELL (self), _ ("Backup written, read again and found whole"), FALSE);
}

static void
backup_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  EntStore *store = ent_shell_get_store (ENT_SHELL (self));
  Backup *backup;

  if (file == NULL || store == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      ent_shell_toast (ENT_SHELL (self), _ ("Choose a folder on this computer."), FALSE);
      return;
    }
  backup = g_new0 (Backup, 1);
  backup->reg = ent_store_get_register (store);
  backup->target = g_file_get_path (file);
  ent_shell_toast (ENT_SHELL (self), _ ("Writing the backup…"), FALSE);
  ent_store_run_async (store, ENT_LANE_REPORT, G_PRIORITY_DEFAULT, write_backup, backup,
                       (GDestroyNotify) backup_free, NULL, NULL, backup_written_cb,
                       g_object_ref (self));
}

void
ent_window_register_backup (EntWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  EntStore *store = ent_shell_get_store (ENT_SHELL (self));
  g_autofree char *base = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%d %H.%M.%S");
  g_autofree char *name = NULL;

  if (store == NULL)
    return;
  base = g_path_get_basename (ent_register_get_path (ent_store_get_register (store)));
  if (g_str_has_suffix (base, ENT_REGISTER_SUFFIX))
    base[strlen (base) - strlen (ENT_REGISTER_SUFFIX)] = '\0';
  name = g_strdup_printf ("%s %s%s", base, moment, ENT_REGISTER_SUFFIX);
  gtk_file_dialog_set_title (dialog, _ ("Make a backup"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), NULL, backup_chosen_cb, g_object_ref (self));
}
