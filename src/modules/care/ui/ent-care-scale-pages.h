/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of what applies to all: activities with their tasks, scales with their rows, reductions;
 * and of a decision on a price. Constant data. */

#pragma once

#include "ent-plain-page.h"

G_BEGIN_DECLS

extern const EntPlainSpec ent_care_activity_page;
extern const EntPlainSpec ent_care_scale_page;
extern const EntPlainSpec ent_care_reduction_page;
extern const EntPlainSpec ent_care_contribution_page;

G_END_DECLS
