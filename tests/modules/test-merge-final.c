/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging two persons who were issued something that is final, by a module that the persons do not
 * know of. */

#include "ent-error.h"
#include "merge-fixture.h"

#define TYPE_RECEIPT (receipt_get_type ())
G_DECLARE_FINAL_TYPE (Receipt, receipt, TEST, RECEIPT, EntRecord)

struct _Receipt
{
  EntRecord parent_instance;

  gint64 person_id;
  char *title;
};

/* clang-format off */
static const EntColumn receipt_columns[] = {
  ENT_REF (Receipt, person_id, "Person", ENT_COLUMN_OWNER | ENT_COLUMN_LATE, ent_person_get_type),
  ENT_TEXT (Receipt, title, "Title", ENT_COLUMN_REQUIRED),
};
/* clang-format on */

static const EntSchema receipt_schema = {
  .table = "receipt",
  .number = 250,
  .title = "Receipt",
  .plural = "Receipts",
  .columns = receipt_columns,
  .n_columns = G_N_ELEMENTS (receipt_columns),
  .order = "id",
  .type = receipt_get_type,
  .is_final = TRUE,
};

G_DEFINE_FINAL_TYPE (Receipt, receipt, ENT_TYPE_RECORD)

static void
receipt_class_init (ReceiptClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &receipt_schema);
}

static void
receipt_init (Receipt *self)
{
}

static const EntMigration migrations[] = {
  { 9000, "9000-receipt",
    "CREATE TABLE receipt (id @ID@, version BIGINT NOT NULL DEFAULT 1,"
    " person_id BIGINT REFERENCES person (id), title TEXT NOT NULL);"
    "CREATE INDEX receipt_person ON receipt (person_id);" },
  { 0, NULL, NULL },
};
static const EntSchema *const schemas[] = { &receipt_schema, NULL };
static const EntModule receipt_module = { "receipt", schemas, migrations };

static void
set_up (Fixture *self, gconstpointer unused)
{
  static const EntModule *with_receipts[G_N_ELEMENTS (all_modules) + 1];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (all_modules); i++)
    with_receipts[i] = all_modules[i];
  with_receipts[G_N_ELEMENTS (all_modules)] = &receipt_module;
  ent_registry_set_modules (with_receipts, G_N_ELEMENTS (with_receipts));
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  self->reg = ent_register_new_in_memory (&error);
  g_assert_no_error (error);
  self->db = ent_register_steal_db (self->reg);
}

static void
add_receipt (Fixture *fixture, gint64 person)
{
  g_autoptr (Receipt) receipt = owned (TYPE_RECEIPT, person);

  put (receipt, "title", ent_text ("The same words"));
  insert (fixture, receipt);
}

static gint64
n_receipts (Fixture *fixture, gint64 person)
{
  return ent_db_number (fixture->db, "SELECT count(*) FROM receipt WHERE person_id = $1",
                        ENT_ARGS (ent_int (person)), -1);
}

/* All three stay, though they say the same, and the merge can still be taken back. */
static void
test_moves (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (GError) error = NULL;
  EntApply *apply;
  gint64 act;

  add_receipt (fixture, two.a);
  add_receipt (fixture, two.b);
  add_receipt (fixture, two.b);
  act = merge_two (fixture, two);
  g_assert_cmpint (n_receipts (fixture, two.a), ==, 3);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM person"), ==, 2);

  apply = ent_apply_begin (fixture->db, "Undone", "tester", &error);
  ent_apply_undo (apply, act, &error);
  g_assert_no_error (error);
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_cmpint (n_receipts (fixture, two.a), ==, 1);
  g_assert_cmpint (n_receipts (fixture, two.b), ==, 2);
}

static void
test_person_stays (Fixture *fixture, gconstpointer unused)
{
  Two two = two_persons (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntApply) apply = NULL;

  add_receipt (fixture, two.a);
  apply = ent_apply_begin (fixture->db, "Deleted", "tester", &error);
  g_assert_false (ent_apply_delete (apply, &ent_person_schema, two.a, &error));
  g_assert_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONSTRAINT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/merge-final/moves", Fixture, NULL, set_up, test_moves, fixture_tear_down);
  g_test_add ("/merge-final/person-stays", Fixture, NULL, set_up, test_person_stays,
              fixture_tear_down);
  return g_test_run ();
}
