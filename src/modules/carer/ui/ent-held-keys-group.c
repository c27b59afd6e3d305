/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys that an agent holds now, read on the reading thread and again when a loan changes. Main
 * thread. */

#include "ent-held-keys-group.h"

#include "ent-carer-query.h"
#include "ent-date.h"
#include "ent-home-key.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

#define KEY "ent-key"

struct _EntHeldKeysGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  gint64 agent_id;
  GCancellable *cancellable;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntHeldKeysGroup, ent_held_keys_group, ADW_TYPE_PREFERENCES_GROUP)

static void
row_activated_cb (AdwActionRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), KEY);
  EntShell *shell = ent_shell_for (GTK_WIDGET (row));

  if (shell != NULL)
    ent_shell_open (shell, &ent_home_key_schema, *id);
}

static GtkWidget *
row_new (const EntHeldKey *key)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (_ ("Key %d"), key->number);
  g_autofree char *since = ent_day_format (key->given_on, ENT_DAY_NUMERIC);
  /* Translators: the name of a person, and since when somebody holds their key */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · since %s"), key->person, since);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ent-key-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_widget_add_css_class (row, "private");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), KEY, g_memdup2 (&key->key_id, sizeof key->key_id),
                          g_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), NULL);
  return row;
}

static void
show_keys (EntHeldKeysGroup *self, GPtrArray *keys)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < keys->len; i++)
    {
      GtkWidget *row = row_new (g_ptr_array_index (keys, i));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), keys->len > 0);
}

static gpointer
read_keys (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_home_key_query_held_by (db, *(gint64 *) data, error);
}

static void
keys_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntHeldKeysGroup) self = user_data;
  g_autoptr (GPtrArray) keys = ent_store_run_finish (ENT_STORE (source), result, NULL);

  if (keys != NULL && !g_cancellable_is_cancelled (self->cancellable))
    show_keys (self, keys);
}

static void
reload (EntHeldKeysGroup *self)
{
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_keys,
                       g_memdup2 (&self->agent_id, sizeof self->agent_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, keys_read_cb,
                       g_object_ref (self));
}

static void
changed_cb (EntHeldKeysGroup *self, const EntNews *news)
{
  if (ent_news_touches (news, &ent_key_loan_schema) ||
      ent_news_touches (news, &ent_home_key_schema))
    reload (self);
}

static void
ent_held_keys_group_dispose (GObject *object)
{
  EntHeldKeysGroup *self = ENT_HELD_KEYS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_held_keys_group_parent_class)->dispose (object);
}

static void
ent_held_keys_group_finalize (GObject *object)
{
  EntHeldKeysGroup *self = ENT_HELD_KEYS_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_held_keys_group_parent_class)->finalize (object);
}

static void
ent_held_keys_group_class_init (EntHeldKeysGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_held_keys_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_held_keys_group_finalize;
}

static void
ent_held_keys_group_init (EntHeldKeysGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
ent_held_keys_group_new (EntStore *store, gint64 agent_id)
{
  EntHeldKeysGroup *self = g_object_new (ENT_TYPE_HELD_KEYS_GROUP, "title", _ ("Keys held"),
                                         "visible", FALSE, NULL);

  self->store = g_object_ref (store);
  self->agent_id = agent_id;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
