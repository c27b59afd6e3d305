/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A group of owned records, read on the reading thread and read again when the store tells that
 * they changed. Main thread. */

#include "ent-child-group.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-sql.h"

struct _EntChildGroup
{
  AdwPreferencesGroup parent_instance;

  EntStore *store;
  const EntChildSpec *spec;
  gint64 owner_id;
  GCancellable *cancellable;
  GPtrArray *rows; /* widgets added, borrowed */
  GtkWidget *past; /* AdwExpanderRow, borrowed */
};

G_DEFINE_FINAL_TYPE (EntChildGroup, ent_child_group, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  const EntChildSpec *spec;
  gint64 owner_id;
} ReadData;

static gpointer
read_children (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  ReadData *read = data;

  return ent_sql_load_owned (db, read->spec->schema, read->owner_id, read->spec->order, error);
}

static gint32
day_of (gpointer record, const char *name)
{
  const EntColumn *column = ent_schema_column (ent_record_get_schema (record), name);

  return G_STRUCT_MEMBER (gint32, record, column->offset);
}

static gboolean
is_past (EntChildGroup *self, gpointer record)
{
  const char *column = self->spec->to_column != NULL ? self->spec->to_column
                                                     : self->spec->past_column;
  gint32 last = column != NULL ? day_of (record, column) : ENT_DAY_NONE;

  return last != ENT_DAY_NONE && last < ent_day_today ();
}

static char *
period_text (EntChildGroup *self, gpointer record)
{
  gint32 from = self->spec->from_column != NULL ? day_of (record, self->spec->from_column)
                                                : ENT_DAY_NONE;
  gint32 to = self->spec->to_column != NULL ? day_of (record, self->spec->to_column) : ENT_DAY_NONE;
  g_autofree char *first = ent_day_format (from, ENT_DAY_NUMERIC);
  g_autofree char *last = ent_day_format (to, ENT_DAY_NUMERIC);

  if (from != ENT_DAY_NONE && to != ENT_DAY_NONE)
    /* Translators: a period of time, first and last day */
    return g_strdup_printf (_ ("%s to %s"), first, last);
  if (from != ENT_DAY_NONE)
    /* Translators: a period of time that goes on */
    return g_strdup_printf (_ ("since %s"), first);
  if (to != ENT_DAY_NONE)
    /* Translators: a period of time whose beginning is not known */
    return g_strdup_printf (_ ("until %s"), last);
  return NULL;
}

static char *
subtitle_text (EntChildGroup *self, gpointer record)
{
  g_autofree char *own = self->spec->subtitle != NULL ? self->spec->subtitle (record) : NULL;
  g_autofree char *period = period_text (self, record);

  if (own != NULL && *own != '\0' && period != NULL)
    return g_strdup_printf ("%s · %s", own, period);
  return own != NULL && *own != '\0' ? g_steal_pointer (&own) : g_steal_pointer (&period);
}

static void
present_form (EntChildGroup *self, gpointer original, gpointer draft)
{
  const EntChildSpec *spec = self->spec;
  EntFormDialog *dialog = ent_form_dialog_new (
      self->store, original != NULL ? _ (spec->title) : _ (spec->add_label), original, draft,
      original != NULL ? _ (spec->changed) : _ (spec->added));

  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, spec->columns);
  if (spec->build != NULL)
    ent_form_dialog_set_build_func (dialog, spec->build, NULL, NULL);
  if (spec->prepare_form != NULL)
    spec->prepare_form (dialog, self->store);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

void
ent_child_group_add (EntChildGroup *self)
{
  g_autoptr (GObject) draft = ent_record_new (self->spec->schema->type ());
  const EntColumn *owner = ent_schema_owner (self->spec->schema);

  g_object_set (draft, owner->name, self->owner_id, NULL);
  if (self->spec->fill != NULL)
    self->spec->fill (draft, ent_day_today ());
  present_form (self, NULL, draft);
}

static void
row_activated_cb (AdwActionRow *row, EntChildGroup *self)
{
  gpointer record = g_object_get_data (G_OBJECT (row), "record");
  g_autoptr (GObject) draft = ent_record_dup (record);
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (self->spec->activate != NULL && shell != NULL)
    self->spec->activate (shell, self->store, record);
  else
    present_form (self, record, draft);
}

static void
delete_cb (GtkButton *button, EntChildGroup *self)
{
  gpointer record = g_object_get_data (G_OBJECT (button), "record");
  g_autoptr (EntChangeSet) set = ent_change_set_new (_ (self->spec->removed));
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell == NULL)
    return;
  if (self->spec->remove != NULL)
    {
      self->spec->remove (shell, self->store, record);
      return;
    }
  ent_change_set_delete (set, record);
  ent_shell_apply (shell, set, NULL, NULL);
}

static GtkWidget *
row_new (EntChildGroup *self, gpointer record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *title = self->spec->row_title != NULL ? self->spec->row_title (record)
                                                         : ent_record_get_summary (record);
  g_autofree char *subtitle = subtitle_text (self, record);
  g_autofree char *remove_name = NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (self->spec->icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name (self->spec->icon_name (record)));
  gtk_widget_add_css_class (row, "private");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);

  if (self->spec->extend_row != NULL)
    self->spec->extend_row (ADW_ACTION_ROW (row), record);

  /* Translators: deletes one item of a list, like “Delete: Rue du Puits 4” */
  remove_name = g_strdup_printf (_ ("Delete: %s"), title);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove_name, -1);
  g_object_set_data_full (G_OBJECT (remove), "record", g_object_ref (record), g_object_unref);
  g_signal_connect (remove, "clicked", G_CALLBACK (delete_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  return row;
}

static void
add_past (EntChildGroup *self, GtkWidget *row, guint n)
{
  g_autofree char *title = NULL;

  if (self->past == NULL)
    {
      self->past = adw_expander_row_new ();
      gtk_widget_add_css_class (self->past, "past");
    }
  /* Translators: how many items of a list belong to the past */
  title = g_strdup_printf (_ ("Earlier (%u)"), n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->past), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->past), row);
}

static void
show_none (EntChildGroup *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("None"));
  gtk_widget_add_css_class (row, "none");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
show_records (EntChildGroup *self, GPtrArray *records)
{
  gboolean unfolded = self->past != NULL &&
                      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->past));
  guint n_past = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  self->past = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      GtkWidget *row = row_new (self, record);

      if (is_past (self, record))
        {
          add_past (self, row, ++n_past);
          continue;
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  if (self->rows->len == 0)
    show_none (self);
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0 || !self->spec->hide_empty);
  if (self->past != NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->past), unfolded);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->past);
      g_ptr_array_add (self->rows, self->past);
    }
}

static void
children_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntChildGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (records != NULL)
    show_records (self, records);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), error->message);
}

static void
reload (EntChildGroup *self)
{
  ReadData *data = g_new0 (ReadData, 1);

  data->spec = self->spec;
  data->owner_id = self->owner_id;
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, read_children, data, g_free,
                       (GDestroyNotify) g_ptr_array_unref, self->cancellable, children_read_cb,
                       g_object_ref (self));
}

static void
changed_cb (EntChildGroup *self, const EntNews *news)
{
  const EntColumn *owner = ent_schema_owner (self->spec->schema);

  if (ent_news_touches (news, self->spec->schema) &&
      ent_news_touches_record (news, ent_schema_for_type (owner->type ()), self->owner_id))
    reload (self);
}

static void
ent_child_group_dispose (GObject *object)
{
  EntChildGroup *self = ENT_CHILD_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_child_group_parent_class)->dispose (object);
}

static void
ent_child_group_finalize (GObject *object)
{
  EntChildGroup *self = ENT_CHILD_GROUP (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_child_group_parent_class)->finalize (object);
}

static void
ent_child_group_class_init (EntChildGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_child_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_child_group_finalize;
}

static void
ent_child_group_init (EntChildGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
ent_child_group_new (EntStore *store, const EntChildSpec *spec, gint64 owner_id)
{
  EntChildGroup *self = g_object_new (ENT_TYPE_CHILD_GROUP, NULL);
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  self->store = g_object_ref (store);
  self->spec = spec;
  self->owner_id = owner_id;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ (spec->title));
  gtk_widget_set_visible (GTK_WIDGET (self), !spec->hide_empty);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_tooltip_text (add, _ (spec->add_label));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (ent_child_group_add), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}

static void
extension_add_cb (GSimpleAction *action, GVariant *parameter, EntRecordPage *page)
{
  EntRecordPageMake make = g_object_get_data (G_OBJECT (action), "make");

  ent_child_group_add (ENT_CHILD_GROUP (ent_record_page_get_later (page, make)));
}

void
ent_child_group_extend_page (EntRecordPage *page,
                             EntRecordPageMake make,
                             const char *prefix,
                             const char *icon_name,
                             const char *label)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) add = g_simple_action_new ("add", NULL);
  g_autofree char *name = g_strconcat (prefix, ".add", NULL);

  g_object_set_data (G_OBJECT (add), "make", (gpointer) make);
  g_signal_connect_object (add, "activate", G_CALLBACK (extension_add_cb), page, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (add));
  gtk_widget_insert_action_group (GTK_WIDGET (page), prefix, G_ACTION_GROUP (actions));
  ent_record_page_add_act (page, icon_name, label, name);
  ent_record_page_add_later (page, make);
}
