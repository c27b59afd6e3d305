/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Belgian municipality with its INS code; municipalities merge, hence the period. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_REGION_WALLONIA = 1,
  ENT_REGION_FLANDERS,
  ENT_REGION_BRUSSELS
} EntRegion;

extern const EntEnum ent_region_enum;

#define ENT_TYPE_MUNICIPALITY (ent_municipality_get_type ())
G_DECLARE_FINAL_TYPE (EntMunicipality, ent_municipality, ENT, MUNICIPALITY, EntRecord)

struct _EntMunicipality
{
  EntRecord parent_instance;

  char *ins_code;
  char *name_fr;
  char *name_nl;
  char *name_de;
  int region;
  gint32 valid_from;
  gint32 valid_to;
  char *sort_key;
};

ENT_DECLARE_SCHEMA (ent_municipality_schema)

G_END_DECLS
