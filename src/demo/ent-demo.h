/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Invents a commune and its inhabitants: the same for the same seed and day, and nobody real (see
 * data/demo/README.md). Blocking: a worker thread or a command-line program. */

#pragma once

#include "ent-apply.h"
#include "ent-exchange.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_DEMO_SMALL, /* 5,000 persons */
  ENT_DEMO_MEDIUM, /* 20,000 */
  ENT_DEMO_LARGE /* 250,000 */
} EntDemoSize;

#define ENT_DEMO_SEED G_GUINT64_CONSTANT (4999)

/* Number of persons of a size. */
guint ent_demo_n_persons (EntDemoSize size);

/* Writes the commune into an act. @today is the day up to which it has lived; progress counts
 * persons and may be NULL. */
gboolean ent_demo_fill (EntApply *apply,
                        EntDemoSize size,
                        guint64 seed,
                        gint32 today,
                        EntProgressFunc progress,
                        gpointer progress_data,
                        GCancellable *cancellable,
                        GError **error);

/* Creates a register in clear at @path and fills it; nothing remains of it after a failure. */
gboolean ent_demo_create (const char *path,
                          EntDemoSize size,
                          guint64 seed,
                          gint32 today,
                          EntProgressFunc progress,
                          gpointer progress_data,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
