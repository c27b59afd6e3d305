/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the agenda module brings: appointments. Constant data, any thread. */

#include "ent-appointment.h"
#include "ent-agenda-documents.h"
#include "ent-module.h"

extern const EntMigration ent_agenda_migrations[];
extern const EntModule ent_agenda_module;

static const EntSchema *const schemas[] = { &ent_appointment_schema, NULL };

const EntModule ent_agenda_module = {
  .id = "agenda",
  .schemas = schemas,
  .migrations = ent_agenda_migrations,
  .documents = ent_agenda_documents,
};
