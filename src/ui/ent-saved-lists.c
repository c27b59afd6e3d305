/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved lists: one setting for each record type, a line for each list. Main thread. */

#include "ent-saved-lists.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-date.h"
#include "ent-text.h"

/* Before the position of a ready list; the name of a saved one has no such sign. */
#define READY "\n"

static char *
setting_name (EntListPage *page)
{
  return g_strconcat ("lists.", ent_list_page_get_schema (page)->table, NULL);
}

/* Name → query text, as a key file so that any name can stand in it. */
static GKeyFile *
load (EntListPage *page)
{
  g_autofree char *name = setting_name (page);
  GKeyFile *lists = g_key_file_new ();
  const char *text = ent_store_get_setting (ent_list_page_get_store (page), name, "");

  g_key_file_load_from_data (lists, text, strlen (text), G_KEY_FILE_NONE, NULL);
  return lists;
}

static void
save (EntListPage *page, GKeyFile *lists)
{
  g_autofree char *name = setting_name (page);
  g_autofree char *text = g_key_file_to_data (lists, NULL, NULL);

  ent_store_set_setting (ent_list_page_get_store (page), name, text);
  ent_list_page_refresh_menu (page);
}

/* Of the page's record type, in the order of the module; NULL behind the last. */
static const EntReadyList *
ready_list (EntListPage *page, guint position)
{
  const EntModuleUi *module = ent_list_page_get_module (page);
  const EntReadyList *list = module != NULL ? module->lists : NULL;

  for (; list != NULL && list->schema != NULL; list++)
    if (list->schema == ent_list_page_get_schema (page) && position-- == 0)
      return list;
  return NULL;
}

static void
append_ready (EntListPage *page, GMenu *menu)
{
  const EntReadyList *list;

  for (guint i = 0; (list = ready_list (page, i)) != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (READY "%u", i);
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (list->title), NULL);

      g_menu_item_set_action_and_target (item, "list.open-saved", "s", name);
      g_menu_append_item (menu, item);
    }
}

void
ent_saved_lists_append_menu (EntListPage *page, GMenu *menu)
{
  g_autoptr (GKeyFile) lists = load (page);
  g_auto (GStrv) names = g_key_file_get_groups (lists, NULL);
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) removals = g_menu_new ();

  append_ready (page, section);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) open = g_menu_item_new (names[i], NULL);
      g_autoptr (GMenuItem) removal = g_menu_item_new (names[i], NULL);

      g_menu_item_set_action_and_target (open, "list.open-saved", "s", names[i]);
      g_menu_append_item (section, open);
      g_menu_item_set_action_and_target (removal, "list.delete-saved", "s", names[i]);
      g_menu_append_item (removals, removal);
    }
  g_menu_append (section, _ ("_Save This List…"), "list.save");
  if (names[0] != NULL)
    g_menu_append_submenu (section, _ ("_Delete a Saved List"), G_MENU_MODEL (removals));
  g_menu_append_section (menu, _ ("Saved lists"), G_MENU_MODEL (section));
}

static void
name_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntListPage) page = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  GtkWidget *entry = adw_alert_dialog_get_extra_child (ADW_ALERT_DIALOG (source));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) lists = NULL;
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (!g_str_equal (response, "save"))
    return;
  name = ent_text_clean (gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (name == NULL)
    return;

  g_strdelimit (name, "[]", ' ');
  lists = load (page);
  text = ent_query_to_text (ent_query_model_get_query (ent_list_page_get_model (page)));
  g_key_file_set_string (lists, name, "query", text);
  save (page, lists);
  ent_shell_toast (shell, _ ("List saved"), FALSE);
}

static void
name_changed_cb (GtkEditable *entry, AdwAlertDialog *dialog)
{
  g_autofree char *name = ent_text_clean (gtk_editable_get_text (entry));

  adw_alert_dialog_set_response_enabled (dialog, "save", name != NULL);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntListPage *page = ENT_LIST_PAGE (widget);
  AdwDialog *dialog = adw_alert_dialog_new (
      _ ("Save this list"), _ ("Filters and order are kept under a name, for everybody."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Name of the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the list"), -1);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), entry);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                  _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (dialog), "save", FALSE);
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (page), NULL, name_chosen_cb,
                           g_object_ref (page));
}

static void
open_ready (EntListPage *page, const EntReadyList *list)
{
  g_autoptr (EntQuery) query = ent_query_new (list->schema);

  list->fill (query, ent_day_today ());
  ent_list_page_set_query (page, query);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntListPage *page = ENT_LIST_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  guint position = g_str_has_prefix (name, READY)
                       ? (guint) g_ascii_strtoull (name + strlen (READY), NULL, 10)
                       : G_MAXUINT;
  const EntReadyList *ready = ready_list (page, position);
  g_autoptr (GKeyFile) lists = load (page);
  g_autofree char *text = g_key_file_get_string (lists, name, "query", NULL);
  g_autoptr (EntQuery) query = NULL;

  if (ready != NULL)
    open_ready (page, ready);
  if (text == NULL)
    return;
  query = ent_query_from_text (ent_list_page_get_schema (page), text);
  ent_list_page_set_query (page, query);
}

static void
delete_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  EntListPage *page = ENT_LIST_PAGE (widget);
  g_autoptr (GKeyFile) lists = load (page);

  g_key_file_remove_group (lists, g_variant_get_string (parameter, NULL), NULL);
  save (page, lists);
}

void
ent_saved_lists_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "list.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "list.open-saved", "s", open_action);
  gtk_widget_class_install_action (widget_class, "list.delete-saved", "s", delete_action);
}
