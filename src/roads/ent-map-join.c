/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that are put together from pieces. Thread of the import. */
#include "ent-map-join.h"

/* One end of a piece. */
typedef struct
{
  guint32 group;
  EntMapPoint point;
  guint32 piece;
  gboolean is_last;
} End;

typedef struct
{
  const EntMapPiece *pieces;
  GArray *ends;
  guint8 *used;
  GArray *line; /* EntMapPoint */
  GArray *before; /* what is put before it, backwards */
} Joiner;

static int
compare_places (const End *a, const End *b)
{
  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  if (a->point.x != b->point.x)
    return a->point.x < b->point.x ? -1 : 1;
  return (a->point.y > b->point.y) - (a->point.y < b->point.y);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *x = a, *y = b;
  int order = compare_places (x, y);

  return order != 0 ? order : (x->piece > y->piece) - (x->piece < y->piece);
}

static GArray *
sorted_ends (const EntMapPiece *pieces, guint n_pieces)
{
  GArray *ends = g_array_sized_new (FALSE, FALSE, sizeof (End), n_pieces * 2);

  for (guint i = 0; i < n_pieces; i++)
    {
      const EntMapPiece *piece = &pieces[i];
      End first = { piece->group, piece->points[0], i, FALSE };
      End last = { piece->group, piece->points[piece->n_points - 1], i, TRUE };

      g_array_append_val (ends, first);
      g_array_append_val (ends, last);
    }
  g_array_sort (ends, compare_ends);
  return ends;
}

/* An end of an unused piece that lies where the line now ends, or NULL. */
static const End *
find_next (Joiner *joiner, guint32 group, EntMapPoint point)
{
  End wanted = { group, point, 0, FALSE };
  guint low = 0, high = joiner->ends->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_places (&g_array_index (joiner->ends, End, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < joiner->ends->len; low++)
    {
      const End *end = &g_array_index (joiner->ends, End, low);

      if (compare_places (end, &wanted) != 0)
        return NULL;
      if (!joiner->used[end->piece])
        return end;
    }
  return NULL;
}

/* Appends a piece without its point where the line ends. */
static void
append_piece (GArray *line, const EntMapPiece *piece, gboolean backwards)
{
  if (!backwards)
    {
      g_array_append_vals (line, piece->points + 1, piece->n_points - 1);
      return;
    }
  for (guint i = piece->n_points - 1; i > 0; i--)
    g_array_append_val (line, piece->points[i - 1]);
}

static void
extend (Joiner *joiner, GArray *line, guint32 group)
{
  const End *next;

  while ((next = find_next (joiner, group, g_array_index (line, EntMapPoint, line->len - 1))) !=
         NULL)
    {
      joiner->used[next->piece] = 1;
      append_piece (line, &joiner->pieces[next->piece], next->is_last);
    }
}

static void
join_from (Joiner *joiner, guint first)
{
  const EntMapPiece *piece = &joiner->pieces[first];

  joiner->used[first] = 1;
  g_array_set_size (joiner->line, 0);
  g_array_set_size (joiner->before, 0);
  g_array_append_val (joiner->before, piece->points[0]);
  extend (joiner, joiner->before, piece->group);
  for (guint i = joiner->before->len; i > 0; i--)
    g_array_append_val (joiner->line, g_array_index (joiner->before, EntMapPoint, i - 1));
  append_piece (joiner->line, piece, FALSE);
  extend (joiner, joiner->line, piece->group);
}

void
ent_map_join (const EntMapPiece *pieces, guint n_pieces, EntMapJoinFunc func, gpointer data)
{
  Joiner joiner = { .pieces = pieces };

  joiner.ends = sorted_ends (pieces, n_pieces);
  joiner.used = g_malloc0 (MAX (n_pieces, 1));
  joiner.line = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  joiner.before = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  for (guint i = 0; i < n_pieces; i++)
    if (!joiner.used[i])
      {
        join_from (&joiner, i);
        func (i, (const EntMapPoint *) (gconstpointer) joiner.line->data, joiner.line->len, data);
      }
  g_array_unref (joiner.ends);
  g_array_unref (joiner.line);
  g_array_unref (joiner.before);
  g_free (joiner.used);
}
