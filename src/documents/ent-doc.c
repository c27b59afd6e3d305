/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole document: making and freeing it. Any thread, one at a time. */

#include "ent-doc.h"

#include "ent-date.h"

static void
reference_free (EntDocReference *self)
{
  g_free (self->label);
  g_free (self->value);
  g_free (self);
}

EntDoc *
ent_doc_new (const char *language)
{
  EntDoc *self = g_new0 (EntDoc, 1);

  self->language = g_strdup (language);
  self->day = ENT_DAY_NONE;
  self->paper = ent_paper_a4;
  self->text_size = 12;
  self->references = g_ptr_array_new_with_free_func ((GDestroyNotify) reference_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_block_free);
  return self;
}

void
ent_doc_free (EntDoc *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_free (self->title);
  g_free (self->author);
  g_free (self->draft_word);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->sender_name);
  g_strfreev (self->sender_lines);
  g_free (self->return_line);
  g_strfreev (self->recipient);
  g_ptr_array_unref (self->references);
  g_free (self->footer);
  g_free (self->page_words);
  g_free (self->seal_text);
  g_free (self->seal_payload);
  g_free (self->seal_alt);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

void
ent_doc_add_reference (EntDoc *self, const char *label, const char *value)
{
  EntDocReference *reference = g_new0 (EntDocReference, 1);

  reference->label = g_strdup (label);
  reference->value = g_strdup (value);
  g_ptr_array_add (self->references, reference);
}
