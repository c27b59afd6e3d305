/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chips, fields and a written form of blocks for the tests of templates. */

#pragma once

#include "ent-template.h"

#include <string.h>

static const EntChip fixture_person_chips[] = {
  { "person.name", ENT_CHIP_TEXT, "Name", NULL },
  { "person.first_names", ENT_CHIP_TEXT, "First names", NULL },
  { "person.phone", ENT_CHIP_TEXT, "Telephone", NULL },
  { "person.birth_date", ENT_CHIP_TEXT, "Date of birth", NULL },
  { "person.woman", ENT_CHIP_FLAG, "Woman", NULL },
  { "person.man", ENT_CHIP_FLAG, "Man", NULL },
  { "centre.website", ENT_CHIP_TEXT, "Website", NULL },
  { NULL },
};

static const EntChip fixture_list_chips[] = {
  { "household.members", ENT_CHIP_LIST, "Members", NULL },
  { "household.members.name", ENT_CHIP_TEXT, "Name of the member", NULL },
  { "household.members.role", ENT_CHIP_TEXT, "Role", NULL },
  { "household.members.child", ENT_CHIP_FLAG, "Child", NULL },
  { "household.members.cards", ENT_CHIP_LIST, "Cards", NULL },
  { "household.members.cards.number", ENT_CHIP_TEXT, "Number", NULL },
  { NULL },
};

static const EntChip *const fixture_chips[] = { fixture_person_chips, fixture_list_chips, NULL };

static inline EntFields *
fixture_fields (void)
{
  EntFields *fields = ent_fields_new ();
  EntFields *anne = ent_fields_append (fields, "household.members");
  EntFields *bram = ent_fields_append (fields, "household.members");

  ent_fields_set (fields, "person.name", "Anne DUPONT");
  ent_fields_set (fields, "person.phone", NULL);
  ent_fields_set (fields, "person.birth_date", "1er mars 1980");
  ent_fields_set_flag (fields, "person.woman", TRUE);
  ent_fields_set_flag (fields, "person.man", FALSE);
  ent_fields_set (fields, "centre.website", "https://cpas.example");
  ent_fields_set (anne, "name", "Anne");
  ent_fields_set (anne, "role", "référence");
  ent_fields_set (bram, "name", "Bram");
  ent_fields_set (bram, "role", NULL);
  ent_fields_set_flag (bram, "child", TRUE);
  ent_fields_set (ent_fields_append (bram, "cards"), "number", "1");
  ent_fields_set (ent_fields_append (bram, "cards"), "number", "2");
  return fields;
}

static inline void
fixture_write_span (GString *out, const EntSpan *span)
{
  if (span->flags & ENT_SPAN_BOLD)
    g_string_append (out, "<b>");
  if (span->flags & ENT_SPAN_ITALIC)
    g_string_append (out, "<i>");
  if (span->flags & ENT_SPAN_GAP)
    g_string_append (out, "<gap>");
  if (span->uri != NULL)
    g_string_append_printf (out, "<%s>", span->uri);
  g_string_append (out, span->text);
  if (span->flags & ~ENT_SPAN_BREAK || span->uri != NULL)
    g_string_append (out, "</>");
  if (span->flags & ENT_SPAN_BREAK)
    g_string_append_c (out, '/');
}

/* "p[text]", "h2[title]", "ul[li[p[…]]]", "table[head[40:a 0:b] row[…]]". */
static inline void
fixture_write_block (GString *out, const EntBlock *block)
{
  static const char *const names[] = { "h",     "p",       "l",          "li",
                                       "table", "row",     "cell",       "box",
                                       "img",   "drawing", "signatures", "signature",
                                       "rule",  "space",   "page",       "annex" };
  static const char *const aligns[] = { "", "<", "^", ">" };

  g_string_append (out, aligns[block->align]);
  g_string_append (out, names[block->kind]);
  if (block->level != 0)
    g_string_append_printf (out, "%u", block->level);
  if (block->width > 0)
    g_string_append_printf (out, ":%g", block->width);
  g_string_append_c (out, '[');
  for (guint i = 0; i < block->spans->len; i++)
    fixture_write_span (out, g_ptr_array_index (block->spans, i));
  for (guint i = 0; i < block->children->len; i++)
    fixture_write_block (out, g_ptr_array_index (block->children, i));
  g_string_append_c (out, ']');
}

static inline char *
fixture_write_blocks (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    fixture_write_block (out, g_ptr_array_index (blocks, i));
  return g_string_free_and_steal (out);
}
