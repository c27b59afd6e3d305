/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The button in an empty field that says why it is empty: not asked, unknown, refused. Main
 * thread. */

#include <glib/gi18n-lib.h>

#include "ent-field-long-row.h"
#include "ent-field-private.h"

static const char *const nicks[] = { "not-asked", "unknown", "refused" };
static const char *const labels[] = { N_ ("Not asked"), N_ ("Unknown"), N_ ("Refused") };

static EntFormSilence
silence_of (EntField *self)
{
  return MIN (self->get_silence (self->draft, self->column->name), ENT_FORM_SILENCE_REFUSED);
}

static void
update_button (EntField *self)
{
  EntFormSilence silence = silence_of (self);
  /* Translators: why a field is empty, for instance “Date of birth is empty: unknown” */
  g_autofree char *name = g_strdup_printf (_ ("%s is empty: %s"), self->title, _ (labels[silence]));

  /* Not asked is the usual case and stays discreet. */
  if (silence == ENT_FORM_SILENCE_NOT_ASKED)
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->silence_button), "view-more-symbolic");
  else
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->silence_button), _ (labels[silence]));
  gtk_widget_set_tooltip_text (self->silence_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->silence_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ent_field_update_silence (EntField *self)
{
  g_autoptr (GVariant) state = NULL;
  GActionMap *map;

  if (self->silence_button == NULL)
    return;

  map = g_object_get_data (G_OBJECT (self->row), "ent-silence");
  state = g_variant_ref_sink (g_variant_new_string (nicks[silence_of (self)]));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "silence")), state);
  update_button (self);
  gtk_widget_set_visible (self->silence_button, ent_record_is_empty (self->draft, self->position) &&
                                                    !ent_field_is_pending (self));
}

static void
chosen_cb (GSimpleAction *action, GVariant *value, EntField *self)
{
  const char *nick = g_variant_get_string (value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      self->set_silence (self->draft, self->column->name, (EntFormSilence) i);

  ent_field_update_silence (self);
  g_signal_emit_by_name (self, "changed");
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_autofree char *action = g_strdup_printf ("field.silence::%s", nicks[i]);

      g_menu_append (section, _ (labels[i]), action);
    }
  g_menu_append_section (menu, _ ("Why is it empty?"), G_MENU_MODEL (section));
  g_object_unref (section);
  return G_MENU_MODEL (menu);
}

/* Before whatever opens the field's own popover, so that those stand in one line down the form. */
static void
add_suffix (GtkWidget *row, GtkWidget *button)
{
  GtkWidget *box;

  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  else if (ADW_IS_ACTION_ROW (row))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  else if (ENT_IS_FIELD_LONG_ROW (row))
    ent_field_long_row_add_suffix (ENT_FIELD_LONG_ROW (row), button);

  box = gtk_widget_get_parent (button);
  if (GTK_IS_BOX (box) && !ENT_IS_FIELD_LONG_ROW (row))
    gtk_box_reorder_child_after (GTK_BOX (box), button, NULL);
}

void
ent_field_add_silence (EntField *self, EntFormSilenceGet get, EntFormSilenceSet set)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = make_menu ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("silence", G_VARIANT_TYPE_STRING,
                                                                  g_variant_new_string (nicks[0]));

  self->get_silence = get;
  self->set_silence = set;
  g_signal_connect_object (action, "activate", G_CALLBACK (chosen_cb), self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (self->row, "field", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (self->row), "ent-silence", g_object_ref (group),
                          g_object_unref);

  self->silence_button = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->silence_button), menu);
  gtk_widget_set_valign (self->silence_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->silence_button, "flat");
  gtk_widget_add_css_class (self->silence_button, "ent-silence");
  add_suffix (self->row, self->silence_button);
  ent_field_update_silence (self);
}
