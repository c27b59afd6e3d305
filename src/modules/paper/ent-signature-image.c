/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agent’s own signature as a picture. Only its owner may put it into a page. Record: see
 * ent-record.h for threads. */

#include "ent-signature-image.h"

#include "ent-agent.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntSignatureImage, agent_id, N_("Agent"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE |
            ENT_COLUMN_UNIQUE | ENT_COLUMN_READ_ONLY, ent_agent_get_type),
  ENT_TEXT (EntSignatureImage, file, N_("Digest"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY | ENT_COLUMN_HIDDEN | ENT_COLUMN_FILE),
  ENT_STAMP (EntSignatureImage, added_at, N_("Added at"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_READ_ONLY),
};

const EntSchema ent_signature_image_schema = {
  .table = "signature_image",
  .number = 30,
  .title = N_("Picture of a signature"),
  .plural = N_("Pictures of signatures"),
  .icon_name = "ent-sign-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "id",
  .type = ent_signature_image_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntSignatureImage, ent_signature_image, ENT_TYPE_RECORD)

static void
ent_signature_image_class_init (EntSignatureImageClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_signature_image_schema);
}

static void
ent_signature_image_init (EntSignatureImage *self)
{
}
