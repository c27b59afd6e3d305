/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A popover that never takes the focus. Main thread. */

#include "ent-suggestions.h"

#include <glib/gi18n-lib.h>

struct _EntSuggestions
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkWidget *row; /* borrowed: it owns us */
  guint n_lines;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSuggestions, ent_suggestions, GTK_TYPE_POPOVER)

static void
pick (EntSuggestions *self, GtkListBoxRow *line)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, (guint) gtk_list_box_row_get_index (line));
}

static void
line_activated_cb (EntSuggestions *self, GtkListBoxRow *line)
{
  pick (self, line);
}

static void
move (EntSuggestions *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int position = selected != NULL ? gtk_list_box_row_get_index (selected) + step : 0;
  GtkListBoxRow *line = gtk_list_box_get_row_at_index (self->list, CLAMP (position, 0,
                                                                          (int) self->n_lines - 1));
  GtkWidget *label = gtk_list_box_row_get_child (line);

  gtk_list_box_select_row (self->list, line);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->row), gtk_label_get_label (GTK_LABEL (label)),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                EntSuggestions *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (selected == NULL)
        return GDK_EVENT_PROPAGATE;
      pick (self, selected);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_left_cb (EntSuggestions *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* The row frees its template but knows nothing of us. */
static void
row_destroyed_cb (EntSuggestions *self)
{
  gtk_widget_unparent (GTK_WIDGET (self));
}

static void
ent_suggestions_class_init (EntSuggestionsClass *klass)
{
  signals[SIGNAL_PICKED] = g_signal_new ("picked", ENT_TYPE_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ent_suggestions_init (EntSuggestions *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposals"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (line_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 220);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  gtk_popover_set_child (GTK_POPOVER (self), scrolled);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

EntSuggestions *
ent_suggestions_new (GtkWidget *row)
{
  EntSuggestions *self = g_object_new (ENT_TYPE_SUGGESTIONS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->row = row;
  gtk_widget_set_parent (GTK_WIDGET (self), row);
  g_signal_connect_object (row, "destroy", G_CALLBACK (row_destroyed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (row, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  return self;
}

static GtkWidget *
line_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

void
ent_suggestions_show (EntSuggestions *self, const char *const *lines)
{
  int width = gtk_widget_get_width (self->row);

  self->n_lines = lines != NULL ? g_strv_length ((char **) lines) : 0;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < self->n_lines; i++)
    gtk_list_box_append (self->list, line_new (lines[i]));
  /* An answer may come after the person went on to the next field. */
  if (self->n_lines == 0 || !gtk_widget_get_mapped (self->row) ||
      (gtk_widget_get_state_flags (self->row) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_list_box_unselect_all (self->list);
  gtk_widget_set_size_request (GTK_WIDGET (self), CLAMP (width - 24, 200, 420), -1);
  gtk_popover_popup (GTK_POPOVER (self));
}
