/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key to the home of a person, known by its number: neither it nor what is made of it ever names
 * the address. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_HOME_KEY (ent_home_key_get_type ())
G_DECLARE_FINAL_TYPE (EntHomeKey, ent_home_key, ENT, HOME_KEY, EntRecord)

struct _EntHomeKey
{
  EntRecord parent_instance;

  int number; /* given by the register when none is typed */
  gint64 person_id;
  char *holder; /* computed: who has it now */
  char *opens; /* "front door" */
  char *box_code;
  char *kept_at;
  gint32 returned_on; /* to the person, for good */
  char *note;
};

ENT_DECLARE_SCHEMA (ent_home_key_schema)

G_END_DECLS
