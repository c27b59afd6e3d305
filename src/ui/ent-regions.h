/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The region files of this computer, and the one that is used: opened once and shared by the map,
 * the addresses, the rounds. Main thread; reading is done in a thread. */

#pragma once

#include "ent-addresses.h"
#include "ent-region.h"
#include "ent-roads.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define ENT_TYPE_REGIONS (ent_regions_get_type ())
G_DECLARE_FINAL_TYPE (EntRegions, ent_regions, ENT, REGIONS, GObject)

/* One file. */
typedef struct
{
  char *path;
  EntRegion *region; /* NULL when it cannot be read */
  char *fault; /* why not: a translated sentence; or NULL */
  gboolean is_own; /* the user's: may be removed */
} EntRegionEntry;

/* The one object of the program; the first call begins to read. Borrowed. */
EntRegions *ent_regions_get_default (void);

/* Signal "changed": what is known or used is no longer the same. */

/* FALSE until the files were read for the first time. */
gboolean ent_regions_is_ready (EntRegions *self);
/* (element-type EntRegionEntry), borrowed until "changed". */
GPtrArray *ent_regions_get_entries (EntRegions *self);
/* The region in use; NULL: none. Borrowed until "changed". */
EntRegion *ent_regions_get_current (EntRegions *self);
/* Why there is none although there are files: of the one that was chosen, or of the first. A
 * translated sentence, or NULL. Borrowed until "changed". */
const char *ent_regions_get_fault (EntRegions *self);
/* Its addresses and its roads; NULL without a region, or when that part of it cannot be read.
 * Borrowed until "changed"; a thread takes a reference. */
EntAddresses *ent_regions_get_addresses (EntRegions *self);
EntRoads *ent_regions_get_roads (EntRegions *self);
/* Uses another file from now on, on this computer and for this user: when "changed" comes. Reads it
 * again when it is the same. */
void ent_regions_choose (EntRegions *self, const char *path);
/* Reads the files again, after one was made or removed. */
void ent_regions_refresh (EntRegions *self);

G_END_DECLS
