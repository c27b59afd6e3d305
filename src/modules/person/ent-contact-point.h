/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How to reach a person: phone, e-mail. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CONTACT_POINT (ent_contact_point_get_type ())
G_DECLARE_FINAL_TYPE (EntContactPoint, ent_contact_point, ENT, CONTACT_POINT, EntRecord)

struct _EntContactPoint
{
  EntRecord parent_instance;

  gint64 person_id;
  int kind;
  char *value; /* phones as E.164 */
  char *label;
  gboolean preferred;
  char *display_form; /* "010 43 60 00" */
  char *search_form; /* "010436000" */
};

ENT_DECLARE_SCHEMA (ent_contact_point_schema)

G_END_DECLS
