/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's page: who it is, what must be read first, the main acts, then groups. Groups that lie
 * below the first screen are made once it is shown. Main thread. */

#include "ent-person-page.h"

#include "ent-alert-list.h"
#include "ent-household-group.h"
#include "ent-merge-dialog.h"
#include "ent-person-children.h"
#include "ent-person-dialog.h"
#include "ent-person-head.h"
#include "ent-person-identity.h"
#include "ent-person-more.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

/* The order is that of the page. */
typedef enum
{
  GROUP_ADDRESSES,
  GROUP_CONTACT,
  GROUP_FILES,
  GROUP_NOTES,
  N_FIRST_GROUPS,
  GROUP_ALERTS = N_FIRST_GROUPS,
  GROUP_RELATIONS,
  GROUP_CIVIL,
  GROUP_BANK,
  GROUP_NUMBERS,
  N_GROUPS
} Group;

struct _EntPersonPage
{
  EntRecordPage parent_instance;

  EntPersonHead *head;
  EntPersonIdentity *identity;
  EntHouseholdGroup *household;
  EntChildGroup *groups[N_GROUPS];
  EntPersonMore *more;
  guint later_source;
};

G_DEFINE_FINAL_TYPE (EntPersonPage, ent_person_page, ENT_TYPE_RECORD_PAGE)

static const EntChildSpec *const specs[N_GROUPS] = {
  &ent_person_addresses,      &ent_person_contact_points, &ent_person_case_files,
  &ent_person_notes,          &ent_person_alerts,         &ent_person_relations,
  &ent_person_civil_statuses, &ent_person_bank_accounts,  &ent_person_numbers,
};

static void
add_group (EntPersonPage *self, Group group)
{
  EntRecordPage *page = ENT_RECORD_PAGE (self);
  GtkWidget *widget;

  if (self->groups[group] != NULL)
    return;
  widget = ent_child_group_new (ent_record_page_get_store (page), specs[group],
                                ent_record_page_get_id (page));
  self->groups[group] = ENT_CHILD_GROUP (widget);
  ent_record_page_add (page, widget);
}

static void
add_later_groups (EntPersonPage *self)
{
  g_clear_handle_id (&self->later_source, g_source_remove);
  if (self->more != NULL)
    return;
  for (Group group = 0; group < N_GROUPS; group++)
    {
      add_group (self, group);
      /* What other modules know of somebody stands with the files. */
      if (group == GROUP_FILES)
        ent_record_page_place_later (ENT_RECORD_PAGE (self));
    }

  /* Groups that stand empty with most people are shown once they hold something. */
  self->more = ENT_PERSON_MORE (
      ent_person_more_new (ent_record_page_get_store (ENT_RECORD_PAGE (self)),
                           ent_record_page_get_id (ENT_RECORD_PAGE (self))));
  for (Group group = N_FIRST_GROUPS; group < N_GROUPS; group++)
    ent_person_more_add (self->more, specs[group], self->groups[group],
                         group != GROUP_ALERTS && group != GROUP_NUMBERS);
  ent_record_page_add (ENT_RECORD_PAGE (self), GTK_WIDGET (self->more));
}

static gboolean
later_cb (gpointer user_data)
{
  EntPersonPage *self = user_data;

  self->later_source = 0;
  add_later_groups (self);
  return G_SOURCE_REMOVE;
}

static void
add_to_group (EntPersonPage *self, Group group)
{
  add_later_groups (self);
  ent_child_group_add (self->groups[group]);
}

static void
add_address_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_to_group (ENT_PERSON_PAGE (widget), GROUP_ADDRESSES);
}

static void
add_contact_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_to_group (ENT_PERSON_PAGE (widget), GROUP_CONTACT);
}

static void
open_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_to_group (ENT_PERSON_PAGE (widget), GROUP_FILES);
}

static void
add_alert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_to_group (ENT_PERSON_PAGE (widget), GROUP_ALERTS);
}

static void
add_note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_to_group (ENT_PERSON_PAGE (widget), GROUP_NOTES);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntRecordPage *page = ENT_RECORD_PAGE (widget);

  ent_merge_dialog_present (widget, ent_record_page_get_store (page), ent_record_page_get_id (page),
                            0);
}

static void
ent_person_page_edit (EntRecordPage *page)
{
  ent_person_dialog_edit (GTK_WIDGET (page), ent_record_page_get_store (page),
                          ent_record_page_get_record (page));
}

static void
ent_person_page_refresh (EntRecordPage *page)
{
  EntPersonPage *self = ENT_PERSON_PAGE (page);
  EntPerson *person = ent_record_page_get_record (page);

  ent_person_head_show (self->head, person);
  ent_person_identity_show (self->identity, ent_record_page_get_store (page), person);
}

static void
ent_person_page_dispose (GObject *object)
{
  g_clear_handle_id (&ENT_PERSON_PAGE (object)->later_source, g_source_remove);
  G_OBJECT_CLASS (ent_person_page_parent_class)->dispose (object);
}

static void
ent_person_page_class_init (EntPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  EntRecordPageClass *page_class = ENT_RECORD_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_person_page_dispose;
  page_class->refresh = ent_person_page_refresh;
  page_class->edit = ent_person_page_edit;
  page_class->deleted = N_ ("Person deleted");

  gtk_widget_class_install_action (widget_class, "person.add-address", NULL, add_address_action);
  gtk_widget_class_install_action (widget_class, "person.add-contact", NULL, add_contact_action);
  gtk_widget_class_install_action (widget_class, "person.open-file", NULL, open_file_action);
  gtk_widget_class_install_action (widget_class, "person.add-alert", NULL, add_alert_action);
  gtk_widget_class_install_action (widget_class, "person.add-note", NULL, add_note_action);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_action);
}

static void
ent_person_page_init (EntPersonPage *self)
{
}

static void
add_acts (EntRecordPage *page)
{
  ent_record_page_place_acts (page);
  ent_record_page_add_act (page, "ent-file-symbolic", _ ("Open a file"), "person.open-file");
  ent_record_page_add_act (page, "ent-note-symbolic", _ ("Write a note"), "person.add-note");
  ent_record_page_add_act (page, "ent-alert-symbolic", _ ("Add an alert"), "person.add-alert");
  ent_record_page_add_act (page, "ent-home-symbolic", _ ("Add an address"), "person.add-address");
  ent_record_page_add_act (page, "ent-phone-symbolic", _ ("Add a phone"), "person.add-contact");
}

AdwNavigationPage *
ent_person_page_new (EntStore *store, gint64 id)
{
  EntPersonPage *self = g_object_new (ENT_TYPE_PERSON_PAGE, NULL);
  EntRecordPage *page = ENT_RECORD_PAGE (self);

  self->head = ENT_PERSON_HEAD (ent_person_head_new ());
  self->identity = ENT_PERSON_IDENTITY (ent_person_identity_new ());
  self->household = ENT_HOUSEHOLD_GROUP (ent_household_group_new_for_person (store, id));
  ent_record_page_add (page, GTK_WIDGET (self->head));
  ent_record_page_add (page, ent_alert_list_new (store, id));
  add_acts (page);
  ent_record_page_add (page, GTK_WIDGET (self->identity));
  ent_record_page_add_menu_item (page, _ ("_Merge with…"), "person.merge");

  ent_record_page_set_up (page, store, &ent_person_schema, id);
  add_group (self, GROUP_ADDRESSES);
  add_group (self, GROUP_CONTACT);
  ent_record_page_add (page, GTK_WIDGET (self->household));
  self->later_source = g_idle_add_full (G_PRIORITY_LOW, later_cb, self, NULL);
  return ADW_NAVIGATION_PAGE (self);
}
