/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The totals of a month as a table, whose columns follow from what is added up. Main thread. */

#include "ent-month-totals.h"

#include "ent-resources.h"

#include <glib/gi18n-lib.h>

struct _EntMonthTotals
{
  AdwBin parent_instance;

  GtkDropDown *grouping;
  GtkDropDown *range;
  GtkLabel *told;
  GtkColumnView *table;
  GListStore *items; /* EntMonthItem */
  EntMonthPicture *picture;
};

static guint range_changed_signal;

G_DEFINE_FINAL_TYPE (EntMonthTotals, ent_month_totals, ADW_TYPE_BIN)

static const EntMonthTable *
shown_table (EntMonthTotals *self)
{
  guint by = gtk_drop_down_get_selected (self->grouping);

  return self->picture->tables[MIN (by, ENT_MONTH_N_GROUPINGS - 1)];
}

static guint
column_of (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, EntMonthTotals *self)
{
  const EntMonthColumn *column = g_ptr_array_index (shown_table (self)->columns,
                                                    column_of (factory));
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_text = column->kind <= ENT_CELL_NAME;

  gtk_label_set_xalign (GTK_LABEL (label), is_text ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), is_text ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (!is_text)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (cell, label);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, EntMonthTotals *self)
{
  EntMonthItem *item = gtk_column_view_cell_get_item (cell);
  const EntMonthTable *table = shown_table (self);
  guint at = column_of (factory);
  const EntMonthColumn *column = g_ptr_array_index (table->columns, at);
  GtkWidget *label = gtk_column_view_cell_get_child (cell);
  g_autofree char *text = ent_month_table_display (table, item->index, at);
  gboolean is_total = table->has_total && item->index == table->rows->len - 1;

  gtk_label_set_label (GTK_LABEL (label), text);
  set_class (label, "heading", is_total);
  set_class (label, "private", column->kind == ENT_CELL_NAME && !is_total);
}

static GtkColumnViewColumn *
new_column (EntMonthTotals *self, guint at)
{
  const EntMonthColumn *column = g_ptr_array_index (shown_table (self)->columns, at);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *shown;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (at));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, 0);
  shown = gtk_column_view_column_new (column->heading, factory);
  gtk_column_view_column_set_resizable (shown, TRUE);
  if (at == 0)
    {
      gtk_column_view_column_set_expand (shown, TRUE);
      gtk_column_view_column_set_fixed_width (shown, 220);
    }
  return shown;
}

static void
show_columns (EntMonthTotals *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->table);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->table, column);
    }
  for (guint i = 0; i < shown_table (self)->columns->len; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = new_column (self, i);

      gtk_column_view_append_column (self->table, column);
    }
}

static void
show (EntMonthTotals *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  g_list_store_remove_all (self->items);
  show_columns (self);
  /* The total stands on top, where it is seen without scrolling. */
  n = shown_table (self)->rows->len;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, ent_month_item_new ((i + n - 1) % n));
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);
  gtk_label_set_label (self->told,
                       self->picture->agrees
                           ? _ ("The four tables agree.")
                           : _ ("The figures of a closed month were altered outside the program."));
  set_class (GTK_WIDGET (self->told), "error", !self->picture->agrees);
  set_class (GTK_WIDGET (self->told), "success", self->picture->agrees);
}

static void
grouping_selected_cb (EntMonthTotals *self)
{
  if (self->picture != NULL)
    show (self);
}

static void
range_selected_cb (EntMonthTotals *self)
{
  if (self->picture != NULL)
    g_signal_emit (self, range_changed_signal, 0, (int) gtk_drop_down_get_selected (self->range));
}

static void
ent_month_totals_dispose (GObject *object)
{
  EntMonthTotals *self = ENT_MONTH_TOTALS (object);

  if (self->items != NULL)
    g_list_store_remove_all (self->items);
  g_clear_object (&self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  G_OBJECT_CLASS (ent_month_totals_parent_class)->dispose (object);
}

static void
ent_month_totals_class_init (EntMonthTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_month_totals_dispose;
  range_changed_signal = g_signal_new ("range-changed", G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                       G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "month/ent-month-totals.ui");
  gtk_widget_class_bind_template_child (widget_class, EntMonthTotals, grouping);
  gtk_widget_class_bind_template_child (widget_class, EntMonthTotals, range);
  gtk_widget_class_bind_template_child (widget_class, EntMonthTotals, told);
  gtk_widget_class_bind_template_child (widget_class, EntMonthTotals, table);
  gtk_widget_class_bind_template_callback (widget_class, grouping_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_selected_cb);
}

static void
ent_month_totals_init (EntMonthTotals *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (ENT_TYPE_MONTH_ITEM);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

void
ent_month_totals_set_picture (EntMonthTotals *self, EntMonthPicture *picture)
{
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->picture, ent_month_picture_unref);
  self->picture = ent_month_picture_ref (picture);
  show (self);
}
