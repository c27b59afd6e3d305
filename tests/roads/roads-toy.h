/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Extracts of a few nodes, written by hand, for the tests of roads. One thread. */
#pragma once

#include "ent-pbf.h"
#include "ent-region.h"
#include "ent-roads.h"

typedef struct _Toy Toy;

typedef enum
{
  TOY_PLAIN = 0,
  TOY_RAW = 1 << 0, /* blocks are not compressed */
  TOY_SPARSE = 1 << 1, /* each node is a message of its own */
  TOY_BACKWARDS = 1 << 2 /* relations, then ways, then nodes, in one block */
} ToyForm;

Toy *toy_new (void);
void toy_free (Toy *self);

/* So many metres north and east of 50.6° N 5.6° E. Tags: “key=value key=value”, or "". */
void toy_node (Toy *self, gint64 id, double north, double east, const char *tags);
/* Nodes: “1 2 3”. */
void toy_way (Toy *self, gint64 id, const char *nodes, const char *tags);
/* Members: “n1/via w2/from r3/”. */
void toy_relation (Toy *self, gint64 id, const char *members, const char *tags);

/* The header asks for this feature as well. */
void toy_require (Toy *self, const char *feature);

GBytes *toy_write (Toy *self, ToyForm form);

EntPoint toy_point (double north, double east);

/* Imports it, into a folder that goes when the program ends. */
EntRegion *toy_import (Toy *self);
EntRoads *toy_roads (Toy *self);

/* Seconds from one point to another, or ENT_ROADS_NEVER; both searches must agree. */
guint32 toy_seconds (EntRoads *roads, EntRoadMode mode, EntPoint from, EntPoint to);

/* A new folder for files, and its end with all that is in it. */
char *toy_folder (void);
void toy_remove_folder (char *folder);

/* One blob with its header, as they stand in a file; field 1: raw, 3: zlib, others: other forms. */
void toy_append_blob (GByteArray *file, const char *type, guint field, GByteArray *content);

/* The same extract with its blocks not compressed. */
GBytes *toy_unpack (GBytes *extract);

/* The real village. */
GBytes *toy_village (void);
char *toy_village_path (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Toy, toy_free)
