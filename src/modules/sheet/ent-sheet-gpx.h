/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The day of a carer for a map: GPX 1.1, stops in order and the way between them. Any thread. */

#pragma once

#include "ent-roads.h"
#include "ent-sheet-book.h"

G_BEGIN_DECLS

typedef struct
{
  int carer;
  gboolean is_named; /* with name and address of who is visited; else a stop is number and time */
  EntRoads *roads; /* borrowed; NULL: stops alone */
  guint n_missing; /* set: stops whose address has no place on the map */
} EntSheetTrack;

/* The first day of the book. Transfer full; NULL with ENT_DOCUMENT_ERROR_NOT_POSSIBLE and a
 * sentence when there is no stop. */
char *ent_sheet_gpx_write (const EntSheetBook *book, EntSheetTrack *track, GError **error);

G_END_DECLS
