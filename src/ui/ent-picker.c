/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row that shows the record referred to and opens the popover to find another. Main thread. */

#include "ent-picker.h"

#include "ent-picker-popover.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntPickerRow
{
  AdwActionRow parent_instance;

  GtkButton *clear_button;
  GtkWidget *popover; /* made when first opened */

  EntStore *store;
  const EntSchema *schema;
  EntQuery *query;
  GObject *record; /* the selected one */
  gint64 selected_id;
  gboolean clearable;
  char *create_label;
  EntPickerCreateFunc create_func;
  gpointer create_data;
  GDestroyNotify create_destroy;
};

enum
{
  PROP_SELECTED_ID = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntPickerRow, ent_picker_row, ADW_TYPE_ACTION_ROW)

static void
summary_changed_cb (EntPickerRow *self)
{
  g_autofree char *summary = self->record != NULL ? ent_record_get_summary (self->record) : NULL;

  if (self->selected_id == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), "—");
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                                 summary != NULL && *summary != '\0' ? summary : "…");
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button),
                          self->clearable && self->selected_id != 0);
}

static void
picked_cb (EntPickerRow *self, gint64 id)
{
  ent_picker_row_set_selected_id (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
create_cb (EntPickerRow *self, const char *text)
{
  if (self->create_func != NULL)
    self->create_func (self, text, self->create_data);
}

static void
closed_cb (EntPickerRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "has-open-popup");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
}

static void
ensure_popover (EntPickerRow *self)
{
  if (self->popover != NULL)
    return;

  self->popover = ent_picker_popover_new (self->store, self->query);
  ent_picker_popover_set_create_label (ENT_PICKER_POPOVER (self->popover), self->create_label);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->popover, "create", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
}

static void
ent_picker_row_activate (AdwActionRow *row)
{
  EntPickerRow *self = ENT_PICKER_ROW (row);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  ensure_popover (self);
  gtk_widget_set_size_request (self->popover, CLAMP (width, 240, 440), -1);
  ent_picker_popover_open (ENT_PICKER_POPOVER (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self), "has-open-popup");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
}

static void
clear_cb (EntPickerRow *self)
{
  ent_picker_row_set_selected_id (self, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
ent_picker_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  EntPickerRow *self = ENT_PICKER_ROW (widget);

  GTK_WIDGET_CLASS (ent_picker_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
ent_picker_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      g_value_set_int64 (value, ENT_PICKER_ROW (object)->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
ent_picker_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTED_ID:
      ent_picker_row_set_selected_id (ENT_PICKER_ROW (object), g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      break;
    }
}

static void
forget_create_func (EntPickerRow *self)
{
  if (self->create_destroy != NULL)
    self->create_destroy (self->create_data);
  self->create_func = NULL;
  self->create_data = NULL;
  self->create_destroy = NULL;
}

static void
ent_picker_row_dispose (GObject *object)
{
  EntPickerRow *self = ENT_PICKER_ROW (object);

  forget_create_func (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->create_label, g_free);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, ent_query_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PICKER_ROW);
  G_OBJECT_CLASS (ent_picker_row_parent_class)->dispose (object);
}

static void
ent_picker_row_class_init (EntPickerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_picker_row_dispose;
  object_class->get_property = ent_picker_row_get_property;
  object_class->set_property = ent_picker_row_set_property;
  widget_class->size_allocate = ent_picker_row_size_allocate;
  ADW_ACTION_ROW_CLASS (klass)->activate = ent_picker_row_activate;

  properties[PROP_SELECTED_ID] = g_param_spec_int64 ("selected-id", NULL, NULL, G_MININT64,
                                                     G_MAXINT64, 0,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                         G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "widgets/ent-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPickerRow, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ent_picker_row_init (EntPickerRow *self)
{
  self->clearable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  summary_changed_cb (self);
}

GtkWidget *
ent_picker_row_new (EntStore *store, const EntSchema *schema)
{
  EntPickerRow *self = g_object_new (ENT_TYPE_PICKER_ROW, NULL);

  self->store = g_object_ref (store);
  self->schema = schema;
  self->query = ent_query_new (schema);
  return GTK_WIDGET (self);
}

gint64
ent_picker_row_get_selected_id (EntPickerRow *self)
{
  g_return_val_if_fail (ENT_IS_PICKER_ROW (self), 0);

  return self->selected_id;
}

void
ent_picker_row_set_selected_id (EntPickerRow *self, gint64 id)
{
  g_return_if_fail (ENT_IS_PICKER_ROW (self));

  if (self->selected_id == id)
    return;

  if (self->record != NULL)
    g_signal_handlers_disconnect_by_data (self->record, self);
  g_clear_object (&self->record);
  self->selected_id = id;
  /* A negative id stands for a record of the same act, which cannot be read yet. */
  if (id > 0)
    {
      self->record = ent_store_peek (self->store, self->schema->type (), id);
      g_signal_connect_object (self->record, "notify::summary", G_CALLBACK (summary_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  summary_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}

void
ent_picker_row_set_query (EntPickerRow *self, const EntQuery *query)
{
  g_return_if_fail (ENT_IS_PICKER_ROW (self));

  ent_query_free (self->query);
  self->query = query != NULL ? ent_query_copy (query) : ent_query_new (self->schema);
  if (self->popover != NULL)
    ent_picker_popover_set_query (ENT_PICKER_POPOVER (self->popover), self->query);
}

void
ent_picker_row_set_create_func (EntPickerRow *self,
                                const char *label,
                                EntPickerCreateFunc func,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  g_return_if_fail (ENT_IS_PICKER_ROW (self));

  forget_create_func (self);
  self->create_func = func;
  self->create_data = user_data;
  self->create_destroy = destroy;
  g_set_str (&self->create_label, func != NULL ? label : NULL);
  if (self->popover != NULL)
    ent_picker_popover_set_create_label (ENT_PICKER_POPOVER (self->popover), self->create_label);
}

/* How a module makes records of its type. */
typedef struct
{
  const char *label;
  EntPickerCreateFunc func;
} Told;

/* (EntSchema → Told), filled when the window is made. */
static GHashTable *
told_table (void)
{
  static GHashTable *table;

  if (table == NULL)
    table = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return table;
}

void
ent_picker_tell_create (const EntSchema *schema, const char *label, EntPickerCreateFunc func)
{
  Told *told = g_new0 (Told, 1);

  told->label = label;
  told->func = func;
  g_hash_table_insert (told_table (), (gpointer) schema, told);
}

void
ent_picker_row_allow_create (EntPickerRow *self)
{
  const Told *told;

  g_return_if_fail (ENT_IS_PICKER_ROW (self));

  told = g_hash_table_lookup (told_table (), self->schema);
  if (told != NULL)
    ent_picker_row_set_create_func (self, _ (told->label), told->func, g_object_ref (self->store),
                                    g_object_unref);
}

void
ent_picker_row_set_clearable (EntPickerRow *self, gboolean clearable)
{
  g_return_if_fail (ENT_IS_PICKER_ROW (self));

  self->clearable = clearable;
  summary_changed_cb (self);
}
