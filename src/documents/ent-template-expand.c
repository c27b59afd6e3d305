/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a template out as CommonMark: conditions decided, lists gone through, each value a
 * placeholder. Any thread, one at a time. */

#include "ent-template-private.h"

#include <string.h>

/* A list being gone through. */
typedef struct
{
  const EntFields *fields;
  const EntFields *outer;
  const char *path;
  guint piece;
  guint position;
  guint n_items;
} Round;

typedef struct
{
  EntExpansion *result;
  GArray *pieces;
  const EntFields *fields; /* NULL: checking */
  GArray *rounds; /* (element-type Round), the innermost last */
} Expander;

static EntPiece *
get (Expander *self, guint i)
{
  return &g_array_index (self->pieces, EntPiece, i);
}

/* Whose field a name is: of the innermost item that has it, else of the document. */
static const EntFields *
find_fields (Expander *self, const char *name)
{
  for (guint i = self->rounds->len; i > 0; i--)
    {
      const Round *round = &g_array_index (self->rounds, Round, i - 1);

      if (ent_fields_has (round->fields, name))
        return round->fields;
    }
  return self->fields;
}

static void
note_origin (Expander *self, gsize source)
{
  EntOrigin origin = { self->result->text->len, source };

  if (self->result->origins != NULL)
    g_array_append_val (self->result->origins, origin);
}

static void
write_placeholder (Expander *self, const char *mark, const EntPiece *piece, const char *text)
{
  GString *out = self->result->text;
  EntPlaced placed = { piece, text };
  guint number = self->result->placed->len;

  g_array_append_val (self->result->placed, placed);
  g_string_append (out, mark);
  do
    {
      g_string_append (out, "\xee\x80");
      g_string_append_c (out, (char) (0x90 + number % 16));
      number /= 16;
    }
  while (number > 0);
  g_string_append (out, ENT_MARK_END);
}

static void
write_field (Expander *self, const EntPiece *piece)
{
  const char *text = "x";

  if (self->fields != NULL)
    text = ent_fields_get (find_fields (self, piece->name), piece->name);
  /* Also when it is empty: its line does not part paragraphs. */
  write_placeholder (self, ENT_MARK_VALUE, piece, text);
}

/* Where a chip stands alone, paragraphs end; but a line that ends with a hard break says that the
 * paragraph goes on. */
static void
part_paragraphs (Expander *self, const EntPiece *piece)
{
  GString *out = self->result->text;

  if (!piece->apart || out->len == 0 || g_str_has_suffix (out->str, "\n\n") ||
      g_str_has_suffix (out->str, "\\\n") || g_str_has_suffix (out->str, "  \n"))
    return;
  g_string_append_c (out, '\n');
}

/* "**{if …}…{end}**" stays a pair of marks when nothing comes between them. */
static void
part_marks (Expander *self, const EntPiece *piece)
{
  GString *out = self->result->text;

  if (!piece->alone && g_str_has_suffix (out->str, "*"))
    g_string_append (out, ENT_MARK_GUARD);
}

static void
write_directive (Expander *self, const EntPiece *piece)
{
  GString *out = self->result->text;

  g_string_append (out, "\n\n");
  note_origin (self, piece->offset);
  write_placeholder (self, ENT_MARK_DIRECTIVE, piece, NULL);
  g_string_append (out, "\n\n");
}

static gboolean
holds (Expander *self, EntPiece *piece)
{
  if (self->fields == NULL)
    return piece->pending;
  return ent_fields_is_true (find_fields (self, piece->name), piece->name) != piece->negated;
}

/* Where to go on from an {if}: behind the first case that holds. */
static guint
choose_case (Expander *self, guint i)
{
  guint first = i;

  for (; i < self->pieces->len; i = get (self, i)->next)
    {
      EntPiece *piece = get (self, i);

      if (piece->kind == ENT_PIECE_ELSE || piece->kind == ENT_PIECE_END || holds (self, piece))
        break;
    }
  /* When all was seen, the checks take the first again. */
  if (self->fields == NULL && (i == self->pieces->len || !get (self, i)->pending))
    i = first;
  if (i == self->pieces->len)
    return i;
  if (self->fields == NULL)
    get (self, i)->seen = TRUE;
  return i + 1;
}

static void
enter_item (Round *round)
{
  if (round->outer != NULL)
    round->fields = ent_fields_item (round->outer, round->path, round->position);
}

static guint
begin_round (Expander *self, guint i)
{
  EntPiece *piece = get (self, i);
  Round round = { .piece = i, .n_items = 1, .path = piece->name };

  if (self->fields != NULL)
    {
      round.outer = find_fields (self, piece->name);
      round.n_items = ent_fields_n_items (round.outer, piece->name);
    }
  if (round.n_items == 0)
    return MIN (piece->end + 1, self->pieces->len);
  enter_item (&round);
  if (self->fields != NULL)
    g_array_append_val (self->rounds, round);
  return i + 1;
}

/* The next item, or past the end. */
static guint
end_round (Expander *self, guint i)
{
  Round *round;

  if (self->rounds->len == 0)
    return i + 1;
  round = &g_array_index (self->rounds, Round, self->rounds->len - 1);
  if (++round->position < round->n_items)
    {
      enter_item (round);
      return round->piece + 1;
    }
  g_array_set_size (self->rounds, self->rounds->len - 1);
  return i + 1;
}

static guint
write_piece (Expander *self, guint i)
{
  EntPiece *piece = get (self, i);

  if (piece->silent)
    return i + 1;

  note_origin (self, piece->offset);
  if (piece->kind >= ENT_PIECE_IF && piece->kind <= ENT_PIECE_END)
    part_paragraphs (self, piece);
  switch (piece->kind)
    {
    case ENT_PIECE_TEXT:
      g_string_append_len (self->result->text, self->result->source + piece->offset,
                           (gssize) piece->length);
      return i + 1;
    case ENT_PIECE_FIELD:
      write_field (self, piece);
      return i + 1;
    case ENT_PIECE_DIRECTIVE:
      write_directive (self, piece);
      return i + 1;
    case ENT_PIECE_IF:
      part_marks (self, piece);
      return choose_case (self, i);
    case ENT_PIECE_ELSE_IF:
    case ENT_PIECE_ELSE:
      /* The case before was taken. */
      return piece->end;
    case ENT_PIECE_FOR:
      part_marks (self, piece);
      return begin_round (self, i);
    case ENT_PIECE_END:
      return get (self, piece->end)->kind == ENT_PIECE_FOR ? end_round (self, i) : i + 1;
    default:
      g_assert_not_reached ();
    }
}

EntExpansion *
ent_template_expand (const char *source, GArray *pieces, const EntFields *fields)
{
  g_autoptr(GArray) rounds = g_array_new (FALSE, FALSE, sizeof (Round));
  EntExpansion *result = g_new0 (EntExpansion, 1);
  Expander self = { result, pieces, fields, rounds };

  result->source = source;
  result->text = g_string_sized_new (strlen (source));
  result->placed = g_array_new (FALSE, FALSE, sizeof (EntPlaced));
  if (fields == NULL)
    result->origins = g_array_new (FALSE, FALSE, sizeof (EntOrigin));

  for (guint i = 0; i < pieces->len;)
    i = write_piece (&self, i);
  return result;
}

void
ent_expansion_free (EntExpansion *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->placed);
  g_clear_pointer (&self->origins, g_array_unref);
  g_free (self);
}

/* What stands for "none of the cases" is the end of the {if}. */
static gboolean
is_case (GArray *pieces, const EntPiece *piece)
{
  if (piece->kind == ENT_PIECE_IF || piece->kind == ENT_PIECE_ELSE_IF ||
      piece->kind == ENT_PIECE_ELSE)
    return TRUE;
  return piece->kind == ENT_PIECE_END && piece->end < pieces->len &&
         g_array_index (pieces, EntPiece, piece->end).kind == ENT_PIECE_IF;
}

gboolean
ent_template_has_pending (GArray *pieces)
{
  gboolean found = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    g_array_index (pieces, EntPiece, i).pending = FALSE;

  for (guint i = 0; i < pieces->len; i++)
    {
      EntPiece *piece = &g_array_index (pieces, EntPiece, i);

      if (!is_case (pieces, piece) || piece->seen)
        continue;
      found = TRUE;
      for (guint up = i; up != ENT_PIECE_NONE; up = piece->parent)
        {
          piece = &g_array_index (pieces, EntPiece, up);
          if (piece->pending)
            break;
          piece->pending = TRUE;
        }
    }
  return found;
}
