/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A named thread that owns one connection and does what it is told, most urgent first. */

#pragma once

#include "ent-store.h"

G_BEGIN_DECLS

typedef struct _EntWorker EntWorker;

/* Takes the connection. */
EntWorker *ent_worker_new (const char *name, EntDb *db);
/* Runs @func with @data on the thread and returns its result through @task. The data belongs to
 * the task. Main thread. */
void ent_worker_push (EntWorker *self,
                      GTask *task,
                      EntStoreFunc func,
                      gpointer data,
                      GDestroyNotify result_free);
/* What runs and what is queued fails as cancelled from now on. */
void ent_worker_stop (EntWorker *self);
/* Does what is queued, then ends; closes the connection. Blocks. */
void ent_worker_free (EntWorker *self);

G_END_DECLS
