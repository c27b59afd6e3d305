/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who could make a visit, and what speaks for each: to choose one. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-judge.h"

G_BEGIN_DECLS

/* By their ids, for the picture may be read again while one chooses. */
typedef struct
{
  gint64 visit_id, carer_id;
  int start; /* minutes of the picture */
} EntRoundsChoice;

/* @chosen is called when one is; it is not when the dialog is closed. */
typedef void (*EntRoundsChosen) (const EntRoundsChoice *choice, gpointer data);

void ent_rounds_offers_show (GtkWidget *parent,
                             EntRoundsJudge *judge,
                             int visit,
                             EntRoundsChosen chosen,
                             gpointer data);

G_END_DECLS
