/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks where a visit is to be split, and who makes its second part. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-change.h"
#include "ent-rounds-judge.h"

G_BEGIN_DECLS

typedef void (*EntRoundsSplitChosen) (const EntRoundsSplit *split, gpointer data);

/* The dialog keeps a judge of its own: the picture may be read again meanwhile. @chosen is called
 * unless the dialog is closed. */
void ent_rounds_split_show (GtkWidget *parent,
                            EntRoundsJudge *judge,
                            int visit,
                            EntRoundsSplitChosen chosen,
                            gpointer data);

G_END_DECLS
