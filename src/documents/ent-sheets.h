/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which band stands on which page, and how high. Lengths in points. One thread. */

#pragma once

#include "ent-band.h"

G_BEGIN_DECLS

typedef struct
{
  guint band;
  double y;
} EntSpot;

typedef struct
{
  GArray *places; /* (element-type EntSpot), from top to bottom */
  EntTable *repeat; /* borrowed: its head rows stand at the top, or NULL */
  double top;
} EntPage;

typedef struct
{
  double first_top; /* below the letterhead */
  double top;
  double bottom;
} EntPageArea;

/* (element-type EntPage), at least one. */
GPtrArray *ent_pages_new (GPtrArray *bands, const EntPageArea *area);
/* Draws what stands in the body of a page; @x: the left margin. */
void ent_page_draw (const EntPage *self, GPtrArray *bands, EntPen *pen, double x);

G_END_DECLS
