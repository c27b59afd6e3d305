/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists out to CSV and in from CSV. Reading and writing threads. */

#pragma once

#include "ent-apply.h"
#include "ent-query.h"

G_BEGIN_DECLS

typedef void (*EntProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/* The rows of @query with @columns (NULL-terminated names, as shown) as UTF-8 CSV with a byte order
 * mark; with @masked as a list shows them, numbers and sensitive columns covered; separated by
 * semicolons as Belgian spreadsheets expect. */
gboolean ent_exchange_export (EntDb *db,
                              const EntQuery *query,
                              const char *const *columns,
                              gboolean masked,
                              GOutputStream *stream,
                              EntProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
