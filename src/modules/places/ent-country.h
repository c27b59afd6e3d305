/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A country or a status that stands for a nationality. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_COUNTRY (ent_country_get_type ())
G_DECLARE_FINAL_TYPE (EntCountry, ent_country, ENT, COUNTRY, EntRecord)

struct _EntCountry
{
  EntRecord parent_instance;

  char *code; /* ISO 3166-1, two letters */
  char *name_fr;
  char *name_nl;
  char *name_de;
  char *name_en;
  char *nationality_fr;
  gboolean eu;
  char *sort_key;
};

ENT_DECLARE_SCHEMA (ent_country_schema)

G_END_DECLS
