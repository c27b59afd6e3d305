/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans an invented commune, plans again without one carer, and asks where each visit could go.
 * Prints a line for each. One thread; the planner has its own.
 */
#pragma once

#include "ent-bench-care-run.h"
#include "ent-bench-commune.h"

G_BEGIN_DECLS

/* seconds of options is the budget of the proposal; the second plan has one second. */
void ent_bench_commune_run (const EntBenchCommune *commune,
                            const EntBenchCareOptions *options,
                            EntBenchCareSums *sums);

G_END_DECLS
