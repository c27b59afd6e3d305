/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody who counts for a person: contact, representative, doctor. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_RELATION (ent_relation_get_type ())
G_DECLARE_FINAL_TYPE (EntRelation, ent_relation, ENT, RELATION, EntRecord)

struct _EntRelation
{
  EntRecord parent_instance;

  gint64 person_id;
  int role;
  gint64 other_id;
  char *name;
  char *organisation;
  char *phone;
  char *e_mail;
  char *mandate;
  gint32 from_day;
  gint32 to_day;
  gboolean informs_allowed;
};

ENT_DECLARE_SCHEMA (ent_relation_schema)

G_END_DECLS
