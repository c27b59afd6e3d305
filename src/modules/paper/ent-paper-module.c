/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the paper module brings. Constant data, any thread. */

#include "ent-attachment.h"
#include "ent-centre.h"
#include "ent-document-template.h"
#include "ent-document.h"
#include "ent-module.h"
#include "ent-signatory.h"
#include "ent-signature-image.h"
#include "ent-signature-request.h"

extern const EntMigration ent_paper_migrations[];
extern const EntModule ent_paper_module;

static const EntSchema *const schemas[] = {
  &ent_document_schema,   &ent_document_template_schema,
  &ent_signatory_schema,  &ent_signature_request_schema,
  &ent_attachment_schema, &ent_signature_image_schema,
  &ent_centre_schema,     NULL,
};

const EntModule ent_paper_module = {
  .id = "paper",
  .schemas = schemas,
  .migrations = ent_paper_migrations,
};
