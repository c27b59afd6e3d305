/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of entraidectl as a program: runs the one named by ENTRAIDECTL in a folder of its own. */

#include "ctl-fixture.h"

#define PASSPHRASE "une longue phrase de passe"

static void
init (Fixture *fixture)
{
  write_file (fixture, "pass", PASSPHRASE "\n");
  g_assert_cmpint (run (fixture, "init r.entraide --passphrase-file pass"), ==, 0);
}

static void
test_help_and_version (Fixture *fixture, gconstpointer unused)
{
  static const char *const commands[] = { "init",   "demo",   "import", "export",
                                          "search", "verify", "backup", "tables" };

  g_assert_cmpint (run (fixture, "--help"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    SAYS (out, commands[i]);
  g_assert_cmpint (run (fixture, "--version"), ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "entraidectl "));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);

      g_assert_cmpint (run (fixture, line), ==, 0);
      SAYS (out, commands[i]);
      SAYS (out, "FILE");
    }
}

static void
test_misuse_is_told_apart (Fixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = {
    "",
    "nonsense",
    "init",
    "init a b",
    "demo small",
    "demo enormous x.entraide",
    "demo small x.entraide --today yesterday",
    "demo small x.entraide --today 9999-01-01",
    "verify --bogus x",
    "search x.entraide",
    "export DEMO nothing",
    "export DEMO person --columns shoe_size",
    "backup x.entraide",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_cmpint (run (fixture, wrong[i]), ==, 2);
      g_assert_true (*fixture->err != '\0' || *wrong[i] == '\0');
    }
  g_assert_false (exists (fixture, "x.entraide"));
}

static void
test_a_missing_file_fails (Fixture *fixture, gconstpointer unused)
{
  static const char *const lines[] = {
    "verify gone.entraide",       "backup gone.entraide copy", "tables gone.entraide",
    "search gone.entraide words", "export gone.entraide team", "import DEMO gone.csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmpint (run (fixture, lines[i]), ==, 1);
      SAYS (err, "gone");
    }
}

static void
test_init_protects_the_register (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  init (fixture);
  g_assert_true (exists (fixture, "r.entraide.keys"));
  g_assert_cmpint (run (fixture, "verify r.entraide --passphrase-file pass"), ==, 0);

  write_file (fixture, "wrong", "another passphrase\n");
  g_assert_cmpint (run (fixture, "verify r.entraide --passphrase-file wrong"), ==, 1);
  SAYS (err, "passphrase");
  g_assert_cmpint (run (fixture, "verify r.entraide --passphrase-file nowhere"), ==, 1);
  SAYS (err, "passphrase");
  write_file (fixture, "empty", "");
  g_assert_cmpint (run (fixture, "verify r.entraide --passphrase-file empty"), ==, 1);
  SAYS (err, "empty");
}

static void
test_init_refuses (Fixture *fixture, gconstpointer unused)
{
  write_file (fixture, "short", "court\n");
  g_assert_cmpint (run (fixture, "init s.entraide --passphrase-file short"), ==, 1);
  SAYS (err, "at least");
  g_assert_false (exists (fixture, "s.entraide"));

  init (fixture);
  g_assert_cmpint (run (fixture, "init r.entraide --passphrase-file pass"), ==, 1);
  SAYS (err, "already");
}

static void
test_verify_finds_damage (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entraide", NULL);
  g_autofree char *data = NULL;
  gsize length = 0;

  g_assert_cmpint (run (fixture, "backup DEMO copy.entraide"), ==, 0);
  g_assert_cmpint (run (fixture, "verify copy.entraide"), ==, 0);
  SAYS (out, "whole");

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 2, 0x5a, 64 * 1024);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_assert_cmpint (run (fixture, "verify copy.entraide"), ==, 1);
  SAYS (err, "damaged");
}

static void
test_backup_keeps_the_keys (Fixture *fixture, gconstpointer unused)
{
  init (fixture);
  g_assert_cmpint (run (fixture, "backup r.entraide b.entraide --passphrase-file pass"), ==, 0);
  g_assert_true (exists (fixture, "b.entraide.keys"));
  g_assert_cmpint (run (fixture, "verify b.entraide --passphrase-file pass"), ==, 0);
  g_assert_cmpint (run (fixture, "backup r.entraide b.entraide --passphrase-file pass"), ==, 1);
  SAYS (err, "already");
}

static void
test_tables_are_described (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "tables DEMO"), ==, 0);
  SAYS (out, "person: Persons, 5000 rows");
  SAYS (out, "national_number");
  SAYS (out, "sensitive");
  SAYS (out, "social-worker: Social worker");
  g_assert_null (strstr (fixture->out, "sort_key"));
}

static void
test_search_finds (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "search DEMO sart-lez-brumes"), ==, 0);
  SAYS (out, "municipality ");
  SAYS (out, "Sart-lez-Brumes");
  g_assert_cmpint (run (fixture, "search DEMO xyzzy plugh"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, "");
  SAYS (err, "Nothing");
}

static guint
n_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
test_export_writes_what_is_asked (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text = NULL;

  g_assert_cmpint (run (fixture, "export DEMO locality --columns postcode,name_fr --search 4999"),
                   ==, 0);
  SAYS (out, "Postcode;French name\r\n");
  SAYS (out, "4999;Houlembois\r\n");
  g_assert_cmpuint (n_lines (fixture->out), ==, 7);

  g_assert_cmpint (run (fixture, "export DEMO person -o p.csv"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, "");
  text = read_file (fixture, "p.csv");
  g_assert_cmpuint (n_lines (text), ==, 5001);
}

#define COLUMNS "last_name,first_names,birth_date,national_number,sex,language,address_line"

static void
test_export_and_import_come_back (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  init (fixture);
  g_assert_cmpint (run (fixture,
                        "export DEMO person --search houlembois --columns " COLUMNS " -o a.csv"),
                   ==, 0);
  g_assert_cmpint (run (fixture, "import r.entraide a.csv --passphrase-file pass"), ==, 0);
  g_assert_cmpint (run (fixture, "export r.entraide person --columns " COLUMNS
                                 " -o b.csv --passphrase-file pass"),
                   ==, 0);
  before = read_file (fixture, "a.csv");
  after = read_file (fixture, "b.csv");
  g_assert_cmpuint (n_lines (before), >, 500);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (run (fixture, "search r.entraide houlembois --passphrase-file pass"), ==, 0);
  SAYS (out, "person ");
}

#define MIXED "Nom;Naissance\nDupont;1/1/1980\nMartin;31/31/1980\n"

static void
test_a_dry_run_writes_nothing (Fixture *fixture, gconstpointer unused)
{
  init (fixture);
  write_file (fixture, "m.csv", MIXED);
  g_assert_cmpint (run (fixture, "import r.entraide m.csv --dry-run --passphrase-file pass"), ==,
                   1);
  SAYS (out, "Line 3: Naissance: ");
  SAYS (out, "Nothing was written");
  g_assert_cmpint (run (fixture, "tables r.entraide --passphrase-file pass"), ==, 0);
  SAYS (out, "person: Persons, 0 rows");
}

static void
test_refused_lines_come_back_as_a_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *refused = NULL;

  init (fixture);
  write_file (fixture, "m.csv", MIXED);
  g_assert_cmpint (run (fixture,
                        "import r.entraide m.csv --refused bad.csv --passphrase-file pass"),
                   ==, 1);
  SAYS (out, "1 added");
  SAYS (out, "1 refused");
  refused = read_file (fixture, "bad.csv");
  SAYS (out, "Line 3");
  g_assert_nonnull (strstr (refused, "Martin;31/31/1980;"));
  g_assert_null (strstr (refused, "Dupont"));
}

static void
test_a_mapping_is_obeyed (Fixture *fixture, gconstpointer unused)
{
  init (fixture);
  write_file (fixture, "m.csv", "Klant;Naam\nDupont;Anne\n");
  write_file (fixture, "map", "[person]\nlast_name=Klant\nfirst_names=Naam\n");
  g_assert_cmpint (run (fixture, "import r.entraide m.csv --map map --passphrase-file pass"), ==,
                   0);
  g_assert_cmpint (run (fixture, "search r.entraide anne --passphrase-file pass"), ==, 0);
  SAYS (out, "Dupont Anne");

  write_file (fixture, "bad", "[person]\nlast_name=Autre\n");
  g_assert_cmpint (run (fixture, "import r.entraide m.csv --map bad --passphrase-file pass"), ==,
                   1);
  SAYS (err, "mapping");
}

static void
test_demo_is_the_same_again (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;

  g_assert_cmpint (run (fixture, "demo small d.entraide --seed 7 --today 2026-01-31"), ==, 0);
  g_assert_true (exists (fixture, "data/entraide/regions/sart-lez-brumes.region"));
  SAYS (out, "5000");
  g_assert_cmpint (run (fixture, "demo small d.entraide"), ==, 1);
  SAYS (err, "already");
  g_assert_cmpint (run (fixture, "export d.entraide person"), ==, 0);
  first = g_steal_pointer (&fixture->out);
  g_assert_cmpint (run (fixture, "demo small e.entraide --seed 7 --today 2026-01-31"), ==, 0);
  g_assert_cmpint (run (fixture, "export e.entraide person"), ==, 0);
  g_assert_cmpstr (first, ==, fixture->out);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  make_demo ();

  ADD ("/ctl/help", test_help_and_version);
  ADD ("/ctl/misuse", test_misuse_is_told_apart);
  ADD ("/ctl/missing-file", test_a_missing_file_fails);
  ADD ("/ctl/init", test_init_protects_the_register);
  ADD ("/ctl/init-refuses", test_init_refuses);
  ADD ("/ctl/verify", test_verify_finds_damage);
  ADD ("/ctl/backup", test_backup_keeps_the_keys);
  ADD ("/ctl/tables", test_tables_are_described);
  ADD ("/ctl/search", test_search_finds);
  ADD ("/ctl/export", test_export_writes_what_is_asked);
  ADD ("/ctl/round-trip", test_export_and_import_come_back);
  ADD ("/ctl/dry-run", test_a_dry_run_writes_nothing);
  ADD ("/ctl/refused", test_refused_lines_come_back_as_a_file);
  ADD ("/ctl/mapping", test_a_mapping_is_obeyed);
  ADD ("/ctl/demo", test_demo_is_the_same_again);
  code = g_test_run ();
  remove_demo ();
  return code;
}
