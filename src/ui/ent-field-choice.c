/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields that are chosen, switched, picked or only shown. Main thread. */

#include "ent-field-private.h"

#include <glib/gi18n-lib.h>

#include "ent-picker.h"

/* Above so many choices, typing finds one sooner than looking. */
#define MANY_CHOICES 8

static void
row_changed_cb (EntField *field)
{
  ent_field_edited (field);
}

static GtkWidget *
row_target (EntField *field)
{
  return field->row;
}

static GtkWidget *
subtitle_of (EntField *field)
{
  return ent_field_find_part (field->row, "subtitle");
}

static GtkWidget *
make_switch (EntField *field)
{
  GtkWidget *row = adw_switch_row_new ();

  g_signal_connect_object (row, "notify::active", G_CALLBACK (row_changed_cb), field,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_switch (EntField *field, const EntValue *value)
{
  adw_switch_row_set_active (ADW_SWITCH_ROW (field->row), value->type == ENT_VALUE_INT && value->i);
}

static gboolean
read_switch (EntField *field, EntValue *value, char **message)
{
  *value = ent_int (adw_switch_row_get_active (ADW_SWITCH_ROW (field->row)));
  return TRUE;
}

static GtkWidget *
no_value_widget (EntField *field)
{
  return NULL;
}

const EntFieldKind ent_field_switch_kind = {
  .make = make_switch,
  .show = show_switch,
  .read = read_switch,
  .target = row_target,
  .value_widget = no_value_widget,
};

/* An empty choice stands first; a required column has it too while nothing was chosen, since
 * preselecting one would be answering for the user. */
static GtkWidget *
make_choice (EntField *field)
{
  const EntEnum *choices = field->column->choices;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (labels, "—");
  for (guint i = 0; i < choices->n_choices; i++)
    gtk_string_list_append (labels, _ (choices->choices[i].label));

  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row),
                                gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL,
                                                             "string"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), choices->n_choices > MANY_CHOICES);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_widget_add_css_class (row, "property");
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (row_changed_cb), field,
                           G_CONNECT_SWAPPED);
  return row;
}

static gboolean
drops_empty_choice (EntField *field, const EntValue *value)
{
  return (field->column->flags & ENT_COLUMN_REQUIRED) && value->type == ENT_VALUE_TEXT;
}

static gboolean
has_empty_choice (EntField *field)
{
  GListModel *labels = adw_combo_row_get_model (ADW_COMBO_ROW (field->row));

  return g_list_model_get_n_items (labels) > field->column->choices->n_choices;
}

static void
show_choice (EntField *field, const EntValue *value)
{
  const EntEnum *choices = field->column->choices;
  GtkStringList *labels = GTK_STRING_LIST (adw_combo_row_get_model (ADW_COMBO_ROW (field->row)));
  guint selected = 0;

  for (guint i = 0; i < choices->n_choices && value->type == ENT_VALUE_TEXT; i++)
    if (g_str_equal (choices->choices[i].nick, value->s))
      selected = i + 1;

  if (drops_empty_choice (field, value) && selected > 0 && has_empty_choice (field))
    gtk_string_list_remove (labels, 0);
  else if (selected == 0 && !has_empty_choice (field))
    gtk_string_list_splice (labels, 0, 0, (const char *const[]) { "—", NULL });
  adw_combo_row_set_selected (ADW_COMBO_ROW (field->row),
                              has_empty_choice (field) ? selected : selected - 1);
}

static gboolean
read_choice (EntField *field, EntValue *value, char **message)
{
  const EntEnum *choices = field->column->choices;
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (field->row));
  guint first = has_empty_choice (field) ? 1 : 0;

  *value = ent_null ();
  if (selected >= first && selected - first < choices->n_choices)
    {
      EntValue nick = ent_text (choices->choices[selected - first].nick);

      ent_value_copy (&nick, value);
    }
  return TRUE;
}

const EntFieldKind ent_field_choice_kind = {
  .make = make_choice,
  .show = show_choice,
  .read = read_choice,
  .target = row_target,
  .value_widget = subtitle_of,
};

static GtkWidget *
make_reference (EntField *field)
{
  GtkWidget *row = ent_picker_row_new (field->store, ent_schema_for_type (field->column->type ()));

  ent_picker_row_set_clearable (ENT_PICKER_ROW (row),
                                !(field->column->flags & ENT_COLUMN_REQUIRED));
  g_signal_connect_object (row, "notify::selected-id", G_CALLBACK (row_changed_cb), field,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
show_reference (EntField *field, const EntValue *value)
{
  ent_picker_row_set_selected_id (ENT_PICKER_ROW (field->row),
                                  value->type == ENT_VALUE_INT ? value->i : 0);
}

static gboolean
read_reference (EntField *field, EntValue *value, char **message)
{
  gint64 id = ent_picker_row_get_selected_id (ENT_PICKER_ROW (field->row));

  *value = id != 0 ? ent_int (id) : ent_null ();
  return TRUE;
}

const EntFieldKind ent_field_reference_kind = {
  .make = make_reference,
  .show = show_reference,
  .read = read_reference,
  .target = row_target,
  .value_widget = subtitle_of,
};

static GtkWidget *
make_shown (EntField *field)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
summary_cb (GObject *record, GParamSpec *pspec, EntField *field)
{
  g_autofree char *summary = ent_record_get_summary (record);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (field->row), summary);
}

static void
show_shown (EntField *field, const EntValue *value)
{
  g_autofree char *text = NULL;

  if (field->column->kind == ENT_KIND_REF && value->type == ENT_VALUE_INT && value->i > 0)
    {
      GObject *record = ent_store_peek (field->store, field->column->type (), value->i);

      g_signal_connect_object (record, "notify::summary", G_CALLBACK (summary_cb), field, 0);
      summary_cb (record, NULL, field);
      /* The row keeps the record alive until it shows another. */
      g_object_set_data_full (G_OBJECT (field->row), "ent-record", record, g_object_unref);
      return;
    }
  text = ent_column_display (field->column, value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (field->row), *text != '\0' ? text : "—");
}

/* Nobody can edit it, so the draft's own value is what stands there. */
static gboolean
read_shown (EntField *field, EntValue *value, char **message)
{
  ent_record_get_value (field->draft, field->position, value);
  return TRUE;
}

const EntFieldKind ent_field_shown_kind = {
  .make = make_shown,
  .show = show_shown,
  .read = read_shown,
  .target = row_target,
  .value_widget = subtitle_of,
};
