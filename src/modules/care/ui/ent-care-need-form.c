/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of a need. Tasks and activities are asked of the register when it opens. Main thread. */

#include "ent-care-need-form.h"

#include "ent-care-activity.h"
#include "ent-care-need-task.h"
#include "ent-care-need.h"
#include "ent-care-query.h"
#include "ent-care-task.h"
#include "ent-date.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

#define FORM "ent-care-need-form"
#define N_DAYS 7

/* Hangs on the dialog. */
typedef struct
{
  EntFormDialog *dialog; /* borrowed: it owns this */
  GPtrArray *activities; /* NULL until read */
  GPtrArray *tasks;
  GPtrArray *had; /* (element-type EntCareNeedTask): those that it has */
  GHashTable *ticked; /* ids of tasks, as gint64 * */
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* borrowed */
  GtkWidget *weekdays;
} NeedForm;

const char *const ent_care_need_form_columns[] = { "activity_id", "rhythm", "nth", "once_on",
                                                   NULL };
static const char *const length_columns[] = { "minutes", "n_carers", "priority", NULL };
static const char *const time_columns[] = { "earliest", "latest",       "wished_from",  "wished_to",
                                            "fixed_at", "fixed_reason", "min_gap_days", NULL };
static const char *const other_columns[] = { "from_day", "to_day", "note", NULL };

static void
lists_unref (NeedForm *self)
{
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->tasks, g_ptr_array_unref);
  g_clear_pointer (&self->had, g_ptr_array_unref);
}

static void
need_form_free (NeedForm *self)
{
  lists_unref (self);
  g_hash_table_unref (self->ticked);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static EntCareNeed *
draft_of (NeedForm *self)
{
  return ent_form_get_draft (ent_form_dialog_get_form (self->dialog));
}

static gboolean *
weekday_field (EntCareNeed *draft, guint i)
{
  gboolean *const days[N_DAYS] = { &draft->monday,   &draft->tuesday, &draft->wednesday,
                                   &draft->thursday, &draft->friday,  &draft->saturday,
                                   &draft->sunday };

  return days[i];
}

static void
weekday_toggled_cb (GtkToggleButton *button, NeedForm *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "day"));

  *weekday_field (draft_of (self), i) = gtk_toggle_button_get_active (button);
  ent_form_dialog_set_touched (self->dialog, TRUE);
}

/* "lu", "ma": two letters are enough beside one another; the whole name is told as well. */
static GtkWidget *
weekday_button (NeedForm *self, guint i)
{
  const char *name = ent_weekday_name ((int) i + 1);
  g_autofree char *letters = g_utf8_substring (name, 0, 2);
  GtkWidget *button = gtk_toggle_button_new_with_label (letters);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), *weekday_field (draft_of (self), i));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data (G_OBJECT (button), "day", GUINT_TO_POINTER (i));
  g_signal_connect (button, "toggled", G_CALLBACK (weekday_toggled_cb), self);
  return button;
}

static void
add_weekdays (NeedForm *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *buttons = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  for (guint i = 0; i < N_DAYS; i++)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons), weekday_button (self, i));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Days of the week"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), buttons);
  self->weekdays = group;
  ent_form_add_widget (ent_form_dialog_get_form (self->dialog), group);
}

static void
show_fields (NeedForm *self)
{
  EntForm *form = ent_form_dialog_get_form (self->dialog);
  EntCareNeed *draft = draft_of (self);

  ent_form_set_column_visible (form, "nth", draft->rhythm == ENT_CARE_MONTHLY);
  ent_form_set_column_visible (form, "once_on", draft->rhythm == ENT_CARE_ONCE);
  ent_form_set_column_visible (form, "fixed_reason", draft->fixed_at != ENT_INT_NONE);
  gtk_widget_set_visible (self->weekdays, draft->rhythm != ENT_CARE_ONCE);
}

static void
task_toggled_cb (GtkCheckButton *check, NeedForm *self)
{
  EntCareTask *task = g_object_get_data (G_OBJECT (check), "task");
  gint64 id = ent_record_get_id (task);

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->ticked, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ticked, &id);
  ent_form_dialog_set_touched (self->dialog, TRUE);
}

static void
add_task_row (NeedForm *self, EntCareTask *task)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gint64 id = ent_record_get_id (task);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), task->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->ticked, &id));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "task", g_object_ref (task), g_object_unref);
  g_signal_connect (check, "toggled", G_CALLBACK (task_toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* Those of the activity that is chosen. */
static void
show_tasks (NeedForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->tasks != NULL && i < self->tasks->len; i++)
    {
      EntCareTask *task = g_ptr_array_index (self->tasks, i);

      if (task->activity_id == draft_of (self)->activity_id)
        add_task_row (self, task);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->rows->len > 0);
}

static EntCareActivity *
chosen_activity (NeedForm *self)
{
  for (guint i = 0; self->activities != NULL && i < self->activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (self->activities, i);

      if (ent_record_get_id (activity) == draft_of (self)->activity_id)
        return activity;
    }
  return NULL;
}

/* A new need is as long, and as pressing, as its activity usually is. */
static void
take_usual (NeedForm *self)
{
  EntCareActivity *activity = chosen_activity (self);

  if (activity == NULL || ent_record_get_id (draft_of (self)) > 0)
    return;
  if (draft_of (self)->minutes == ENT_INT_NONE)
    g_object_set (draft_of (self), "minutes", activity->minutes, NULL);
  g_object_set (draft_of (self), "priority", activity->priority, NULL);
  ent_form_refresh (ent_form_dialog_get_form (self->dialog));
}

static void
changed_cb (EntForm *form, const char *column, NeedForm *self)
{
  if (g_str_equal (column, "rhythm") || g_str_equal (column, "fixed_at"))
    show_fields (self);
  if (!g_str_equal (column, "activity_id"))
    return;
  take_usual (self);
  show_tasks (self);
}

static gpointer
read_lists (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 *need_id = data;
  NeedForm *lists = g_new0 (NeedForm, 1);

  lists->activities = ent_sql_load (db, &ent_care_activity_schema, "", ENT_NO_ARGS, error);
  if (lists->activities != NULL)
    lists->tasks = ent_care_query_tasks (db, error);
  if (lists->tasks != NULL)
    lists->had = ent_care_query_tasks_of (db, *need_id, error);
  if (lists->had != NULL)
    return lists;
  lists_unref (lists);
  g_free (lists);
  return NULL;
}

static void
lists_free (NeedForm *lists)
{
  lists_unref (lists);
  g_free (lists);
}

static void
lists_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntFormDialog) dialog = user_data;
  NeedForm *lists = ent_store_run_finish (ENT_STORE (source), result, NULL);
  NeedForm *self = g_object_get_data (G_OBJECT (dialog), FORM);

  if (lists == NULL)
    return;
  if (gtk_widget_get_root (GTK_WIDGET (dialog)) != NULL)
    {
      self->activities = g_steal_pointer (&lists->activities);
      self->tasks = g_steal_pointer (&lists->tasks);
      self->had = g_steal_pointer (&lists->had);
      for (guint i = 0; i < self->had->len; i++)
        {
          EntCareNeedTask *had = g_ptr_array_index (self->had, i);

          g_hash_table_add (self->ticked, g_memdup2 (&had->task_id, sizeof had->task_id));
        }
      take_usual (self);
      show_tasks (self);
      ent_form_dialog_set_ready (dialog, TRUE);
    }
  lists_free (lists);
}

static void
add_groups (NeedForm *self)
{
  EntForm *form = ent_form_dialog_get_form (self->dialog);

  add_weekdays (self);
  ent_form_add_group (form, _ ("Length and carers"), NULL, length_columns);
  ent_form_add_group (form, _ ("Times of the day"), NULL, time_columns);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Tasks"));
  gtk_widget_set_visible (GTK_WIDGET (self->group), FALSE);
  ent_form_add_widget (form, GTK_WIDGET (self->group));
  ent_form_add_group (form, _ ("Period"), NULL, other_columns);
}

void
ent_care_need_form_prepare (EntFormDialog *dialog, EntStore *store)
{
  NeedForm *self = g_new0 (NeedForm, 1);
  gint64 id;

  self->dialog = dialog;
  self->ticked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (dialog), FORM, self, (GDestroyNotify) need_form_free);
  add_groups (self);
  show_fields (self);
  g_signal_connect (ent_form_dialog_get_form (dialog), "changed", G_CALLBACK (changed_cb), self);
  ent_form_dialog_set_ready (dialog, FALSE);
  id = ent_record_get_id (draft_of (self));
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_HIGH, read_lists,
                       g_memdup2 (&id, sizeof id), g_free, (GDestroyNotify) lists_free, NULL,
                       lists_read_cb, g_object_ref (dialog));
}

static EntCareNeedTask *
find_had (NeedForm *self, gint64 task_id)
{
  for (guint i = 0; i < self->had->len; i++)
    {
      EntCareNeedTask *had = g_ptr_array_index (self->had, i);

      if (had->task_id == task_id)
        return had;
    }
  return NULL;
}

/* Only tasks of the activity count: those of another that was chosen before are dropped. */
static void
build_tasks (NeedForm *self, EntChangeSet *set, gint64 need_id)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      EntCareTask *task = g_ptr_array_index (self->tasks, i);
      gint64 id = ent_record_get_id (task);
      gboolean wanted = task->activity_id == draft_of (self)->activity_id &&
                        g_hash_table_contains (self->ticked, &id);
      EntCareNeedTask *had = find_had (self, id);

      if (had != NULL && !wanted)
        ent_change_set_delete (set, had);
      if (had == NULL && wanted)
        {
          g_autoptr (EntCareNeedTask) fresh = ent_record_new (ENT_TYPE_CARE_NEED_TASK);

          fresh->need_id = need_id;
          fresh->task_id = id;
          ent_change_set_insert (set, fresh);
        }
    }
}

EntChangeSet *
ent_care_need_form_build (EntFormDialog *dialog,
                          gpointer original,
                          gpointer draft,
                          gpointer user_data)
{
  NeedForm *self = g_object_get_data (G_OBJECT (dialog), FORM);
  EntChangeSet *set = ent_change_set_new (original == NULL ? _ ("Visit that returns added")
                                                           : _ ("Visit that returns changed"));
  gint64 id = original != NULL ? ent_record_get_id (original) : 0;

  if (original == NULL)
    id = ent_change_set_insert (set, draft);
  else
    ent_change_set_edit (set, original, draft);
  if (self->tasks != NULL)
    build_tasks (self, set, id);
  return set;
}
