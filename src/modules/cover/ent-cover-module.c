/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cover module brings: absences of carers that were covered, and who was told. Constant
 * data, any thread. */

#include "ent-absence-cover.h"
#include "ent-cover-documents.h"
#include "ent-module.h"
#include "ent-visit-notice.h"

extern const EntMigration ent_cover_migrations[];
extern const EntModule ent_cover_module;

static const EntSchema *const schemas[] = {
  &ent_absence_cover_schema,
  &ent_visit_notice_schema,
  NULL,
};

const EntModule ent_cover_module = {
  .id = "cover",
  .schemas = schemas,
  .migrations = ent_cover_migrations,
  .documents = ent_cover_documents,
};
