/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The real village that lends the invented commune its ground: an OpenStreetMap extract that comes
 * with the program (see data/demo/README.md). Any thread; making a region blocks. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Transfer full. Errors: G_RESOURCE_ERROR. */
GBytes *ent_demo_extract_read (GError **error);

/* Puts the region of the village among those of the user, unless it is there and can be read. It
 * is used at once where there is no other, and left alone where there is. @is_used may be NULL.
 * Its path, transfer full; NULL with ENT_ROADS_ERROR, G_FILE_ERROR or G_IO_ERROR_CANCELLED. */
char *ent_demo_extract_add_region (gboolean *is_used, GCancellable *cancellable, GError **error);

G_END_DECLS
