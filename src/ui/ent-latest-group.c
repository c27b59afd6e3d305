/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest of what a record owns. Main thread; rows are read on the reading thread. */

#include "ent-latest-group.h"

#include "ent-query.h"
#include "ent-sql.h"

#include <glib/gi18n-lib.h>

struct _EntLatestGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  const EntLatestSpec *spec;
  gint64 owner_id;
  GCancellable *cancellable;
  GPtrArray *rows; /* borrowed */
};

G_DEFINE_FINAL_TYPE (EntLatestGroup, ent_latest_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  const EntLatestSpec *spec;
  gint64 owner_id;
} Wanted;

static gpointer
read_owned (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;

  return ent_sql_load_owned (db, wanted->spec->schema, wanted->owner_id, wanted->spec->order,
                             error);
}

static void
row_activated_cb (EntLatestGroup *self, GtkWidget *row)
{
  gpointer record = g_object_get_data (G_OBJECT (row), "record");
  EntShell *shell = ent_shell_for (row);

  if (shell != NULL)
    self->spec->open (shell, self->store, ent_record_get_id (record));
}

static void
all_activated_cb (EntLatestGroup *self)
{
  const EntSchema *schema = self->spec->schema;
  g_autoptr (EntQuery) query = ent_query_new (schema);
  EntValue owner = ent_int (self->owner_id);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  ent_query_add_condition (query, ent_schema_owner (schema)->name, ENT_OP_EQUAL, &owner);
  if (shell != NULL)
    ent_shell_show_list (shell, schema, query);
}

static void
add_row (EntLatestGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static GtkWidget *
record_row_new (EntLatestGroup *self, gpointer record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = self->spec->row_title != NULL ? self->spec->row_title (record)
                                                         : ent_record_display (record, "title");
  g_autofree char *subtitle = self->spec->subtitle (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (self->spec->icon_name (record)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "private");
  if (self->spec->is_past != NULL && self->spec->is_past (record))
    gtk_widget_add_css_class (row, "past");
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
all_row_new (EntLatestGroup *self, guint n)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *title = self->spec->all_label (n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  g_signal_connect_object (row, "activated", G_CALLBACK (all_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
none_row_new (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None"));
  gtk_widget_add_css_class (row, "none");
  return row;
}

static void
show_records (EntLatestGroup *self, GPtrArray *records)
{
  const EntLatestSpec *spec = self->spec;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < MIN (records->len, spec->n_rows); i++)
    add_row (self, record_row_new (self, g_ptr_array_index (records, i)));
  if (records->len > spec->n_rows || (spec->always_all && records->len > 0))
    add_row (self, all_row_new (self, records->len));
  else if (records->len == 0 && !spec->hide_empty)
    add_row (self, none_row_new ());
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0 || !spec->hide_empty);
}

static void
owned_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntLatestGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records != NULL)
    {
      show_records (self, records);
      return;
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
reload (EntLatestGroup *self)
{
  Wanted wanted = { self->spec, self->owner_id };

  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_owned,
                       g_memdup2 (&wanted, sizeof wanted), g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, owned_read_cb,
                       g_object_ref (self));
}

static void
store_changed_cb (EntLatestGroup *self, const EntNews *news)
{
  const EntSchema *schema = self->spec->schema;
  const EntSchema *owner = ent_schema_for_type (ent_schema_owner (schema)->type ());

  if (ent_news_touches (news, schema) && ent_news_touches_record (news, owner, self->owner_id))
    reload (self);
}

static void
ent_latest_group_dispose (GObject *object)
{
  EntLatestGroup *self = ENT_LATEST_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_latest_group_parent_class)->dispose (object);
}

static void
ent_latest_group_finalize (GObject *object)
{
  EntLatestGroup *self = ENT_LATEST_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_latest_group_parent_class)->finalize (object);
}

static void
ent_latest_group_class_init (EntLatestGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_latest_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_latest_group_finalize;
}

static void
ent_latest_group_init (EntLatestGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

EntLatestGroup *
ent_latest_group_new (EntStore *store, const EntLatestSpec *spec, gint64 owner_id)
{
  EntLatestGroup *self = g_object_new (ENT_TYPE_LATEST_GROUP, NULL);

  self->store = g_object_ref (store);
  self->spec = spec;
  self->owner_id = owner_id;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (spec->title));
  gtk_widget_set_visible (GTK_WIDGET (self), !spec->hide_empty);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

EntStore *
ent_latest_group_get_store (EntLatestGroup *self)
{
  return self->store;
}

gint64
ent_latest_group_get_owner_id (EntLatestGroup *self)
{
  return self->owner_id;
}
