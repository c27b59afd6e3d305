/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import of a region, which goes on whatever dialog is closed; at most one at a time. Main
 * thread; the work is done in a thread of its own. */

#pragma once

#include "ent-region-build.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_REGION_JOB (ent_region_job_get_type ())
G_DECLARE_FINAL_TYPE (EntRegionJob, ent_region_job, ENT, REGION_JOB, GObject)

/* The one import of the program; borrowed. */
EntRegionJob *ent_region_job_get_default (void);

/* Signals: "changed", when it starts, goes on or ends. */

gboolean ent_region_job_is_running (EntRegionJob *self);
/* 0 to 1, over all stages. */
double ent_region_job_get_fraction (EntRegionJob *self);
/* What is being done, translated; what went wrong with the last import, or NULL. Borrowed until the
 * next "changed". */
const char *ent_region_job_get_stage_text (EntRegionJob *self);
const char *ent_region_job_get_fault (EntRegionJob *self);

/* Begins; the region is used once it is there. The end is told in a toast of @shell. @sources is
 * copied. */
void ent_region_job_start (EntRegionJob *self, EntShell *shell, const EntRegionSources *sources);
void ent_region_job_cancel (EntRegionJob *self);

G_END_DECLS
