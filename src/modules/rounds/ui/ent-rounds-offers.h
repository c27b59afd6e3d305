/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who could make a visit, and what speaks for each: to choose one. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-judge.h"

G_BEGIN_DECLS

/* @chosen is called when one is, with the offer; it is not when the dialog is closed. */
typedef void (*EntRoundsChosen) (int visit, const EntRoundsOffer *offer, gpointer data);

void ent_rounds_offers_show (GtkWidget *parent,
                             EntRoundsJudge *judge,
                             int visit,
                             EntRoundsChosen chosen,
                             gpointer data);

G_END_DECLS
