/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The features of a map while they are gathered from an extract, and their writing into the tables
 * of a region. Thread of the import. */
#pragma once

#include "ent-map-chunk.h"
#include "ent-region-part.h"

G_BEGIN_DECLS

/* Facts of the region: the box of its map, in the units of ent-map-geometry.h; and with the word
 * before them, of its core. */
#define ENT_MAP_DRAFT_CORE "core-"
#define ENT_MAP_DRAFT_WEST "map-west"
#define ENT_MAP_DRAFT_EAST "map-east"
#define ENT_MAP_DRAFT_NORTH "map-north"
#define ENT_MAP_DRAFT_SOUTH "map-south"

/* A feature of the draft; its points and texts are places in the draft's arrays. */
typedef struct
{
  guint8 layer, kind, shape, zoom, flags;
  guint32 names[ENT_MAP_N_NAMES]; /* 0: none */
  guint32 first_point;
  guint32 first_count;
  guint32 n_parts;
} EntMapDraftFeature;

typedef struct
{
  GArray *features; /* EntMapDraftFeature */
  GArray *points; /* EntMapPoint */
  GArray *counts; /* guint32 */
  GString *texts; /* each ends with a zero; the first is empty */
  GHashTable *interned;
} EntMapDraft;

/* What makes the tables. */
#define ENT_MAP_DRAFT_SCHEMA \
  "CREATE TABLE map_chunk (id INTEGER PRIMARY KEY, features BLOB NOT NULL);" \
  "CREATE VIRTUAL TABLE map_index USING rtree_i32" \
  "(id, west, east, north, south, first_zoom, last_zoom);"

EntMapDraft *ent_map_draft_new (void);
void ent_map_draft_free (EntMapDraft *self);

/* The number of a text, the same for the same text; 0 for NULL and "". */
guint32 ent_map_draft_text (EntMapDraft *self, const char *text);
/* The text of a number; valid until the next text is added. NULL for 0. */
const char *ent_map_draft_get_text (EntMapDraft *self, guint32 number);

/* Adds a feature whose points stand at the end of self->points since @first_point, and whose counts
 * at the end of self->counts since @first_count. Its shape, and its layer and zoom unless they were
 * set, are those of its kind. */
void ent_map_draft_add (EntMapDraft *self, const EntMapDraftFeature *feature);

/* Fills @feature with what the number stands for; borrowed until the draft changes. */
void ent_map_draft_get (EntMapDraft *self, guint number, EntMapFeature *feature);

/* Writes everything into the tables. */
gboolean ent_map_draft_write (EntMapDraft *self, EntRegionBuild *build, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMapDraft, ent_map_draft_free)

G_END_DECLS
