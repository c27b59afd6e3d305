/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window as pages see it. Main thread. */

#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#include "ent-error.h"

G_DEFINE_INTERFACE (EntShell, ent_shell, GTK_TYPE_WIDGET)

static void
ent_shell_default_init (EntShellInterface *iface)
{
}

EntShell *
ent_shell_for (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_ancestor (widget, ENT_TYPE_SHELL);
  GtkRoot *root = found == NULL ? gtk_widget_get_root (widget) : NULL;

  /* A dialog that had to become a window of its own is transient for ours. */
  if (found == NULL && GTK_IS_WINDOW (root))
    {
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (root));

      found = parent != NULL && ENT_IS_SHELL (parent) ? GTK_WIDGET (parent) : NULL;
    }
  return found != NULL ? ENT_SHELL (found) : NULL;
}

EntStore *
ent_shell_get_store (EntShell *self)
{
  return ENT_SHELL_GET_IFACE (self)->get_store (self);
}

void
ent_shell_open (EntShell *self, const EntSchema *schema, gint64 id)
{
  ENT_SHELL_GET_IFACE (self)->open (self, schema, id);
}

void
ent_shell_show (EntShell *self, AdwNavigationPage *page)
{
  ENT_SHELL_GET_IFACE (self)->show (self, page);
}

void
ent_shell_show_list (EntShell *self, const EntSchema *schema, const EntQuery *query)
{
  ENT_SHELL_GET_IFACE (self)->show_list (self, schema, query);
}

void
ent_shell_extend_menu (EntShell *self, const char *place, GVariant *about, GMenu *menu)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (about);

  ENT_SHELL_GET_IFACE (self)->extend_menu (self, place, held, menu);
}

const EntQuery *
ent_shell_get_listed (EntShell *self, const EntSchema *schema)
{
  return ENT_SHELL_GET_IFACE (self)->get_listed (self, schema);
}

void
ent_shell_set_notice (EntShell *self, const EntPlaceNotice *notice)
{
  ENT_SHELL_GET_IFACE (self)->set_notice (self, notice);
}

void
ent_shell_toast (EntShell *self, const char *text, gboolean offer_undo)
{
  AdwToast *toast = adw_toast_new (text);
  EntStore *store = ent_shell_get_store (self);

  adw_toast_set_use_markup (toast, FALSE);
  /* It stands before older ones, and undoes the act that it tells of. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  if (offer_undo && store != NULL && ent_store_can_undo_latest (store))
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_target (toast, "x", ent_store_get_undo_act (store));
      adw_toast_set_action_name (toast, "win.undo-act");
      adw_toast_set_timeout (toast, 8);
    }
  ENT_SHELL_GET_IFACE (self)->add_toast (self, toast);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A full disk or a damaged file is not a thing to read in passing. */
static gboolean
is_grave (const GError *error)
{
  return g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_FULL) ||
         g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CORRUPT) ||
         g_error_matches (error, ENT_STORE_ERROR, ENT_STORE_ERROR_READ_ONLY);
}

void
ent_shell_report (EntShell *self, const GError *error)
{
  AdwDialog *dialog;

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!is_grave (error))
    {
      ent_shell_toast (self, error->message, FALSE);
      return;
    }
  dialog = adw_alert_dialog_new (_ ("This could not be saved"), error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

typedef struct
{
  EntShell *shell;
  EntChangeSet *set;
  EntShellDone done;
  gpointer user_data;
} Applying;

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Applying *applying = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ent_store_apply_finish (ENT_STORE (source), result, &error);

  if (written)
    ent_shell_toast (applying->shell, ent_change_set_get_label (applying->set), TRUE);
  else
    ent_shell_report (applying->shell, error);
  if (applying->done != NULL)
    applying->done (applying->set, written, applying->user_data);

  ent_change_set_unref (applying->set);
  g_object_unref (applying->shell);
  g_free (applying);
}

void
ent_shell_apply (EntShell *self, EntChangeSet *set, EntShellDone done, gpointer user_data)
{
  Applying *applying = g_new0 (Applying, 1);

  applying->shell = g_object_ref (self);
  applying->set = ent_change_set_ref (set);
  applying->done = done;
  applying->user_data = user_data;
  ent_store_apply_async (ent_shell_get_store (self), set, NULL, applied_cb, applying);
}
