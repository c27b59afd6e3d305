/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of paper and the window of an envelope. Constant data, any thread. */

#include "ent-paper.h"

/* The foot of a page (code of 16 mm, page number) stands inside the bottom margin. */
const EntPaper ent_paper_a4 = { 210, 297, 20, 30, 25, 22 };
const EntPaper ent_paper_a5 = { 148, 210, 14, 28, 16, 14 };

/* A4 folded in three (99 mm) slides inside its envelope: by 10 mm across and 11 mm up in a DL
 * (110 x 220 mm), by 19 and 15 mm in a C5/6 (114 x 229 mm). Belgian stock has its window at 15 or
 * 20 mm from the side, 20 mm from the foot, 100 mm wide and 35 or 45 mm high; bpost's MassPost
 * guide asks for 15 mm on each side and leaves the top 40 mm to the stamp. What shows through each
 * of these windows wherever the sheet has slid is 114–190 mm from the left for a window on the
 * right and 20–101 mm for one on the left, and down to 79 mm from the top. The upper limit is 49 mm
 * for windows 45 mm high; one of 35 mm may hide the first lines of the zone when the sheet stands
 * at its highest. No Belgian standard for windows was at hand: try the envelopes of the office. */
EntArea
ent_paper_window (EntWindowSide side)
{
  switch (side)
    {
    case ENT_WINDOW_LEFT:
      return (EntArea) { 25, 50, 74, 28 };
    case ENT_WINDOW_RIGHT:
      return (EntArea) { 115, 50, 73, 28 };
    case ENT_WINDOW_NONE:
    default:
      return (EntArea) { 0, 0, 0, 0 };
    }
}
