/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A region: one read-only file that holds the roads, addresses and map of a part of the world, made
 * by ent-region-build.h. Never changes once open, so any thread may use it. */
#pragma once

#include <gio/gio.h>

#include "ent-geo.h"

G_BEGIN_DECLS

/* Version of the file's form, and of the rules that say who may go where and how fast. The form
 * counts one up with every change of a table or a blob: an older file is then refused, and the
 * sentence says to import the extract again, where it would otherwise open with parts missing. */
#define ENT_REGION_FORMAT 2
#define ENT_REGION_PROFILE 1

typedef struct _EntRegion EntRegion;
struct sqlite3;

#define ENT_TYPE_REGION (ent_region_get_type ())
GType ent_region_get_type (void);

/* Reads what the file tells about itself; the rest is read when it is asked for. Transfer full.
 * Errors: ENT_ROADS_ERROR. */
EntRegion *ent_region_open (const char *path, GError **error);
EntRegion *ent_region_ref (EntRegion *self);
void ent_region_unref (EntRegion *self);

/* Strings are owned by the region. */
const char *ent_region_get_path (EntRegion *self);
const char *ent_region_get_name (EntRegion *self);

/* What the extract covered; empty when nobody knows. */
EntBox ent_region_get_box (EntRegion *self);
gboolean ent_region_contains (EntRegion *self, EntPoint point);

/* Moments of the data, in seconds since 1970: of the map, of the official addresses; when the
 * region was made. 0 when it is not known, or when there are none. */
gint64 ent_region_get_map_time (EntRegion *self);
gint64 ent_region_get_address_time (EntRegion *self);
gint64 ent_region_get_made_time (EntRegion *self);

/* Whether it is the ground of invented people: never used unasked where there is another. */
gboolean ent_region_is_demo (EntRegion *self);

/* Who must be named wherever the data is shown: translated, one for each source. Transfer full. */
GStrv ent_region_dup_attributions (EntRegion *self);

/* How many of "vertices", "edges", "streets", "houses", "places", "features"… there are; 0 for a
 * word that is not known. */
gint64 ent_region_get_count (EntRegion *self, const char *what);

/* A fact that a part noted (ent_region_build_note()), or NULL. Owned by the region. */
const char *ent_region_get_fact (EntRegion *self, const char *key);

/* Of the file, in bytes; of its form; of the rules for roads. */
gint64 ent_region_get_size (EntRegion *self);
int ent_region_get_format (EntRegion *self);
int ent_region_get_profile (EntRegion *self);

/* A read-only connection of the caller's own, for one thread at a time; closed with
 * sqlite3_close_v2(). Errors: ENT_ROADS_ERROR. */
struct sqlite3 *ent_region_connect (EntRegion *self, GError **error);

/* A named piece of the file, aligned for any type, its sum checked. Transfer full. Errors:
 * ENT_ROADS_ERROR_DAMAGED, also when it is not there. */
GBytes *ent_region_read_blob (EntRegion *self, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntRegion, ent_region_unref)

G_END_DECLS
