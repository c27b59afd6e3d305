/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worries that wait for an agent, read on the reading thread and again when one changes. Main
 * thread. */

#include "ent-worries-group.h"

#include "ent-agent-absence.h"
#include "ent-care-plan.h"
#include "ent-date.h"
#include "ent-day-query.h"
#include "ent-shell.h"
#include "ent-worry-rules.h"

#include <glib/gi18n-lib.h>

#define ID "ent-worry"

struct _EntWorriesGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  gint64 agent_id;
  GCancellable *cancellable;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntWorriesGroup, ent_worries_group, ADW_TYPE_PREFERENCES_GROUP)

static void
row_activated_cb (AdwActionRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), ID);
  EntShell *shell = ent_shell_for (GTK_WIDGET (row));

  if (shell != NULL)
    ent_shell_open (shell, &ent_worry_schema, *id);
}

static GtkWidget *
row_new (EntWorry *worry)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 id = ent_record_get_id (worry);
  g_autofree char *state = ent_worry_describe (worry, ent_day_today (), ent_stamp_now ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), worry->person_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ent-worry-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (row, "private");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ID, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  return row;
}

static void
show_worries (EntWorriesGroup *self, GPtrArray *worries)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < worries->len; i++)
    {
      GtkWidget *row = row_new (g_ptr_array_index (worries, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), worries->len > 0);
}

static gpointer
read_worries (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_day_query_worries_of (db, *(gint64 *) data, error);
}

static void
worries_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntWorriesGroup) self = user_data;
  g_autoptr (GPtrArray) worries = ent_store_run_finish (ENT_STORE (source), result, NULL);

  if (worries != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_worries (self, worries);
}

static void
reload (EntWorriesGroup *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_worries,
                       g_memdup2 (&self->agent_id, sizeof self->agent_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, worries_read_cb,
                       g_object_ref (self));
}

static void
changed_cb (EntWorriesGroup *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_worry_schema) ||
      ent_news_touches (news, &ent_care_plan_schema) ||
      ent_news_touches (news, &ent_agent_absence_schema))
    reload (self);
}

static void
ent_worries_group_dispose (GObject *object)
{
  EntWorriesGroup *self = ENT_WORRIES_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_worries_group_parent_class)->dispose (object);
}

static void
ent_worries_group_finalize (GObject *object)
{
  EntWorriesGroup *self = ENT_WORRIES_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_worries_group_parent_class)->finalize (object);
}

static void
ent_worries_group_class_init (EntWorriesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_worries_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_worries_group_finalize;
}

static void
ent_worries_group_init (EntWorriesGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
ent_worries_group_new (EntStore *store, gint64 agent_id)
{
  EntWorriesGroup *self = g_object_new (ENT_TYPE_WORRIES_GROUP, "title",
                                        _ ("Worries without an outcome"), "visible", FALSE, NULL);

  self->store = g_object_ref (store);
  self->agent_id = agent_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
