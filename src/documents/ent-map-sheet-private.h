/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the printed map share. Lengths in points. */

#pragma once

#include "ent-map-sheet.h"
#include "ent-typeset.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct
{
  EntMapSheetKind kind;
  GArray *spots; /* EntMapSpot */
  GArray *counts; /* guint */
} EntSheetPiece;

typedef struct
{
  char *text;
  GArray *spots; /* EntMapSpot: a line, or one place */
} EntSheetText;

typedef struct
{
  char *text;
  EntMapSpot spot;
  guint route;
} EntSheetStop;

typedef struct
{
  char *name;
  GPtrArray *ways; /* GArray of EntMapSpot */
  guint n_stops;
} EntSheetRoute;

struct _EntMapSheet
{
  GPtrArray *pieces, *streets, *places, *routes, *stops;
  GArray *bases; /* EntMapSpot */
  char *attribution;
};

/* A sheet on its way to paper. */
typedef struct
{
  const EntMapSheet *sheet;
  cairo_t *cr;
  PangoContext *context;
  double width, height; /* of the map itself */
  EntMapSpot corner; /* north-west */
  double scale; /* points in the width of the world */
  GArray *taken; /* cairo_rectangle_t: where letters stand */
} EntMapDrawing;

void ent_map_drawing_place (const EntMapDrawing *self, EntMapSpot spot, double *x, double *y);
/* TRUE, and taken, when nothing stands there yet and it lies within the map. */
gboolean ent_map_drawing_take (EntMapDrawing *self, const cairo_rectangle_t *area);
/* A line of plain letters; its own colour is set by the caller's grey, 0 black to 1. */
void ent_map_drawing_write (EntMapDrawing *self,
                            EntTypeset *text,
                            double x,
                            double y,
                            gboolean with_halo);
void ent_map_drawing_trace (const EntMapDrawing *self, const EntMapSpot *spots, guint n);

void ent_map_drawing_ground (EntMapDrawing *self);
void ent_map_drawing_names (EntMapDrawing *self);
void ent_map_drawing_routes (EntMapDrawing *self);
/* x: where the legend's column begins. */
void ent_map_drawing_legend (EntMapDrawing *self, double x, double width);
void ent_map_drawing_scale (EntMapDrawing *self);

G_END_DECLS
