/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields that are typed: one line, several lines, a day. Main thread. */

#include "ent-field-private.h"

#include <string.h>

#include "ent-date-row.h"
#include "ent-date.h"
#include "ent-field-long-row.h"

static GtkInputPurpose
purpose_of (const EntColumn *column)
{
  if (column->kind == ENT_KIND_INT)
    return GTK_INPUT_PURPOSE_DIGITS;
  if (column->kind == ENT_KIND_MONEY)
    return GTK_INPUT_PURPOSE_NUMBER;
  if (strstr (column->name, "phone") != NULL)
    return GTK_INPUT_PURPOSE_PHONE;
  if (strstr (column->name, "mail") != NULL)
    return GTK_INPUT_PURPOSE_EMAIL;
  return GTK_INPUT_PURPOSE_FREE_FORM;
}

static void
activated_cb (EntField *field)
{
  ent_field_left (field);
}

static void
text_changed_cb (EntField *field)
{
  ent_field_edited (field);
}

static void
watch_editable (EntField *field, GtkWidget *row, const char *signal)
{
  g_signal_connect_object (row, signal, G_CALLBACK (text_changed_cb), field, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (activated_cb), field,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_entry (EntField *field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), purpose_of (field->column));
  watch_editable (field, row, "changed");
  return row;
}

static void
show_entry (EntField *field, const EntValue *value)
{
  g_autofree char *text = ent_column_display (field->column, value);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (field->row)), text))
    gtk_editable_set_text (GTK_EDITABLE (field->row), text);
}

static gboolean
read_entry (EntField *field, EntValue *value, char **message)
{
  return ent_column_parse (field->column, gtk_editable_get_text (GTK_EDITABLE (field->row)),
                           ent_day_today (), value, message);
}

static GtkWidget *
entry_target (EntField *field)
{
  return GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field->row)));
}

const EntFieldKind ent_field_entry_kind = {
  .make = make_entry,
  .show = show_entry,
  .read = read_entry,
  .target = entry_target,
  .value_widget = entry_target,
};

static GtkWidget *
make_date (EntField *field)
{
  GtkWidget *row = ent_date_row_new ();

  watch_editable (field, row, "edited");
  return row;
}

static void
show_date (EntField *field, const EntValue *value)
{
  gint32 day = value->type == ENT_VALUE_TEXT ? ent_day_parse_iso (value->s) : ENT_DAY_NONE;

  if (day == ENT_DAY_NONE && !ent_date_row_is_valid (ENT_DATE_ROW (field->row)))
    gtk_editable_set_text (GTK_EDITABLE (field->row), "");
  ent_date_row_set_day (ENT_DATE_ROW (field->row), day);
  ent_date_row_normalize (ENT_DATE_ROW (field->row));
}

const EntFieldKind ent_field_date_kind = {
  .make = make_date,
  .show = show_date,
  .read = read_entry,
  .target = entry_target,
  .value_widget = entry_target,
};

static GtkWidget *
make_long (EntField *field)
{
  GtkWidget *row = ent_field_long_row_new ();

  g_signal_connect_object (ent_field_long_row_get_buffer (ENT_FIELD_LONG_ROW (row)), "changed",
                           G_CALLBACK (text_changed_cb), field, G_CONNECT_SWAPPED);
  return row;
}

static void
show_long (EntField *field, const EntValue *value)
{
  g_autofree char *text = ent_column_display (field->column, value);
  GtkTextBuffer *buffer = ent_field_long_row_get_buffer (ENT_FIELD_LONG_ROW (field->row));
  g_autofree char *old = ent_field_long_row_get_text (ENT_FIELD_LONG_ROW (field->row));

  if (!g_str_equal (old, text))
    gtk_text_buffer_set_text (buffer, text, -1);
}

static gboolean
read_long (EntField *field, EntValue *value, char **message)
{
  g_autofree char *text = ent_field_long_row_get_text (ENT_FIELD_LONG_ROW (field->row));

  return ent_column_parse (field->column, text, ent_day_today (), value, message);
}

static GtkWidget *
long_target (EntField *field)
{
  return ent_field_long_row_get_view (ENT_FIELD_LONG_ROW (field->row));
}

const EntFieldKind ent_field_long_kind = {
  .make = make_long,
  .show = show_long,
  .read = read_long,
  .target = long_target,
  .value_widget = long_target,
};
