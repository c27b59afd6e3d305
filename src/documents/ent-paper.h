/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of paper and where things stand on them. Lengths in millimetres. Constant data and values,
 * any thread. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ENT_MM_TO_PT (72.0 / 25.4)

typedef enum
{
  ENT_WINDOW_NONE,
  ENT_WINDOW_LEFT,
  ENT_WINDOW_RIGHT
} EntWindowSide;

typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
} EntPaper;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} EntArea;

extern const EntPaper ent_paper_a4;
extern const EntPaper ent_paper_a5;

/* Where an address stands so that it shows in the window of a Belgian C5/6 (DL) envelope. */
EntArea ent_paper_window (EntWindowSide side);

G_END_DECLS
