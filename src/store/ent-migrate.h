/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbered scripts: a database goes from its version to ours, each step in its own transaction.
 * Thread of the connection. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

/* PRAGMA application_id of a register: "ENTR". */
#define ENT_APPLICATION_ID 0x454e5452

/* The version of the file, 0 for an empty one; -1 with @error when it is not a register, or one
 * newer than this program. */
int ent_migrate_get_version (EntDb *db, GError **error);
/* Runs every migration that the file lacks. */
gboolean ent_migrate_run (EntDb *db, GError **error);
/* Writes the reference data of the modules that came after @version; 0: of all. */
gboolean ent_migrate_seed (EntDb *db, int version, const char *author, GError **error);
/* Both, for a file that is empty, old or ours already: each module writes its reference data once,
 * also when the program was stopped in between, and never again after somebody deleted it. */
gboolean ent_migrate_bring_up (EntDb *db, const char *author, GError **error);

G_END_DECLS
