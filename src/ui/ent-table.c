/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table. Columns are made from the schema; the order asked for in a heading goes to the query,
 * never to a sort model. Main thread. */

#include "ent-table.h"

#include <glib/gi18n-lib.h>

#include "ent-cell.h"
#include "ent-selection.h"

struct _EntTable
{
  GtkWidget parent_instance;

  const EntSchema *schema;
  GtkWidget *stack;
  GtkWidget *column_view;
  GtkWidget *list_view;
  EntSelection *selection;
  EntQueryModel *model;
  GPtrArray *columns; /* names shown, borrowed */
  gboolean compact;
  gboolean by_pointer; /* the selection is being changed by a click */
  gboolean quiet;
};

enum
{
  PROP_COMPACT = 1,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATE_RECORD,
  SIGNAL_ORDER_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTable, ent_table, GTK_TYPE_WIDGET)

static void
activate_position (EntTable *self, guint position)
{
  if (self->model != NULL && position < g_list_model_get_n_items (G_LIST_MODEL (self->model)))
    g_signal_emit (self, signals[SIGNAL_ACTIVATE_RECORD], 0,
                   ent_query_model_get_id (self->model, position));
}

static void
row_activated_cb (EntTable *self, guint position)
{
  activate_position (self, position);
}

/* One click opens, as long as it was a click: the arrow keys only move. */
static void
selected_cb (EntTable *self)
{
  gint64 id = ent_selection_get_id (self->selection);

  if (self->by_pointer && !self->quiet && id > 0)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE_RECORD], 0, id);
}

static void
pressed_cb (EntTable *self)
{
  self->by_pointer = TRUE;
}

static gboolean
forget_pointer_cb (gpointer data)
{
  ((EntTable *) data)->by_pointer = FALSE;
  return G_SOURCE_REMOVE;
}

static void
released_cb (EntTable *self)
{
  g_idle_add_full (G_PRIORITY_LOW, forget_pointer_cb, g_object_ref (self), g_object_unref);
}

static void
watch_clicks (EntTable *self, GtkWidget *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (click, "stopped", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
}

static void
order_changed_cb (EntTable *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SIGNAL_ORDER_CHANGED], 0);
}

/* A heading needs a sorter to be clickable; ours says that all rows are equal, since the query does
 * the ordering. */
static int
all_equal (gconstpointer a, gconstpointer b, gpointer unused)
{
  return GTK_ORDERING_EQUAL;
}

static int
column_width (const EntColumn *column)
{
  if (column->flags & ENT_COLUMN_LONG)
    return 260;
  if (column->flags & (ENT_COLUMN_SHORT | ENT_COLUMN_PHONE))
    return 122;
  if (column->flags & ENT_COLUMN_NUMBER)
    return 142;
  switch (column->kind)
    {
    case ENT_KIND_DATE:
    case ENT_KIND_MONEY:
      return 112;
    case ENT_KIND_BOOL:
    case ENT_KIND_INT:
    case ENT_KIND_TIME:
      return 84;
    case ENT_KIND_ENUM:
      return 130;
    case ENT_KIND_STAMP:
    case ENT_KIND_TEXT:
    case ENT_KIND_REF:
    default:
      return 136;
    }
}

static GtkColumnViewColumn *
make_column (EntTable *self, const EntColumn *column)
{
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (ent_column_label (column),
                                                                 ent_cell_factory_new (self->schema,
                                                                                       column));

  gtk_column_view_column_set_id (view_column, column->name);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (column->flags & ENT_COLUMN_WIDE)
    gtk_column_view_column_set_expand (view_column, TRUE);
  else
    gtk_column_view_column_set_fixed_width (view_column, column_width (column));
  if (column->flags & ENT_COLUMN_SORT)
    {
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (all_equal, NULL, NULL));

      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  return view_column;
}

static void
default_columns (EntTable *self)
{
  for (guint i = 0; i < self->schema->n_columns; i++)
    if (self->schema->columns[i].flags & ENT_COLUMN_IN_LIST &&
        self->schema->columns[i].kind != ENT_KIND_REF)
      g_ptr_array_add (self->columns, (gpointer) self->schema->columns[i].name);
}

void
ent_table_set_columns (EntTable *self, const char *const *names)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->column_view));

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      const EntColumn *column = ent_schema_column (self->schema, names[i]);

      if (column != NULL)
        g_ptr_array_add (self->columns, (gpointer) column->name);
    }
  if (self->columns->len == 0)
    default_columns (self);

  self->quiet = TRUE;
  while (g_list_model_get_n_items (shown) > 0)
    {
      g_autoptr (GtkColumnViewColumn) old = g_list_model_get_item (shown, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->column_view), old);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      const char *name = g_ptr_array_index (self->columns, i);
      g_autoptr (GtkColumnViewColumn)
                    column = make_column (self, ent_schema_column (self->schema, name));

      gtk_column_view_append_column (GTK_COLUMN_VIEW (self->column_view), column);
    }
  self->quiet = FALSE;
}

const char **
ent_table_get_columns (EntTable *self)
{
  const char **names = g_new0 (const char *, self->columns->len + 1);

  for (guint i = 0; i < self->columns->len; i++)
    names[i] = g_ptr_array_index (self->columns, i);
  return names;
}

static GtkColumnViewColumn *
find_column (EntTable *self, const char *name)
{
  GListModel *shown = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->column_view));

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), name) == 0)
        return column;
    }
  return NULL;
}

void
ent_table_set_order (EntTable *self, const char *name, gboolean descending)
{
  self->quiet = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->column_view),
                                  name != NULL ? find_column (self, name) : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->quiet = FALSE;
}

const char *
ent_table_get_order (EntTable *self, gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (
      GTK_COLUMN_VIEW_SORTER (sorter));

  if (descending != NULL)
    *descending = gtk_column_view_sorter_get_primary_sort_order (GTK_COLUMN_VIEW_SORTER (sorter)) ==
                  GTK_SORT_DESCENDING;
  return column != NULL ? gtk_column_view_column_get_id (column) : NULL;
}

/* Only the view in sight follows the list: the other would do the same work for nothing. */
static void
attach_view (EntTable *self)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->selection);

  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), self->compact ? model : NULL);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), self->compact ? NULL : model);
}

void
ent_table_set_model (EntTable *self, EntQueryModel *model)
{
  g_set_object (&self->model, model);
  ent_selection_set_model (self->selection, model);
}

void
ent_table_set_compact (EntTable *self, gboolean compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  attach_view (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), compact ? "rows" : "table");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

void
ent_table_select (EntTable *self, gint64 id)
{
  self->quiet = TRUE;
  ent_selection_set_id (self->selection, id);
  self->quiet = FALSE;
}

void
ent_table_grab (EntTable *self)
{
  gtk_widget_grab_focus (self->compact ? self->list_view : self->column_view);
}

static void
ent_table_dispose (GObject *object)
{
  EntTable *self = ENT_TABLE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  G_OBJECT_CLASS (ent_table_parent_class)->dispose (object);
}

static void
ent_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, ENT_TABLE (object)->compact);
}

static void
ent_table_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ent_table_set_compact (ENT_TABLE (object), g_value_get_boolean (value));
}

static void
ent_table_class_init (EntTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ent_table_dispose;
  object_class->get_property = ent_table_get_property;
  object_class->set_property = ent_table_set_property;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATE_RECORD] = g_signal_new ("activate-record", ENT_TYPE_TABLE,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_ORDER_CHANGED] = g_signal_new ("order-changed", ENT_TYPE_TABLE, G_SIGNAL_RUN_LAST,
                                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
scrolled (GtkWidget *view)
{
  GtkWidget *window = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  gtk_widget_set_vexpand (window, TRUE);
  gtk_widget_set_hexpand (window, TRUE);
  return window;
}

static void
ent_table_init (EntTable *self)
{
  self->columns = g_ptr_array_new ();
  self->selection = ent_selection_new ();
  g_signal_connect_swapped (self->selection, "notify::selected-id", G_CALLBACK (selected_cb), self);

  self->column_view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->column_view, "ent-table");
  g_signal_connect_swapped (self->column_view, "activate", G_CALLBACK (row_activated_cb), self);
  watch_clicks (self, self->column_view);

  self->list_view = gtk_list_view_new (NULL, NULL);
  gtk_widget_add_css_class (self->list_view, "navigation-sidebar");
  gtk_widget_add_css_class (self->list_view, "ent-rows");
  g_signal_connect_swapped (self->list_view, "activate", G_CALLBACK (row_activated_cb), self);
  watch_clicks (self, self->list_view);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled (self->column_view), "table");
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled (self->list_view), "rows");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  attach_view (self);
}

GtkWidget *
ent_table_new (const EntSchema *schema)
{
  EntTable *self = g_object_new (ENT_TYPE_TABLE, NULL);
  g_autoptr (GtkListItemFactory) rows = ent_cell_compact_factory_new (schema);
  GtkSorter *sorter;

  self->schema = schema;
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list_view), rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (schema->plural), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (schema->plural), -1);
  ent_table_set_columns (self, NULL);
  sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view));
  g_signal_connect_object (sorter, "changed", G_CALLBACK (order_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
