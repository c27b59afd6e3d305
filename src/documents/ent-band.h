/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document cut into bands: what no page end divides, from top to bottom. Each knows what is
 * opened before it and closed after it in the logical structure. Lengths in points. One thread. */

#pragma once

#include "ent-pen.h"
#include "ent-picture.h"
#include "ent-typeset.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_BAND_LINE, /* a line of text */
  ENT_BAND_PAD, /* empty */
  ENT_BAND_RULE,
  ENT_BAND_PICTURE,
  ENT_BAND_DRAWING,
  ENT_BAND_ROW, /* a row of a table, whole */
  ENT_BAND_SLICE, /* the @line-th lines of all cells of a row too tall for a page */
  ENT_BAND_SIGNATURES
} EntBandKind;

typedef enum
{
  ENT_KEEP_NONE,
  ENT_KEEP_IF_ROOM, /* on one page with the next, when a page holds what belongs together */
  ENT_KEEP /* the same, before all others */
} EntKeep;

typedef struct _EntFrame EntFrame;

struct _EntFrame
{
  EntFrame *outer; /* borrowed */
  double x;
  double width;
};

typedef struct
{
  double x;
  double width;
  gboolean head;
  GPtrArray *bands; /* (element-type EntBand) */
} EntCell;

typedef struct
{
  GPtrArray *cells; /* (element-type EntCell) */
  double height;
  double pad;
  double x; /* of the table */
  double width;
  gboolean head;
  gboolean last_head; /* a strong line stands below */
} EntRow;

typedef struct
{
  GPtrArray *heads; /* (element-type EntRow), borrowed; repeated on each page */
  double heads_height;
} EntTable;

typedef struct
{
  EntTypeset *role; /* above the room for signing; or NULL */
  EntTypeset *name; /* below; or NULL */
  EntPicture *picture; /* or NULL */
  char *alt;
  double x;
  double width;
} EntSigningRoom;

typedef struct
{
  EntBandKind kind;
  double gap; /* above; dropped at the top of a page */
  double height;
  double x;
  double width;
  EntKeep keep;
  gboolean new_page;
  GArray *opens; /* (element-type EntTag), or NULL */
  GArray *closes;
  EntTypeset *text;
  guint line;
  EntPicture *picture;
  const EntDrawing *drawing; /* borrowed */
  char *alt; /* of the picture or drawing */
  GPtrArray *signatures; /* (element-type EntSigningRoom) */
  double signing_room; /* height */
  EntRow *row; /* counted by the rows of the flow */
  EntTable *table; /* borrowed */
  EntFrame *frame; /* borrowed: innermost */
  guint outline; /* level of an entry that leads here, 0: none */
} EntBand;

EntBand *ent_band_new (EntBandKind kind);
void ent_band_free (EntBand *self);
EntRow *ent_row_new (void);
void ent_row_free (EntRow *self);
EntCell *ent_cell_new (void);
void ent_signing_room_free (EntSigningRoom *self);
double ent_signing_room_role_height (const EntSigningRoom *self);
/* Of bands one below the other. */
double ent_bands_height (GPtrArray *bands);

/* @y: top of the band, its gap not counted. */
void ent_band_draw (const EntBand *self, EntPen *pen, double x, double y);
/* Lines of the cells from @first on; @tops: where each line stands, or NULL for a whole row. */
void ent_row_draw (const EntRow *self, EntPen *pen, double x, double y);
void ent_row_draw_slices (const EntRow *self, EntPen *pen, double x, GArray *tops, guint first);

G_END_DECLS
