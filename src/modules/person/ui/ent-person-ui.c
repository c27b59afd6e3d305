/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The module's place, the pages of its records, its acts in the window. Main thread. */

#include "ent-place.h"

#include "ent-case-file-page.h"
#include "ent-case-file.h"
#include "ent-household-page.h"
#include "ent-household.h"
#include "ent-import-dialog.h"
#include "ent-merge-dialog.h"
#include "ent-person-dialog.h"
#include "ent-person-page.h"
#include "ent-person.h"
#include "ent-picker.h"

#include <glib/gi18n-lib.h>

static AdwNavigationPage *
open_person (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_person_page_new (store, id);
}

static void
create_person (EntShell *shell, EntStore *store)
{
  ent_person_dialog_create (GTK_WIDGET (shell), store);
}

static AdwNavigationPage *
open_household (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_household_page_new (store, id);
}

static void
create_household (EntShell *shell, EntStore *store)
{
  ent_household_page_create (GTK_WIDGET (shell), store);
}

static AdwNavigationPage *
open_case_file (EntShell *shell, EntStore *store, gint64 id)
{
  return ent_case_file_page_new (store, id);
}

static void
create_case_file (EntShell *shell, EntStore *store)
{
  ent_case_file_page_create (GTK_WIDGET (shell), store);
}

static void
import_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_import_dialog_present (GTK_WIDGET (shell), store);
}

static void
merge_activated_cb (GSimpleAction *action, GVariant *parameter, EntShell *shell)
{
  EntStore *store = ent_shell_get_store (shell);

  if (store != NULL)
    ent_merge_dialog_present (GTK_WIDGET (shell), store, 0, 0);
}

static void
add_action (EntShell *shell, const char *name, GCallback activated)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_signal_connect_object (action, "activate", activated, shell, 0);
  g_action_map_add_action (G_ACTION_MAP (shell), G_ACTION (action));
}

static void
created_for_picker_cb (gint64 person_id, gpointer user_data)
{
  g_autoptr (EntPickerRow) row = user_data;

  if (person_id != 0)
    ent_picker_row_set_selected_id (row, person_id);
}

static void
create_for_picker (EntPickerRow *row, const char *text, gpointer store)
{
  ent_person_dialog_create_then (GTK_WIDGET (row), store, text, created_for_picker_cb,
                                 g_object_ref (row));
}

static void
install (EntShell *shell)
{
  ent_picker_tell_create (&ent_person_schema, N_ ("New person…"), create_for_picker);
  if (!G_IS_ACTION_MAP (shell))
    return;
  add_action (shell, "person-import", G_CALLBACK (import_activated_cb));
  add_action (shell, "person-merge", G_CALLBACK (merge_activated_cb));
}

static void
extend_menu (const EntSchema *schema, GMenu *menu)
{
  if (schema != &ent_person_schema)
    return;
  g_menu_append (menu, _ ("_Import persons…"), "win.person-import");
  g_menu_append (menu, _ ("_Merge two records…"), "win.person-merge");
}

static const char *const tables[] = { "person", "household", "case_file", NULL };

static const EntPlace places[] = {
  { "beneficiaries", N_ ("Beneficiaries"), N_ ("Reception and files"), "ent-people-symbolic",
    tables, 10 },
  { NULL, NULL, NULL, NULL, NULL, 0 },
};

static const EntRecordUi records[] = {
  { &ent_person_schema, open_person, create_person },
  { &ent_household_schema, open_household, create_household },
  { &ent_case_file_schema, open_case_file, create_case_file },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_person_ui;
const EntModuleUi ent_person_ui = { places, records, install, extend_menu };
