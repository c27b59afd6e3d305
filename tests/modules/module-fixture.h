/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A migrated and seeded register in memory for each test of a module, and short ways to write into
 * it. Included once by each test program. */

#pragma once

#include "ent-apply.h"
#include "ent-date.h"
#include "ent-module.h"
#include "ent-register.h"
#include "ent-sql.h"

G_BEGIN_DECLS

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

typedef struct
{
  EntRegister *reg;
  EntDb *db;
} Fixture;

static inline void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  self->reg = ent_register_new_in_memory (&error);
  g_assert_no_error (error);
  self->db = ent_register_steal_db (self->reg);
  g_assert_nonnull (self->db);
}

static inline void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  g_clear_pointer (&self->db, ent_db_close);
  g_clear_pointer (&self->reg, ent_register_close);
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

static inline gint32
day (const char *iso)
{
  gint32 number = ent_day_parse_iso (iso);

  g_assert_cmpint (number, !=, ENT_DAY_NONE);
  return number;
}

static inline void
put (gpointer record, const char *column, EntValue value)
{
  int position = ent_schema_find (ent_record_get_schema (record), column);

  g_assert_cmpint (position, >=, 0);
  ent_record_set_value (record, (guint) position, &value);
}

static inline EntValue
iso (const char *text)
{
  return text != NULL ? ent_day (day (text)) : ent_null ();
}

/* Inserts a draft as an act of its own; fails the test with the sentence when it is refused. */
static inline gint64
insert (Fixture *self, gpointer draft)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->db, "Test", "tester", &error);
  gint64 id;

  g_assert_no_error (error);
  ent_apply_insert (apply, draft, &error);
  g_assert_no_error (error);
  id = ent_record_get_id (draft);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);

  return id;
}

/* TRUE when the store refuses the draft; @issues then belongs to the caller as one text. */
static inline gboolean
is_refused (Fixture *self, gpointer draft, char **issues)
{
  g_autoptr (GError) error = NULL;
  EntApply *apply = ent_apply_begin (self->db, "Test", "tester", &error);
  gboolean inserted;

  g_assert_no_error (error);
  inserted = ent_apply_insert (apply, draft, &error);
  if (issues != NULL)
    *issues = inserted ? NULL : ent_issues_to_text (ent_apply_get_issues (apply));
  ent_apply_abort (apply);

  return !inserted;
}

/* The record of that id as the database has it; transfer full. */
static inline gpointer
load (Fixture *self, const EntSchema *schema, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  found = ent_sql_load (self->db, schema, "WHERE id = $1", ENT_ARGS (ent_int (id)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static inline gint64
count (Fixture *self, const char *sql)
{
  return ent_db_number (self->db, sql, ENT_NO_ARGS, -1);
}

G_END_DECLS
