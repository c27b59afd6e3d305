/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list shows: a record type, conditions, words to find, an order. Turned into the ids of the
 * rows on a reading thread. */

#pragma once

#include "ent-db.h"
#include "ent-schema.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_OP_EQUAL, /* value NULL: is empty */
  ENT_OP_NOT_EQUAL, /* value NULL: is not empty */
  ENT_OP_AT_LEAST,
  ENT_OP_AT_MOST,
  ENT_OP_BEGINS, /* folded text begins with */
  ENT_OP_CONTAINS
} EntOp;

typedef struct _EntQuery EntQuery;

#define ENT_TYPE_QUERY (ent_query_get_type ())
GType ent_query_get_type (void);

EntQuery *ent_query_new (const EntSchema *schema);
EntQuery *ent_query_copy (const EntQuery *self);
void ent_query_free (EntQuery *self);
gboolean ent_query_equal (const EntQuery *a, const EntQuery *b);
const EntSchema *ent_query_get_schema (const EntQuery *self);

/* Words in any order and any accents, each the beginning of a word; digits with or without
 * punctuation. NULL or "": no search. */
void ent_query_set_search (EntQuery *self, const char *text);
const char *ent_query_get_search (const EntQuery *self);
/* All conditions must hold. The column may be computed. */
void ent_query_add_condition (EntQuery *self, const char *column, EntOp op, const EntValue *value);
guint ent_query_n_conditions (const EntQuery *self);
void ent_query_get_condition (const EntQuery *self,
                              guint position,
                              const char **column,
                              EntOp *op,
                              const EntValue **value);
void ent_query_clear_conditions (EntQuery *self);
/* @column NULL: the schema's own order. */
void ent_query_set_order (EntQuery *self, const char *column, gboolean descending);
const char *ent_query_get_order (const EntQuery *self, gboolean *descending);
/* A saved list: conditions and order as one line of text, and back. */
char *ent_query_to_text (const EntQuery *self);
EntQuery *ent_query_from_text (const EntSchema *schema, const char *text);

/* The ids in order: (element-type gint64), transfer full. Reading thread. */
GArray *ent_query_run (const EntQuery *self, EntDb *db, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntQuery, ent_query_free)

G_END_DECLS
