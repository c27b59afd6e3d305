/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all fields have in common: the value between row and draft, the sentence below, names for
 * the screen reader. Main thread. */

#include "ent-field-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-date.h"

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntField, ent_field, G_TYPE_OBJECT)

GtkWidget *
ent_field_find_part (GtkWidget *widget, const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class) && GTK_IS_LABEL (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ent_field_find_part (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static const EntFieldKind *
kind_of (const EntColumn *column)
{
  if (column->flags & ENT_COLUMN_READ_ONLY || column->expression != NULL)
    return &ent_field_shown_kind;

  switch (column->kind)
    {
    case ENT_KIND_DATE:
      return &ent_field_date_kind;
    case ENT_KIND_BOOL:
      return &ent_field_switch_kind;
    case ENT_KIND_ENUM:
      return &ent_field_choice_kind;
    case ENT_KIND_REF:
      return &ent_field_reference_kind;
    case ENT_KIND_STAMP:
      return &ent_field_shown_kind;
    case ENT_KIND_TEXT:
    case ENT_KIND_INT:
    case ENT_KIND_MONEY:
    case ENT_KIND_TIME:
    default:
      return column->flags & ENT_COLUMN_LONG ? &ent_field_long_kind : &ent_field_entry_kind;
    }
}

/* Whether onlookers at the counter should not read the value: sensitive data, and whatever names a
 * person, be it by a reference. */
static gboolean
is_private (const EntColumn *column)
{
  const EntSchema *schema;

  if (column->flags & ENT_COLUMN_PRIVATE)
    return TRUE;
  if (column->kind == ENT_KIND_TEXT)
    return (column->flags & ENT_COLUMN_SEARCH) != 0;
  if (column->kind != ENT_KIND_REF)
    return FALSE;

  schema = ent_schema_for_type (column->type ());
  for (guint i = 0; i < schema->n_columns; i++)
    if (schema->columns[i].flags & ENT_COLUMN_PRIVATE)
      return TRUE;

  return FALSE;
}

void
ent_field_mark_private (GtkWidget *row, const EntColumn *column)
{
  if (is_private (column))
    ent_field_mark_name (row, "subtitle");
}

void
ent_field_mark_name (GtkWidget *row, const char *part)
{
  GtkWidget *label = ent_field_find_part (row, part);

  if (label != NULL)
    gtk_widget_add_css_class (label, "private");
}

/* Libadwaita names rows by their title labels, an entry row by two of them, asterisk included. */
static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_title (EntField *self)
{
  gboolean required = (self->column->flags & ENT_COLUMN_REQUIRED) != 0 &&
                      self->kind != &ent_field_shown_kind;
  GtkWidget *target = self->kind->target (self);
  /* Translators: title of a field that must be filled in */
  g_autofree char *marked = required ? g_strdup_printf (_ ("%s *"), self->title) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), required ? marked : self->title);
  gtk_widget_set_tooltip_text (self->row, required ? _ ("Required") : NULL);
  set_name (self->row, self->title);
  set_name (target, self->title);
  if (!required)
    return;
  if (target != self->row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ ("(required)"), -1);
  if (GTK_IS_TEXT (target))
    gtk_accessible_update_property (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE,
                                    -1);
}

static void
make_message_row (EntField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->message_icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->message_icon), GTK_ACCESSIBLE_STATE_HIDDEN,
                               TRUE, -1);
  gtk_widget_set_valign (self->message_icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), self->message_icon);

  self->message = GTK_LABEL (label);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_wrap_mode (self->message, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "ent-message");

  self->message_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "selectable",
                                    FALSE, "focusable", FALSE, "visible", FALSE, "child", box,
                                    NULL);
  gtk_widget_add_css_class (self->message_row, "ent-message-row");
  g_object_ref_sink (self->message_row);
}

static void
show_value (EntField *self)
{
  EntValue value;

  ent_record_get_value (self->draft, self->position, &value);
  self->showing = TRUE;
  self->kind->show (self, &value);
  self->showing = FALSE;
  self->touched = FALSE;
  ent_value_clear (&value);
  ent_field_update_silence (self);
}

/* Moves the row's value into the draft. FALSE when it cannot be understood. */
static gboolean
take_value (EntField *self, char **message)
{
  EntValue value = ent_null ();

  if (!self->kind->read (self, &value, message))
    return FALSE;

  ent_record_set_value (self->draft, self->position, &value);
  ent_value_clear (&value);
  ent_field_update_silence (self);
  return TRUE;
}

void
ent_field_edited (EntField *self)
{
  if (self->showing)
    return;

  self->touched = TRUE;
  ent_field_set_message (self, NULL, FALSE);
  take_value (self, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Errors are told when the user leaves the field, never while he types. */
void
ent_field_left (EntField *self)
{
  if (!self->showing)
    ent_field_collect (self);
}

static void
ent_field_dispose (GObject *object)
{
  EntField *self = ENT_FIELD (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  g_clear_object (&self->message_row);
  g_clear_object (&self->draft);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_field_parent_class)->dispose (object);
}

static void
ent_field_finalize (GObject *object)
{
  g_free (ENT_FIELD (object)->title);
  G_OBJECT_CLASS (ent_field_parent_class)->finalize (object);
}

static void
ent_field_class_init (EntFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_field_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_field_init (EntField *self)
{
}

static void
focus_left_cb (GtkEventControllerFocus *controller, EntField *self)
{
  ent_field_left (self);
}

EntField *
ent_field_new (EntStore *store, gpointer draft, guint position)
{
  EntField *self = g_object_new (ENT_TYPE_FIELD, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *value_widget;

  self->store = g_object_ref (store);
  self->draft = g_object_ref (draft);
  self->position = position;
  self->column = &ent_record_get_schema (draft)->columns[position];
  self->kind = kind_of (self->column);
  self->title = g_strdup (ent_column_label (self->column));
  self->row = g_object_ref_sink (self->kind->make (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  make_message_row (self);
  update_title (self);

  value_widget = self->kind->value_widget (self);
  if (value_widget != NULL && is_private (self->column))
    gtk_widget_add_css_class (value_widget, "private");
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (self->row, focus);
  show_value (self);
  return self;
}

const EntColumn *
ent_field_get_column (EntField *self)
{
  return self->column;
}

GtkWidget *
ent_field_get_row (EntField *self)
{
  return self->row;
}

GtkWidget *
ent_field_get_message_row (EntField *self)
{
  return self->message_row;
}

void
ent_field_refresh (EntField *self)
{
  EntValue shown = ent_null ();
  EntValue kept;
  gboolean same;

  if (self->touched && !self->kind->read (self, &shown, NULL))
    return;

  ent_record_get_value (self->draft, self->position, &kept);
  same = self->touched && ent_value_equal (&shown, &kept);
  ent_value_clear (&shown);
  ent_value_clear (&kept);
  if (!same)
    show_value (self);
  ent_field_update_silence (self);
}

gboolean
ent_field_collect (EntField *self)
{
  g_autofree char *message = NULL;

  if (!self->touched)
    return TRUE;
  if (!take_value (self, &message))
    {
      ent_field_set_message (self, message, FALSE);
      return FALSE;
    }
  show_value (self);
  return TRUE;
}

gboolean
ent_field_is_pending (EntField *self)
{
  EntValue value = ent_null ();
  gboolean understood;

  if (!self->touched)
    return FALSE;

  understood = self->kind->read (self, &value, NULL);
  ent_value_clear (&value);
  return !understood;
}

void
ent_field_set_message (EntField *self, const char *message, gboolean warning)
{
  GtkAccessible *target = GTK_ACCESSIBLE (self->kind->target (self));
  gboolean shown = message != NULL && *message != '\0';

  if (!shown && !gtk_widget_get_visible (self->message_row))
    return;

  self->has_error = shown && !warning;
  gtk_label_set_text (self->message, shown ? message : "");
  set_name (self->message_row, shown ? message : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->message_icon),
                                warning ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_widget_set_visible (self->message_row, shown && gtk_widget_get_visible (self->row));
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *row = i == 0 ? self->row : self->message_row;

      gtk_widget_remove_css_class (row, "error");
      gtk_widget_remove_css_class (row, "warning");
      gtk_widget_remove_css_class (row, "ent-with-message");
      if (shown)
        gtk_widget_add_css_class (row, warning ? "warning" : "error");
    }
  if (!shown)
    {
      gtk_accessible_reset_state (target, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_relation (target, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
      return;
    }
  gtk_widget_add_css_class (self->row, "ent-with-message");
  gtk_accessible_update_state (target, GTK_ACCESSIBLE_STATE_INVALID,
                               warning ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_accessible_update_relation (target, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->message,
                                  NULL, -1);
}

gboolean
ent_field_has_error (EntField *self)
{
  return self->has_error;
}

gboolean
ent_field_grab_focus (EntField *self)
{
  GtkWidget *target = self->kind->target (self);

  return gtk_widget_get_mapped (target) && gtk_widget_grab_focus (target);
}

void
ent_field_set_title (EntField *self, const char *title)
{
  if (g_set_str (&self->title, title))
    update_title (self);
}

void
ent_field_set_visible (EntField *self, gboolean visible)
{
  gtk_widget_set_visible (self->row, visible);
  gtk_widget_set_visible (self->message_row,
                          visible && *gtk_label_get_text (self->message) != '\0');
}
