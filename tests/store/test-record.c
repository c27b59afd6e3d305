/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records and columns: properties, notification, copies, values, display and parsing. */

#include "ent-date.h"
#include "ent-money.h"
#include "toy-bench.h"

static void
count_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_empty (void)
{
  g_autoptr (ToyOwner) owner = ent_record_new (TOY_TYPE_OWNER);

  g_assert_null (owner->name);
  g_assert_cmpint (owner->born, ==, ENT_DAY_NONE);
  g_assert_cmpint (owner->amount, ==, ENT_MONEY_NONE);
  g_assert_cmpint (owner->rank, ==, ENT_INT_NONE);
  g_assert_cmpint (owner->start, ==, ENT_INT_NONE);
  g_assert_cmpint (owner->level, ==, 0);
  g_assert_cmpint (ent_record_get_id (owner), ==, 0);
  g_assert_false (ent_record_is_loaded (owner));
  for (guint i = 0; i < toy_owner_schema.n_columns; i++)
    {
      g_autofree char *text = ent_record_display (owner, toy_owner_schema.columns[i].name);
      gboolean is_bool = toy_owner_schema.columns[i].kind == ENT_KIND_BOOL;

      g_assert_cmpstr (text, ==, is_bool ? "No" : "");
      g_assert_cmpint (ent_record_is_empty (owner, i), ==, !is_bool);
    }
}

static void
test_properties (void)
{
  g_autoptr (ToyOwner) owner = ent_record_new (TOY_TYPE_OWNER);
  g_autofree char *name = NULL;
  gint64 amount;
  int born;
  guint heard = 0;

  g_signal_connect (owner, "notify::first-name", G_CALLBACK (count_cb), &heard);
  g_object_set (owner, "first-name", "Anne", "amount", (gint64) 1250, "born", 365, "active", TRUE,
                NULL);
  g_assert_cmpuint (heard, ==, 1);
  g_object_set (owner, "first-name", "Anne", NULL);
  g_assert_cmpuint (heard, ==, 1);
  g_object_get (owner, "first-name", &name, "amount", &amount, "born", &born, NULL);
  g_assert_cmpstr (name, ==, "Anne");
  g_assert_cmpint (amount, ==, 1250);
  g_assert_cmpint (born, ==, 365);

  /* There is one way to be empty. */
  g_object_set (owner, "first-name", "", NULL);
  g_assert_null (owner->first_name);
  g_assert_cmpuint (heard, ==, 2);
  g_assert_nonnull (g_object_class_find_property (G_OBJECT_GET_CLASS (owner), "n-children"));
  g_assert_null (g_object_class_find_property (G_OBJECT_GET_CLASS (owner), "phone"));
}

static void
check_value (gpointer record, const char *column, EntValue value, const char *shown)
{
  int position = ent_schema_find (&toy_owner_schema, column);
  g_autofree char *text = NULL;
  EntValue back;

  ent_record_set_value (record, (guint) position, &value);
  ent_record_get_value (record, (guint) position, &back);
  g_assert_true (ent_value_equal (&value, &back));
  ent_value_clear (&back);
  text = ent_record_display (record, column);
  g_assert_cmpstr (text, ==, shown);
}

static void
test_values (void)
{
  g_autoptr (ToyOwner) owner = ent_record_new (TOY_TYPE_OWNER);

  check_value (owner, "name", ent_text ("Éléonore"), "Éléonore");
  check_value (owner, "born", ent_text ("1980-02-29"), "29/02/1980");
  check_value (owner, "level", ent_text ("high"), "High level");
  check_value (owner, "amount", ent_int (123456), "1\u202f234,56\u00a0€");
  check_value (owner, "active", ent_int (1), "Yes");
  check_value (owner, "start", ent_int (8 * 60 + 30), "08:30");
  check_value (owner, "rank", ent_int (-3), "-3");
  check_value (owner, "friend_id", ent_int (77), "77");
  check_value (owner, "friend-id", ent_null (), "");
  check_value (owner, "born", ent_null (), "");
  check_value (owner, "seen", ent_int (G_GINT64_CONSTANT (1600000000000000)), "13/09/2020 12:26");
}

/* The database, an import or a computed column may bring a value of another type. */
static void
test_wrong_types (void)
{
  static const EntValue odd[] = {
    { .type = ENT_VALUE_INT, .i = 42 },
    { .type = ENT_VALUE_REAL, .d = 1.5 },
    { .type = ENT_VALUE_TEXT, .s = "neither day nor nick" },
  };

  for (guint i = 0; i < toy_owner_schema.n_columns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (odd); j++)
      {
        g_autoptr (ToyOwner) owner = ent_record_new (TOY_TYPE_OWNER);
        g_autofree char *shown = NULL;

        ent_record_set_value (owner, i, &odd[j]);
        shown = ent_record_display (owner, toy_owner_schema.columns[i].name);
        g_assert_nonnull (shown);
        if (toy_owner_schema.columns[i].kind == ENT_KIND_TEXT)
          g_assert_cmpstr (shown, ==, j == 0 ? "42" : j == 1 ? "1.5" : odd[j].s);
        else if (odd[j].type != ENT_VALUE_INT)
          g_assert_true (toy_owner_schema.columns[i].kind == ENT_KIND_BOOL ||
                         ent_record_is_empty (owner, i));
      }
}

static void
test_copy_and_compare (void)
{
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyOwner) copy = NULL;
  guint64 mask;

  ent_record_set_identity (owner, 12, 3);
  copy = ent_record_dup (owner);
  g_assert_cmpint (ent_record_get_id (copy), ==, 12);
  g_assert_cmpint (ent_record_get_version (copy), ==, 3);
  g_assert_cmpuint (ent_record_compare (owner, copy), ==, 0);
  g_assert_true (copy->name != owner->name);

  g_object_set (copy, "first-name", NULL, "born", 0, NULL);
  mask = ent_record_compare (owner, copy);
  g_assert_cmpuint (mask, ==, 1u << 1 | 1u << 3);

  /* What is computed is never a difference. */
  g_object_set (copy, "first-name", "Anne", "born", ENT_DAY_NONE, "n-children", "5", NULL);
  g_assert_cmpuint (ent_record_compare (owner, copy), ==, 0);
}

static void
test_summary (void)
{
  g_autoptr (ToyOwner) owner = toy_owner_draft ("Dupont", "Anne");
  g_autoptr (ToyChild) child = ent_record_new (TOY_TYPE_CHILD);
  g_autofree char *drafted = ent_record_get_summary (owner);
  g_autofree char *hollow = NULL;
  g_autofree char *full = NULL;
  g_autofree char *first_text = NULL;
  guint heard = 0;

  g_assert_cmpstr (drafted, ==, "Dupont Anne");
  ent_record_set_identity (owner, 4, 1);
  hollow = ent_record_get_summary (owner);
  g_assert_cmpstr (hollow, ==, "");
  g_signal_connect (owner, "notify::summary", G_CALLBACK (count_cb), &heard);
  g_signal_connect (owner, "notify::loaded", G_CALLBACK (count_cb), &heard);
  ent_record_set_loaded (owner, TRUE);
  g_assert_cmpuint (heard, ==, 2);
  full = ent_record_get_summary (owner);
  g_assert_cmpstr (full, ==, "Dupont Anne");

  g_object_set (child, "phone", "+3281", NULL);
  first_text = ent_record_get_summary (child);
  g_assert_cmpstr (first_text, ==, "+3281");
}

static void
check_parse (const char *column, const char *text, EntValue expected)
{
  g_autofree char *message = NULL;
  EntValue value;
  gboolean ok = ent_column_parse (ent_schema_column (&toy_owner_schema, column), text,
                                  ent_day_from_ymd (2026, 11, 21), &value, &message);

  g_assert_true (ok);
  g_assert_null (message);
  g_assert_true (ent_value_equal (&value, &expected));
  ent_value_clear (&value);
}

static void
check_refused (const char *column, const char *text)
{
  g_autofree char *message = NULL;
  EntValue value;

  g_assert_false (ent_column_parse (ent_schema_column (&toy_owner_schema, column), text,
                                    ent_day_from_ymd (2026, 11, 21), &value, &message));
  g_assert_nonnull (message);
  g_assert_cmpint (value.type, ==, ENT_VALUE_NULL);
  g_assert_false (
      ent_column_parse (ent_schema_column (&toy_owner_schema, column), text, 0, &value, NULL));
}

static void
test_parse (void)
{
  check_parse ("name", "  Anne   Marie ", ent_text ("Anne Marie"));
  check_parse ("note", " one\n two ", ent_text ("one\n two"));
  check_parse ("born", "1/2/1980", ent_text ("1980-02-01"));
  check_parse ("level", "HIGH level", ent_text ("high"));
  check_parse ("level", "low", ent_text ("low"));
  check_parse ("amount", "1.234,56", ent_int (123456));
  check_parse ("active", "Oui", ent_int (1));
  check_parse ("active", "0", ent_int (0));
  check_parse ("start", "8:30", ent_int (510));
  check_parse ("rank", "-12", ent_int (-12));
  for (guint i = 0; i < toy_owner_schema.n_columns; i++)
    {
      check_parse (toy_owner_schema.columns[i].name, "  ", ent_null ());
      check_parse (toy_owner_schema.columns[i].name, NULL, ent_null ());
    }
  check_refused ("born", "31/02/1980");
  check_refused ("level", "middle");
  check_refused ("amount", "12 apples");
  check_refused ("active", "perhaps");
  check_refused ("start", "25:00");
  check_refused ("rank", "1.5");
  check_refused ("rank", "99999999999999999999");
}

static void
test_schema (void)
{
  g_assert_cmpint (ent_schema_find (&toy_owner_schema, "first_name"), ==, 1);
  g_assert_cmpint (ent_schema_find (&toy_owner_schema, "first-name"), ==, 1);
  g_assert_cmpint (ent_schema_find (&toy_owner_schema, "first"), ==, -1);
  g_assert_cmpint (ent_schema_find (&toy_owner_schema, "first_names"), ==, -1);
  g_assert_cmpint (ent_schema_find (&toy_owner_schema, ""), ==, -1);
  g_assert_null (ent_schema_owner (&toy_owner_schema));
  g_assert_cmpstr (ent_schema_owner (&toy_child_schema)->name, ==, "owner_id");
  g_assert_true (ent_schema_for_type (TOY_TYPE_CHILD) == &toy_child_schema);
  g_assert_true (ent_registry_schema ("toy_child") == &toy_child_schema);
  g_assert_null (ent_registry_schema ("toy"));
  g_assert_true (ent_registry_schema_by_number (203) == &toy_grandchild_schema);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  toy_init (&argc, &argv);
  g_test_add_func ("/store/record/empty", test_empty);
  g_test_add_func ("/store/record/properties", test_properties);
  g_test_add_func ("/store/record/values", test_values);
  g_test_add_func ("/store/record/wrong-types", test_wrong_types);
  g_test_add_func ("/store/record/copy-and-compare", test_copy_and_compare);
  g_test_add_func ("/store/record/summary", test_summary);
  g_test_add_func ("/store/record/parse", test_parse);
  g_test_add_func ("/store/record/schema", test_schema);
  return g_test_run ();
}
