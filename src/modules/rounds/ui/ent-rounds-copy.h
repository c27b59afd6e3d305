/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what of a week can be copied to the next, and what cannot and why. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-rounds-weeks.h"

G_BEGIN_DECLS

/* @next: what @copy was asked of. @accepted is called when it is to be written, which the dialog
 * then forgets; both are taken. */
void ent_rounds_copy_show (GtkWidget *parent,
                           EntRoundsCopy *copy,
                           EntRoundsJudge *next,
                           void (*accepted) (const EntRoundsCopy *copy, gpointer data),
                           gpointer data);

G_END_DECLS
