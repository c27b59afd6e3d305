/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of paper and what belongs to it: side by side, or, where there is little room, in a drawer
 * that a bar below the page opens. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_PAPER_SPLIT (ent_paper_split_get_type ())
G_DECLARE_FINAL_TYPE (EntPaperSplit, ent_paper_split, ENT, PAPER_SPLIT, AdwBreakpointBin)

GtkWidget *ent_paper_split_new (GtkWidget *preview, GtkWidget *side);
/* What is written on the bar. */
void ent_paper_split_set_bar (EntPaperSplit *self, const char *text);
/* Shows @widget only while what belongs to the page is folded away. */
void ent_paper_split_stand_in (EntPaperSplit *self, GtkWidget *widget);
/* Brings what belongs to the page into sight. */
void ent_paper_split_open (EntPaperSplit *self);

G_END_DECLS
