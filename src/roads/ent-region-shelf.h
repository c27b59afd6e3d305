/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where region files stand on a computer: those of the user, which may be added and removed, and
 * those that an administrator put there for everybody, which are only read. Any thread. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ENT_REGION_SUFFIX ".region"

/* The user's folder; it need not exist. Transfer full. */
char *ent_region_shelf_user_folder (void);

/* Paths of all region files, the user's before the others, each folder in alphabetical order. A
 * file of the user hides one of the same name further on. Transfer full. */
GStrv ent_region_shelf_list (void);

/* Where a region of that name is to be written; the user's folder is made when it is missing.
 * Transfer full, NULL with G_FILE_ERROR when it cannot be. */
char *ent_region_shelf_path_for (const char *name, GError **error);

/* Whether the file stands in the user's folder, and thus may be removed. */
gboolean ent_region_shelf_is_own (const char *path);

/* Deletes a file of the user; whoever has it open goes on reading. Errors: G_IO_ERROR. */
gboolean ent_region_shelf_remove (const char *path, GError **error);

G_END_DECLS
