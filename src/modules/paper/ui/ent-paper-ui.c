/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of documents, the pages of its records, what it adds to the pages of others. Main
 * thread. */

#include "ent-place.h"

#include "ent-attachment-page.h"
#include "ent-attachment.h"
#include "ent-book-watch.h"
#include "ent-document-page.h"
#include "ent-document-template.h"
#include "ent-document.h"
#include "ent-documents-group.h"
#include "ent-paper-batch.h"
#include "ent-paper-chooser.h"
#include "ent-paper-kinds.h"
#include "ent-paper-person.h"
#include "ent-paper-settings.h"
#include "ent-person.h"
#include "ent-pieces-group.h"
#include "ent-sign-preferences.h"
#include "ent-signatory.h"
#include "ent-signature-page.h"
#include "ent-signature-request.h"
#include "ent-verify-install.h"

#include <glib/gi18n-lib.h>

static AdwNavigationPage *
open_document (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_document_page_new (store, id);
}

static void
create_document (EntShell *shell, EntStore *store)
{
  ent_paper_person_present (shell, store);
}

static AdwNavigationPage *
open_attachment (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_attachment_page_new (store, id);
}

static AdwNavigationPage *
open_signature (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_signature_page_new (store, id);
}

static void
install (EntShell *shell)
{
  ent_paper_settings_install (shell);
  ent_paper_batch_install (shell);
  ent_verify_install (shell);
}

static void
extend_menu (const EntSchema *schema, GMenu *menu)
{
  ent_paper_settings_extend_menu (schema, menu);
  ent_paper_batch_extend_menu (schema, menu);
  if (schema != &ent_document_schema && schema != &ent_signature_request_schema)
    return;
  g_menu_append (menu, _ ("_Signature book"), "win.paper-book");
  g_menu_append (menu, _ ("_Verify a document…"), "win.paper-verify");
}

static void
new_activated_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  const EntSchema *schema = g_object_get_data (G_OBJECT (action), "schema");
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell != NULL)
    ent_paper_chooser_present (shell, schema, ent_record_page_get_id (page));
}

static GSimpleActionGroup *
actions_new (const EntSchema *schema, EntRecordPage *page)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("new", NULL);

  g_object_set_data (G_OBJECT (action), "schema", (gpointer) schema);
  g_signal_connect_object (action, "activate", G_CALLBACK (new_activated_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  return group;
}

/* The page in sight answers, wherever the focus is, unless a dialog lies over it. */
static gboolean
key_cb (GtkWidget *widget, GVariant *unused, gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (ADW_IS_APPLICATION_WINDOW (root) &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL)
    return FALSE;
  return gtk_widget_activate_action (widget, "paper.new", NULL);
}

static void
add_key (EntRecordPage *page)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_d, GDK_CONTROL_MASK),
                        gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
}

static GtkWidget *
make_documents (EntRecordPage *page)
{
  return ent_documents_group_new (ent_record_page_get_store (page), ent_record_page_get_id (page));
}

static GtkWidget *
make_pieces (EntRecordPage *page)
{
  return ent_pieces_group_new (ent_record_page_get_store (page), ent_record_page_get_id (page));
}

static void
extend_page (const EntSchema *schema, EntRecordPage *page)
{
  g_autoptr (GPtrArray) kinds = ent_paper_kinds_for (schema);
  g_autoptr (GSimpleActionGroup) group = NULL;

  if (kinds->len == 0)
    return;
  group = actions_new (schema, page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "paper", G_ACTION_GROUP (group));
  ent_record_page_add_main_act (page, "ent-document-symbolic", _ ("Attestation or letter…"),
                                "paper.new");
  add_key (page);
  if (schema == &ent_person_schema)
    {
      ent_record_page_add_later (page, make_documents);
      ent_record_page_add_later (page, make_pieces);
    }
}

static const char *const tables[] = { "document",          "signature_request", "attachment",
                                      "document_template", "signatory",         NULL };

static const EntPlace places[] = {
  { "documents", N_ ("Documents"), N_ ("Reception and files"), "ent-document-symbolic", tables,
    30 },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = {
  { &ent_document_schema, open_document, create_document },
  { &ent_document_template_schema, ent_paper_settings_open_template,
    ent_paper_settings_create_template },
  { &ent_signatory_schema, .plain = &ent_paper_settings_signatory },
  { &ent_signature_request_schema, open_signature, NULL },
  { &ent_attachment_schema, open_attachment, NULL },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_paper_ui;
const EntModuleUi ent_paper_ui = {
  .places = places,
  .records = records,
  .install = install,
  .extend_menu = extend_menu,
  .extend_page = extend_page,
  .opened = ent_book_watch,
  .make_preferences = ent_sign_preferences_new,
};
