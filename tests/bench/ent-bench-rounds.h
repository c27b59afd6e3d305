/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care to measure with: carers who work from Monday to Friday, persons who are visited on each
 * of these days. Main thread. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

typedef struct
{
  int n_carers, n_clients;
  int n_weeks; /* of visits; the last begins on the Monday that is given */
} EntBenchRounds;

/* Of each week one visit in ten is to place. */
void ent_bench_rounds_fill (EntDb *db, const EntBenchRounds *size, gint32 monday);
/* Ends the program with a sentence, if there is an error. */
void ent_bench_stop_on (const GError *error);

G_END_DECLS
