/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each part of a region (roads, addresses, map) is to the import: it is shown the extract
 * once, relations first, then nodes, then ways, and writes its tables at the end. All on the thread
 * of the import. */
#pragma once

#include "ent-pbf.h"
#include "ent-region-build.h"
#include "ent-region-nodes.h"

G_BEGIN_DECLS

typedef struct _EntRegionBuild EntRegionBuild;
struct sqlite3;
struct sqlite3_stmt;

/* A way with its nodes found. */
typedef struct
{
  gint64 id;
  const guint32 *nodes; /* numbers of the node store, or ENT_NODE_NONE; valid in the callback */
  guint n_nodes;
} EntRegionWay;

/* Every function but begin, finish and free may be NULL. */
typedef struct
{
  const char *schema; /* SQL that makes its tables, or NULL */
  gpointer (*begin) (EntRegionBuild *build);
  void (*relation) (gpointer part, const EntPbfRelation *relation, const EntPbfTags *tags);
  void (*node) (gpointer part, const EntPbfNode *node, const EntPbfTags *tags); /* with tags only */
  void (*way) (gpointer part, const EntRegionWay *way, const EntPbfTags *tags);
  gboolean (*finish) (gpointer part, EntRegionBuild *build, GError **error);
  void (*free) (gpointer part);
} EntRegionPart;

/* In the order in which they finish. A new part is a line in ent-region-parts.c. */
extern const EntRegionPart *const ent_region_parts[]; /* ends with NULL */

/* The database that is being made, inside the one transaction. */
struct sqlite3 *ent_region_build_get_db (EntRegionBuild *self);
const EntRegionSources *ent_region_build_get_sources (EntRegionBuild *self);

/* All nodes of the extract; complete and in order from the first way on. */
const EntRegionNodes *ent_region_build_get_nodes (EntRegionBuild *self);

/* Tells how far a stage is. FALSE, with an error, when the import was stopped: at least every 50 ms
 * a part asks. */
gboolean ent_region_build_step (EntRegionBuild *self,
                                EntRegionStage stage,
                                double fraction,
                                GError **error);
GCancellable *ent_region_build_get_cancellable (EntRegionBuild *self);

/* Notes a fact about the region: see ent_region_get_fact(). A count is noted as “n-houses”, data of
 * the official register as “from-best” and “address-time”. */
void ent_region_build_note (EntRegionBuild *self, const char *key, const char *value);
void ent_region_build_note_number (EntRegionBuild *self, const char *key, gint64 value);

/* Keeps bytes for ent_region_read_blob(). */
gboolean ent_region_build_put_blob (EntRegionBuild *self,
                                    const char *name,
                                    gconstpointer data,
                                    gsize size,
                                    GError **error);

/* Runs SQL without arguments; prepares a statement, to be finalized by the caller; sets the error
 * of a call that failed and returns FALSE. */
gboolean ent_region_build_run (EntRegionBuild *self, const char *sql, GError **error);
struct sqlite3_stmt *ent_region_build_prepare (EntRegionBuild *self,
                                               const char *sql,
                                               GError **error);
gboolean ent_region_build_fail (EntRegionBuild *self, GError **error);

G_END_DECLS
