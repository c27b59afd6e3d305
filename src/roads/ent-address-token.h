/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of an address and the commas between them. Inside the parser only; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text; /* without full stops at its ends */
  char *folded; /* never empty */
  guint segment; /* between two commas, from 0 */
  gboolean dash; /* whether the segment begins behind a dash, not behind a comma */
  gboolean used; /* already understood */
} EntAddressToken;

/* The tokens, and what stood in brackets (NULL: nothing), owned by the caller. */
GArray *ent_address_tokens_new (const char *text, char **bracket);

static inline EntAddressToken *
ent_address_token (GArray *tokens, guint i)
{
  return &g_array_index (tokens, EntAddressToken, i);
}

/* Whether the token opens or closes its segment, used ones counting as absent. */
gboolean ent_address_token_is_first (GArray *tokens, guint i);
gboolean ent_address_token_is_last (GArray *tokens, guint i);

/* The next token that is not used, or tokens->len. */
guint ent_address_token_next (GArray *tokens, guint i);

/* The texts of the unused tokens from..to-1 with blanks between them, which become used; NULL when
 * there are none. Owned by the caller. */
char *ent_address_tokens_take (GArray *tokens, guint from, guint to);

gboolean ent_address_token_is_box_marker (const char *folded);
gboolean ent_address_token_is_suffix (const char *folded);
gboolean ent_address_token_is_month (const char *folded);

G_END_DECLS
