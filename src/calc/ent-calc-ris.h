/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calculator of the integration income: pure, without clock or register, below a millisecond.
 * Any thread, as long as nobody changes the case meanwhile. */
#pragma once

#include "ent-calc-case.h"
#include "ent-calc-result.h"

G_BEGIN_DECLS

/* NULL with error in ENT_CALC_ERROR when the case is wrong or beyond what is covered. */
EntCalcResult *ent_calc_ris (const EntCalcCase *c, EntCalcScales *scales, GError **error);

/* Which version of article 34 (1, 2) is for a request or a revision of this day; 0 when no row
 * says. */
int ent_calc_article_34 (const EntCalcScales *scales, gint32 day);

/* One file of an indexation run: its amounts with either scales, or why it has none. */
typedef struct
{
  EntCalcResult *before;
  EntCalcResult *after;
  GError *error;
} EntCalcIndexed;

/* Which scales, on which day. */
typedef struct
{
  EntCalcScales *scales;
  gint32 day;
} EntCalcMoment;

/* Computes running files at two moments; the days of the cases do not matter, and neither do parts
 * of months. A file whose amounts cannot be computed has an error, the others go on. One item for
 * each case, free with g_array_unref (). */
GArray *ent_calc_index (const EntCalcCase *const *cases,
                        guint n_cases,
                        const EntCalcMoment *before,
                        const EntCalcMoment *after);

G_END_DECLS
