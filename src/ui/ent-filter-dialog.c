/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter dialog: a row for each column that lists can be filtered by. Main thread. */

#include "ent-filter-dialog.h"

#include <glib/gi18n-lib.h>

#include "ent-date.h"
#include "ent-date-row.h"
#include "ent-picker.h"

/* One column with the widgets that ask for it. */
typedef struct
{
  const EntColumn *column;
  GtkWidget *row;
  GtkWidget *until; /* second row of a date */
} FilterRow;

typedef struct
{
  EntListPage *page;
  AdwDialog *dialog;
  GArray *rows;
} Filter;

static void
filter_free (Filter *self)
{
  g_object_unref (self->page);
  g_array_unref (self->rows);
  g_free (self);
}

static const EntValue *
find_value (const EntQuery *query, const EntColumn *column, EntOp wanted)
{
  for (guint i = 0; i < ent_query_n_conditions (query); i++)
    {
      const char *name;
      const EntValue *value;
      EntOp op;

      ent_query_get_condition (query, i, &name, &op, &value);
      if (op == wanted && g_str_equal (name, column->name))
        return value;
    }
  return NULL;
}

static GtkWidget *
choice_row (const EntColumn *column, const EntValue *value)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = column->kind == ENT_KIND_ENUM ? column->choices->n_choices : 2;
  guint selected = 0;
  GtkWidget *row;

  gtk_string_list_append (names, _ ("All"));
  for (guint i = 0; i < n; i++)
    {
      if (column->kind == ENT_KIND_BOOL)
        {
          gtk_string_list_append (names, i == 0 ? _ ("Yes") : _ ("No"));
          if (value != NULL && value->i == (i == 0))
            selected = i + 1;
          continue;
        }
      gtk_string_list_append (names, _ (column->choices->choices[i].label));
      if (value != NULL && value->type == ENT_VALUE_TEXT &&
          g_str_equal (column->choices->choices[i].nick, value->s))
        selected = i + 1;
    }

  row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ent_column_label (column));
  return row;
}

static GtkWidget *
date_row (const EntColumn *column, const char *format, const EntValue *value)
{
  GtkWidget *row = ent_date_row_new ();
  g_autofree char *title = g_strdup_printf (format, ent_column_label (column));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (value != NULL && value->type == ENT_VALUE_TEXT)
    ent_date_row_set_day (ENT_DATE_ROW (row), ent_day_parse_iso (value->s));
  return row;
}

static void
add_row (Filter *self, AdwPreferencesGroup *group, const EntColumn *column, const EntQuery *query)
{
  FilterRow row = { .column = column };
  const EntValue *equal = find_value (query, column, ENT_OP_EQUAL);
  const EntValue *contains = find_value (query, column, ENT_OP_CONTAINS);

  switch (column->kind)
    {
    case ENT_KIND_ENUM:
    case ENT_KIND_BOOL:
      row.row = choice_row (column, equal);
      break;
    case ENT_KIND_DATE:
      /* Translators: first day of a filter on a date, like “Birth date, from” */
      row.row = date_row (column, _ ("%s, from"), find_value (query, column, ENT_OP_AT_LEAST));
      /* Translators: last day of a filter on a date, like “Birth date, until” */
      row.until = date_row (column, _ ("%s, until"), find_value (query, column, ENT_OP_AT_MOST));
      break;
    case ENT_KIND_REF:
      row.row = ent_picker_row_new (ent_list_page_get_store (self->page),
                                    ent_schema_for_type (column->type ()));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row.row), ent_column_label (column));
      if (equal != NULL && equal->type == ENT_VALUE_INT)
        ent_picker_row_set_selected_id (ENT_PICKER_ROW (row.row), equal->i);
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_INT:
    case ENT_KIND_MONEY:
    case ENT_KIND_TIME:
    case ENT_KIND_STAMP:
    default:
      row.row = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row.row), ent_column_label (column));
      if (contains != NULL && contains->type == ENT_VALUE_TEXT)
        gtk_editable_set_text (GTK_EDITABLE (row.row), contains->s);
      break;
    }
  adw_preferences_group_add (group, row.row);
  if (row.until != NULL)
    adw_preferences_group_add (group, row.until);
  g_array_append_val (self->rows, row);
}

/* The group has no title, which would else be what is said of its list. */
static void
name_list (Filter *self)
{
  GtkWidget *list;

  if (self->rows->len == 0)
    return;
  list = gtk_widget_get_ancestor (g_array_index (self->rows, FilterRow, 0).row, GTK_TYPE_LIST_BOX);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
}

static void
add_choice (EntQuery *query, const FilterRow *row)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row->row));
  EntValue value;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  value = row->column->kind == ENT_KIND_BOOL
              ? ent_int (selected == 1)
              : ent_text (row->column->choices->choices[selected - 1].nick);
  ent_query_add_condition (query, row->column->name, ENT_OP_EQUAL, &value);
}

static void
add_day (EntQuery *query, const EntColumn *column, EntOp op, GtkWidget *row)
{
  EntValue value = ent_day (ent_date_row_get_day (ENT_DATE_ROW (row)));

  if (value.type != ENT_VALUE_NULL)
    ent_query_add_condition (query, column->name, op, &value);
}

static void
add_condition (EntQuery *query, const FilterRow *row)
{
  EntValue value;

  switch (row->column->kind)
    {
    case ENT_KIND_ENUM:
    case ENT_KIND_BOOL:
      add_choice (query, row);
      break;
    case ENT_KIND_DATE:
      add_day (query, row->column, ENT_OP_AT_LEAST, row->row);
      add_day (query, row->column, ENT_OP_AT_MOST, row->until);
      break;
    case ENT_KIND_REF:
      value = ent_int (ent_picker_row_get_selected_id (ENT_PICKER_ROW (row->row)));
      if (value.i > 0)
        ent_query_add_condition (query, row->column->name, ENT_OP_EQUAL, &value);
      break;
    case ENT_KIND_TEXT:
    case ENT_KIND_INT:
    case ENT_KIND_MONEY:
    case ENT_KIND_TIME:
    case ENT_KIND_STAMP:
    default:
      value = ent_text (gtk_editable_get_text (GTK_EDITABLE (row->row)));
      if (*value.s != '\0')
        ent_query_add_condition (query, row->column->name, ENT_OP_CONTAINS, &value);
      break;
    }
}

static void
apply_cb (Filter *self)
{
  const EntQuery *now = ent_query_model_get_query (ent_list_page_get_model (self->page));
  g_autoptr (EntQuery) query = ent_query_copy (now);

  ent_query_clear_conditions (query);
  for (guint i = 0; i < self->rows->len; i++)
    add_condition (query, &g_array_index (self->rows, FilterRow, i));
  ent_list_page_set_query (self->page, query);
  adw_dialog_close (self->dialog);
}

static void
clear_cb (Filter *self)
{
  const EntQuery *now = ent_query_model_get_query (ent_list_page_get_model (self->page));
  g_autoptr (EntQuery) query = ent_query_copy (now);

  ent_query_clear_conditions (query);
  ent_list_page_set_query (self->page, query);
  adw_dialog_close (self->dialog);
}

static GtkWidget *
header_bar (Filter *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear"));
  GtkWidget *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), clear);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), apply);
  adw_dialog_set_default_widget (self->dialog, apply);
  return bar;
}

void
ent_filter_dialog_present (EntListPage *page)
{
  const EntSchema *schema = ent_list_page_get_schema (page);
  const EntQuery *query = ent_query_model_get_query (ent_list_page_get_model (page));
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *content = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  Filter *self = g_new0 (Filter, 1);

  self->page = g_object_ref (page);
  self->dialog = adw_dialog_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (FilterRow));
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_FILTER)
      add_row (self, group, &schema->columns[i], query);
  name_list (self);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (content), group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header_bar (self));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);
  adw_dialog_set_title (self->dialog, _ ("Filters"));
  adw_dialog_set_content_width (self->dialog, 460);
  adw_dialog_set_content_height (self->dialog, 560);
  adw_dialog_set_child (self->dialog, view);
  g_object_set_data_full (G_OBJECT (self->dialog), "filter", self, (GDestroyNotify) filter_free);
  adw_dialog_present (self->dialog, GTK_WIDGET (page));
}
