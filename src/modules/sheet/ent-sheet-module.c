/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheet module brings: no records of its own, for sheets are visits on paper; a letter.
 * Constant data, any thread. */

#include "ent-module.h"
#include "ent-sheet-letter.h"

extern const EntModule ent_sheet_module;

static const EntSchema *const schemas[] = { NULL };
static const EntMigration migrations[] = { { 0, NULL, NULL } };

const EntModule ent_sheet_module = {
  .id = "sheet",
  .schemas = schemas,
  .migrations = migrations,
  .documents = ent_sheet_documents,
};
