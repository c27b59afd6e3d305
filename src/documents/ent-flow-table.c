/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes bands of tables and of signatures side by side. One thread. */

#include "ent-flow.h"

#include "ent-document-kind.h"

#include <glib/gi18n-lib.h>

#define CELL_PAD_X 2.0 /* mm, on each side */
#define CELL_PAD_Y 1.3
#define TEXT_SIZE 0.94 /* of a table, over that of the text */
#define SIGNATURE_HEIGHT 14.0 /* mm, of a picture of one at most */
#define SIGNATURE_PAD 1.0 /* mm, above and below it */
#define SIGNATURE_GUTTER 8.0 /* mm */
#define MOST_COLUMNS 32

typedef struct
{
  double x[MOST_COLUMNS];
  double width[MOST_COLUMNS];
  double word[MOST_COLUMNS]; /* widest word, or part of one where words are divided */
  double natural[MOST_COLUMNS];
  gboolean divide;
  guint n;
} Columns;

static void
measure_cell (EntFlow *self, const EntBlock *cell, gboolean bold, Columns *columns, guint column)
{
  g_autofree char *text = ent_block_get_text (cell);
  EntTypeStyle style = { .size = self->size, .width = -1, .bold = bold };
  g_autoptr (EntTypeset) set = NULL;
  double word;

  style.hyphenate = columns->divide;
  set = ent_typeset_new_plain (self->context, text, &style);
  word = ent_typeset_measure_word (set);
  columns->natural[column] = MAX (columns->natural[column], set->width);
  columns->word[column] = MAX (columns->word[column], word);
}

static void
measure_column (EntFlow *self, const EntBlock *table, Columns *columns, guint column)
{
  columns->word[column] = columns->natural[column] = 0;
  for (guint i = 0; i < table->children->len; i++)
    {
      const EntBlock *row = g_ptr_array_index (table->children, i);

      if (column < row->children->len)
        measure_cell (self, g_ptr_array_index (row->children, column), row->level > 0, columns,
                      column);
    }
  /* Room for rounding, and for a list's labels. */
  columns->natural[column] += 2 * CELL_PAD_X * ENT_MM_TO_PT + 1;
  columns->word[column] += 2 * CELL_PAD_X * ENT_MM_TO_PT + 1;
}

/* Measures the columns without a share; returns what their widest words take together. */
static double
measure_columns (EntFlow *self, const EntBlock *table, Columns *columns)
{
  double words = 0;

  for (guint i = 0; i < columns->n; i++)
    if (columns->width[i] == 0)
      {
        measure_column (self, table, columns, i);
        words += columns->word[i];
      }
  return words;
}

/* Columns without a share divide what the others leave: each as wide as it would like, or, when
 * that is too much, its widest word and a part of the rest. */
static void
share_by_content (double room, Columns *columns)
{
  const double *word = columns->word;
  const double *natural = columns->natural;
  double words = 0;
  double naturals = 0;

  for (guint i = 0; i < columns->n; i++)
    if (columns->width[i] == 0)
      {
        words += word[i];
        naturals += natural[i];
      }
  for (guint i = 0; i < columns->n; i++)
    if (columns->width[i] == 0)
      {
        if (naturals <= room)
          columns->width[i] = natural[i] + (room - naturals) * natural[i] / naturals;
        else if (words < room)
          columns->width[i] = word[i] +
                              (room - words) * (natural[i] - word[i]) / (naturals - words);
        else
          columns->width[i] = room * word[i] / words;
      }
}

/* Shares count against each other, or as parts of 100 (or of 1) beside columns without one; those
 * then keep at least a quarter of the table. */
static void
find_shares (const EntFlow *self, const EntBlock *first, Columns *columns)
{
  double shares = 0;
  guint n_shares = 0;
  double whole;

  for (guint i = 0; i < columns->n; i++)
    {
      const EntBlock *cell = i < first->children->len ? g_ptr_array_index (first->children, i)
                                                      : NULL;

      columns->width[i] = cell != NULL ? MAX (0, cell->width) : 0;
      shares += columns->width[i];
      n_shares += columns->width[i] > 0;
    }
  if (n_shares == columns->n)
    whole = shares;
  else
    whole = MAX (shares > 1 ? 100 : 1, shares / 0.75);
  for (guint i = 0; i < columns->n; i++)
    columns->width[i] *= self->width / whole;
}

static void
find_columns (EntFlow *self, const EntBlock *table, Columns *columns)
{
  double room = self->width;

  for (guint i = 0; i < table->children->len; i++)
    {
      const EntBlock *row = g_ptr_array_index (table->children, i);

      columns->n = MIN (MOST_COLUMNS, MAX (columns->n, row->children->len));
    }
  if (columns->n == 0)
    return;
  find_shares (self, g_ptr_array_index (table->children, 0), columns);
  for (guint i = 0; i < columns->n; i++)
    room -= columns->width[i];
  /* Words are divided before days and amounts are broken. */
  if (measure_columns (self, table, columns) > room)
    {
      columns->divide = TRUE;
      measure_columns (self, table, columns);
    }
  share_by_content (room, columns);
  for (guint i = 0; i < columns->n; i++)
    columns->x[i] = i == 0 ? self->x : columns->x[i - 1] + columns->width[i - 1];
}

/* Sets what a cell holds as a flow of its own. The outer columns have no margin outside, so that
 * text in the table stands below the text around. */
static gboolean
fill_cell (EntFlow *self, EntCell *cell, const EntBlock *block, GError **error)
{
  EntFlow saved = *self;
  gboolean done;

  self->bands = cell->bands;
  self->pending = g_array_new (FALSE, FALSE, sizeof (EntTag));
  self->x = 0;
  self->width = cell->width;
  self->after = self->space = 0;
  self->depth = 0;
  self->tight = FALSE;
  self->new_page = FALSE;
  self->in_cell = TRUE;
  self->bold = cell->head;
  self->align = block->align;
  if (block->spans->len > 0)
    ent_flow_add_paragraph (self, block);
  done = ent_flow_add_blocks (self, block->children, error);
  g_array_unref (self->pending);
  saved.heading = self->heading;
  *self = saved;
  return done;
}

static EntCell *
add_cell (EntFlow *self, EntRow *row, const Columns *columns, guint column)
{
  EntCell *cell = ent_cell_new ();
  double before = column == 0 ? 0 : CELL_PAD_X * ENT_MM_TO_PT;
  double after = column + 1 == columns->n ? 0 : CELL_PAD_X * ENT_MM_TO_PT;

  cell->x = columns->x[column] + before;
  cell->width = MAX (columns->width[column] - before - after, self->size);
  cell->head = row->head;
  g_ptr_array_add (row->cells, cell);
  return cell;
}

static EntRow *
make_row (EntFlow *self, const EntBlock *block, const Columns *columns, GError **error)
{
  EntRow *row = ent_row_new ();

  g_ptr_array_add (self->rows, row);
  row->head = block->level > 0;
  row->pad = CELL_PAD_Y * ENT_MM_TO_PT;
  row->x = self->x;
  row->width = self->width;
  for (guint i = 0; i < block->children->len; i++)
    {
      EntCell *cell = add_cell (self, row, columns, i);

      if (!fill_cell (self, cell, g_ptr_array_index (block->children, i), error))
        return NULL;
      row->height = MAX (row->height, ent_bands_height (cell->bands));
    }
  row->height += 2 * row->pad;
  return row;
}

/* One band for the n-th lines of all cells. */
static gboolean
add_slice (EntFlow *self, EntRow *row, guint n)
{
  EntBand *slice = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const EntCell *cell = g_ptr_array_index (row->cells, i);
      const EntBand *band;

      if (n >= cell->bands->len)
        continue;
      if (slice == NULL)
        slice = ent_flow_add (self, ENT_BAND_SLICE, 0);
      band = g_ptr_array_index (cell->bands, n);
      slice->row = row;
      slice->line = n;
      slice->gap = MAX (slice->gap, n > 0 ? band->gap : row->pad);
      slice->height = MAX (slice->height, band->height);
      if (band->height == 0)
        slice->keep = ENT_KEEP;
    }
  return slice != NULL;
}

static void
add_row (EntFlow *self, EntRow *row, double before)
{
  EntBand *band;
  double room = self->body_height - self->table->heads_height;

  if (row->height <= room && row->height <= self->body_height)
    {
      band = ent_flow_add (self, ENT_BAND_ROW, before);
      band->row = row;
      band->height = row->height;
      band->keep = row->head ? ENT_KEEP : ENT_KEEP_NONE;
      return;
    }
  for (guint i = 0; add_slice (self, row, i); i++)
    continue;
  band = ent_flow_add (self, ENT_BAND_PAD, 0);
  band->height = row->pad;
}

/* Head rows are repeated unless they fill a third of a page. */
static void
note_head (EntFlow *self, EntRow *row)
{
  EntTable *table = self->table;

  if (table->heads->len > 0)
    ((EntRow *) g_ptr_array_index (table->heads, table->heads->len - 1))->last_head = FALSE;
  row->last_head = TRUE;
  g_ptr_array_add (table->heads, row);
  table->heads_height += row->height;
}

static gboolean
add_rows (EntFlow *self, const EntBlock *block, const Columns *columns, GError **error)
{
  double before = self->size * 0.5;
  gboolean in_head = TRUE;

  for (guint i = 0; i < block->children->len; i++)
    {
      const EntBlock *child = g_ptr_array_index (block->children, i);
      EntRow *row = make_row (self, child, columns, error);

      if (row == NULL)
        return FALSE;
      in_head = in_head && row->head;
      if (in_head)
        note_head (self, row);
      else if (self->table->heads_height > self->body_height / 3)
        self->table->heads_height = 0;
      add_row (self, row, before);
      before = 0;
    }
  return TRUE;
}

static void
add_caption (EntFlow *self, const EntBlock *block)
{
  EntTypeStyle style = { .size = self->size, .width = self->width, .bold = TRUE };
  guint first = self->bands->len;

  ent_flow_open (self, ENT_TAG_CAPTION);
  ent_flow_add_text (self, block->spans, &style, self->size * 0.9);
  ent_flow_close (self, ENT_TAG_CAPTION);
  for (guint i = first; i < self->bands->len; i++)
    ((EntBand *) g_ptr_array_index (self->bands, i))->keep = ENT_KEEP;
}

gboolean
ent_flow_add_table (EntFlow *self, const EntBlock *block, GError **error)
{
  double size = self->size;
  EntTable *outer = self->table;
  EntTable *table;
  Columns columns = { 0 };
  gboolean done;

  for (guint i = 0; i < block->children->len; i++)
    if (((EntBlock *) g_ptr_array_index (block->children, i))->children->len > MOST_COLUMNS)
      {
        g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_FAILED,
                             _ ("A table has too many columns to be printed."));
        return FALSE;
      }
  self->size *= TEXT_SIZE;
  find_columns (self, block, &columns);
  ent_flow_open (self, ENT_TAG_TABLE);
  add_caption (self, block);
  table = g_new0 (EntTable, 1);
  table->heads = g_ptr_array_new ();
  g_ptr_array_add (self->tables, table);
  self->table = table;
  done = add_rows (self, block, &columns, error);
  self->table = outer;
  ent_flow_close (self, ENT_TAG_TABLE);
  self->size = size;
  self->after = size;
  return done;
}

/* The last line of spans says who, those before in what quality. */
static void
split_lines (GPtrArray *spans, GPtrArray *role, GPtrArray *name)
{
  guint n_role = 0;

  for (guint i = 0; i + 1 < spans->len; i++)
    if (((EntSpan *) g_ptr_array_index (spans, i))->flags & ENT_SPAN_BREAK)
      n_role = i + 1;
  for (guint i = 0; i < spans->len; i++)
    g_ptr_array_add (i < n_role ? role : name, g_ptr_array_index (spans, i));
}

static EntSigningRoom *
make_signature (EntFlow *self, const EntBlock *block, double width, GError **error)
{
  EntSigningRoom *signature = g_new0 (EntSigningRoom, 1);
  EntTypeStyle style = { .size = self->size, .width = width };
  g_autoptr (GPtrArray) role = g_ptr_array_new ();
  g_autoptr (GPtrArray) name = g_ptr_array_new ();

  split_lines (block->spans, role, name);
  signature->width = width;
  if (role->len > 0)
    signature->role = ent_typeset_new (self->context, role, &style);
  if (name->len > 0)
    signature->name = ent_typeset_new (self->context, name, &style);
  if (block->image == NULL)
    return signature;
  signature->alt = g_strdup (block->alt);
  signature->picture = ent_picture_new (block->image, error);
  if (signature->picture == NULL)
    {
      ent_signing_room_free (signature);
      return NULL;
    }
  ent_picture_fit (signature->picture, width, SIGNATURE_HEIGHT * ENT_MM_TO_PT);
  return signature;
}

/* What is left between role and name: for a hand, or for the picture. */
static double
room_to_sign (const EntBlock *block, const EntSigningRoom *signature)
{
  double room = MAX (0, block->width) * ENT_MM_TO_PT;

  if (signature->picture != NULL)
    room = MAX (room, signature->picture->height + 2 * SIGNATURE_PAD * ENT_MM_TO_PT);
  return room;
}

static double
signatures_height (const EntBand *band)
{
  double role = 0;
  double name = 0;

  for (guint i = 0; i < band->signatures->len; i++)
    {
      const EntSigningRoom *signature = g_ptr_array_index (band->signatures, i);

      role = MAX (role, ent_signing_room_role_height (signature));
      name = MAX (name, signature->name != NULL ? signature->name->height : 0);
    }
  return role + band->signing_room + name;
}

/* One signature stands on the right, two or more share the width; never more than fit with 45 mm
 * each. */
static gboolean
add_signature_row (EntFlow *self, const EntBlock *block, guint first, guint n, GError **error)
{
  double gutter = SIGNATURE_GUTTER * ENT_MM_TO_PT;
  guint columns = MAX (n, MIN (2, (guint) (self->width / (45 * ENT_MM_TO_PT))));
  double width = (self->width + gutter) / MAX (1, columns) - gutter;
  EntBand *band = ent_flow_add (self, ENT_BAND_SIGNATURES, self->size * 2);

  band->signatures = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_signing_room_free);
  for (guint i = 0; i < n; i++)
    {
      const EntBlock *child = g_ptr_array_index (block->children, first + i);
      EntSigningRoom *signature = make_signature (self, child, width, error);

      if (signature == NULL)
        return FALSE;
      band->signing_room = MAX (band->signing_room, room_to_sign (child, signature));
      signature->x = self->x + (MAX (1, columns) - n + i) * (width + gutter);
      g_ptr_array_add (band->signatures, signature);
    }
  band->height = signatures_height (band);
  return TRUE;
}

gboolean
ent_flow_add_signatures (EntFlow *self, const EntBlock *block, GError **error)
{
  guint most = MAX (1, (guint) (self->width / (45 * ENT_MM_TO_PT)));

  if (self->bands->len > 0 && block->children->len > 0)
    ((EntBand *) g_ptr_array_index (self->bands, self->bands->len - 1))->keep = ENT_KEEP;
  for (guint i = 0; i < block->children->len; i += most)
    if (!add_signature_row (self, block, i, MIN (most, block->children->len - i), error))
      return FALSE;
  self->after = self->size * 1.2;
  return TRUE;
}
