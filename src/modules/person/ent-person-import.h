/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CSV files of persons: one line a person, with the address, the ways to reach and the account.
 * Give it to ent_import_new(). */

#pragma once

#include "ent-import-kind.h"

G_BEGIN_DECLS

extern const EntImportKind ent_person_import;

G_END_DECLS
