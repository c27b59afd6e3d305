/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads instance files, packed with gzip or plain, and what the readers of JSON instances share.
 * One thread.
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The content, unpacked; nul-terminated beyond its length. NULL with error. */
GBytes *ent_bench_read (const char *path, GError **error);

/* The array of that name; an empty one, never NULL, when there is none. Borrowed from object or
 * lasting. */
JsonArray *ent_bench_array (JsonObject *object, const char *name);

double ent_bench_number (JsonArray *array, guint i);

G_END_DECLS
