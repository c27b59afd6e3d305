/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells: assignments only while scrolling; a cell hears when its record is read or read again. */

#include "ent-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-record.h"

char *
ent_cell_text (gpointer record, const EntColumn *column)
{
  return ent_record_is_loaded (record) ? ent_record_display_masked (record, column->name)
                                       : g_strdup ("");
}

static gboolean
is_number (const EntColumn *column)
{
  return column->kind == ENT_KIND_INT || column->kind == ENT_KIND_MONEY;
}

static void
show_cell (GtkListItem *item)
{
  const EntColumn *column = g_object_get_data (G_OBJECT (item), "column");
  GtkWidget *label = gtk_list_item_get_child (item);
  gpointer record = gtk_list_item_get_item (item);
  g_autofree char *text = record != NULL ? ent_cell_text (record, column) : NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (label), text);
}

static void
record_loaded_cb (GtkListItem *item)
{
  show_cell (item);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const EntColumn *column = data;
  GtkWidget *label = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), is_number (column) ? 1.0 : 0.0);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (label), 1);
  if (column->kind == ENT_KIND_DATE || is_number (column) || column->flags & ENT_COLUMN_PRIVATE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "private");
  g_object_set_data (G_OBJECT (item), "column", (gpointer) column);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded",
                            G_CALLBACK (record_loaded_cb), item);
  show_cell (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_loaded_cb, item);
}

GtkListItemFactory *
ent_cell_factory_new (const EntSchema *schema, const EntColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/* The second line: what lists show of the record beyond its name. */
static char *
second_line (const EntSchema *schema, gpointer record, const char *summary)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < schema->n_columns && n < 3; i++)
    {
      const EntColumn *column = &schema->columns[i];
      g_autofree char *text = NULL;

      if (!(column->flags & ENT_COLUMN_IN_LIST) || column->flags & ENT_COLUMN_PRIVATE ||
          column->kind == ENT_KIND_BOOL || column->kind == ENT_KIND_REF)
        continue;
      text = ent_cell_text (record, column);
      if (*text == '\0' || strstr (summary, text) != NULL)
        continue;
      g_string_append (out, n++ == 0 ? "" : " · ");
      if (column->flags & ENT_COLUMN_NAMED)
        /* Translators: what a column is called, and what it says of a record */
        g_string_append_printf (out, _ ("%s: %s"), _ (column->label), text);
      else
        g_string_append (out, text);
    }
  return g_string_free_and_steal (out);
}

static void
show_compact (GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  gpointer record = gtk_list_item_get_item (item);
  g_autofree char *name = record != NULL ? ent_record_get_summary (record) : NULL;
  g_autofree char *detail = NULL;

  if (record != NULL && ent_record_is_loaded (record))
    detail = second_line (ent_record_get_schema (record), record, name);
  gtk_label_set_text (GTK_LABEL (title), name != NULL ? name : "");
  gtk_label_set_text (GTK_LABEL (subtitle), detail != NULL ? detail : "");
  gtk_list_item_set_accessible_label (item, name != NULL ? name : "");
  gtk_list_item_set_accessible_description (item, detail != NULL ? detail : "");
}

static void
compact_loaded_cb (GtkListItem *item)
{
  show_compact (item);
}

static GtkWidget *
compact_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "private");
  return label;
}

static void
compact_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "two-lines");
  gtk_box_append (GTK_BOX (box), compact_label ("row-title"));
  gtk_box_append (GTK_BOX (box), compact_label ("row-detail"));
  gtk_list_item_set_child (item, box);
}

static void
compact_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::loaded",
                            G_CALLBACK (compact_loaded_cb), item);
  show_compact (item);
}

static void
compact_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), compact_loaded_cb, item);
}

GtkListItemFactory *
ent_cell_compact_factory_new (const EntSchema *schema)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (compact_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (compact_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (compact_unbind_cb), NULL);
  return factory;
}
