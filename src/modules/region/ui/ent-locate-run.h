/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places all addresses that can be placed without asking: looks them up in a thread, then writes
 * them as one act. One run of the program at a time. Main thread. */

#pragma once

#include "ent-location-run.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_LOCATE_RUN (ent_locate_run_get_type ())
G_DECLARE_FINAL_TYPE (EntLocateRun, ent_locate_run, ENT, LOCATE_RUN, GObject)

/* Signals "progress", several times a second; "done", once, also after a failure. */
EntLocateRun *ent_locate_run_new (EntStore *store);

/* Begins. Without a region in use, fails at once. */
void ent_locate_run_start (EntLocateRun *self);
void ent_locate_run_cancel (EntLocateRun *self);
/* How many addresses were looked up, of how many; 0 of 0 until they are known. */
void ent_locate_run_get_progress (EntLocateRun *self, guint *n_done, guint *n_all);

/* After "done". What was looked up: (element-type EntLocated), in the order of the answers. Both
 * are NULL after a failure or when it was stopped. Borrowed. */
GPtrArray *ent_locate_run_get_places (EntLocateRun *self);
const EntLocationFindings *ent_locate_run_get_findings (EntLocateRun *self);
guint ent_locate_run_get_n_written (EntLocateRun *self);
/* NULL when all went well. Borrowed. */
const GError *ent_locate_run_get_error (EntLocateRun *self);

G_END_DECLS
