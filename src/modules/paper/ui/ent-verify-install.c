/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Acts of the window. A file that is dropped where nothing else takes it is verified, filed page by
 * page as scans, or becomes a piece of the person whose page is open. Main thread. */

#include "ent-verify-install.h"

#include "ent-book-page.h"
#include "ent-filing-dialog.h"
#include "ent-person.h"
#include "ent-piece-add.h"
#include "ent-record-page.h"
#include "ent-signature-request.h"
#include "ent-verify-dialog.h"

#include <glib/gi18n-lib.h>

/* While a dialog is open, nothing beneath it may happen. */
static gboolean
is_covered (EntShell *shell)
{
  return ADW_IS_APPLICATION_WINDOW (shell) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (shell)) != NULL;
}

static void
verify_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL && !is_covered (shell))
    ent_verify_dialog_present (GTK_WIDGET (shell), store);
}

static void
book_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store == NULL || is_covered (shell))
    return;
  ent_shell_show_list (shell, &ent_signature_request_schema, NULL);
  ent_shell_show (shell, ent_book_page_new (store));
}

/* Dropping */

/* What to ask about files that were dropped. */
typedef struct
{
  EntShell *shell;
  gint64 person_id;
  GPtrArray *files;
} Drop;

static void
drop_free (Drop *drop)
{
  g_object_unref (drop->shell);
  g_ptr_array_unref (drop->files);
  g_free (drop);
}

static void
verify_dropped (Drop *drop)
{
  EntStore *store = ent_shell_get_store (drop->shell);

  if (store != NULL)
    ent_verify_dialog_present_file (GTK_WIDGET (drop->shell), store,
                                    g_ptr_array_index (drop->files, 0));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *drop = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  EntStore *store = ent_shell_get_store (drop->shell);

  if (g_str_equal (response, "verify"))
    verify_dropped (drop);
  else if (g_str_equal (response, "file"))
    ent_filing_dialog_present_file (GTK_WIDGET (drop->shell), g_ptr_array_index (drop->files, 0));
  else if (g_str_equal (response, "add") && store != NULL)
    ent_piece_add_files (GTK_WIDGET (drop->shell), store, drop->person_id, drop->files);
  drop_free (drop);
}

static char *
describe (const Drop *drop, const char *name)
{
  if (name == NULL)
    return g_strdup (ngettext ("A document can be verified; pages that were signed on paper and "
                               "scanned can be filed with the persons whom they are about.",
                               "Only the first file is taken. A document can be verified; pages "
                               "that were signed on paper and scanned can be filed with the "
                               "persons whom they are about.",
                               drop->files->len));
  return g_strdup_printf (
      ngettext ("The page of %s is open. The file can be added to the pieces of this person, "
                "verified, or filed page by page as scans.",
                "The page of %s is open. The files can be added to the pieces of this person, or "
                "the first of them verified or filed page by page as scans.",
                drop->files->len),
      name);
}

/* Takes @drop; @name: of the person whose page is open, or NULL. */
static void
ask (Drop *drop, const char *name)
{
  g_autofree char *text = describe (drop, name);
  const char *usual = name != NULL ? "add" : "verify";
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("What is to be done with what was dropped?"), text));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "file", _ ("_File as Scans"),
                                  "verify", _ ("_Verify"), NULL);
  if (name != NULL)
    adw_alert_dialog_add_response (dialog, "add", _ ("_Add to the Pieces"));
  adw_alert_dialog_set_response_appearance (dialog, usual, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, usual);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (drop->shell), NULL, chosen_cb, drop);
}

/* The person whose page is in sight below @widget, or NULL. */
static EntPerson *
find_person (GtkWidget *widget)
{
  EntPerson *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (ENT_IS_RECORD_PAGE (widget))
    {
      gpointer record = ent_record_page_get_record (ENT_RECORD_PAGE (widget));

      return ENT_IS_PERSON (record) && ent_record_is_loaded (record) ? record : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_person (child);
  return found;
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntShell *shell)
{
  EntPerson *person = find_person (GTK_WIDGET (shell));
  g_autofree char *name = person != NULL ? ent_record_get_summary (person) : NULL;
  Drop *drop;

  if (ent_shell_get_store (shell) == NULL || is_covered (shell))
    return FALSE;
  drop = g_new0 (Drop, 1);
  drop->shell = g_object_ref (shell);
  drop->files = ent_piece_add_files_of (value);
  drop->person_id = person != NULL ? ent_record_get_id (person) : 0;
  if (drop->files->len == 0)
    {
      drop_free (drop);
      return FALSE;
    }
  ask (drop, name);
  return TRUE;
}

static void
add_action (EntShell *shell, const char *name, GCallback activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
add_key (EntShell *shell)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                        gtk_named_action_new ("win.paper-verify")));
  gtk_widget_add_controller (GTK_WIDGET (shell), keys);
}

void
ent_verify_install (EntShell *shell)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), shell);
  gtk_widget_add_controller (GTK_WIDGET (shell), GTK_EVENT_CONTROLLER (target));
  add_key (shell);
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "paper-verify", G_CALLBACK (verify_activated_cb));
  add_action (shell, "paper-book", G_CALLBACK (book_activated_cb));
}
