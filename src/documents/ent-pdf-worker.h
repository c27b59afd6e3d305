/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread that owns one PopplerDocument, which only one thread may use. The most urgent and of
 * these the newest request is done first; what was cancelled meanwhile is not done at all. */

#pragma once

#include <gio/gio.h>
#include <poppler.h>

G_BEGIN_DECLS

typedef struct _EntPdfWorker EntPdfWorker;

/* Runs on the thread; @document is NULL until a job has set it. */
typedef gpointer (*EntPdfWork) (PopplerDocument **document,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

EntPdfWorker *ent_pdf_worker_new (void);
/* Nothing more is begun; the thread ends by itself, and what waits fails as cancelled. Never
 * blocks. */
void ent_pdf_worker_stop (EntPdfWorker *self);
/* Does @work with the task's data at the task's priority; the task returns its result, freed by
 * @result_free when nobody takes it. Main thread. */
void ent_pdf_worker_push (EntPdfWorker *self,
                          GTask *task,
                          EntPdfWork work,
                          GDestroyNotify result_free);

G_END_DECLS
