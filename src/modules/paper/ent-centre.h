/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The centre as its letters show it: one row, number 1. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CENTRE (ent_centre_get_type ())
G_DECLARE_FINAL_TYPE (EntCentre, ent_centre, ENT, CENTRE, EntRecord)

struct _EntCentre
{
  EntRecord parent_instance;

  char *name; /* as in the letterhead; NULL: that of the register */
  char *municipality;
  char *street;
  char *number;
  char *postcode;
  char *locality;
  char *phone;
  char *e_mail;
  char *website;
  char *enterprise_number;
  char *iban;
  char *opening_hours;
  char *logo; /* PNG or JPEG in the vault */
  int window_side;
  int language;
};

ENT_DECLARE_SCHEMA (ent_centre_schema)

G_END_DECLS
