/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a template while it is written. Main thread. */

#include "ent-template-text.h"

#include "ent-chip-completion.h"
#include "ent-template-chips.h"
#include "ent-template-colours.h"

#include <string.h>

struct _EntTemplateText
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer;
  EntTemplateColours *colours;
  EntChipCompletion *completion;
  EntPaperChips *chips;
  GArray *ranges; /* EntChipRange, in characters */
  gboolean setting; /* the text comes from us */
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTemplateText, ent_template_text, GTK_TYPE_TEXT_VIEW)

/* From bytes to characters, in one pass over the text. */
static void
count_characters (GArray *ranges, const char *text)
{
  const char *at = text;
  gsize n = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      EntChipRange *range = &g_array_index (ranges, EntChipRange, i);
      const char *start = text + range->offset;
      gsize length = (gsize) g_utf8_pointer_to_offset (start, start + range->length);

      n += (gsize) g_utf8_pointer_to_offset (at, start);
      range->offset = n;
      range->length = length;
      at = start;
    }
}

static void
find_chips (EntTemplateText *self)
{
  g_autofree char *text = ent_template_text_get_text (self);

  g_clear_pointer (&self->ranges, g_array_unref);
  self->ranges = ent_template_find_chips (text, self->chips != NULL
                                                    ? ent_paper_chips_get (self->chips)
                                                    : NULL);
  count_characters (self->ranges, text);
  ent_template_colours_apply (self->colours, self->ranges);
}

static void
changed_cb (EntTemplateText *self)
{
  find_chips (self);
  if (!self->setting)
    g_signal_emit (self, signals[EDITED], 0);
}

/* A valid chip that a position is in: behind its first character up to its end, or, with @ahead,
 * from its beginning to before its end. */
static const EntChipRange *
chip_at (EntTemplateText *self, gsize position, gboolean ahead)
{
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const EntChipRange *range = &g_array_index (self->ranges, EntChipRange, i);
      gsize end = range->offset + range->length;
      gboolean inside = ahead ? position >= range->offset && position < end
                              : position > range->offset && position <= end;

      if (inside && range->valid && range->kind != ENT_RANGE_BRACE)
        return range;
    }
  return NULL;
}

static gboolean
delete_chip (EntTemplateText *self, gboolean ahead)
{
  GtkTextIter start, end;
  const EntChipRange *range;

  if (gtk_text_buffer_get_has_selection (self->buffer))
    return FALSE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &start,
                                    gtk_text_buffer_get_insert (self->buffer));
  range = chip_at (self, (gsize) gtk_text_iter_get_offset (&start), ahead);
  if (range == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) range->offset);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) (range->offset + range->length));
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete_interactive (self->buffer, &start, &end,
                                      gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  gtk_text_buffer_end_user_action (self->buffer);
  return TRUE;
}

static void
ent_template_text_backspace (GtkTextView *view)
{
  if (!delete_chip (ENT_TEMPLATE_TEXT (view), FALSE))
    GTK_TEXT_VIEW_CLASS (ent_template_text_parent_class)->backspace (view);
}

static void
ent_template_text_delete_from_cursor (GtkTextView *view, GtkDeleteType type, int count)
{
  if (type != GTK_DELETE_CHARS || count != 1 || !delete_chip (ENT_TEMPLATE_TEXT (view), TRUE))
    GTK_TEXT_VIEW_CLASS (ent_template_text_parent_class)->delete_from_cursor (view, type, count);
}

static void
ent_template_text_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (ent_template_text_parent_class)
      ->size_allocate (widget, width, height, baseline);
  ent_chip_completion_allocate (ENT_TEMPLATE_TEXT (widget)->completion);
}

static void
ent_template_text_dispose (GObject *object)
{
  EntTemplateText *self = ENT_TEMPLATE_TEXT (object);

  g_clear_pointer (&self->completion, ent_chip_completion_free);
  g_clear_pointer (&self->colours, ent_template_colours_free);
  g_clear_pointer (&self->chips, ent_paper_chips_unref);
  g_clear_pointer (&self->ranges, g_array_unref);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  G_OBJECT_CLASS (ent_template_text_parent_class)->dispose (object);
}

static void
ent_template_text_class_init (EntTemplateTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_template_text_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = ent_template_text_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->backspace = ent_template_text_backspace;
  GTK_TEXT_VIEW_CLASS (klass)->delete_from_cursor = ent_template_text_delete_from_cursor;
  signals[EDITED] = g_signal_new ("edited", ENT_TYPE_TEMPLATE_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_template_text_init (EntTemplateText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (EntChipRange));
  self->colours = ent_template_colours_new (self->buffer);
  self->completion = ent_chip_completion_new (view);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (view, 2);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
}

GtkWidget *
ent_template_text_new (void)
{
  return g_object_new (ENT_TYPE_TEMPLATE_TEXT, NULL);
}

void
ent_template_text_set_chips (EntTemplateText *self, EntPaperChips *chips, GListModel *items)
{
  g_clear_pointer (&self->chips, ent_paper_chips_unref);
  self->chips = ent_paper_chips_ref (chips);
  ent_chip_completion_set_items (self->completion, items);
  find_chips (self);
}

void
ent_template_text_set_text (EntTemplateText *self, const char *text)
{
  GtkTextIter start;

  self->setting = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->setting = FALSE;
}

void
ent_template_text_replace (EntTemplateText *self, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

char *
ent_template_text_get_text (EntTemplateText *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/* What stands on a line of its own needs no more lines than there are. */
static char *
fit_lines (const GtkTextIter *start, const GtkTextIter *end, const char *snippet)
{
  g_autofree char *fitted = g_strdup (
      gtk_text_iter_starts_line (start) && *snippet == '\n' ? snippet + 1 : snippet);

  if (gtk_text_iter_ends_line (end) && !gtk_text_iter_is_end (end) &&
      g_str_has_suffix (fitted, "\n"))
    fitted[strlen (fitted) - 1] = '\0';
  return g_steal_pointer (&fitted);
}

void
ent_template_text_insert (EntTemplateText *self, const char *snippet)
{
  GtkTextIter start, end;
  g_autofree char *selected = NULL;
  g_autofree char *fitted = NULL;
  g_auto (GStrv) halves = NULL;
  g_autoptr (GString) whole = NULL;
  int cursor;

  gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end);
  selected = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  fitted = fit_lines (&start, &end, snippet);
  halves = g_strsplit (fitted, "|", 2);
  whole = g_string_new (halves[0]);
  if (halves[1] != NULL)
    g_string_append (whole, selected);
  cursor = gtk_text_iter_get_offset (&start) + (int) g_utf8_strlen (whole->str, -1);
  g_string_append (whole, halves[1] != NULL ? halves[1] : "");

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, whole->str, -1);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, cursor);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self),
                                      gtk_text_buffer_get_insert (self->buffer));
}

gboolean
ent_template_text_is_completing (EntTemplateText *self)
{
  return ent_chip_completion_is_open (self->completion);
}

static void
get_fault_range (EntTemplateText *self,
                 const EntTemplateFault *fault,
                 GtkTextIter *start,
                 GtkTextIter *end)
{
  int line = (int) fault->line - 1;
  int last = gtk_text_buffer_get_line_count (self->buffer) - 1;

  gtk_text_buffer_get_iter_at_line_offset (self->buffer, start, MIN (line, last),
                                           (int) MAX (fault->column, 1) - 1);
  *end = *start;
  gtk_text_iter_forward_chars (end, (int) MAX (fault->length, 1));
}

void
ent_template_text_set_faults (EntTemplateText *self, GPtrArray *faults)
{
  ent_template_colours_clear_faults (self->colours);
  for (guint i = 0; i < faults->len; i++)
    {
      GtkTextIter start, end;

      get_fault_range (self, g_ptr_array_index (faults, i), &start, &end);
      ent_template_colours_add_fault (self->colours, &start, &end);
    }
}

void
ent_template_text_go_to (EntTemplateText *self, const EntTemplateFault *fault)
{
  GtkTextIter start, end;

  get_fault_range (self, fault, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &start, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
