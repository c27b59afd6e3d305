/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the chips of a template stand. Any thread. */

#include "ent-template-chips.h"

#include "ent-template-private.h"

static EntChipRangeKind
get_kind (const EntPiece *piece)
{
  switch (piece->kind)
    {
    case ENT_PIECE_FIELD:
      return ENT_RANGE_FIELD;
    case ENT_PIECE_IF:
    case ENT_PIECE_ELSE_IF:
      return ENT_RANGE_IF;
    case ENT_PIECE_FOR:
      return ENT_RANGE_FOR;
    case ENT_PIECE_ELSE:
      return ENT_RANGE_ELSE;
    case ENT_PIECE_END:
      return ENT_RANGE_END;
    case ENT_PIECE_DIRECTIVE:
      return ENT_RANGE_DIRECTIVE;
    case ENT_PIECE_TEXT:
      return ENT_RANGE_BRACE;
    default:
      g_assert_not_reached ();
    }
}

GArray *
ent_template_find_chips (const char *text, const EntChip *const *chips)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (EntChipRange));
  g_autoptr(GArray) pieces = NULL;
  g_autofree EntChipRangeKind *kinds = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return ranges;

  pieces = ent_template_lex (text, NULL);
  /* Before the linker makes text of what has no place. */
  kinds = g_new (EntChipRangeKind, pieces->len + 1);
  for (guint i = 0; i < pieces->len; i++)
    kinds[i] = get_kind (&g_array_index (pieces, EntPiece, i));

  ent_template_link (pieces, chips, NULL);
  for (guint i = 0; i < pieces->len; i++)
    {
      const EntPiece *piece = &g_array_index (pieces, EntPiece, i);
      EntChipRange range = { piece->offset, piece->length, kinds[i], !piece->faulty };

      if (kinds[i] != ENT_RANGE_BRACE || piece->faulty)
        g_array_append_val (ranges, range);
    }
  return ranges;
}
