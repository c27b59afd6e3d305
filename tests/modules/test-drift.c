/* SPDX-License-Identifier: GPL-3.0-or-later */

/* After all migrations the tables are what the descriptors say. */

#include "module-fixture.h"

#include <string.h>

static const char *
expected_type (EntKind kind)
{
  switch (kind)
    {
    case ENT_KIND_INT:
    case ENT_KIND_TIME:
    case ENT_KIND_BOOL:
      return "INTEGER";
    case ENT_KIND_MONEY:
    case ENT_KIND_STAMP:
    case ENT_KIND_REF:
      return "BIGINT";
    default:
      return "TEXT";
    }
}

static void
check_table (Fixture *fixture, const EntSchema *schema)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntRows) rows = NULL;
  guint n_stored = 0, n_found = 0;

  for (guint i = 0; i < schema->n_columns; i++)
    n_stored += schema->columns[i].expression == NULL;

  rows = ent_db_query (fixture->db, "SELECT name, type, \"notnull\" FROM pragma_table_info ($1)",
                       ENT_ARGS (ent_text (schema->table)), &error);
  g_assert_no_error (error);
  while (ent_rows_next (rows, &error))
    {
      const char *name = ent_rows_text (rows, 0);
      const EntColumn *column = ent_schema_column (schema, name);
      gboolean filled;

      if (g_str_equal (name, "id") || g_str_equal (name, "version"))
        continue;
      g_test_message ("%s.%s", schema->table, name);
      g_assert_nonnull (column);
      g_assert_null (column->expression);
      g_assert_cmpstr (ent_rows_text (rows, 1), ==, expected_type (column->kind));
      filled = (column->flags & ENT_COLUMN_REQUIRED) != 0 || column->kind == ENT_KIND_BOOL;
      g_assert_cmpint (ent_rows_int (rows, 2), ==, filled);
      n_found++;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_found, ==, n_stored);
}

static gboolean
has_index (Fixture *fixture, const char *table, const char *column, gboolean unique)
{
  return ent_db_number (fixture->db,
                        "SELECT count(*) FROM pragma_index_list ($1) AS l, "
                        "pragma_index_info (l.name) AS i "
                        "WHERE i.seqno = 0 AND i.name = $2 AND l.\"unique\" >= $3",
                        ENT_ARGS (ent_text (table), ent_text (column), ent_int (unique)), 0) > 0;
}

static gboolean
has_foreign_key (Fixture *fixture, const char *table, const char *column, const char *target)
{
  return ent_db_number (fixture->db,
                        "SELECT count(*) FROM pragma_foreign_key_list ($1) AS k "
                        "WHERE k.\"from\" = $2 AND k.\"table\" = $3 AND k.on_delete = 'NO ACTION'",
                        ENT_ARGS (ent_text (table), ent_text (column), ent_text (target)), 0) == 1;
}

static void
check_column (Fixture *fixture, const EntSchema *schema, const EntColumn *column)
{
  g_test_message ("%s.%s", schema->table, column->name);

  if (column->kind == ENT_KIND_ENUM)
    g_assert_nonnull (column->choices);
  if (column->kind == ENT_KIND_REF)
    {
      const EntSchema *target = ent_schema_for_type (column->type ());

      g_assert_nonnull (target);
      g_assert_true (has_index (fixture, schema->table, column->name, FALSE));
      g_assert_true (has_foreign_key (fixture, schema->table, column->name, target->table));
    }
  if (column->flags & ENT_COLUMN_SORT)
    g_assert_true (has_index (fixture, schema->table, column->name, FALSE));
  if (column->flags & ENT_COLUMN_UNIQUE)
    g_assert_true (has_index (fixture, schema->table, column->name, TRUE));
}

static void
test_tables_equal_descriptors (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *const *schemas = ent_registry_schemas ();

  g_assert_nonnull (schemas[0]);
  for (guint i = 0; schemas[i] != NULL; i++)
    check_table (fixture, schemas[i]);
}

static void
test_indexes_and_references (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *const *schemas = ent_registry_schemas ();

  for (guint i = 0; schemas[i] != NULL; i++)
    for (guint j = 0; j < schemas[i]->n_columns; j++)
      if (schemas[i]->columns[j].expression == NULL)
        check_column (fixture, schemas[i], &schemas[i]->columns[j]);
}

static void
test_schemas_are_whole (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *const *schemas = ent_registry_schemas ();
  gboolean taken[256] = { FALSE };

  for (guint i = 0; schemas[i] != NULL; i++)
    {
      guint n_owners = 0;

      g_test_message ("%s", schemas[i]->table);
      g_assert_cmpuint (schemas[i]->number, >, 0);
      g_assert_cmpuint (schemas[i]->number, <, 256);
      g_assert_false (taken[schemas[i]->number]);
      taken[schemas[i]->number] = TRUE;
      g_assert_true (g_str_has_suffix (schemas[i]->order, "id"));
      g_assert_cmpuint (schemas[i]->n_columns, <=, 64);
      g_assert_nonnull (schemas[i]->icon_name);
      for (guint j = 0; j < schemas[i]->n_columns; j++)
        n_owners += (schemas[i]->columns[j].flags & ENT_COLUMN_OWNER) != 0;
      g_assert_cmpuint (n_owners, <=, 1);
    }
}

static void
check_choices (const EntEnum *choices)
{
  for (guint i = 0; i < choices->n_choices; i++)
    {
      const EntChoice *choice = &choices->choices[i];

      g_assert_cmpint (choice->value, !=, 0);
      g_assert_true (ent_enum_by_value (choices, choice->value) == choice);
      g_assert_true (ent_enum_by_nick (choices, choice->nick) == choice);
      g_assert_cmpuint (strlen (choice->label), >, 0);
    }
}

static void
test_choices_are_distinct (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *const *schemas = ent_registry_schemas ();

  for (guint i = 0; schemas[i] != NULL; i++)
    for (guint j = 0; j < schemas[i]->n_columns; j++)
      if (schemas[i]->columns[j].choices != NULL)
        check_choices (schemas[i]->columns[j].choices);
}

static void
test_every_select_runs (Fixture *fixture, gconstpointer unused)
{
  const EntSchema *const *schemas = ent_registry_schemas ();

  for (guint i = 0; schemas[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) records = NULL;
      g_autofree char *tail = g_strdup_printf ("ORDER BY %s LIMIT 3", schemas[i]->order);

      records = ent_sql_load (fixture->db, schemas[i], tail, ENT_NO_ARGS, &error);
      g_assert_no_error (error);
      g_assert_nonnull (records);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/drift/tables-equal-descriptors", test_tables_equal_descriptors);
  ADD ("/drift/indexes-and-references", test_indexes_and_references);
  ADD ("/drift/schemas-are-whole", test_schemas_are_whole);
  ADD ("/drift/choices-are-distinct", test_choices_are_distinct);
  ADD ("/drift/every-select-runs", test_every_select_runs);

  return g_test_run ();
}
