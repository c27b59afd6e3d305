/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one text to another. Main thread. */

#include "ent-diff-view.h"

#include "ent-text-diff.h"

#include <adwaita.h>

struct _EntDiffView
{
  GtkTextView parent_instance;

  GtkTextTag *removed;
  GtkTextTag *added;
};

G_DEFINE_FINAL_TYPE (EntDiffView, ent_diff_view, GTK_TYPE_TEXT_VIEW)

static void
set_colours (EntDiffView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  g_object_set (self->removed, "paragraph-background", dark ? "#4a2320" : "#fbe4e1", NULL);
  g_object_set (self->added, "paragraph-background", dark ? "#1c4429" : "#ddf3e3", NULL);
}

static void
ent_diff_view_class_init (EntDiffViewClass *klass)
{
}

static void
ent_diff_view_init (EntDiffView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->removed = gtk_text_buffer_create_tag (buffer, NULL, "strikethrough", TRUE, NULL);
  self->added = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  set_colours (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (set_colours), self, G_CONNECT_SWAPPED);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 16);
  gtk_text_view_set_right_margin (view, 16);
  gtk_text_view_set_top_margin (view, 12);
  gtk_text_view_set_bottom_margin (view, 12);
  gtk_text_view_set_pixels_below_lines (view, 2);
}

GtkWidget *
ent_diff_view_new (void)
{
  return g_object_new (ENT_TYPE_DIFF_VIEW, NULL);
}

void
ent_diff_view_show (EntDiffView *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), text, -1);
}

void
ent_diff_view_compare (EntDiffView *self, const char *before, const char *after)
{
  g_autoptr (GPtrArray) lines = ent_text_diff (before, after);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_text_buffer_get_end_iter (buffer, &end);
  for (guint i = 0; i < lines->len; i++)
    {
      const EntDiffLine *line = g_ptr_array_index (lines, i);
      GtkTextTag *tag = line->kind == ENT_DIFF_REMOVED ? self->removed
                        : line->kind == ENT_DIFF_ADDED ? self->added
                                                       : NULL;
      const char *sign = line->kind == ENT_DIFF_REMOVED ? "− "
                         : line->kind == ENT_DIFF_ADDED ? "+ "
                                                        : "  ";

      gtk_text_buffer_insert_with_tags (buffer, &end, sign, -1, tag, NULL);
      gtk_text_buffer_insert_with_tags (buffer, &end, line->text, -1, tag, NULL);
      gtk_text_buffer_insert (buffer, &end, "\n", 1);
    }
}
