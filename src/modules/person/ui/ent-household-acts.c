/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forms over a membership. Main thread. */

#include "ent-household-acts.h"

#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-household.h"
#include "ent-person-dialog.h"
#include "ent-person-enums.h"
#include "ent-person-rules.h"
#include "ent-picker.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

static EntHouseholdMember *
membership_new (gint32 day)
{
  EntHouseholdMember *draft = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);

  ent_draft_set (draft, "from_day", ent_day (day));
  ent_draft_set (draft, "shares_matters", ent_int (TRUE));
  return draft;
}

static void
created_for_picker_cb (gint64 person_id, gpointer user_data)
{
  g_autoptr (EntPickerRow) row = user_data;

  if (person_id != 0)
    ent_picker_row_set_selected_id (row, person_id);
}

static void
create_person_cb (EntPickerRow *row, const char *text, gpointer user_data)
{
  EntStore *store = user_data;

  ent_person_dialog_create_then (GTK_WIDGET (row), store, text, created_for_picker_cb,
                                 g_object_ref (row));
}

void
ent_household_add_member (GtkWidget *parent, EntStore *store, gint64 household_id, gint32 day)
{
  static const char *const columns[] = { "person_id",      "role", "from_day", "custody_percent",
                                         "shares_matters", "note", NULL };
  g_autoptr (EntHouseholdMember) draft = membership_new (day);
  EntFormDialog *dialog;
  GtkWidget *row;

  ent_draft_set (draft, "household_id", ent_int (household_id));
  dialog = ent_form_dialog_new (store, _ ("Add a member"), NULL, draft,
                                _ ("Household member added"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  row = ent_form_get_row (ent_form_dialog_get_form (dialog), "person_id");
  ent_picker_row_set_create_func (ENT_PICKER_ROW (row), _ ("New person…"), create_person_cb,
                                  g_object_ref (store), g_object_unref);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

static EntChangeSet *
start_build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  EntChangeSet *set = ent_change_set_new (_ ("Household started"));
  g_autoptr (EntHousehold) household = ent_record_new (ENT_TYPE_HOUSEHOLD);
  gint64 id = ent_change_set_insert (set, household);

  ent_draft_set (draft, "household_id", ent_int (id));
  ent_change_set_insert (set, draft);
  return set;
}

void
ent_household_start (GtkWidget *parent, EntStore *store, gint64 person_id, gint32 day)
{
  static const char *const columns[] = { "from_day", "role", "shares_matters", "note", NULL };
  g_autoptr (EntHouseholdMember) draft = membership_new (day);
  EntFormDialog *dialog;

  ent_draft_set (draft, "person_id", ent_int (person_id));
  ent_draft_set (draft, "role", ent_text ("reference"));
  dialog = ent_form_dialog_new (store, _ ("Start a household"), NULL, draft,
                                _ ("Household started"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("The other members are added afterwards."), columns);
  ent_form_dialog_set_build_func (dialog, start_build, NULL, NULL);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_household_edit_member (GtkWidget *parent, EntStore *store, EntHouseholdMember *member)
{
  static const char *const columns[] = { "role",           "from_day", "to_day", "custody_percent",
                                         "shares_matters", "note",     NULL };
  g_autoptr (EntHouseholdMember) draft = ent_record_dup (member);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("Household member"), member, draft,
                                               _ ("Household member changed"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_household_member_leaves (GtkWidget *parent,
                             EntStore *store,
                             EntHouseholdMember *member,
                             gint32 day)
{
  static const char *const columns[] = { "to_day", "note", NULL };
  g_autoptr (EntHouseholdMember) draft = ent_record_dup (member);
  EntFormDialog *dialog;

  if (draft->to_day == ENT_DAY_NONE)
    ent_draft_set (draft, "to_day", ent_day (MAX (day, draft->from_day)));
  dialog = ent_form_dialog_new (store, _ ("Leaves the household"), member, draft,
                                _ ("Departure noted"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("What was decided while this person lived here does not change."),
                      columns);
  ent_form_set_column_title (ent_form_dialog_get_form (dialog), "to_day", _ ("Last day here"));
  ent_form_dialog_set_primary_label (dialog, _ ("_Note the departure"));
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_household_remove_member (GtkWidget *parent, EntHouseholdMember *member)
{
  EntShell *shell = ent_shell_for (parent);
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Household line deleted"));

  if (shell == NULL)
    return;
  ent_change_set_delete (set, member);
  ent_shell_apply (shell, set, NULL, NULL);
}
