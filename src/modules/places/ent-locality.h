/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Belgian locality with its postcode. A postcode has several, a municipality too. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_LOCALITY (ent_locality_get_type ())
G_DECLARE_FINAL_TYPE (EntLocality, ent_locality, ENT, LOCALITY, EntRecord)

struct _EntLocality
{
  EntRecord parent_instance;

  char *postcode;
  char *name_fr;
  char *name_nl;
  char *name_de;
  gint64 municipality_id;
  char *municipality_name; /* computed */
  char *search_form; /* folded names in all languages, each word after a blank */
  char *sort_key; /* postcode, then folded name */
};

ENT_DECLARE_SCHEMA (ent_locality_schema)

/* The name in the language of the interface; borrowed. */
const char *ent_locality_get_name (EntLocality *self);

G_END_DECLS
