/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages, actions and menu entries of templates, signatories and the centre. Main thread. */

#include "ent-paper-settings.h"

#include "ent-centre-dialog.h"
#include "ent-document-template.h"
#include "ent-own-signature-dialog.h"
#include "ent-plain-page.h"
#include "ent-signatory.h"
#include "ent-signers-dialog.h"
#include "ent-template-page.h"
#include "ent-templates-dialog.h"

#include <glib/gi18n-lib.h>

static const char *const signatory_who[] = { "role", "agent_id", "from_day", "to_day", NULL };
static const char *const signatory_titles[] = { "title_fr", "title_nl", "title_de", NULL };
static const char *const signatory_delegation[] = { "delegation", NULL };
static const EntFieldGroup signatory_groups[] = {
  { NULL, signatory_who },
  { N_ ("As it is printed above the name"), signatory_titles },
  { N_ ("Delegation"), signatory_delegation },
  { NULL, NULL },
};

static void
fill_signatory (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

const EntPlainSpec ent_paper_settings_signatory = {
  .schema = &ent_signatory_schema,
  .groups = signatory_groups,
  .create_title = N_ ("New signatory"),
  .created = N_ ("Signatory added"),
  .edit_title = N_ ("Edit the signatory"),
  .changed = N_ ("Signatory changed"),
  .deleted = N_ ("Signatory deleted"),
  .fill = fill_signatory,
};

AdwNavigationPage *
ent_paper_settings_open_template (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_template_page_new_for_record (store, id);
}

void
ent_paper_settings_create_template (EntShell *shell, EntStore *store)
{
  ent_templates_dialog_present (GTK_WIDGET (shell), store);
}

static void
activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  void (*present) (GtkWidget *, EntStore *) = (void (*) (GtkWidget *, EntStore *))
      g_object_get_data (G_OBJECT (action), "present");
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    present (GTK_WIDGET (shell), store);
}

static void
add_action (EntShell *shell, const char *name, void (*present) (GtkWidget *, EntStore *))
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_object_set_data (G_OBJECT (action), "present", (gpointer) present);
  g_signal_connect_object (action, "activate", G_CALLBACK (activated_cb), shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

void
ent_paper_settings_install (EntShell *shell)
{
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "paper-centre", ent_centre_dialog_present);
  add_action (shell, "paper-templates", ent_templates_dialog_present);
  add_action (shell, "paper-signers", ent_signers_dialog_present);
  add_action (shell, "paper-own-signature", ent_own_signature_dialog_present);
}

void
ent_paper_settings_extend_menu (const EntSchema *schema, GMenu *menu)
{
  if (schema == &ent_document_template_schema)
    {
      g_menu_append (menu, _ ("All _templates…"), "win.paper-templates");
      g_menu_append (menu, _ ("The _letterhead…"), "win.paper-centre");
    }
  if (schema == &ent_signatory_schema)
    {
      g_menu_append (menu, _ ("_Who signs what…"), "win.paper-signers");
      g_menu_append (menu, _ ("_My own signature…"), "win.paper-own-signature");
    }
}
