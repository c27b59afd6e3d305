/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A street that somebody lives or lived in, learnt from the addresses entered. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_STREET (ent_street_get_type ())
G_DECLARE_FINAL_TYPE (EntStreet, ent_street, ENT, STREET, EntRecord)

struct _EntStreet
{
  EntRecord parent_instance;

  gint64 locality_id;
  char *name;
  char *locality_name; /* computed */
  char *sort_key; /* folded name */
};

ENT_DECLARE_SCHEMA (ent_street_schema)

G_END_DECLS
