/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The index of words over all searchable records. Accents, case, order and punctuation do not
 * matter; each word is a beginning. Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-schema.h"

G_BEGIN_DECLS

typedef struct
{
  const EntSchema *schema;
  gint64 id;
  char *summary;
} EntSearchHit;

void ent_search_hit_free (EntSearchHit *self);

/* The engine's own text for what a person typed, NULL when nothing searchable is in it. */
char *ent_search_expression (const char *text);
/* Ids of one record type, unordered: (element-type gint64), transfer full. */
GArray *ent_search_ids (EntDb *db, const EntSchema *schema, const char *text, GError **error);
/* At most @limit hits of each record type: (element-type EntSearchHit), transfer full. */
GPtrArray *ent_search_everything (EntDb *db, const char *text, guint limit, GError **error);
/* Writes the words of one record (with those of what it owns) anew. */
gboolean ent_search_index (EntDb *db,
                           const EntSchema *schema,
                           gint64 id,
                           gboolean is_new,
                           GError **error);
gboolean ent_search_remove (EntDb *db, const EntSchema *schema, gint64 id, GError **error);

G_END_DECLS
