/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A printed map with routes on it: streets and waters in pale colours, each carer's way in a colour
 * of its own, numbered stops, a legend. Knows no region: whoever has one fills in what is to be
 * seen. Filled by one thread, drawn by any thereafter. */

#pragma once

#include "ent-block.h"
#include "ent-geo.h"

G_BEGIN_DECLS

/* A place on the map of the world: from 0 to 1 eastwards and southwards (Web Mercator). */
typedef struct
{
  double x, y;
} EntMapSpot;

/* From the ground up. */
typedef enum
{
  ENT_MAP_SHEET_LAND, /* areas */
  ENT_MAP_SHEET_WOOD,
  ENT_MAP_SHEET_WATER,
  ENT_MAP_SHEET_HOUSES,
  ENT_MAP_SHEET_STREAM, /* lines */
  ENT_MAP_SHEET_PATH,
  ENT_MAP_SHEET_STREET,
  ENT_MAP_SHEET_ROAD,
  ENT_MAP_SHEET_HIGHWAY,
  ENT_MAP_SHEET_RAIL,
  ENT_MAP_SHEET_N_KINDS
} EntMapSheetKind;

typedef struct
{
  const EntMapSpot *spots; /* of all parts; closed by themselves for areas */
  const guint *counts; /* in each part */
  guint n_parts;
} EntMapShapes;

/* Beside the map stands the legend, so wide, and below it the attribution, so high; in points. */
#define ENT_MAP_SHEET_SIDE 140.0
#define ENT_MAP_SHEET_FOOT 12.0

typedef struct _EntMapSheet EntMapSheet;

EntMapSpot ent_map_spot (EntPoint point);

EntMapSheet *ent_map_sheet_new (void);
void ent_map_sheet_free (EntMapSheet *self);

/* What the routes cover, with some room around it, in the shape of a rectangle of these
 * proportions: what a region should fill in. FALSE when there is no stop. */
gboolean ent_map_sheet_get_frame (EntMapSheet *self,
                                  double width,
                                  double height,
                                  EntMapSpot corners[2]);

/* All copy what they are given. */
void ent_map_sheet_add_shape (EntMapSheet *self, EntMapSheetKind kind, const EntMapShapes *shapes);
/* A street's name, written along the line where there is room. */
void ent_map_sheet_add_street_name (EntMapSheet *self,
                                    const char *name,
                                    const EntMapSpot *spots,
                                    guint n_spots);
void ent_map_sheet_add_place_name (EntMapSheet *self, const char *name, EntMapSpot spot);

/* A route, as the legend calls it; returns its number, which gives its colour. */
guint ent_map_sheet_add_route (EntMapSheet *self, const char *name);
void ent_map_sheet_add_way (EntMapSheet *self, guint route, const EntMapSpot *spots, guint n);
void ent_map_sheet_add_stop (EntMapSheet *self, guint route, const char *number, EntMapSpot spot);
/* Where routes begin or end. */
void ent_map_sheet_add_base (EntMapSheet *self, EntMapSpot spot);

/* Who must be named below the map. */
void ent_map_sheet_set_attribution (EntMapSheet *self, const char *text);

/* A block as wide as the page and so many mm high; takes the sheet. */
EntBlock *ent_map_sheet_to_block (EntMapSheet *self, double height, const char *alt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMapSheet, ent_map_sheet_free)

G_END_DECLS
