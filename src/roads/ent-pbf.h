/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads OpenStreetMap extracts in the PBF form. The file is taken for hostile: damage ends in an
 * error, never in a crash or in memory without bounds. One thread at a time. */
#pragma once

#include <gio/gio.h>

#include "ent-road-position.h"

G_BEGIN_DECLS

typedef struct _EntPbf EntPbf;

typedef struct
{
  const char *text; /* valid UTF-8, or "" when the file's was not */
  guint8 hash; /* see ent_pbf_hash() */
} EntPbfString;

/* The tags of one node, way or relation; valid inside the callback. */
typedef struct
{
  guint n;
  guint64 mask; /* a bit for the hash of each key */
  const guint32 *keys; /* n places in strings */
  const guint32 *values; /* n places in strings */
  const EntPbfString *strings;
} EntPbfTags;

typedef struct
{
  gint64 id;
  EntE7 place;
} EntPbfNode;

typedef struct
{
  gint64 id;
  const gint64 *refs; /* nodes, in order; valid inside the callback */
  guint n_refs;
} EntPbfWay;

typedef enum
{
  ENT_PBF_NODE,
  ENT_PBF_WAY,
  ENT_PBF_RELATION
} EntPbfKind;

typedef struct
{
  gint64 id;
  EntPbfKind kind;
  const char *role; /* never NULL */
} EntPbfMember;

typedef struct
{
  gint64 id;
  const EntPbfMember *members; /* valid inside the callback */
  guint n_members;
} EntPbfRelation;

/* Each may be NULL, and what it would be told is then not decoded. Nodes come without tags too. */
typedef struct
{
  void (*node) (const EntPbfNode *node, const EntPbfTags *tags, gpointer data);
  void (*way) (const EntPbfWay *way, const EntPbfTags *tags, gpointer data);
  void (*relation) (const EntPbfRelation *relation, const EntPbfTags *tags, gpointer data);
  void (*progress) (double fraction, gpointer data); /* 0–1, after each block */
} EntPbfHandler;

/* Finds the blocks of an extract and reads its header. The bytes are shared, not copied: a mapped
 * file (g_mapped_file_get_bytes()) is best. Errors: ENT_ROADS_ERROR. */
EntPbf *ent_pbf_new (GBytes *bytes, GError **error);
void ent_pbf_free (EntPbf *self);

/* What the header tells: the box (empty when it tells none), and the moment of the data in seconds
 * since 1970, or 0. */
EntBox ent_pbf_get_box (EntPbf *self);
gint64 ent_pbf_get_time (EntPbf *self);

/* Tells the handler what the extract holds. May be called several times, each with other callbacks;
 * blocks known from an earlier call to hold nothing of the kinds asked for are passed over. The
 * order of a kind is the file's, but for relations asked for alone, whose blocks come from the end.
 * Errors: ENT_ROADS_ERROR, G_IO_ERROR_CANCELLED. */
gboolean ent_pbf_read (EntPbf *self,
                       const EntPbfHandler *handler,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error);

/* A number below 64 that the compiler works out when the key is a literal. */
static inline guint8
ent_pbf_hash (const char *key, gsize length)
{
  return length == 0 ? 0
                     : (guint8) ((guint8) key[0] * 7 + (guint8) key[length - 1] * 3 + length) & 63;
}

/* The value of a key, or NULL. */
const char *ent_pbf_tag_lookup (const EntPbfTags *tags, const char *key, guint8 hash);

static inline const char *
ent_pbf_tag (const EntPbfTags *tags, const char *key)
{
  guint8 hash = ent_pbf_hash (key, __builtin_strlen (key));

  return (tags->mask >> hash & 1) != 0 ? ent_pbf_tag_lookup (tags, key, hash) : NULL;
}

/* The i-th key and value, i < tags->n. */
static inline const char *
ent_pbf_tag_key (const EntPbfTags *tags, guint i)
{
  return tags->strings[tags->keys[i]].text;
}

static inline const char *
ent_pbf_tag_value (const EntPbfTags *tags, guint i)
{
  return tags->strings[tags->values[i]].text;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPbf, ent_pbf_free)

G_END_DECLS
