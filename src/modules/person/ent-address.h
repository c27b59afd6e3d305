/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a person lives, lived or wants mail. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_ADDRESS (ent_address_get_type ())
G_DECLARE_FINAL_TYPE (EntAddress, ent_address, ENT, ADDRESS, EntRecord)

struct _EntAddress
{
  EntRecord parent_instance;

  gint64 person_id;
  int kind;
  char *street;
  char *number;
  char *box;
  char *postcode;
  char *locality;
  gint64 country_id; /* 0: Belgium */
  char *care_of;
  char *access_note;
  gint32 from_day;
  gint32 to_day; /* last day */
  /* Where it lies: see ent-address-position.h. */
  int latitude, longitude; /* 1e-7 degrees, WGS 84 */
  int placed_at;
  int place_source;
  char *checked_by;
  gint64 checked_at;
  char *placed_for; /* the folded address that the position was found for */
};

ENT_DECLARE_SCHEMA (ent_address_schema)

gboolean ent_address_is_current (EntAddress *self, gint32 day);

G_END_DECLS
