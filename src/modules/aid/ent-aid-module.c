/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the aid module brings: aids granted. Constant data, any thread. */

#include "ent-aid.h"
#include "ent-aid-documents.h"
#include "ent-module.h"

extern const EntMigration ent_aid_migrations[];
extern const EntModule ent_aid_module;

static const EntSchema *const schemas[] = { &ent_aid_schema, NULL };

const EntModule ent_aid_module = {
  .id = "aid",
  .schemas = schemas,
  .migrations = ent_aid_migrations,
  .documents = ent_aid_documents,
};
