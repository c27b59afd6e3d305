/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the queue of requests takes with a register of many years. Prints; tests nothing. */

#include "ent-apply.h"
#include "ent-date.h"
#include "ent-module.h"
#include "ent-register.h"
#include "ent-request-queue-query.h"

#define N_REQUESTS 60000
/* One in so many is still open. */
#define OPEN_SHARE 10
#define N_RUNS 10

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

/* Straight into the tables: what is measured is reading. */
static const char requests_sql[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)"
    " INSERT INTO request (id, number, year, sequence, registered_on, person_id, kind_id,"
    " received_on, channel, asker, step, is_open)"
    " SELECT i, '2026/' || i, 2026, i, date ('2026-11-20', '-' || (i % 28) || ' days'),"
    " 1 + i % 500, 1 + i % 16, date ('2026-11-20', '-' || (i % 28) || ' days'), 'counter', 'self',"
    " CASE WHEN i % $2 = 0 THEN 'enquiry' ELSE 'execution' END, i % $2 = 0 FROM n";

static const char steps_sql[] = "INSERT INTO request_step (request_id, step, day, author)"
                                " SELECT id, 'registered', received_on, 'tester' FROM request";

static const char events_sql[] = "INSERT INTO request_event (request_id, kind, day)"
                                 " SELECT id, 'receipt', received_on FROM request";

static const char persons_sql[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
    " INSERT INTO person (id, last_name) SELECT i, 'Dupont ' || i FROM n";

static void
execute (EntDb *db, const char *sql, const EntValue *args, gsize n_args)
{
  g_autoptr (GError) error = NULL;

  ent_db_execute (db, sql, args, n_args, NULL, &error);
  g_assert_no_error (error);
}

static void
measure (EntDb *db, int share)
{
  gint64 best = G_MAXINT64;
  guint n = 0;

  execute (db, "DELETE FROM request_event", ENT_NO_ARGS);
  execute (db, "DELETE FROM request_step", ENT_NO_ARGS);
  execute (db, "DELETE FROM request", ENT_NO_ARGS);
  execute (db, requests_sql, ENT_ARGS (ent_int (N_REQUESTS), ent_int (share)));
  execute (db, steps_sql, ENT_NO_ARGS);
  execute (db, events_sql, ENT_NO_ARGS);
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) lines = ent_request_queue_read (db, &error);

      g_assert_no_error (error);
      n = lines->len;
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_print ("queue: %u open of %d requests: %.1f ms\n", n, N_REQUESTS, (double) best / 1000);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  EntRegister *reg;
  EntDb *db;

  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  reg = ent_register_new_in_memory (&error);
  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  execute (db, persons_sql, ENT_NO_ARGS);
  measure (db, OPEN_SHARE);
  measure (db, 1);
  ent_db_close (db);
  ent_register_close (reg);
  return 0;
}
