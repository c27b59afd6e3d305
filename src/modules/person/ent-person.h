/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody whom the centre knows. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_PERSON (ent_person_get_type ())
G_DECLARE_FINAL_TYPE (EntPerson, ent_person, ENT, PERSON, EntRecord)

struct _EntPerson
{
  EntRecord parent_instance;

  char *last_name; /* birth name */
  char *first_names;
  char *usual_name;
  int sex;
  gint32 birth_date;
  char *birth_place;
  char *national_number; /* eleven digits: register number or BIS number */
  char *address_line; /* computed, as those that follow */
  char *postcode;
  char *phone;
  char *file_numbers;
  char *worker_name;
  gint64 nationality_id;
  int residence_title;
  gint32 residence_until;
  int language;
  gboolean interpreter_needed;
  gint32 deceased_on;
  gint64 reference_worker_id;
  char *remark;
  char *silences; /* see ent-person-silence.h */
  char *sort_key; /* folded last name and first names */
};

ENT_DECLARE_SCHEMA (ent_person_schema)

/* "Dupont Anne", "Dupont" when nothing more is known; transfer full. */
char *ent_person_get_name (EntPerson *self);
/* Years lived on a day, or until death; -1 when not known. */
int ent_person_get_age (EntPerson *self, gint32 day);

G_END_DECLS
