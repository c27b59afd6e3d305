/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one household. Names arrive when the persons are read. Main thread. */

#include "ent-household-members.h"

#include "ent-date.h"
#include "ent-household.h"
#include "ent-person-enums.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

struct _EntHouseholdMembers
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  gint64 household_id;
  gint64 person_id; /* whose page it is, 0: nobody's */
  gint32 day;
  AdwExpanderRow *events; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntHouseholdMembers, ent_household_members, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
action_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "private");
  return row;
}

/* Initials of the name alone, without the year of birth that the line tells. */
static gboolean
name_cb (GBinding *binding, const GValue *from, GValue *to, gpointer unused)
{
  g_autoptr (GObject) person = g_binding_dup_source (binding);

  if (person == NULL)
    return FALSE;
  g_value_take_string (to, ent_person_get_name (ENT_PERSON (person)));
  return TRUE;
}

/* The person's line becomes the title, now or when it is read. */
static void
show_person (EntHouseholdMembers *self, GtkWidget *row, gint64 person_id)
{
  g_autoptr (EntPerson) person = ent_store_peek (self->store, ENT_TYPE_PERSON, person_id);
  GtkWidget *avatar = g_object_new (ADW_TYPE_AVATAR, "size", 32, "show-initials", TRUE,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_set_data_full (G_OBJECT (row), "person", g_object_ref (person), g_object_unref);
  g_object_bind_property (person, "summary", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (person, "summary", avatar, "text", G_BINDING_SYNC_CREATE, name_cb,
                               NULL, NULL, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
}

static void
add_part (GString *text, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

/* "Child · 50 % of the time · since 01/09/2024" */
static char *
member_details (EntHouseholdMember *member)
{
  GString *text = g_string_new (ent_enum_label (&ent_member_role_enum, member->role));
  g_autofree char *first = ent_day_format (member->from_day, ENT_DAY_NUMERIC);
  g_autofree char *last = ent_day_format (member->to_day, ENT_DAY_NUMERIC);
  g_autofree char *period = NULL;

  if (member->custody_percent != ENT_INT_NONE)
    {
      /* Translators: share of the time that a child lives in this household */
      g_autofree char *share = g_strdup_printf (_ ("%d %% of the time"), member->custody_percent);

      add_part (text, share);
    }
  add_part (text, member->shares_matters ? _ ("shares household matters")
                                         : _ ("does not share household matters"));
  if (member->to_day != ENT_DAY_NONE)
    period = g_strdup_printf (_ ("%s to %s"), first, last);
  else
    period = g_strdup_printf (_ ("since %s"), first);
  add_part (text, period);
  add_part (text, member->note);
  return g_string_free_and_steal (text);
}

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, g_variant_new_int64 (id));
  g_menu_append_item (menu, item);
}

static GtkWidget *
member_menu_new (gint64 member_id)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) mistake = g_menu_new ();

  add_item (menu, _ ("_Leaves on a date…"), "household.leave", member_id);
  add_item (menu, _ ("_Moves to another household…"), "household.move", member_id);
  add_item (menu, _ ("_Change role, share or dates…"), "household.edit", member_id);
  add_item (mistake, _ ("_Was never here: delete the line"), "household.remove", member_id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (mistake));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Leaves, moves, changes"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
member_row_new (EntHouseholdMembers *self, EntHouseholdMember *member)
{
  GtkWidget *row = action_row_new ();
  g_autofree char *details = member_details (member);

  show_person (self, row, member->person_id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), member_menu_new (ent_record_get_id (member)));
  if (member->person_id != self->person_id)
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                              g_variant_new_int64 (member->person_id));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "household.open-person");
    }
  return row;
}

static GtkWidget *
event_row_new (EntHouseholdMembers *self, const EntHouseholdEvent *event)
{
  GtkWidget *row = action_row_new ();
  g_autofree char *day = ent_day_format (event->day, ENT_DAY_NUMERIC);
  g_autofree char *text = NULL;

  if (event->move == ENT_HOUSEHOLD_ARRIVED)
    /* Translators: a date, then a role in a household */
    text = g_strdup_printf (_ ("Arrived on %s · %s"), day,
                            ent_enum_label (&ent_member_role_enum, event->member->role));
  else
    text = g_strdup_printf (_ ("Gone since %s"), day);
  show_person (self, row, event->member->person_id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), g_variant_new_int32 (event->day));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "household.show-day");
  gtk_widget_set_tooltip_text (row, _ ("Show the household on that day"));
  return row;
}

static void
add_events (EntHouseholdMembers *self, GPtrArray *members)
{
  g_autoptr (GArray) events = ent_household_events (members);
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Who moved when"));
  for (guint i = events->len; i > 0; i--)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              event_row_new (self,
                                             &g_array_index (events, EntHouseholdEvent, i - 1)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
  self->events = ADW_EXPANDER_ROW (expander);
}

static void
add_warnings (EntHouseholdMembers *self, EntHouseholdView *view, EntHouseholdPart *part)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_household_check (part->members, self->day, issues);
  if (view->memberships != NULL)
    ent_household_check_person (view->memberships, issues);
  for (guint i = 0; i < ent_issues_n (issues); i++)
    {
      GtkWidget *row = action_row_new ();
      GtkWidget *icon = gtk_image_new_from_icon_name ("ent-alert-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_issues_message (issues, i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

static void
add_button (EntHouseholdMembers *self)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Add a member"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (row), "list-add-symbolic");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          g_variant_new_int64 (self->household_id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "household.add");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* Tells one household from another, and leads to it. */
static void
add_title (EntHouseholdMembers *self)
{
  g_autoptr (EntHousehold)
                household = ent_store_peek (self->store, ENT_TYPE_HOUSEHOLD, self->household_id);
  GtkWidget *row = action_row_new ();

  g_object_set_data_full (G_OBJECT (row), "household", g_object_ref (household), g_object_unref);
  g_object_bind_property (household, "summary", row, "title", G_BINDING_SYNC_CREATE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ent-household-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, _ ("Open the household"));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row),
                                          g_variant_new_int64 (self->household_id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "household.open");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

/* The screen reader says what the list is: the heading above belongs to the choice of the day. */
static void
name_list (EntHouseholdMembers *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  while (widget != NULL && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_last_child (widget);
  if (widget == NULL)
    return;
  /* The group's own title, empty here, would else be what is said. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Household members"), -1);
}

static void
ent_household_members_finalize (GObject *object)
{
  g_object_unref (ENT_HOUSEHOLD_MEMBERS (object)->store);
  G_OBJECT_CLASS (ent_household_members_parent_class)->finalize (object);
}

static void
ent_household_members_class_init (EntHouseholdMembersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_household_members_finalize;
}

static void
ent_household_members_init (EntHouseholdMembers *self)
{
}

GtkWidget *
ent_household_members_new (EntStore *store,
                           EntHouseholdView *view,
                           EntHouseholdPart *part,
                           gint32 day,
                           gboolean titled)
{
  EntHouseholdMembers *self = g_object_new (ENT_TYPE_HOUSEHOLD_MEMBERS, NULL);
  g_autoptr (GPtrArray) present = ent_household_on (part->members, day);

  self->store = g_object_ref (store);
  self->household_id = part->id;
  self->person_id = view->person_id;
  self->day = day;
  if (titled)
    add_title (self);
  for (guint i = 0; i < present->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                               member_row_new (self, g_ptr_array_index (present, i)));
  if (present->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nobody on this day"));
      gtk_widget_add_css_class (row, "none");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
  add_warnings (self, view, part);
  add_button (self);
  add_events (self, part->members);
  name_list (self);
  return GTK_WIDGET (self);
}

gboolean
ent_household_members_get_unfolded (EntHouseholdMembers *self)
{
  return adw_expander_row_get_expanded (self->events);
}

void
ent_household_members_set_unfolded (EntHouseholdMembers *self, gboolean unfolded)
{
  adw_expander_row_set_expanded (self->events, unfolded);
}
