/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records of one person, and merging them. Included once by each test program. */

#pragma once

#include "ent-contact-point.h"
#include "ent-household-member.h"
#include "ent-household.h"
#include "ent-person-merge.h"
#include "ent-person.h"
#include "module-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 a;
  gint64 b;
  gint64 third;
} Two;

static inline gint64
add_person (Fixture *fixture, const char *last, const char *first, const char *number)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text (last));
  put (person, "first_names", first != NULL ? ent_text (first) : ent_null ());
  put (person, "national_number", number != NULL ? ent_text (number) : ent_null ());
  return insert (fixture, person);
}

static inline Two
two_persons (Fixture *fixture)
{
  Two two;

  two.a = add_person (fixture, "Dupont", "Anne", "88222999936");
  two.b = add_person (fixture, "Dupond", NULL, "88022999990");
  two.third = add_person (fixture, "Leroy", "Luc", NULL);
  return two;
}

static inline gpointer
owned (GType type, gint64 person)
{
  gpointer record = ent_record_new (type);

  put (record, "person_id", ent_int (person));
  return record;
}

static inline gint64
add_phone (Fixture *fixture, gint64 person, const char *value, const char *label)
{
  g_autoptr (EntContactPoint) contact = owned (ENT_TYPE_CONTACT_POINT, person);

  put (contact, "value", ent_text (value));
  put (contact, "label", label != NULL ? ent_text (label) : ent_null ());
  return insert (fixture, contact);
}

static inline gint64
add_household (Fixture *fixture)
{
  g_autoptr (EntHousehold) household = ent_record_new (ENT_TYPE_HOUSEHOLD);

  return insert (fixture, household);
}

static inline void
add_member (Fixture *fixture, gint64 household, gint64 person, const char *from, const char *to)
{
  g_autoptr (EntHouseholdMember) member = owned (ENT_TYPE_HOUSEHOLD_MEMBER, person);

  put (member, "household_id", ent_int (household));
  put (member, "role", ent_text ("reference"));
  put (member, "from_day", iso (from));
  put (member, "to_day", iso (to));
  insert (fixture, member);
}

static inline EntPersonMerge *
new_plan (Fixture *fixture, Two two)
{
  g_autoptr (EntPerson) a = load (fixture, &ent_person_schema, two.a);
  g_autoptr (EntPerson) b = load (fixture, &ent_person_schema, two.b);

  return ent_person_merge_new (a, b, day ("2026-11-21"));
}

/* The number of the act. */
static inline gint64
merge (Fixture *fixture, EntPersonMerge *plan)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (fixture->db, "Persons merged", "tester", &error);
  gint64 act;

  g_assert_no_error (error);
  ent_person_merge_apply (apply, plan, NULL, &error);
  g_assert_no_error (error);
  act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, &error));

  return act;
}

static inline gint64
merge_two (Fixture *fixture, Two two)
{
  g_autoptr (EntPersonMerge) plan = new_plan (fixture, two);

  return merge (fixture, plan);
}

G_END_DECLS
