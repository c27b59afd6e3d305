/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns dialog: a switch for each column, buttons to move those shown. Each change shows at
 * once. Main thread. */

#include "ent-columns-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntListPage *page;
  AdwDialog *dialog;
  GtkWidget *content;
  AdwPreferencesGroup *group;
} Columns;

static void fill (Columns *self);

static void
columns_free (Columns *self)
{
  g_object_unref (self->page);
  g_free (self);
}

static int
position_of (const char **names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;

  return -1;
}

/* The columns shown with one added at the end, or taken away. */
static void
toggled_cb (AdwSwitchRow *row, GParamSpec *pspec, Columns *self)
{
  const EntColumn *column = g_object_get_data (G_OBJECT (row), "column");
  g_autofree const char **names = ent_list_page_get_columns (self->page);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], column->name))
      g_ptr_array_add (fresh, (gpointer) names[i]);
  if (adw_switch_row_get_active (row))
    g_ptr_array_add (fresh, (gpointer) column->name);
  g_ptr_array_add (fresh, NULL);
  ent_list_page_set_columns (self->page, (const char *const *) fresh->pdata);
  fill (self);
}

static void
move_cb (GtkButton *button, Columns *self)
{
  const EntColumn *column = g_object_get_data (G_OBJECT (button), "column");
  g_autofree const char **names = ent_list_page_get_columns (self->page);
  int from = position_of (names, column->name);

  if (from <= 0)
    return;
  names[from] = names[from - 1];
  names[from - 1] = column->name;
  ent_list_page_set_columns (self->page, names);
  fill (self);
}

static void
add_row (Columns *self, const EntColumn *column, int position)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), position >= 0);
  g_object_set_data (G_OBJECT (row), "column", (gpointer) column);
  if (position > 0)
    {
      GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");

      gtk_widget_set_valign (up, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (up, "flat");
      gtk_widget_set_tooltip_text (up, _ ("Move to the left"));
      g_object_set_data (G_OBJECT (up), "column", (gpointer) column);
      g_signal_connect (up, "clicked", G_CALLBACK (move_cb), self);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), up);
    }
  g_signal_connect (row, "notify::active", G_CALLBACK (toggled_cb), self);
  adw_preferences_group_add (self->group, row);
}

static void
fill (Columns *self)
{
  const EntSchema *schema = ent_list_page_get_schema (self->page);
  g_autofree const char **names = ent_list_page_get_columns (self->page);
  AdwPreferencesGroup *old = self->group;

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (guint i = 0; names[i] != NULL; i++)
    add_row (self, ent_schema_column (schema, names[i]), (int) i);
  for (guint i = 0; i < schema->n_columns; i++)
    if (!(schema->columns[i].flags & ENT_COLUMN_HIDDEN) &&
        schema->columns[i].kind != ENT_KIND_REF && position_of (names, schema->columns[i].name) < 0)
      add_row (self, &schema->columns[i], -1);

  if (old != NULL)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self->content), old);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->content), self->group);
}

void
ent_columns_dialog_present (EntListPage *page)
{
  GtkWidget *view = adw_toolbar_view_new ();
  Columns *self = g_new0 (Columns, 1);

  self->page = g_object_ref (page);
  self->dialog = adw_dialog_new ();
  self->content = adw_preferences_page_new ();
  fill (self);

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), self->content);
  adw_dialog_set_title (self->dialog, _ ("Columns"));
  adw_dialog_set_content_width (self->dialog, 420);
  adw_dialog_set_content_height (self->dialog, 560);
  adw_dialog_set_child (self->dialog, view);
  g_object_set_data_full (G_OBJECT (self->dialog), "columns", self, (GDestroyNotify) columns_free);
  adw_dialog_present (self->dialog, GTK_WIDGET (page));
}
