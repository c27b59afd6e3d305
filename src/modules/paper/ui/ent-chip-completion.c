/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The popover behind an open brace. Main thread. */

#include "ent-chip-completion.h"

#include "ent-chip-chooser.h"
#include "ent-template-text.h"

#include <string.h>

/* A brace further back than this is not being typed any more. */
#define MAX_TYPED 60

struct _EntChipCompletion
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkWidget *popover;
  EntChipChooser *chooser;
  gboolean open;
};

static void
hide (EntChipCompletion *self)
{
  self->open = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* The place of the brace that the cursor stands behind; FALSE when there is none on its line. */
static gboolean
find_brace (EntChipCompletion *self, GtkTextIter *brace, GtkTextIter *cursor)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  *brace = *cursor;
  for (guint i = 0; i < MAX_TYPED && gtk_text_iter_backward_char (brace); i++)
    switch (gtk_text_iter_get_char (brace))
      {
      case '{':
        return TRUE;
      case '}':
      case '\n':
        return FALSE;
      default:
        break;
      }
  return FALSE;
}

/* What is typed so far, without a word such as "if" that comes before a name; whether it is one. */
static gboolean
name_starts (const char *typed, const char **name)
{
  static const char *const words[] = { "else if not ", "else if ", "if not ", "if ", "for " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (typed, words[i]))
      {
        *name = typed + strlen (words[i]);
        return TRUE;
      }
  *name = typed;
  return FALSE;
}

static void
point_to (EntChipCompletion *self, const GtkTextIter *brace)
{
  GdkRectangle area;

  gtk_text_view_get_iter_location (self->view, brace, &area);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y,
                                         &area.x, &area.y);
  area.width = MAX (area.width, 1);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
}

static void
user_action_ended_cb (EntChipCompletion *self)
{
  GtkTextIter brace, cursor;
  g_autofree char *typed = NULL;
  const char *name;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)) || !find_brace (self, &brace, &cursor))
    {
      hide (self);
      return;
    }
  typed = gtk_text_buffer_get_text (self->buffer, &brace, &cursor, TRUE);
  name_starts (typed + 1, &name);
  if (ent_chip_chooser_narrow (self->chooser, name) == 0)
    {
      hide (self);
      return;
    }
  point_to (self, &brace);
  self->open = TRUE;
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
cursor_moved_cb (EntChipCompletion *self)
{
  GtkTextIter brace, cursor;

  if (self->open && !find_brace (self, &brace, &cursor))
    hide (self);
}

static void
focus_left_cb (EntChipCompletion *self)
{
  hide (self);
}

static void
chosen_cb (EntChipCompletion *self, EntChipItem *item)
{
  GtkTextIter brace, cursor;
  g_autofree char *typed = NULL;
  g_autofree char *snippet = NULL;
  const char *name;

  if (!find_brace (self, &brace, &cursor))
    return;
  typed = gtk_text_buffer_get_text (self->buffer, &brace, &cursor, TRUE);
  if (name_starts (typed + 1, &name))
    {
      g_autofree char *words = g_strndup (typed, (gsize) (name - typed));

      snippet = g_strdup_printf ("%s%s}", words, ent_chip_item_get_path (item));
    }
  else
    snippet = g_strdup (ent_chip_item_get_snippet (item));
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &brace, &cursor);
  ent_template_text_insert (ENT_TEMPLATE_TEXT (self->view), snippet);
  gtk_text_buffer_end_user_action (self->buffer);
  hide (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
key_pressed_cb (EntChipCompletion *self, guint keyval, guint code, GdkModifierType state)
{
  if (!self->open || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
      ent_chip_chooser_step (self->chooser, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      ent_chip_chooser_step (self->chooser, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return ent_chip_chooser_take (self->chooser);
    case GDK_KEY_Escape:
      hide (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

EntChipCompletion *
ent_chip_completion_new (GtkTextView *view)
{
  EntChipCompletion *self = g_new0 (EntChipCompletion, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = view;
  self->buffer = gtk_text_view_get_buffer (view);
  self->popover = gtk_popover_new ();
  self->chooser = ENT_CHIP_CHOOSER (ent_chip_chooser_new ());
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self->chooser), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  /* It begins where the brace stands, as the name will. */
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->chooser));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (view));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), focus);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->buffer, "end-user-action", G_CALLBACK (user_action_ended_cb),
                            self);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (cursor_moved_cb),
                            self);
  return self;
}

void
ent_chip_completion_free (EntChipCompletion *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_signal_handlers_disconnect_by_data (controller, self);
    }
  g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_signal_handlers_disconnect_by_data (self->chooser, self);
  gtk_widget_unparent (self->popover);
  g_free (self);
}

void
ent_chip_completion_set_items (EntChipCompletion *self, GListModel *items)
{
  ent_chip_chooser_set_items (self->chooser, items);
}

gboolean
ent_chip_completion_is_open (EntChipCompletion *self)
{
  return self->open;
}

void
ent_chip_completion_allocate (EntChipCompletion *self)
{
  if (self != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}
