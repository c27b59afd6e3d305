/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys: their numbers, who holds them, and that nothing made of them leads to the address. */

#include "ent-address.h"
#include "ent-key-rules.h"
#include "ent-person-enums.h"
#include "ent-person.h"
#include "module-fixture.h"
#include "record-checks.h"

#include "carer-fixture.h"

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);
  g_autoptr (EntAddress) address = ent_record_new (ENT_TYPE_ADDRESS);

  put (person, "last_name", ent_text ("Dupont"));
  address->person_id = insert (fixture, person);
  address->kind = ENT_ADDRESS_DOMICILE;
  put (address, "street", ent_text ("Rue du Moulin"));
  put (address, "number", ent_text ("3"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart-lez-Brumes"));
  insert (fixture, address);
  return address->person_id;
}

static EntHomeKey *
new_key (gint64 person_id)
{
  EntHomeKey *key = ent_record_new (ENT_TYPE_HOME_KEY);

  key->person_id = person_id;
  return key;
}

static gint64
add_key (Fixture *fixture)
{
  g_autoptr (EntHomeKey) key = new_key (add_person (fixture));

  return insert (fixture, key);
}

static EntKeyLoan *
new_loan (gint64 key_id, gint64 agent_id, const char *given, const char *returned)
{
  EntKeyLoan *loan = ent_record_new (ENT_TYPE_KEY_LOAN);

  loan->key_id = key_id;
  loan->agent_id = agent_id;
  put (loan, "given_on", iso (given));
  put (loan, "returned_on", iso (returned));
  return loan;
}

static void
test_numbers_follow (Fixture *fixture, gconstpointer unused)
{
  gint64 person = add_person (fixture);
  g_autoptr (EntHomeKey) first = new_key (person);
  g_autoptr (EntHomeKey) typed = new_key (person);
  g_autoptr (EntHomeKey) next = new_key (person);
  g_autoptr (EntHomeKey) twin = new_key (person);
  g_autoptr (EntHomeKey) zero = new_key (person);
  g_autoptr (EntHomeKey) saved = NULL;
  g_autofree char *summary = NULL;

  insert (fixture, first);
  g_assert_cmpint (first->number, ==, 1);
  typed->number = 41;
  insert (fixture, typed);
  saved = load (fixture, &ent_home_key_schema, insert (fixture, next));
  g_assert_cmpint (saved->number, ==, 42);
  summary = ent_record_get_summary (saved);
  g_assert_cmpstr (summary, ==, "Key 42");
  twin->number = 41;
  g_assert_true (is_refused (fixture, twin, NULL));
  zero->number = 0;
  assert_error (zero, "number");
}

static void
test_loans_in_order (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *given;
    const char *returned;
    gboolean refused;
  } cases[] = {
    { "2026-05-10", "2026-05-12", FALSE }, /* handed over on the same day */
    { "2026-05-09", "2026-05-12", TRUE },  { "2026-05-01", "2026-05-04", FALSE },
    { "2026-05-01", "2026-05-05", TRUE },  { "2026-05-06", "2026-05-07", TRUE },
    { "2026-05-01", NULL, TRUE },          { "2026-05-10", NULL, FALSE },
    { "2026-05-12", "2026-05-11", TRUE },
  };
  gint64 key = add_key (fixture);
  gint64 agent = add_agent (fixture, "Luc", "Leroy");
  g_autoptr (EntKeyLoan) first = new_loan (key, agent, "2026-05-04", "2026-05-10");

  insert (fixture, first);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (EntKeyLoan) loan = new_loan (key, agent, cases[i].given, cases[i].returned);

      g_test_message ("%s to %s", cases[i].given, cases[i].returned);
      g_assert_cmpint (is_refused (fixture, loan, NULL), ==, cases[i].refused);
    }
}

static void
test_one_open_loan (Fixture *fixture, gconstpointer unused)
{
  gint64 key = add_key (fixture);
  gint64 other_key = add_key (fixture);
  gint64 luc = add_agent (fixture, "Luc", "Leroy");
  gint64 anne = add_agent (fixture, "Anne", "Dupont");
  g_autoptr (EntKeyLoan) open = new_loan (key, luc, "2026-05-04", NULL);
  g_autoptr (EntKeyLoan) second = new_loan (key, anne, "2026-06-01", NULL);
  g_autoptr (EntKeyLoan) elsewhere = new_loan (other_key, anne, "2026-06-01", NULL);
  g_autoptr (EntHomeKey) shown = NULL;
  g_autoptr (GPtrArray) held = NULL;
  g_autofree char *sentence = NULL;

  insert (fixture, open);
  insert (fixture, elsewhere);
  g_assert_true (is_refused (fixture, second, &sentence));
  g_assert_nonnull (strstr (sentence, "Luc Leroy"));
  shown = load (fixture, &ent_home_key_schema, key);
  g_assert_cmpstr (shown->holder, ==, "Luc Leroy");
  held = ent_home_key_query_held_by (fixture->db, luc, NULL);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpint (((EntHeldKey *) g_ptr_array_index (held, 0))->key_id, ==, key);
  g_assert_cmpstr (((EntHeldKey *) g_ptr_array_index (held, 0))->person, ==, "Dupont");
  g_assert_cmpint (((EntHeldKey *) g_ptr_array_index (held, 0))->given_on, ==, day ("2026-05-04"));
}

/* Undoing writes without asking the rules: the table itself keeps a key in one place. */
static void
test_undo_does_not_double_a_key (Fixture *fixture, gconstpointer unused)
{
  gint64 key = add_key (fixture);
  gint64 agent = add_agent (fixture, "Luc", "Leroy");
  g_autoptr (EntKeyLoan) open = new_loan (key, agent, "2026-05-04", NULL);
  g_autoptr (EntKeyLoan) next = new_loan (key, agent, "2026-06-01", NULL);
  g_autoptr (EntKeyLoan) back = NULL;
  g_autoptr (GError) error = NULL;
  EntApply *apply;
  gint64 act;

  insert (fixture, open);
  apply = ent_apply_begin (fixture->db, "Returned", "tester", &error);
  back = ent_record_dup (open);
  put (back, "returned_on", iso ("2026-05-20"));
  g_assert_true (ent_apply_update (apply, open, back, &error));
  act = ent_apply_get_id (apply);
  g_assert_true (ent_apply_commit (apply, &error));
  insert (fixture, next);

  apply = ent_apply_begin (fixture->db, "Undo", "tester", &error);
  g_assert_false (ent_apply_undo (apply, act, &error));
  g_assert_nonnull (error);
  ent_apply_abort (apply);
  g_assert_cmpint (count (fixture, "SELECT count(*) FROM key_loan WHERE returned_on IS NULL"), ==,
                   1);
}

static void
test_given_back (Fixture *fixture, gconstpointer unused)
{
  gint64 id = add_key (fixture);
  gint64 agent = add_agent (fixture, "Luc", "Leroy");
  g_autoptr (EntKeyLoan) past = new_loan (id, agent, "2026-05-04", "2026-05-10");
  g_autoptr (EntKeyLoan) open = new_loan (id, agent, "2026-05-12", NULL);
  g_autoptr (EntKeyLoan) late = new_loan (id, agent, "2026-05-10", "2026-05-21");
  g_autoptr (EntKeyLoan) early = new_loan (id, agent, "2026-05-10", "2026-05-20");
  g_autoptr (GPtrArray) loans = g_ptr_array_new ();
  g_autoptr (EntIssues) fine = ent_issues_new ();
  g_autoptr (EntIssues) held = ent_issues_new ();
  g_autoptr (EntHomeKey) key = load (fixture, &ent_home_key_schema, id);
  g_autoptr (EntHomeKey) returned = ent_record_dup (key);
  g_autoptr (GError) error = NULL;
  EntApply *apply;

  insert (fixture, past);
  g_ptr_array_add (loans, past);
  put (returned, "returned_on", iso ("2026-05-20"));
  ent_home_key_check_return (returned, loans, fine);
  g_assert_cmpuint (ent_issues_n (fine), ==, 0);
  g_ptr_array_add (loans, open);
  ent_home_key_check_return (returned, loans, held);
  g_assert_cmpuint (ent_issues_n_errors (held), ==, 1);
  g_assert_true (ent_key_loan_find_open (loans) == open);

  apply = ent_apply_begin (fixture->db, "Returned", "tester", &error);
  g_assert_true (ent_apply_update (apply, key, returned, &error));
  g_assert_true (ent_apply_commit (apply, &error));
  g_assert_true (is_refused (fixture, open, NULL));
  g_assert_true (is_refused (fixture, late, NULL));
  insert (fixture, early);
}

/* Whoever finds a list of keys must not learn where they open a door. */
static void
test_nothing_leads_to_the_address (Fixture *fixture, gconstpointer unused)
{
  static const EntSchema *const schemas[] = { &ent_home_key_schema, &ent_key_loan_schema };
  static const char *const secret[] = { "Moulin", "4999", "Brumes" };
  gint64 key = add_key (fixture);
  g_autoptr (EntKeyLoan)
                loan = new_loan (key, add_agent (fixture, "Luc", "Leroy"), "2026-05-04", NULL);
  gint64 ids[] = { key, insert (fixture, loan) };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (GObject) record = load (fixture, schemas[i], ids[i]);

      for (guint j = 0; j < schemas[i]->n_columns; j++)
        {
          const EntColumn *column = &schemas[i]->columns[j];
          g_autofree char *text = ent_record_display (record, column->name);

          g_assert_false (column->kind == ENT_KIND_REF && column->type () == ENT_TYPE_ADDRESS);
          for (guint k = 0; k < G_N_ELEMENTS (secret); k++)
            g_assert_null (strstr (text, secret[k]));
        }
    }
}

/* The number and who holds it, unless somebody asks for more. */
static void
test_list_of_keys (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *schema = &ent_home_key_schema;

  for (guint i = 0; i < schema->n_columns; i++)
    {
      const char *name = schema->columns[i].name;
      gboolean shown = g_str_equal (name, "number") || g_str_equal (name, "holder");

      g_assert_cmpint ((schema->columns[i].flags & ENT_COLUMN_IN_LIST) != 0, ==, shown);
    }
  g_assert_true ((ent_schema_column (schema, "box_code")->flags & ENT_COLUMN_PRIVATE) != 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/carer-keys/numbers-follow", test_numbers_follow);
  ADD ("/carer-keys/loans-in-order", test_loans_in_order);
  ADD ("/carer-keys/one-open-loan", test_one_open_loan);
  ADD ("/carer-keys/undo-does-not-double-a-key", test_undo_does_not_double_a_key);
  ADD ("/carer-keys/given-back", test_given_back);
  ADD ("/carer-keys/nothing-leads-to-the-address", test_nothing_leads_to_the_address);
  ADD ("/carer-keys/list-of-keys", test_list_of_keys);
  return g_test_run ();
}
