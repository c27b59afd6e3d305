/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a household. Main thread. */

#include "ent-household-page.h"

#include "ent-form-dialog.h"
#include "ent-household-group.h"
#include "ent-household.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

struct _EntHouseholdPage
{
  EntRecordPage parent_instance;

  GtkLabel *name;
  GtkWidget *remark_group;
  AdwActionRow *remark;
};

G_DEFINE_FINAL_TYPE (EntHouseholdPage, ent_household_page, ENT_TYPE_RECORD_PAGE)

static const char *const columns[] = { "name", "remark", NULL };

static void
ent_household_page_edit (EntRecordPage *page)
{
  gpointer record = ent_record_page_get_record (page);
  g_autoptr (EntHousehold) draft = ent_record_dup (record);
  EntFormDialog *dialog = ent_form_dialog_new (ent_record_page_get_store (page),
                                               _ ("Edit the household"), record, draft,
                                               _ ("Household changed"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL,
                      _ ("Without a name, the household is called by its members."), columns);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
ent_household_page_refresh (EntRecordPage *page)
{
  EntHouseholdPage *self = ENT_HOUSEHOLD_PAGE (page);
  EntHousehold *household = ent_record_page_get_record (page);
  g_autofree char *summary = ent_record_get_summary (household);

  gtk_label_set_label (self->name, summary);
  gtk_widget_set_visible (self->remark_group, household->remark != NULL);
  adw_action_row_set_subtitle (self->remark, household->remark != NULL ? household->remark : "");
}

static void
ent_household_page_class_init (EntHouseholdPageClass *klass)
{
  EntRecordPageClass *page_class = ENT_RECORD_PAGE_CLASS (klass);

  page_class->refresh = ent_household_page_refresh;
  page_class->edit = ent_household_page_edit;
  page_class->deleted = N_ ("Household deleted");
}

static void
ent_household_page_init (EntHouseholdPage *self)
{
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "private");

  self->remark = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->remark), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->remark), _ ("Remark"));
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "property");
  gtk_widget_add_css_class (GTK_WIDGET (self->remark), "private");
  self->remark_group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->remark_group), GTK_WIDGET (self->remark));
}

AdwNavigationPage *
ent_household_page_new (EntStore *store, gint64 id)
{
  EntHouseholdPage *self = g_object_new (ENT_TYPE_HOUSEHOLD_PAGE, NULL);
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  ent_record_page_add (page, GTK_WIDGET (self->name));
  ent_record_page_add (page, self->remark_group);
  ent_record_page_add (page, ent_household_group_new (store, id));
  ent_record_page_set_up (page, store, &ent_household_schema, id);
  return ADW_NAVIGATION_PAGE (self);
}

static void
created_cb (EntFormDialog *dialog, EntChangeSet *set)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (dialog));

  if (shell != NULL)
    ent_shell_open (shell, &ent_household_schema,
                    ent_change_set_resolve (set, ent_change_set_get (set, 0)->id));
}

void
ent_household_page_create (GtkWidget *parent, EntStore *store)
{
  g_autoptr (EntHousehold) draft = ent_record_new (ENT_TYPE_HOUSEHOLD);
  EntFormDialog *dialog = ent_form_dialog_new (store, _ ("New household"), NULL, draft,
                                               _ ("Household added"));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, _ ("Members are added on its page."),
                      columns);
  ent_form_dialog_set_primary_label (dialog, _ ("_Add the household"));
  g_signal_connect (dialog, "saved", G_CALLBACK (created_cb), NULL);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
