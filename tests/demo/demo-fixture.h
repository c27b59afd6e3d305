/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small commune, invented once for all tests that only read. Included once by each test
 * program. */

#pragma once

#include "ent-date.h"
#include "ent-demo.h"
#include "ent-module.h"
#include "ent-register.h"

G_BEGIN_DECLS

#define ENT_MODULE(id) extern const EntModule ent_##id##_module;
#include "ent-modules.h"
#undef ENT_MODULE

static const EntModule *const modules[] = {
#define ENT_MODULE(id) &ent_##id##_module,
#include "ent-modules.h"
#undef ENT_MODULE
};

#define TODAY (ent_day_from_ymd (2026, 6, 15))

/* The small commune, invented once for all tests that only read. */
static EntDb *commune;

static inline EntDb *
invent (guint64 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRegister) reg = ent_register_new_in_memory (&error);
  EntDb *db;
  EntApply *apply;

  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  apply = ent_apply_begin (db, "Demo", "test", &error);
  g_assert_no_error (error);
  ent_demo_fill (apply, ENT_DEMO_SMALL, seed, TODAY, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  return db;
}

static inline gint64
count (EntDb *db, const char *sql)
{
  gint64 n = ent_db_number (db, sql, ENT_NO_ARGS, -1);

  g_assert_cmpint (n, >=, 0);
  return n;
}

/* For main(), before all tests. */
static inline void
begin (void)
{
  ent_registry_set_modules (modules, G_N_ELEMENTS (modules));
  ent_day_set_today (TODAY);
  commune = invent (ENT_DEMO_SEED);
}

G_END_DECLS
