/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row chooses the day, below it stand the households of that day. Everything is read once; going
 * to another day reads nothing. Main thread. */

#include "ent-household-group.h"

#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-household-acts.h"
#include "ent-household-members.h"
#include "ent-household-move.h"
#include "ent-household.h"
#include "ent-person.h"
#include "ent-resources.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

struct _EntHouseholdGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *heading;
  EntDateRow *day_row;
  GtkWidget *open_button;
  GtkWidget *today_button;
  GtkBox *households;
  AdwPreferencesGroup *none_group;

  EntStore *store;
  EntStoreFunc read;
  gint64 id; /* of the person or of the household */
  gint32 day;
  EntHouseholdView *view; /* NULL until read */
  GPtrArray *held; /* persons and households shown: they keep their names while rows are remade */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (EntHouseholdGroup, ent_household_group, ADW_TYPE_BIN)

static gboolean
is_for_person (EntHouseholdGroup *self)
{
  return self->read == ent_household_view_read_person;
}

static void
describe_day (EntHouseholdGroup *self)
{
  gint32 today = ent_day_today ();
  g_autofree char *day = ent_day_format (self->day, ENT_DAY_LONG);
  g_autofree char *text = NULL;

  if (self->day < today)
    text = g_strdup_printf (_ ("As it was on %s"), day);
  else if (self->day > today)
    text = g_strdup_printf (_ ("As it will be on %s"), day);
  adw_preferences_group_set_description (self->heading, text);
  gtk_widget_set_visible (self->today_button, self->day != today);
}

static void
update_actions (EntHouseholdGroup *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "household.previous-change",
                                 ent_household_view_change_near (self->view, self->day, -1) !=
                                     ENT_DAY_NONE);
  gtk_widget_action_set_enabled (widget, "household.next-change",
                                 ent_household_view_change_near (self->view, self->day, 1) !=
                                     ENT_DAY_NONE);
}

/* Whether comings and goings were unfolded in any of them. */
static gboolean
clear_households (EntHouseholdGroup *self)
{
  gboolean unfolded = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->households))) != NULL)
    {
      unfolded |= ent_household_members_get_unfolded (ENT_HOUSEHOLD_MEMBERS (child));
      gtk_box_remove (self->households, child);
    }
  return unfolded;
}

static void
add_household (EntHouseholdGroup *self, EntHouseholdPart *part, gboolean titled, gboolean unfolded)
{
  GtkWidget *members = ent_household_members_new (self->store, self->view, part, self->day, titled);

  ent_household_members_set_unfolded (ENT_HOUSEHOLD_MEMBERS (members), unfolded);
  gtk_box_append (self->households, members);
}

static void
show_day (EntHouseholdGroup *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gboolean unfolded;

  describe_day (self);
  if (self->view == NULL)
    return;

  unfolded = clear_households (self);
  for (guint i = 0; i < self->view->parts->len; i++)
    {
      EntHouseholdPart *part = g_ptr_array_index (self->view->parts, i);

      if (ent_household_view_shows (self->view, part, self->day))
        g_ptr_array_add (shown, part);
    }
  for (guint i = 0; i < shown->len; i++)
    add_household (self, g_ptr_array_index (shown, i), shown->len > 1, unfolded);
  gtk_widget_set_visible (GTK_WIDGET (self->none_group), shown->len == 0);
  gtk_widget_set_visible (self->open_button, shown->len == 1 && is_for_person (self));
  if (shown->len == 1)
    {
      EntHouseholdPart *part = g_ptr_array_index (shown, 0);

      gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->open_button),
                                              g_variant_new_int64 (part->id));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open_button), "household.open");
    }
  update_actions (self);
}

static void
set_day (EntHouseholdGroup *self, gint32 day)
{
  if (self->day == day || day == ENT_DAY_NONE)
    return;
  self->day = day;
  if (ent_date_row_get_day (self->day_row) != day)
    ent_date_row_set_day (self->day_row, day);
  show_day (self);
}

/* A day half typed changes nothing yet. */
static void
day_edited_cb (EntHouseholdGroup *self)
{
  set_day (self, ent_date_row_get_day (self->day_row));
}

static void
hold_records (EntHouseholdGroup *self)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->view->parts->len; i++)
    {
      EntHouseholdPart *part = g_ptr_array_index (self->view->parts, i);

      g_ptr_array_add (held, ent_store_peek (self->store, ENT_TYPE_HOUSEHOLD, part->id));
      for (guint j = 0; j < part->members->len; j++)
        {
          EntHouseholdMember *member = g_ptr_array_index (part->members, j);

          g_ptr_array_add (held, ent_store_peek (self->store, ENT_TYPE_PERSON, member->person_id));
        }
    }
  g_clear_pointer (&self->held, g_ptr_array_unref);
  self->held = held;
}

static void
view_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntHouseholdGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  EntHouseholdView *view = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (view == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_preferences_group_set_description (self->heading, error->message);
      return;
    }
  g_clear_pointer (&self->view, ent_household_view_free);
  self->view = view;
  hold_records (self);
  show_day (self);
}

static void
reload (EntHouseholdGroup *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, self->read,
                       g_memdup2 (&self->id, sizeof self->id), g_free,
                       (GDestroyNotify) ent_household_view_free, self->cancellable, view_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntHouseholdGroup *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_household_member_schema))
    reload (self);
}

static void
day_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntHouseholdGroup *self = ENT_HOUSEHOLD_GROUP (widget);

  if (g_str_equal (name, "household.today"))
    set_day (self, ent_day_today ());
  else if (g_str_equal (name, "household.show-day"))
    set_day (self, g_variant_get_int32 (parameter));
  else if (self->view != NULL)
    set_day (self,
             ent_household_view_change_near (self->view, self->day,
                                             g_str_equal (name, "household.next-change") ? 1 : -1));
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntShell *shell = ent_shell_for (widget);

  if (shell == NULL)
    return;
  ent_shell_open (shell,
                  g_str_equal (name, "household.open") ? &ent_household_schema : &ent_person_schema,
                  g_variant_get_int64 (parameter));
}

static void
member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntHouseholdGroup *self = ENT_HOUSEHOLD_GROUP (widget);
  EntHouseholdMember *member = self->view != NULL
                                   ? ent_household_view_find (self->view,
                                                              g_variant_get_int64 (parameter))
                                   : NULL;

  if (member == NULL)
    return;
  if (g_str_equal (name, "household.edit"))
    ent_household_edit_member (widget, self->store, member);
  else if (g_str_equal (name, "household.leave"))
    ent_household_member_leaves (widget, self->store, member, self->day);
  else if (g_str_equal (name, "household.move"))
    ent_household_move_member (widget, self->store, member, self->day);
  else
    ent_household_remove_member (widget, member);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntHouseholdGroup *self = ENT_HOUSEHOLD_GROUP (widget);

  if (g_str_equal (name, "household.add"))
    ent_household_add_member (widget, self->store, g_variant_get_int64 (parameter), self->day);
  else if (g_str_equal (name, "household.start"))
    ent_household_start (widget, self->store, self->id, self->day);
  else
    ent_household_join (widget, self->store, self->id, self->day);
}

static void
ent_household_group_dispose (GObject *object)
{
  EntHouseholdGroup *self = ENT_HOUSEHOLD_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_HOUSEHOLD_GROUP);
  G_OBJECT_CLASS (ent_household_group_parent_class)->dispose (object);
}

static void
ent_household_group_finalize (GObject *object)
{
  EntHouseholdGroup *self = ENT_HOUSEHOLD_GROUP (object);

  g_clear_pointer (&self->view, ent_household_view_free);
  g_clear_pointer (&self->held, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (ent_household_group_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const of_member[] = { "household.edit", "household.leave", "household.move",
                                           "household.remove" };
  static const char *const of_day[] = { "household.today", "household.previous-change",
                                        "household.next-change" };

  for (guint i = 0; i < G_N_ELEMENTS (of_member); i++)
    gtk_widget_class_install_action (widget_class, of_member[i], "x", member_action);
  for (guint i = 0; i < G_N_ELEMENTS (of_day); i++)
    gtk_widget_class_install_action (widget_class, of_day[i], NULL, day_action);
  gtk_widget_class_install_action (widget_class, "household.show-day", "i", day_action);
  gtk_widget_class_install_action (widget_class, "household.open", "x", open_action);
  gtk_widget_class_install_action (widget_class, "household.open-person", "x", open_action);
  gtk_widget_class_install_action (widget_class, "household.add", "x", add_action);
  gtk_widget_class_install_action (widget_class, "household.start", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "household.join", NULL, add_action);
}

static void
ent_household_group_class_init (EntHouseholdGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_household_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_household_group_finalize;

  g_type_ensure (ENT_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "person/ent-household-group.ui");
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, heading);
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, day_row);
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, open_button);
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, today_button);
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, households);
  gtk_widget_class_bind_template_child (widget_class, EntHouseholdGroup, none_group);
  gtk_widget_class_bind_template_callback (widget_class, day_edited_cb);
  install_actions (widget_class);
}

static void
ent_household_group_init (EntHouseholdGroup *self)
{
  self->cancellable = g_cancellable_new ();
  self->day = ent_day_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_date_row_set_day (self->day_row, self->day);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "household.previous-change", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "household.next-change", FALSE);
}

static GtkWidget *
group_new (EntStore *store, EntStoreFunc read, gint64 id)
{
  EntHouseholdGroup *self = g_object_new (ENT_TYPE_HOUSEHOLD_GROUP, NULL);

  self->store = g_object_ref (store);
  self->read = read;
  self->id = id;
  adw_preferences_group_set_title (self->heading,
                                   is_for_person (self) ? _ ("Household") : _ ("Members"));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ent_household_group_new_for_person (EntStore *store, gint64 person_id)
{
  return group_new (store, ent_household_view_read_person, person_id);
}

GtkWidget *
ent_household_group_new (EntStore *store, gint64 household_id)
{
  return group_new (store, ent_household_view_read, household_id);
}
