/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Households have no names that people know: one says with whom somebody goes to live. The form
 * edits the new membership; where it leads is asked of the reading thread. Main thread. */

#include "ent-household-move.h"

#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-household-rules.h"
#include "ent-household.h"
#include "ent-person-enums.h"
#include "ent-person-query.h"
#include "ent-person-rules.h"
#include "ent-person.h"
#include "ent-picker.h"

#include <glib/gi18n-lib.h>

#define MOVE "ent-household-move"

/* What stands beside the dialog, freed with it. */
typedef struct
{
  EntFormDialog *dialog; /* borrowed */
  EntStore *store;
  EntHouseholdMember *member; /* who leaves; NULL when nobody does */
  EntPickerRow *with; /* borrowed */
  AdwSwitchRow *alone; /* borrowed; NULL when joining */
  GtkLabel *said; /* borrowed */
  gboolean known; /* whether the question below is answered */
  gint64 household_id; /* where @with lives on that day, 0: nowhere */
  GCancellable *cancellable;
} Move;

typedef struct
{
  gint64 person_id;
  gint32 day;
} Question;

static void
move_free (Move *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_clear_object (&self->member);
  g_object_unref (self->store);
  g_free (self);
}

static gboolean
goes_alone (Move *self)
{
  return self->alone != NULL && adw_switch_row_get_active (self->alone);
}

static gpointer
read_household (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  gint64 id = ent_household_query_current (db, question->person_id, question->day);

  return g_memdup2 (&id, sizeof id);
}

static EntHouseholdMember *
draft_of (Move *self)
{
  return ent_form_get_draft (ent_form_dialog_get_form (self->dialog));
}

/* What speaks against the move as far as it is known. */
static EntIssues *
find_issues (Move *self)
{
  EntIssues *issues = ent_issues_new ();
  EntHouseholdMember *draft = draft_of (self);
  gboolean alone = goes_alone (self);

  if (self->member != NULL)
    ent_household_check_move (self->member, !alone && self->known ? self->household_id : 0,
                              draft->from_day, issues);
  if (!alone && ent_picker_row_get_selected_id (self->with) == draft->person_id)
    ent_issues_add (issues, "household_id", _ ("Choose another person."));
  return issues;
}

/* Without a day the form may be sent: the empty field is told then. */
static gboolean
is_ready (Move *self, EntIssues *issues)
{
  return draft_of (self)->from_day == ENT_DAY_NONE ||
         ((goes_alone (self) || self->known) && ent_issues_n_errors (issues) == 0);
}

static const char *
target_sentence (Move *self, EntIssues *issues)
{
  const char *refusal = ent_issues_for (issues, "household_id");

  if (goes_alone (self))
    return "";
  if (ent_picker_row_get_selected_id (self->with) == 0)
    return _ ("Choose somebody who lives there.");
  if (refusal != NULL)
    return refusal;
  if (!self->known)
    return "";
  return self->household_id != 0
             ? _ ("Joins the household where this person lives on that day.")
             : _ ("This person is in no household on that day: a new one is started for both.");
}

static void
show_target (Move *self)
{
  g_autoptr (EntIssues) issues = find_issues (self);
  g_autoptr (EntIssues) shown = ent_issues_new ();
  const char *refusal = ent_issues_for (issues, "household_id");
  const char *day = ent_issues_for (issues, "from_day");

  gtk_label_set_label (self->said, target_sentence (self, issues));
  if (refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->said), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->said), "error");
  /* As a warning it does not take the focus from who is typing. */
  if (day != NULL)
    ent_issues_warn (shown, "from_day", "%s", day);
  ent_form_show_issues (ent_form_dialog_get_form (self->dialog), shown);
  ent_form_dialog_set_ready (self->dialog, is_ready (self, issues));
}

static void
household_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = ent_store_run_finish (ENT_STORE (source), result, &error);
  Move *self = g_object_get_data (G_OBJECT (dialog), MOVE);

  /* Asked again meanwhile, or the window is gone. */
  if (self == NULL || ent_form_dialog_get_form (dialog) == NULL ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (id == NULL)
    {
      gtk_label_set_label (self->said, error->message);
      return;
    }
  self->known = TRUE;
  self->household_id = *id;
  show_target (self);
}

static void
find_household (Move *self)
{
  Question question = { ent_picker_row_get_selected_id (self->with), draft_of (self)->from_day };

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->known = FALSE;
  self->household_id = 0;
  ent_form_dialog_set_touched (self->dialog, question.person_id != 0 || goes_alone (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->with), !goes_alone (self));
  show_target (self);
  if (question.person_id == 0 || question.day == ENT_DAY_NONE || goes_alone (self))
    return;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, read_household,
                       g_memdup2 (&question, sizeof question), g_free, g_free, self->cancellable,
                       household_read_cb, g_object_ref (self->dialog));
}

static void
form_changed_cb (EntForm *form, const char *column, Move *self)
{
  if (g_str_equal (column, "from_day"))
    find_household (self);
}

/* The household that the draft goes to; a new one is added to the act. */
static gint64
target_household (Move *self, EntChangeSet *set, EntHouseholdMember *draft)
{
  gint64 with = ent_picker_row_get_selected_id (self->with);
  g_autoptr (EntHousehold) household = NULL;
  g_autoptr (EntHouseholdMember) first = NULL;
  gint64 id;

  if (!goes_alone (self) && self->household_id != 0)
    return self->household_id;

  household = ent_record_new (ENT_TYPE_HOUSEHOLD);
  id = ent_change_set_insert (set, household);
  if (goes_alone (self))
    return id;

  first = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);
  ent_draft_set (first, "household_id", ent_int (id));
  ent_draft_set (first, "person_id", ent_int (with));
  ent_draft_set (first, "role", ent_text ("reference"));
  ent_draft_set (first, "from_day", ent_day (draft->from_day));
  ent_draft_set (first, "shares_matters", ent_int (TRUE));
  ent_change_set_insert (set, first);
  return id;
}

/* The domain copies role, custody and sharing of who leaves: what the form says of them is put on
 * the copy that leaves. Its own line keeps them, as only the last day is written there. */
static void
move_away (Move *self, EntChangeSet *set, EntHouseholdMember *draft, gint64 household_id)
{
  static const char *const said[] = { "role", "custody_percent", "shares_matters" };
  g_autoptr (EntHouseholdMember) leaving = ent_record_dup (self->member);
  g_autoptr (EntHouseholdMember) arrival = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      guint column = (guint) ent_schema_find (&ent_household_member_schema, said[i]);
      EntValue value;

      ent_record_get_value (draft, column, &value);
      ent_record_set_value (leaving, column, &value);
      ent_value_clear (&value);
    }
  arrival = ent_household_move (set, leaving, household_id, draft->from_day);
  g_assert (ent_record_get_id (arrival) < 0);
}

static EntChangeSet *
build (EntFormDialog *dialog, gpointer original, gpointer draft, gpointer user_data)
{
  Move *self = g_object_get_data (G_OBJECT (dialog), MOVE);
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ ("Move noted"));
  g_autoptr (EntIssues) issues = find_issues (self);
  EntHouseholdMember *arriving = draft;
  gint64 household_id;

  /* Without a household it is refused: the store says at its field that the day is missing. */
  if (arriving->from_day == ENT_DAY_NONE || !is_ready (self, issues))
    {
      ent_change_set_insert (set, draft);
      return g_steal_pointer (&set);
    }
  household_id = target_household (self, set, arriving);
  if (self->member != NULL)
    {
      move_away (self, set, arriving, household_id);
      return g_steal_pointer (&set);
    }
  ent_draft_set (draft, "household_id", ent_int (household_id));
  ent_change_set_insert (set, draft);
  return g_steal_pointer (&set);
}

static GtkWidget *
where_new (Move *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *said = gtk_label_new (NULL);

  self->with = ENT_PICKER_ROW (ent_picker_row_new (self->store, &ent_person_schema));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->with), _ ("Goes to live with"));
  g_signal_connect_swapped (self->with, "notify::selected-id", G_CALLBACK (find_household), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->with));
  if (self->member != NULL)
    {
      self->alone = ADW_SWITCH_ROW (adw_switch_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->alone),
                                     _ ("Starts a household of their own"));
      g_signal_connect_swapped (self->alone, "notify::active", G_CALLBACK (find_household), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->alone));
    }
  self->said = GTK_LABEL (said);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_label_set_xalign (self->said, 0);
  gtk_widget_set_margin_top (said, 12);
  gtk_widget_add_css_class (said, "dimmed");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), said);
  return group;
}

static void
present (GtkWidget *parent,
         EntStore *store,
         EntHouseholdMember *member,
         EntHouseholdMember *draft,
         const char *title)
{
  static const char *const columns[] = { "from_day", "role", "custody_percent", "shares_matters",
                                         NULL };
  EntFormDialog *dialog = ent_form_dialog_new (store, title, NULL, draft, _ ("Move noted"));
  EntForm *form = ent_form_dialog_get_form (dialog);
  Move *self = g_new0 (Move, 1);

  self->dialog = dialog;
  self->store = g_object_ref (store);
  self->member = member != NULL ? g_object_ref (member) : NULL;
  self->cancellable = g_cancellable_new ();
  g_object_set_data_full (G_OBJECT (dialog), MOVE, self, (GDestroyNotify) move_free);

  ent_form_add_widget (form, where_new (self));
  ent_form_add_group (form, NULL, NULL, columns);
  ent_form_set_column_title (form, "from_day", _ ("First day there"));
  g_signal_connect (form, "changed", G_CALLBACK (form_changed_cb), self);
  ent_form_dialog_set_build_func (dialog, build, NULL, NULL);
  ent_form_dialog_set_primary_label (dialog, _ ("_Note the move"));
  find_household (self);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

void
ent_household_move_member (GtkWidget *parent,
                           EntStore *store,
                           EntHouseholdMember *member,
                           gint32 day)
{
  g_autoptr (EntHouseholdMember) draft = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);
  static const char *const kept[] = { "person_id", "role", "custody_percent", "shares_matters" };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      guint column = (guint) ent_schema_find (&ent_household_member_schema, kept[i]);
      EntValue value;

      ent_record_get_value (member, column, &value);
      ent_record_set_value (draft, column, &value);
      ent_value_clear (&value);
    }
  /* Who looks at the day of arrival is not telling when somebody left. */
  if (day <= member->from_day)
    day = MAX (ent_day_today (), member->from_day);
  ent_draft_set (draft, "from_day", ent_day (day));
  present (parent, store, member, draft, _ ("Move to another household"));
}

void
ent_household_join (GtkWidget *parent, EntStore *store, gint64 person_id, gint32 day)
{
  g_autoptr (EntHouseholdMember) draft = ent_record_new (ENT_TYPE_HOUSEHOLD_MEMBER);

  ent_draft_set (draft, "person_id", ent_int (person_id));
  ent_draft_set (draft, "from_day", ent_day (day));
  ent_draft_set (draft, "shares_matters", ent_int (TRUE));
  present (parent, store, NULL, draft, _ ("Join a household"));
}
