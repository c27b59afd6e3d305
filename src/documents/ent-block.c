/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pieces of a document before it is laid out. Any thread, one at a time. */

#include "ent-block.h"

static void
span_free (gpointer data)
{
  EntSpan *span = data;

  g_free (span->text);
  g_free (span->uri);
  g_free (span);
}

static void
block_free (gpointer data)
{
  ent_block_free (data);
}

static void
append_text (const EntBlock *self, GString *out)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const EntSpan *span = g_ptr_array_index (self->spans, i);

      g_string_append (out, span->text);
      if (span->flags & ENT_SPAN_BREAK)
        g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->children->len; i++)
    {
      if (out->len > 0 && out->str[out->len - 1] != '\n')
        g_string_append_c (out, '\n');
      append_text (g_ptr_array_index (self->children, i), out);
    }
}

EntBlock *
ent_block_new (EntBlockKind kind)
{
  EntBlock *self = g_new0 (EntBlock, 1);

  self->kind = kind;
  self->spans = g_ptr_array_new_with_free_func (span_free);
  self->children = g_ptr_array_new_with_free_func (block_free);
  return self;
}

void
ent_block_free (EntBlock *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->spans);
  g_ptr_array_unref (self->children);
  g_clear_pointer (&self->image, g_bytes_unref);
  if (self->drawing.free_data != NULL)
    self->drawing.free_data (self->drawing.data);
  g_free (self->alt);
  g_free (self);
}

void
ent_block_add_text (EntBlock *self, const char *text, EntSpanFlags flags, const char *uri)
{
  EntSpan *span = g_new0 (EntSpan, 1);

  span->text = g_strdup (text != NULL ? text : "");
  span->flags = flags;
  span->uri = g_strdup (uri);
  g_ptr_array_add (self->spans, span);
}

EntBlock *
ent_block_add (EntBlock *self, EntBlock *child)
{
  g_ptr_array_add (self->children, child);
  return child;
}

char *
ent_block_get_text (const EntBlock *self)
{
  GString *out = g_string_new (NULL);

  append_text (self, out);
  return g_string_free_and_steal (out);
}
