/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An agent’s own signature as a picture. Only its owner may put it into a page. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_SIGNATURE_IMAGE (ent_signature_image_get_type ())
G_DECLARE_FINAL_TYPE (EntSignatureImage, ent_signature_image, ENT, SIGNATURE_IMAGE, EntRecord)

struct _EntSignatureImage
{
  EntRecord parent_instance;

  gint64 agent_id;
  char *file;
  gint64 added_at;
};

ENT_DECLARE_SCHEMA (ent_signature_image_schema)

G_END_DECLS
