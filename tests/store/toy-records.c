/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The toys: descriptors, tables, module. */

#include "toy-records.h"

#include "ent-text.h"

#define N_(text) text

static const EntChoice levels[] = {
  { TOY_LEVEL_LOW, "low", N_ ("Low level") },
  { TOY_LEVEL_HIGH, "high", N_ ("High level") },
};
static const EntEnum level_enum = { "level", levels, G_N_ELEMENTS (levels) };

/* clang-format off */
static const EntColumn owner_columns[] = {
  ENT_TEXT (ToyOwner, name, N_("Name"), ENT_COLUMN_REQUIRED | ENT_COLUMN_SEARCH | ENT_COLUMN_SORT),
  ENT_TEXT (ToyOwner, first_name, N_("First name"), ENT_COLUMN_SEARCH),
  ENT_TEXT (ToyOwner, number, N_("Number"), ENT_COLUMN_UNIQUE | ENT_COLUMN_SEARCH),
  ENT_DATE (ToyOwner, born, N_("Born"), ENT_COLUMN_FILTER),
  ENT_ENUM (ToyOwner, level, N_("Level"), ENT_COLUMN_FILTER, &level_enum),
  ENT_MONEY (ToyOwner, amount, N_("Amount"), 0),
  ENT_BOOL (ToyOwner, active, N_("Active"), 0),
  ENT_TIME (ToyOwner, start, N_("Start"), 0),
  ENT_STAMP (ToyOwner, seen, N_("Seen"), 0),
  ENT_INT (ToyOwner, rank, N_("Rank"), ENT_COLUMN_SORT),
  ENT_TEXT (ToyOwner, note, N_("Note"), ENT_COLUMN_LONG),
  ENT_REF (ToyOwner, friend_id, N_("Friend"), 0, toy_owner_get_type),
  ENT_COMPUTED (ToyOwner, n_children, N_("Children"), 0,
                "SELECT count(*) FROM toy_child c WHERE c.owner_id = toy_owner.id"),
  ENT_TEXT (ToyOwner, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};
static const EntColumn child_columns[] = {
  ENT_REF (ToyChild, owner_id, N_("Owner"), ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER,
           toy_owner_get_type),
  ENT_TEXT (ToyChild, phone, N_("Phone"), ENT_COLUMN_SEARCH),
};
static const EntColumn grandchild_columns[] = {
  ENT_REF (ToyGrandchild, child_id, N_("Child"), ENT_COLUMN_OWNER, toy_child_get_type),
  ENT_TEXT (ToyGrandchild, text, N_("Text"), 0),
};
static const EntColumn paper_columns[] = {
  ENT_REF (ToyPaper, owner_id, N_("Owner"), ENT_COLUMN_OWNER | ENT_COLUMN_LATE, toy_owner_get_type),
  ENT_TEXT (ToyPaper, title, N_("Title"), ENT_COLUMN_REQUIRED),
  ENT_TEXT (ToyPaper, file, N_("File"), ENT_COLUMN_FILE | ENT_COLUMN_HIDDEN),
  ENT_TEXT (ToyPaper, state, N_("State"), ENT_COLUMN_LATE),
  ENT_TEXT (ToyPaper, sort_key, N_("Order"), ENT_COLUMN_HIDDEN | ENT_COLUMN_SORT),
};
/* clang-format on */

static char *
owner_summary (EntRecord *record)
{
  ToyOwner *self = TOY_OWNER (record);

  return g_strdup_printf ("%s %s", self->name != NULL ? self->name : "",
                          self->first_name != NULL ? self->first_name : "");
}

static void
owner_prepare (EntRecord *record)
{
  ToyOwner *self = TOY_OWNER (record);
  g_autofree char *whole = g_strdup_printf ("%s %s", self->name != NULL ? self->name : "",
                                            self->first_name != NULL ? self->first_name : "");
  g_autofree char *key = ent_text_sort_key (whole);

  g_object_set (self, "sort-key", key, NULL);
}

static void
owner_validate (EntRecord *record, EntIssues *issues)
{
  ToyOwner *self = TOY_OWNER (record);

  if (self->rank != ENT_INT_NONE && self->rank < 0)
    ent_issues_add (issues, "rank", "The rank is below zero.");
  if (self->rank == 0)
    ent_issues_warn (issues, "rank", "A rank of zero is rare.");
}

/* Its place among the grandchildren when it has no text; the same twin only once. */
static void
grandchild_settle (EntRecord *record, EntDb *db, EntIssues *issues)
{
  ToyGrandchild *self = TOY_GRANDCHILD (record);
  gint64 n = ent_db_number (db, "SELECT count(*) FROM toy_grandchild WHERE child_id = $1",
                            ENT_ARGS (ent_int (self->child_id)), 0);
  g_autofree char *place = g_strdup_printf ("%" G_GINT64_FORMAT, n + 1);

  if (self->text == NULL)
    g_object_set (self, "text", place, NULL);
  else if (g_str_equal (self->text, "twin") && n > 1)
    ent_issues_add (issues, "text", "There are two already.");
}

/* Follows from a column that may change. */
static void
paper_prepare (EntRecord *record)
{
  ToyPaper *self = TOY_PAPER (record);
  g_autofree char *key = ent_text_sort_key (self->state != NULL ? self->state : "");

  g_object_set (self, "sort-key", key, NULL);
}

const EntSchema toy_owner_schema = {
  .table = "toy_owner",
  .number = 201,
  .title = N_ ("Owner"),
  .plural = N_ ("Owners"),
  .columns = owner_columns,
  .n_columns = G_N_ELEMENTS (owner_columns),
  .order = "sort_key, id",
  .type = toy_owner_get_type,
  .summary = owner_summary,
  .prepare = owner_prepare,
  .validate = owner_validate,
};

const EntSchema toy_child_schema = {
  .table = "toy_child",
  .number = 202,
  .title = N_ ("Child"),
  .plural = N_ ("Children"),
  .columns = child_columns,
  .n_columns = G_N_ELEMENTS (child_columns),
  .order = "id",
  .type = toy_child_get_type,
};

const EntSchema toy_grandchild_schema = {
  .table = "toy_grandchild",
  .number = 203,
  .title = N_ ("Grandchild"),
  .plural = N_ ("Grandchildren"),
  .columns = grandchild_columns,
  .n_columns = G_N_ELEMENTS (grandchild_columns),
  .order = "id",
  .type = toy_grandchild_get_type,
  .settle = grandchild_settle,
};

const EntSchema toy_paper_schema = {
  .table = "toy_paper",
  .number = 204,
  .title = N_ ("Paper"),
  .plural = N_ ("Papers"),
  .columns = paper_columns,
  .n_columns = G_N_ELEMENTS (paper_columns),
  .order = "id",
  .type = toy_paper_get_type,
  .is_final = TRUE,
  .prepare = paper_prepare,
};

G_DEFINE_FINAL_TYPE (ToyOwner, toy_owner, ENT_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (ToyChild, toy_child, ENT_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (ToyGrandchild, toy_grandchild, ENT_TYPE_RECORD)
G_DEFINE_FINAL_TYPE (ToyPaper, toy_paper, ENT_TYPE_RECORD)

static void
toy_owner_class_init (ToyOwnerClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &toy_owner_schema);
}

static void
toy_owner_init (ToyOwner *self)
{
}

static void
toy_child_class_init (ToyChildClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &toy_child_schema);
}

static void
toy_child_init (ToyChild *self)
{
}

static void
toy_grandchild_class_init (ToyGrandchildClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &toy_grandchild_schema);
}

static void
toy_grandchild_init (ToyGrandchild *self)
{
}

static void
toy_paper_class_init (ToyPaperClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &toy_paper_schema);
}

static void
toy_paper_init (ToyPaper *self)
{
}

#define FIRST_SQL \
  "CREATE TABLE toy_owner (id @ID@, version BIGINT NOT NULL DEFAULT 1, name TEXT NOT NULL," \
  " first_name TEXT, number TEXT UNIQUE, born TEXT, level TEXT, amount BIGINT," \
  " active INTEGER NOT NULL DEFAULT 0, start INTEGER, seen BIGINT, rank INTEGER, note TEXT," \
  " friend_id BIGINT REFERENCES toy_owner (id), sort_key TEXT);\n" \
  "CREATE INDEX toy_owner_order ON toy_owner (sort_key, id);\n" \
  "CREATE INDEX toy_owner_friends ON toy_owner (friend_id);\n" \
  "CREATE TABLE toy_child (id @ID@, version BIGINT NOT NULL DEFAULT 1," \
  " owner_id BIGINT NOT NULL REFERENCES toy_owner (id), phone TEXT);\n" \
  "CREATE INDEX toy_child_owner ON toy_child (owner_id);\n" \
  "CREATE TABLE toy_grandchild (id @ID@, version BIGINT NOT NULL DEFAULT 1," \
  " child_id BIGINT REFERENCES toy_child (id), text TEXT);\n" \
  "CREATE INDEX toy_grandchild_child ON toy_grandchild (child_id);\n" \
  "CREATE TABLE toy_paper (id @ID@, version BIGINT NOT NULL DEFAULT 1," \
  " owner_id BIGINT REFERENCES toy_owner (id), title TEXT NOT NULL, file TEXT, state TEXT," \
  " sort_key TEXT);\n" \
  "CREATE INDEX toy_paper_owner ON toy_paper (owner_id);\n"

static const EntMigration migrations[] = {
  { 2, "0002-toys", FIRST_SQL },
  { 0, NULL, NULL },
};
static const EntMigration migrations_next[] = {
  { 2, "0002-toys", FIRST_SQL },
  { 3, "0003-more-toys", "CREATE TABLE toy_extra (id @ID@, text TEXT);" },
  { 0, NULL, NULL },
};
static const EntSchema *const schemas[] = { &toy_owner_schema, &toy_child_schema,
                                            &toy_grandchild_schema, &toy_paper_schema, NULL };

/* Each new register begins with one owner, so that seeding is seen. */
static gboolean
seed (EntApply *apply, GError **error)
{
  g_autoptr (GObject) owner = ent_record_new (TOY_TYPE_OWNER);

  g_object_set (owner, "name", "Seedling", NULL);
  return ent_apply_insert (apply, owner, error);
}

const EntModule toy_module = { "toy", schemas, migrations, seed };
const EntModule toy_module_next = { "toy", schemas, migrations_next, seed };
