/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Groups of fields in a column, and on top what concerns the record as a whole. Main thread. */

#include "ent-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-field.h"
#include "ent-group.h"

struct _EntForm
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *notice; /* what belongs to no field that is shown */
  GtkLabel *notice_label;
  EntStore *store;
  GObject *draft;
  GObject *initial;
  GPtrArray *fields; /* EntField, in order of display */
  EntFormSilenceGet get_silence;
  EntFormSilenceSet set_silence;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntForm, ent_form, GTK_TYPE_WIDGET)

static EntField *
find_field (EntForm *self, const char *column)
{
  const EntColumn *wanted = ent_schema_column (ent_record_get_schema (self->draft), column);

  for (guint i = 0; i < self->fields->len; i++)
    if (ent_field_get_column (g_ptr_array_index (self->fields, i)) == wanted)
      return g_ptr_array_index (self->fields, i);

  return NULL;
}

static EntField *
visible_field (EntForm *self, const char *column)
{
  EntField *field = column != NULL ? find_field (self, column) : NULL;

  return field != NULL && gtk_widget_get_visible (ent_field_get_row (field)) ? field : NULL;
}

static void
set_notice (EntForm *self, const char *text)
{
  gboolean shown = text != NULL && *text != '\0';

  gtk_label_set_text (self->notice_label, shown ? text : "");
  gtk_widget_set_visible (self->notice, shown);
  if (shown)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
focus_first_error (EntForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      EntField *field = g_ptr_array_index (self->fields, i);

      if (ent_field_has_error (field) && ent_field_grab_focus (field))
        return;
    }
}

static void
field_changed_cb (EntField *field, EntForm *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, ent_field_get_column (field)->name);
}

static void
make_notice (EntForm *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), icon);
  self->notice_label = GTK_LABEL (label);
  gtk_label_set_wrap (self->notice_label, TRUE);
  gtk_label_set_xalign (self->notice_label, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);

  self->notice = g_object_new (ADW_TYPE_BIN, "child", row, "visible", FALSE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_add_css_class (self->notice, "card");
  gtk_widget_add_css_class (self->notice, "error");
  gtk_widget_add_css_class (self->notice, "ent-notice");
  gtk_box_append (GTK_BOX (self->box), self->notice);
}

static void
ent_form_dispose (GObject *object)
{
  EntForm *self = ENT_FORM (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->draft);
  g_clear_object (&self->initial);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (ent_form_parent_class)->dispose (object);
}

static gboolean
ent_form_grab_focus (GtkWidget *widget)
{
  EntForm *self = ENT_FORM (widget);

  for (guint i = 0; i < self->fields->len; i++)
    if (ent_field_grab_focus (g_ptr_array_index (self->fields, i)))
      return TRUE;

  return FALSE;
}

static void
ent_form_class_init (EntFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_form_dispose;
  widget_class->grab_focus = ent_form_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_set_css_name (widget_class, "ent-form");
}

static void
ent_form_init (EntForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  make_notice (self);
}

EntForm *
ent_form_new (EntStore *store, gpointer draft)
{
  EntForm *self;

  g_return_val_if_fail (ENT_IS_STORE (store), NULL);
  g_return_val_if_fail (ENT_IS_RECORD (draft), NULL);

  self = g_object_new (ENT_TYPE_FORM, NULL);
  self->store = g_object_ref (store);
  self->draft = g_object_ref (draft);
  self->initial = ent_record_dup (draft);
  return self;
}

gpointer
ent_form_get_draft (EntForm *self)
{
  g_return_val_if_fail (ENT_IS_FORM (self), NULL);

  return self->draft;
}

void
ent_form_set_silence_funcs (EntForm *self, EntFormSilenceGet get, EntFormSilenceSet set)
{
  g_return_if_fail (ENT_IS_FORM (self));

  self->get_silence = get;
  self->set_silence = set;
}

static EntField *
add_field (EntForm *self, guint position)
{
  EntField *field = ent_field_new (self->store, self->draft, position);

  if (ent_field_get_column (field)->flags & ENT_COLUMN_SILENCE && self->get_silence != NULL)
    ent_field_add_silence (field, self->get_silence, self->set_silence);
  g_signal_connect_object (field, "changed", G_CALLBACK (field_changed_cb), self,
                           G_CONNECT_DEFAULT);
  g_ptr_array_add (self->fields, field);
  return field;
}

void
ent_form_add_group (EntForm *self,
                    const char *title,
                    const char *description,
                    const char *const *columns)
{
  g_autofree char *safe_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *safe_description = description != NULL ? g_markup_escape_text (description, -1)
                                                          : NULL;
  GtkWidget *group;

  g_return_if_fail (ENT_IS_FORM (self));
  g_return_if_fail (columns != NULL);

  group = adw_preferences_group_new ();
  if (safe_title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe_title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe_description);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      int position = ent_schema_find (ent_record_get_schema (self->draft), columns[i]);
      EntField *field;

      if (position < 0)
        {
          g_critical ("There is no column %s", columns[i]);
          continue;
        }
      field = add_field (self, (guint) position);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ent_field_get_row (field));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), ent_field_get_message_row (field));
    }
  if (safe_title == NULL && description != NULL)
    ent_group_set_name (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self->box), group);
}

void
ent_form_add_widget (EntForm *self, GtkWidget *widget)
{
  g_return_if_fail (ENT_IS_FORM (self));

  gtk_box_append (GTK_BOX (self->box), widget);
}

gboolean
ent_form_collect (EntForm *self)
{
  gboolean understood = TRUE;

  g_return_val_if_fail (ENT_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    if (!ent_field_collect (g_ptr_array_index (self->fields, i)))
      understood = FALSE;

  if (!understood)
    focus_first_error (self);
  return understood;
}

/* The sentences that no visible field can carry, one a line. */
static char *
homeless_issues (EntForm *self, EntIssues *issues)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ent_issues_n (issues); i++)
    {
      if (visible_field (self, ent_issues_field (issues, i)) != NULL)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, ent_issues_message (issues, i));
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
is_only_warning (EntIssues *issues, const char *column)
{
  for (guint i = 0; i < ent_issues_n (issues); i++)
    if (g_strcmp0 (ent_issues_field (issues, i), column) == 0 && !ent_issues_is_warning (issues, i))
      return FALSE;

  return TRUE;
}

void
ent_form_show_issues (EntForm *self, EntIssues *issues)
{
  g_autofree char *homeless = NULL;

  g_return_if_fail (ENT_IS_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    {
      EntField *field = g_ptr_array_index (self->fields, i);
      const char *column = ent_field_get_column (field)->name;
      const char *message = issues != NULL ? ent_issues_for (issues, column) : NULL;

      ent_field_set_message (field, message, message != NULL && is_only_warning (issues, column));
    }
  homeless = issues != NULL ? homeless_issues (self, issues) : NULL;
  set_notice (self, homeless);
  focus_first_error (self);
}

gboolean
ent_form_is_dirty (EntForm *self)
{
  g_return_val_if_fail (ENT_IS_FORM (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    if (ent_field_is_pending (g_ptr_array_index (self->fields, i)))
      return TRUE;

  return ent_record_compare (self->initial, self->draft) != 0;
}

void
ent_form_refresh (EntForm *self)
{
  g_return_if_fail (ENT_IS_FORM (self));

  for (guint i = 0; i < self->fields->len; i++)
    ent_field_refresh (g_ptr_array_index (self->fields, i));
}

GtkWidget *
ent_form_get_row (EntForm *self, const char *column)
{
  EntField *field;

  g_return_val_if_fail (ENT_IS_FORM (self), NULL);

  field = find_field (self, column);
  return field != NULL ? ent_field_get_row (field) : NULL;
}

void
ent_form_set_column_visible (EntForm *self, const char *column, gboolean visible)
{
  EntField *field;

  g_return_if_fail (ENT_IS_FORM (self));

  field = find_field (self, column);
  g_return_if_fail (field != NULL);
  ent_field_set_visible (field, visible);
}

void
ent_form_set_column_sensitive (EntForm *self, const char *column, gboolean sensitive)
{
  GtkWidget *row = ent_form_get_row (self, column);

  g_return_if_fail (row != NULL);
  gtk_widget_set_sensitive (row, sensitive);
}

void
ent_form_set_column_title (EntForm *self, const char *column, const char *title)
{
  EntField *field;

  g_return_if_fail (ENT_IS_FORM (self));

  field = find_field (self, column);
  g_return_if_fail (field != NULL);
  ent_field_set_title (field, title);
}
