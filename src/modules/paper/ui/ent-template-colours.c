/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tags of a template's text. A text tag knows no style sheet, so the colours of light and dark
 * stand here. Main thread. */

#include "ent-template-colours.h"

#include "ent-template-chips.h"

#define HEADING_SCALE 1.15

struct _EntTemplateColours
{
  GtkTextBuffer *buffer; /* borrowed */
  GtkTextTag *field;
  GtkTextTag *control; /* conditions, lists, their ends */
  GtkTextTag *mark; /* signatures, pages */
  GtkTextTag *wrong;
  GtkTextTag *heading;
  GtkTextTag *fault;
};

/* Background and letters, light then dark: the contrast of each pair is above 7. */
static const char *const colours[][4] = {
  { "#d7e6fa", "#0f3f7d", "#1d3a5f", "#cfe2ff" },
  { "#ebdff7", "#4a1d78", "#43285f", "#ecdcff" },
  { "#d6efdd", "#0d4a22", "#1c4429", "#d0f5dc" },
  { "#fbdcd9", "#7d1309", "#5c211c", "#ffdbd7" },
};

static void
set_colours (EntTemplateColours *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  guint shift = adw_style_manager_get_dark (manager) ? 2 : 0;
  GtkTextTag *tags[] = { self->field, self->control, self->mark, self->wrong };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_object_set (tags[i], "background", colours[i][shift], "foreground", colours[i][shift + 1],
                  NULL);
}

EntTemplateColours *
ent_template_colours_new (GtkTextBuffer *buffer)
{
  EntTemplateColours *self = g_new0 (EntTemplateColours, 1);

  self->buffer = buffer;
  self->heading = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, "scale",
                                              HEADING_SCALE, NULL);
  self->field = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->control = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->mark = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->wrong = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  self->fault = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, NULL);
  set_colours (self);
  g_signal_connect_swapped (adw_style_manager_get_default (), "notify::dark",
                            G_CALLBACK (set_colours), self);
  return self;
}

void
ent_template_colours_free (EntTemplateColours *self)
{
  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  g_free (self);
}

static GtkTextTag *
tag_of (EntTemplateColours *self, const EntChipRange *range)
{
  if (!range->valid)
    return self->wrong;
  switch (range->kind)
    {
    case ENT_RANGE_IF:
    case ENT_RANGE_FOR:
    case ENT_RANGE_ELSE:
    case ENT_RANGE_END:
      return self->control;
    case ENT_RANGE_DIRECTIVE:
      return self->mark;
    case ENT_RANGE_BRACE:
      return self->wrong;
    case ENT_RANGE_FIELD:
    default:
      return self->field;
    }
}

static void
apply_headings (EntTemplateColours *self)
{
  int n = gtk_text_buffer_get_line_count (self->buffer);

  for (int i = 0; i < n; i++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_line (self->buffer, &start, i);
      if (gtk_text_iter_get_char (&start) != '#')
        continue;
      end = start;
      gtk_text_iter_forward_to_line_end (&end);
      gtk_text_buffer_apply_tag (self->buffer, self->heading, &start, &end);
    }
}

void
ent_template_colours_apply (EntTemplateColours *self, GArray *ranges)
{
  GtkTextTag *tags[] = { self->field, self->control, self->mark, self->wrong, self->heading };
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    gtk_text_buffer_remove_tag (self->buffer, tags[i], &start, &end);
  apply_headings (self);
  for (guint i = 0; i < ranges->len; i++)
    {
      const EntChipRange *range = &g_array_index (ranges, EntChipRange, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) range->offset);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end,
                                          (int) (range->offset + range->length));
      gtk_text_buffer_apply_tag (self->buffer, tag_of (self, range), &start, &end);
    }
}

void
ent_template_colours_clear_faults (EntTemplateColours *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->fault, &start, &end);
}

void
ent_template_colours_add_fault (EntTemplateColours *self,
                                const GtkTextIter *start,
                                const GtkTextIter *end)
{
  gtk_text_buffer_apply_tag (self->buffer, self->fault, start, end);
}
