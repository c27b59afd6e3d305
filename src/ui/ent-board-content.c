/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows, spans and blocks of a board. Main thread. */
#include "ent-board-content.h"

#include "ent-board-scale.h"

struct _EntBoardContent
{
  gatomicrefcount refs;
  gint32 first_day;
  int n_days;
  GStringChunk *texts;
  GArray *rows; /* EntBoardRow */
  GArray *spans; /* EntBoardSpan */
  GArray *blocks; /* EntBoardBlock */
  GArray *firsts; /* int, of each row its first block, and one more: the number of blocks */
  GArray *lanes; /* int, of each row */
  GHashTable *by_id; /* gint64 → EntBoardBlock, both within blocks */
};

EntBoardContent *
ent_board_content_new (gint32 first_day, int n_days)
{
  EntBoardContent *self = g_new0 (EntBoardContent, 1);

  g_return_val_if_fail (n_days > 0, NULL);

  g_atomic_ref_count_init (&self->refs);
  self->first_day = first_day;
  self->n_days = n_days;
  self->texts = g_string_chunk_new (4096);
  self->rows = g_array_new (FALSE, FALSE, sizeof (EntBoardRow));
  self->spans = g_array_new (FALSE, FALSE, sizeof (EntBoardSpan));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (EntBoardBlock));
  self->firsts = g_array_new (FALSE, TRUE, sizeof (int));
  self->lanes = g_array_new (FALSE, TRUE, sizeof (int));
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

EntBoardContent *
ent_board_content_ref (EntBoardContent *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ent_board_content_unref (EntBoardContent *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->lanes);
  g_array_unref (self->firsts);
  g_array_unref (self->blocks);
  g_array_unref (self->spans);
  g_array_unref (self->rows);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
keep (EntBoardContent *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

int
ent_board_content_add_row (EntBoardContent *self, const EntBoardRow *row)
{
  EntBoardRow copy = *row;

  copy.title = keep (self, row->title);
  copy.subtitle = keep (self, row->subtitle);
  g_array_append_val (self->rows, copy);
  return (int) self->rows->len - 1;
}

void
ent_board_content_add_span (EntBoardContent *self, const EntBoardSpan *span)
{
  EntBoardSpan copy = *span;

  g_return_if_fail (span->row >= 0 && span->row < (int) self->rows->len);

  copy.text = keep (self, span->text);
  g_array_append_val (self->spans, copy);
}

void
ent_board_content_add_block (EntBoardContent *self, const EntBoardBlock *block)
{
  EntBoardBlock copy = *block;

  g_return_if_fail (block->row >= 0 && block->row < (int) self->rows->len);

  copy.title = keep (self, block->title);
  copy.detail = keep (self, block->detail);
  copy.lane = 0;
  g_array_append_val (self->blocks, copy);
}

static int
compare_blocks (gconstpointer first, gconstpointer second)
{
  const EntBoardBlock *a = first, *b = second;

  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

/* The lowest lane that is free again; returns how many the row needs. */
static int
give_lanes (EntBoardBlock *blocks, int n_blocks)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < n_blocks; i++)
    {
      int end = blocks[i].start + blocks[i].minutes;
      guint lane = 0;

      while (lane < ends->len && g_array_index (ends, int, lane) > blocks[i].start)
        lane++;
      if (lane == ends->len)
        g_array_append_val (ends, end);
      g_array_index (ends, int, lane) = end;
      blocks[i].lane = (int) lane;
    }
  return MAX (1, (int) ends->len);
}

void
ent_board_content_close (EntBoardContent *self)
{
  EntBoardBlock *blocks;
  guint i = 0;

  g_array_sort (self->blocks, compare_blocks);
  blocks = (EntBoardBlock *) (gpointer) self->blocks->data;
  g_array_set_size (self->firsts, self->rows->len + 1);
  g_array_set_size (self->lanes, self->rows->len);
  for (guint row = 0; row < self->rows->len; row++)
    {
      guint first = i;

      g_array_index (self->firsts, int, row) = (int) first;
      while (i < self->blocks->len && blocks[i].row == (int) row)
        i++;
      g_array_index (self->lanes, int, row) = give_lanes (blocks + first, (int) (i - first));
    }
  g_array_index (self->firsts, int, self->rows->len) = (int) self->blocks->len;
  for (i = 0; i < self->blocks->len; i++)
    g_hash_table_insert (self->by_id, &blocks[i].id, &blocks[i]);
}

gint32
ent_board_content_get_first_day (const EntBoardContent *self)
{
  return self->first_day;
}

int
ent_board_content_get_n_days (const EntBoardContent *self)
{
  return self->n_days;
}

int
ent_board_content_get_n_rows (const EntBoardContent *self)
{
  return (int) self->rows->len;
}

const EntBoardRow *
ent_board_content_get_row (const EntBoardContent *self, int row)
{
  g_return_val_if_fail (row >= 0 && row < (int) self->rows->len, NULL);
  return &g_array_index (self->rows, EntBoardRow, row);
}

int
ent_board_content_get_n_lanes (const EntBoardContent *self, int row)
{
  return row >= 0 && row < (int) self->lanes->len ? g_array_index (self->lanes, int, row) : 1;
}

const EntBoardSpan *
ent_board_content_get_spans (const EntBoardContent *self, int *n_spans)
{
  *n_spans = (int) self->spans->len;
  return (const EntBoardSpan *) (gconstpointer) self->spans->data;
}

const EntBoardBlock *
ent_board_content_get_blocks (const EntBoardContent *self, int *n_blocks)
{
  *n_blocks = (int) self->blocks->len;
  return (const EntBoardBlock *) (gconstpointer) self->blocks->data;
}

const EntBoardBlock *
ent_board_content_get_row_blocks (const EntBoardContent *self, int row, int *n_blocks)
{
  int first;

  g_return_val_if_fail (row >= 0 && row < (int) self->lanes->len, NULL);
  first = g_array_index (self->firsts, int, row);
  *n_blocks = g_array_index (self->firsts, int, row + 1) - first;
  return (const EntBoardBlock *) (gconstpointer) self->blocks->data + first;
}

const EntBoardBlock *
ent_board_content_find (const EntBoardContent *self, gint64 id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

int
ent_board_content_find_row (const EntBoardContent *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, EntBoardRow, i).id == id)
      return (int) i;
  return -1;
}

void
ent_board_content_get_hours (const EntBoardContent *self, int *earliest, int *latest)
{
  *earliest = ENT_BOARD_DAY;
  *latest = 0;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const EntBoardBlock *block = &g_array_index (self->blocks, EntBoardBlock, i);
      int from = block->start % ENT_BOARD_DAY;
      int to = from + block->minutes;

      *earliest = to > ENT_BOARD_DAY ? 0 : MIN (*earliest, from);
      *latest = MAX (*latest, MIN (to, ENT_BOARD_DAY));
    }
}
