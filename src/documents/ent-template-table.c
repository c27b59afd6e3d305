/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of templates: heads, a line, rows; markup only inside of cells. Any thread, one at a time.
 */

#include "ent-template-walk.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define MAX_COLUMNS 20

typedef struct
{
  gsize start;
  gsize length;
} Cell;

typedef struct
{
  EntWalk *walk;
  EntBlock *table;
  guint n_columns;
  guint n_lines;
} Reader;

static gboolean
is_blank (char ch)
{
  return ch == ' ' || ch == '\t';
}

static Cell
trim (const char *line, gsize start, gsize end)
{
  while (start < end && is_blank (line[start]))
    start++;
  while (end > start && is_blank (line[end - 1]))
    end--;
  return (Cell) { start, end - start };
}

/* The cells between bars. Beyond @max the rest is one cell. */
static GArray *
split (const char *line, gsize start, gsize end, guint max)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  gsize from = start;
  Cell cell;

  for (gsize i = start; i < end && cells->len + 1 < max; i++)
    {
      if (line[i] == '\\' && i + 1 < end)
        i++;
      else if (line[i] == '|')
        {
          cell = trim (line, from, i);
          g_array_append_val (cells, cell);
          from = i + 1;
        }
    }
  cell = trim (line, from, end);
  g_array_append_val (cells, cell);
  return cells;
}

/* Some begin and end a row with a bar, as other programs want it; that is a matter of how many
 * cells come out. @n_columns 0: a row of heads. */
static GArray *
split_row (const char *line, gsize length, guint n_columns)
{
  Cell row = trim (line, 0, length);
  gsize end = row.start + row.length;
  GArray *cells = split (line, row.start, end, G_MAXUINT);
  gboolean framed = row.length > 1 && line[row.start] == '|' && line[end - 1] == '|' &&
                    line[end - 2] != '\\';

  if (!framed || cells->len == n_columns)
    return cells;

  g_array_unref (cells);
  return split (line, row.start + 1, end - 1, G_MAXUINT);
}

static gboolean
has_markup (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (strchr ("*_`[]<&\\!", text[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Reads a cell as a paragraph, whatever it begins with. */
static void
read_markup (Reader *self, const char *text, gsize length, EntBlock *cell)
{
  EntWalk *walk = self->walk;
  g_autoptr(GString) guarded = g_string_new (ENT_MARK_GUARD);
  cmark_node *document, *paragraph;

  g_string_append_len (guarded, text, (gssize) length);
  document = cmark_parse_document (guarded->str, guarded->len, CMARK_OPT_DEFAULT);
  paragraph = cmark_node_first_child (document);
  if (paragraph != NULL)
    ent_walk_inlines (walk, paragraph, cell);
  cmark_node_free (document);
}

static void
read_cell (Reader *self, const char *line, guint number, const Cell *cell, EntBlock *row)
{
  EntBlock *block = ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));
  const char *text = line + cell->start;
  EntLevel level = { .outer = self->walk->level, .line = number, .cell = TRUE };

  level.column = cell->start;
  self->walk->level = &level;
  if (has_markup (text, cell->length))
    read_markup (self, text, cell->length, block);
  else
    ent_walk_plain (self->walk, text, cell->length, block);
  self->walk->level = level.outer;
}

/* "Name:40", "Name : 40": takes the share of the width off. */
static double
take_width (const char *line, Cell *cell)
{
  gsize end = cell->start + cell->length, digits = end, colon;
  double width;

  while (digits > cell->start && g_ascii_isdigit (line[digits - 1]))
    digits--;
  for (colon = digits; colon > cell->start && is_blank (line[colon - 1]);)
    colon--;
  if (end - digits < 1 || end - digits > 3 || colon == cell->start || line[colon - 1] != ':')
    return 0;

  width = atoi (line + digits);
  *cell = trim (line, cell->start, colon - 1);
  return width;
}

static void
read_heads (Reader *self, const char *line, gsize length, guint number)
{
  g_autoptr(GArray) cells = split_row (line, length, 0);
  EntBlock *row = ent_block_add (self->table, ent_block_new (ENT_BLOCK_ROW));

  if (cells->len > MAX_COLUMNS)
    {
      ent_walk_fault_at (self->walk, number, 0, length,
                         _ ("This table has too many columns for a sheet: 20 at most."));
      g_array_set_size (cells, MAX_COLUMNS);
    }
  self->n_columns = cells->len;
  row->level = 1;
  for (guint i = 0; i < cells->len; i++)
    {
      Cell cell = g_array_index (cells, Cell, i);
      double width = take_width (line, &cell);
      EntBlock *block;

      read_cell (self, line, number, &cell, row);
      block = g_ptr_array_index (row->children, row->children->len - 1);
      block->width = width;
    }
}

static void
say_uneven (Reader *self, guint n_cells, guint number, const Cell *row)
{
  g_autofree char *message = NULL;

  if (self->walk->faults == NULL || ent_faults_is_full (self->walk->faults))
    return;
  message = g_strdup_printf (
      ngettext ("This row has %u cell and the heads are %u: part the cells with | and leave the "
                "empty ones blank.",
                "This row has %u cells and the heads are %u: part the cells with | and leave the "
                "empty ones blank.",
                n_cells),
      n_cells, self->n_columns);
  ent_walk_fault_at (self->walk, number, row->start, row->length, message);
}

static void
read_row (Reader *self, const char *line, gsize length, guint number)
{
  g_autoptr(GArray) cells = split_row (line, length, self->n_columns);
  Cell whole = trim (line, 0, length);
  EntBlock *row = ent_block_add (self->table, ent_block_new (ENT_BLOCK_ROW));

  if (cells->len != self->n_columns)
    say_uneven (self, cells->len, number, &whole);
  if (cells->len > self->n_columns)
    {
      g_array_unref (cells);
      cells = split (line, whole.start, whole.start + whole.length, self->n_columns);
    }
  for (guint i = 0; i < cells->len; i++)
    read_cell (self, line, number, &g_array_index (cells, Cell, i), row);
  while (row->children->len < self->n_columns)
    ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));
}

static gboolean
is_rule (const char *line, gsize length)
{
  Cell cell = trim (line, 0, length);

  if (cell.length < 3 || memchr (line, '-', length) == NULL)
    return FALSE;
  for (gsize i = 0; i < cell.length; i++)
    if (strchr ("-| :", line[cell.start + i]) == NULL)
      return FALSE;
  return TRUE;
}

/* An instruction has come to stand on a line of its own. */
static gboolean
refuse_directive (EntWalk *walk, const char *line, gsize length)
{
  const EntPiece *directive = ent_walk_get_directive (walk, line, length);

  if (directive == NULL)
    return FALSE;
  ent_faults_add (walk->faults, directive->offset, directive->length,
                  _ ("This instruction has no place in a table: write it outside."));
  return TRUE;
}

static void
read_line (Reader *self, const char *line, gsize length, guint number)
{
  if (trim (line, 0, length).length == 0 || refuse_directive (self->walk, line, length))
    return;

  if (++self->n_lines == 1)
    {
      read_heads (self, line, length, number);
      return;
    }
  if (self->n_lines == 2 && is_rule (line, length))
    return;
  if (self->n_lines == 2)
    ent_walk_fault_at (self->walk, number, 0, length,
                       _ ("Between the heads and the rows of a table stands a line ---: write it "
                          "above this one."));
  read_row (self, line, length, number);
}

EntBlock *
ent_walk_table (EntWalk *walk, const char *text, guint line)
{
  Reader self = { .walk = walk, .table = ent_block_new (ENT_BLOCK_TABLE) };

  for (guint number = line; *text != '\0'; number++)
    {
      gsize length = strcspn (text, "\n");

      read_line (&self, text, length, number);
      text += length + (text[length] == '\n');
    }
  if (self.n_lines == 1)
    ent_walk_fault_at (walk, line, 0, G_MAXINT,
                       _ ("Below the heads of a table stands a line ---, then its rows."));
  return self.table;
}
