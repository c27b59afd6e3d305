/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an expanded template as blocks. Any thread, one at a time. */

#include "ent-template-walk.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Paper has no room for more; and nothing here may use up the stack. */
#define MAX_DEPTH 10
#define MAX_FENCES 3

static const char *const fences[] = { "table", "box", "right", "center", NULL };

static void read_blocks (EntWalk *self, cmark_node *parent, EntBlock *target);

GArray *
ent_walk_index_lines (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize start = 0;

  g_array_append_val (lines, start);
  for (const char *end = strchr (text, '\n'); end != NULL; end = strchr (end + 1, '\n'))
    {
      start = end + 1 - text;
      g_array_append_val (lines, start);
    }
  return lines;
}

static const char *
get_line (const EntLevel *level, guint line, gsize *length)
{
  const char *start;

  line = CLAMP (line, 1, level->lines->len);
  start = level->text + g_array_index (level->lines, gsize, line - 1);
  *length = strcspn (start, "\n");
  return start;
}

/* The byte of the source from which a byte of the expanded text comes. */
static gsize
find_source (const EntExpansion *expansion, gsize offset)
{
  GArray *origins = expansion->origins;
  guint low = 0, high = origins->len;
  const EntOrigin *origin;
  gsize source;

  if (origins->len == 0)
    return 0;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (origins, EntOrigin, middle).out <= offset)
        low = middle;
      else
        high = middle;
    }
  origin = &g_array_index (origins, EntOrigin, low);
  source = origin->source + (offset > origin->out ? offset - origin->out : 0);
  /* A placeholder is longer than its chip may be. */
  if (low + 1 < origins->len && source > origin[1].source && origin[1].source > origin->source)
    source = origin[1].source - 1;
  source = MIN (source, strlen (expansion->source));
  while (source > 0 && ((guchar) expansion->source[source] & 0xc0) == 0x80)
    source--;
  return source;
}

void
ent_walk_fault_at (EntWalk *self, guint line, gsize column, gsize length, const char *message)
{
  const EntLevel *level = self->level;
  gsize in_line, first, last, start, end;
  const char *text;

  if (ent_faults_is_full (self->faults))
    return;

  for (; level->outer != NULL; level = level->outer)
    {
      gsize own = 0, outer = 0;

      if (level->cell)
        {
          column = level->column + (column > ENT_MARK_LENGTH ? column - ENT_MARK_LENGTH : 0);
          line = level->line;
          continue;
        }
      /* A fence in a list is indented. */
      get_line (level, line, &own);
      line += level->line - 1;
      get_line (level->outer, line, &outer);
      column += outer > own ? outer - own : 0;
    }
  text = get_line (level, line, &in_line);
  first = MIN (column, in_line);
  last = MIN (length, in_line - first);
  start = find_source (self->expansion, (gsize) (text - level->text) + first);
  /* Through the last byte: what comes next may stand elsewhere. */
  end = find_source (self->expansion,
                     (gsize) (text - level->text) + first + (last > 0 ? last - 1 : 0));
  end += g_utf8_skip[(guchar) self->expansion->source[end]];
  ent_faults_add (self->faults, start, end > start ? end - start : 1, "%s", message);
}

void
ent_walk_fault (EntWalk *self, cmark_node *node, const char *message)
{
  int line = cmark_node_get_start_line (node), column = cmark_node_get_start_column (node);
  int last_line = cmark_node_get_end_line (node), last = cmark_node_get_end_column (node);
  gsize length = last_line == line && last >= column ? (gsize) (last - column + 1) : G_MAXINT;

  ent_walk_fault_at (self, MAX (line, 1), (gsize) MAX (column - 1, 0), length, message);
}

/* A fence that is never closed takes the rest of the text with it. */
static void
check_closed (EntWalk *self, cmark_node *node)
{
  gsize length;
  const char *line;

  if (ent_faults_is_full (self->faults))
    return;

  line = get_line (self->level, cmark_node_get_end_line (node), &length);
  while (length > 0 && strchr (" \t>", *line) != NULL)
    {
      line++;
      length--;
    }
  if (cmark_node_get_end_line (node) > cmark_node_get_start_line (node) &&
      (g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~")))
    return;
  ent_walk_fault_at (self, cmark_node_get_start_line (node),
                     (gsize) cmark_node_get_start_column (node) - 1, G_MAXINT,
                     _ ("This block is not closed: write a line ``` below it."));
}

/* Reads what stands in a fence as a text of its own. */
static void
read_inside (EntWalk *self, cmark_node *node, EntBlock *target)
{
  EntLevel level = { .text = cmark_node_get_literal (node), .outer = self->level };
  g_autoptr(GArray) lines = self->faults != NULL ? ent_walk_index_lines (level.text) : NULL;
  cmark_node *document = cmark_parse_document (level.text, strlen (level.text), CMARK_OPT_DEFAULT);

  level.lines = lines;
  level.line = cmark_node_get_start_line (node) + 1;
  self->level = &level;
  self->fences++;
  read_blocks (self, document, target);
  self->fences--;
  self->level = level.outer;
  cmark_node_free (document);
}

static void
read_table (EntWalk *self, cmark_node *node, EntBlock *target)
{
  EntLevel level = { .text = cmark_node_get_literal (node), .outer = self->level };
  g_autoptr(GArray) lines = self->faults != NULL ? ent_walk_index_lines (level.text) : NULL;
  EntBlock *table;

  level.lines = lines;
  level.line = cmark_node_get_start_line (node) + 1;
  self->level = &level;
  table = ent_walk_table (self, level.text, 1);
  self->level = level.outer;
  if (table->children->len == 0)
    ent_walk_fault (self, node,
                    _ ("A table has a line of heads parted by |, a line ---, then its rows."));
  ent_block_add (target, table);
}

static void
say_unknown_fence (EntWalk *self, cmark_node *node, const char *word)
{
  const char *nearest;
  g_autofree char *message = NULL;

  if (word[0] == '\0')
    {
      ent_walk_fault (self, node,
                      _ ("Lines with four blanks before them, or between ```, are not text: take "
                         "the blanks away, or say what the block is: ``` table, box, right or "
                         "center."));
      return;
    }
  if (ent_faults_is_full (self->faults))
    return;
  nearest = ent_template_nearest (word, fences);
  message = nearest != NULL
                ? g_strdup_printf (_ ("There is no block “%s”. Did you mean “%s”?"), word, nearest)
                : g_strdup_printf (_ ("There is no block “%s”: a block is a table, box, right or "
                                      "center."),
                                   word);
  ent_walk_fault (self, node, message);
}

/* When nobody listens, nothing that somebody wrote is lost. */
static void
keep_as_text (EntWalk *self, cmark_node *node, EntBlock *target)
{
  const char *literal = cmark_node_get_literal (node);
  EntBlock *block = ent_block_new (ENT_BLOCK_PARAGRAPH);

  ent_walk_plain (self, literal, strcspn (literal, "\n"), block);
  ent_block_add (target, block);
}

static void
read_fence (EntWalk *self, cmark_node *node, EntBlock *target)
{
  g_autofree char *word = g_strstrip (g_strdup (cmark_node_get_fence_info (node)));
  EntAlign outer = self->align;

  if (!g_strv_contains (fences, word))
    {
      say_unknown_fence (self, node, word);
      keep_as_text (self, node, target);
      return;
    }
  check_closed (self, node);
  if (self->fences == MAX_FENCES)
    {
      ent_walk_fault (self, node, _ ("There are too many blocks inside each other here."));
      return;
    }
  if (strcmp (word, "table") == 0)
    read_table (self, node, target);
  else if (strcmp (word, "box") == 0)
    read_inside (self, node, ent_block_add (target, ent_block_new (ENT_BLOCK_BOX)));
  else
    {
      self->align = strcmp (word, "right") == 0 ? ENT_ALIGN_END : ENT_ALIGN_CENTER;
      read_inside (self, node, target);
      self->align = outer;
    }
}

static void
read_directive (EntWalk *self, const EntPiece *piece, EntBlock *target)
{
  EntBlock *block;

  if (piece->block != ENT_BLOCK_SPACE && (self->depth > 1 || self->fences > 0))
    {
      ent_faults_add (self->faults, piece->offset, piece->length,
                      _ ("This instruction has no place inside a block or a list: write it "
                         "outside."));
      return;
    }
  block = ent_block_add (target, ent_block_new (piece->block));
  if (piece->block == ENT_BLOCK_SPACE)
    block->width = piece->space;
  else if (piece->block == ENT_BLOCK_ANNEX)
    ent_block_add_text (block, piece->name, 0, NULL);
}

/* Adds it unless an empty value leaves nothing of it. */
static void
add_text_block (EntWalk *self, cmark_node *node, EntBlock *target, EntBlock *block)
{
  ent_walk_inlines (self, node, block);
  block->align = self->align;
  if (block->spans->len > 0)
    ent_block_add (target, block);
  else
    ent_block_free (block);
}

static void
read_paragraph (EntWalk *self, cmark_node *node, EntBlock *target)
{
  cmark_node *first = cmark_node_first_child (node);
  const char *text = first != NULL ? cmark_node_get_literal (first) : NULL;
  const EntPiece *directive = text != NULL ? ent_walk_get_directive (self, text, strlen (text))
                                           : NULL;
  EntBlock *block;

  if (directive != NULL)
    {
      read_directive (self, directive, target);
      return;
    }
  block = ent_block_new (ENT_BLOCK_PARAGRAPH);
  block->level = self->quotes;
  add_text_block (self, node, target, block);
}

static void
read_heading (EntWalk *self, cmark_node *node, EntBlock *target)
{
  EntBlock *block = ent_block_new (ENT_BLOCK_HEADING);
  int level = cmark_node_get_heading_level (node);

  if (level > 3)
    ent_walk_fault (self, node, _ ("Headings have three levels: #, ## and ###."));
  block->level = (guint) MIN (level, 3);
  add_text_block (self, node, target, block);
}

static void
read_list (EntWalk *self, cmark_node *node, EntBlock *target)
{
  EntBlock *list = ent_block_new (ENT_BLOCK_LIST);

  if (cmark_node_get_list_type (node) == CMARK_ORDERED_LIST)
    list->level = (guint) MAX (cmark_node_get_list_start (node), 1);
  for (cmark_node *item = cmark_node_first_child (node); item != NULL;
       item = cmark_node_next (item))
    {
      EntBlock *block = ent_block_new (ENT_BLOCK_ITEM);

      read_blocks (self, item, block);
      if (block->children->len > 0)
        ent_block_add (list, block);
      else
        ent_block_free (block);
    }
  if (list->children->len > 0)
    ent_block_add (target, list);
  else
    ent_block_free (list);
}

static void
read_block (EntWalk *self, cmark_node *node, EntBlock *target)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      read_paragraph (self, node, target);
      break;
    case CMARK_NODE_HEADING:
      read_heading (self, node, target);
      break;
    case CMARK_NODE_LIST:
      read_list (self, node, target);
      break;
    case CMARK_NODE_BLOCK_QUOTE:
      self->quotes++;
      read_blocks (self, node, target);
      self->quotes--;
      break;
    case CMARK_NODE_CODE_BLOCK:
      read_fence (self, node, target);
      break;
    case CMARK_NODE_THEMATIC_BREAK:
      ent_block_add (target, ent_block_new (ENT_BLOCK_RULE));
      break;
    default:
      ent_walk_fault (self, node, _ ("A template holds no HTML. For the sign itself, write \\<."));
      if (cmark_node_get_literal (node) != NULL)
        keep_as_text (self, node, target);
      break;
    }
}

static void
read_blocks (EntWalk *self, cmark_node *parent, EntBlock *target)
{
  if (self->depth == MAX_DEPTH)
    {
      ent_walk_fault (self, parent,
                      _ ("There are too many lists or quotations inside each other here."));
      return;
    }
  self->depth++;
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL;
       node = cmark_node_next (node))
    read_block (self, node, target);
  self->depth--;
}

/* An annex lasts to the next or to the end. */
static GPtrArray *
gather_annexes (EntBlock *root)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_block_free);
  EntBlock *annex = NULL;

  for (guint i = 0; i < root->children->len; i++)
    {
      EntBlock *block = g_ptr_array_index (root->children, i);

      if (block->kind == ENT_BLOCK_ANNEX)
        annex = block;
      if (annex == NULL || annex == block)
        g_ptr_array_add (blocks, block);
      else
        ent_block_add (annex, block);
    }
  g_ptr_array_set_free_func (root->children, NULL);
  ent_block_free (root);
  return blocks;
}

GPtrArray *
ent_template_walk (EntExpansion *expansion, EntFaults *faults, GPtrArray *gaps)
{
  EntLevel level = { .text = expansion->text->str };
  g_autoptr(GArray) lines = faults != NULL ? ent_walk_index_lines (level.text) : NULL;
  g_autoptr(GString) run = g_string_new (NULL);
  EntWalk self = { .expansion = expansion, .faults = faults, .gaps = gaps, .run = run };
  EntBlock *root = ent_block_new (ENT_BLOCK_BOX);
  cmark_node *document = cmark_parse_document (expansion->text->str, expansion->text->len,
                                               CMARK_OPT_DEFAULT);

  level.lines = lines;
  self.level = &level;
  read_blocks (&self, document, root);
  cmark_node_free (document);
  g_free (self.uri);
  return gather_annexes (root);
}
