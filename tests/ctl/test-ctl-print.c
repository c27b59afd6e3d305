/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of “entraidectl print” and “entraidectl check-document” as a program. */

#include "ctl-fixture.h"
#include "ent-date.h"
#include "ent-document.h"
#include "ent-module.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-make.h"
#include "ent-paper-query.h"
#include "ent-pdf-compare.h"
#include "ent-register.h"
#include "ent-staff-query.h"

#define ENT_MODULE(name) extern const EntModule ent_##name##_module;
#include "ent-modules.h"
#undef ENT_MODULE

#define ENT_MODULE(name) &ent_##name##_module,
static const EntModule *const all_modules[] = {
#include "ent-modules.h"
};
#undef ENT_MODULE

#define LETTER \
  "letter-free --answer 'answer.subject=Le guichet' --answer 'answer.text=Il est fermé lundi.'"
#define PERSON 8

/* A register of one's own, to write into. */
static void
set_up_copy (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, unused);
  g_assert_cmpint (run (fixture, "backup DEMO r.entraide"), ==, 0);
}

static GBytes *
read_pdf (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

/* What the program says on its error output after "Issued ". Transfer full. */
static char *
issued_number (Fixture *fixture)
{
  const char *word = strstr (fixture->err, "Issued D");

  g_assert_nonnull (word);
  return g_strndup (word + strlen ("Issued "), strlen ("D2026-000001"));
}

static void
assert_same_bytes (Fixture *fixture, const char *a, const char *b)
{
  g_autoptr (GBytes) first = read_pdf (fixture, a);
  g_autoptr (GBytes) second = read_pdf (fixture, b);

  g_assert_true (g_bytes_equal (first, second));
}

static GBytes *
issue_by_library (EntDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);
  g_autoptr (EntPaperRequest) request = ent_paper_request_new (ent_paper_kind ("letter-free"),
                                                              PERSON, ent_day_today ());
  g_autoptr (EntDocument) document = NULL;
  EntApply *apply = ent_apply_begin (db, "Test", "tester", &error);
  gint64 id;

  ent_paper_request_set_answer (request, "answer.subject", "Le guichet");
  ent_paper_request_set_answer (request, "answer.text", "Il est fermé lundi.");
  request->author = g_strdup (g_get_user_name ());
  request->agent_id = agent != NULL ? ent_record_get_id (agent) : 0;
  ent_paper_propose (db, request);
  id = ent_paper_issue (apply, request, &error);
  g_assert_no_error (error);
  ent_apply_commit (apply, &error);
  g_assert_no_error (error);
  document = ent_paper_query_record (db, &ent_document_schema, id, &error);
  return ent_paper_get_file (db, document, &error);
}

/* The program issues, byte for byte, what the library issues on a copy of the register. */
static void
test_same_as_the_library (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.entraide", NULL);
  g_autoptr (GError) error = NULL;
  EntRegister *reg;
  EntDb *db;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_cmpint (run (fixture, "backup r.entraide copy.entraide"), ==, 0);
  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 -o a.pdf"), ==, 0);
  reg = ent_register_open (path, NULL, g_get_user_name (), 0, &error);
  g_assert_no_error (error);
  db = ent_register_steal_db (reg);
  expected = issue_by_library (db);
  written = read_pdf (fixture, "a.pdf");
  g_assert_true (g_bytes_equal (expected, written));
  ent_db_close (db);
  ent_register_close (reg);
}

static void
test_again_is_the_same (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;

  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 -o a.pdf"), ==, 0);
  number = issued_number (fixture);
  line = g_strdup_printf ("print r.entraide --again %s -o b.pdf", number);
  g_assert_cmpint (run (fixture, line), ==, 0);
  assert_same_bytes (fixture, "a.pdf", "b.pdf");
  g_assert_cmpint (run (fixture, "print r.entraide --again D1999-000001 -o c.pdf"), ==, 1);
  SAYS (err, "D1999-000001");
  g_assert_false (exists (fixture, "c.pdf"));
}

static void
test_draft_enters_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_cmpint (run (fixture, "export r.entraide document"), ==, 0);
  before = g_steal_pointer (&fixture->out);
  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 --draft -o d.pdf"), ==, 0);
  g_assert_null (strstr (fixture->err, "Issued"));
  pdf = read_pdf (fixture, "d.pdf");
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_nonnull (strstr (pages[0], "Il est fermé lundi."));
  g_assert_cmpint (run (fixture, "export r.entraide document"), ==, 0);
  g_assert_cmpstr (fixture->out, ==, before);
}

static void
test_language_and_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_cmpint (run (fixture, "print r.entraide attestation-no-aid --person 8 --language nl"
                                 " --purpose school --day 2025-01-02 --draft -o d.pdf"),
                   ==, 0);
  pdf = read_pdf (fixture, "d.pdf");
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_nonnull (strstr (pages[0], "2 januari 2025"));
}

static void
test_several_in_one_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_cmpint (run (fixture,
                        "print r.entraide " LETTER " --person 8 --person 9 --person 12 -o s.pdf"),
                   ==, 0);
  pdf = read_pdf (fixture, "s.pdf");
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_cmpuint (g_strv_length (pages), ==, 3);
}

static void
test_what_is_missing_is_told (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "print r.entraide letter-free --person 8 -o a.pdf"), ==, 1);
  SAYS (err, "person 8");
  SAYS (err, "Missing");
  g_assert_false (exists (fixture, "a.pdf"));
  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 99999 -o a.pdf"), ==, 1);
  SAYS (err, "not in the register");
}

static void
test_list_names_documents (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "print --list"), ==, 0);
  SAYS (out, "letter-free: ");
  SAYS (out, "attestation-household: ");
  SAYS (out, "answer.subject");
}

static void
test_misuse (Fixture *fixture, gconstpointer unused)
{
  static const char *const wrong[] = {
    "print",
    "print r.entraide",
    "print r.entraide letter-free",
    "print r.entraide nonsense --person 8",
    "print r.entraide letter-free --person 8 --answer subject",
    "print r.entraide letter-free --person 8 --answer answer.nothing=x",
    "print r.entraide letter-free --person 8 --language it",
    "print r.entraide letter-free --person 8 --day 2999-01-01",
    "print r.entraide letter-free --again D2026-000001",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_test_message ("%s", wrong[i]);
      g_assert_cmpint (run (fixture, wrong[i]), ==, 2);
      g_assert_cmpint (*fixture->err, !=, '\0');
    }
}

static void
append_byte (Fixture *fixture, const char *from, const char *to)
{
  g_autoptr (GBytes) pdf = read_pdf (fixture, from);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autofree char *path = g_build_filename (fixture->folder, to, NULL);

  g_byte_array_append (array, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (array, (const guint8 *) "\n", 1);
  g_assert_true (g_file_set_contents (path, (const char *) array->data, (gssize) array->len, NULL));
}

static void
test_check_file (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 -o a.pdf"), ==, 0);
  g_assert_cmpint (run (fixture, "check-document r.entraide a.pdf"), ==, 0);
  SAYS (out, "Authentic");
  append_byte (fixture, "a.pdf", "b.pdf");
  g_assert_cmpint (run (fixture, "check-document r.entraide b.pdf"), ==, 1);
  SAYS (out, "Altered");
  /* It came after the other register was copied. */
  g_assert_cmpint (run (fixture, "check-document DEMO a.pdf"), ==, 2);
  SAYS (out, "Unknown");
}

static void
test_check_code (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GBytes) pdf = NULL;
  g_auto (GStrv) pages = NULL;
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;
  g_autofree char *good = NULL;
  g_autofree char *bad = NULL;

  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 -o a.pdf"), ==, 0);
  pdf = read_pdf (fixture, "a.pdf");
  pages = ent_pdf_page_texts (pdf, NULL);
  g_assert_true (ent_pdf_find_seal (pages, &number, &code));
  good = g_strdup_printf ("check-document r.entraide --number %s --code %s", number, code);
  bad = g_strdup_printf ("check-document r.entraide --number %s --code 0000-0000-0000", number);
  g_assert_cmpint (run (fixture, good), ==, 0);
  g_assert_cmpint (run (fixture, bad), ==, 1);
  g_assert_cmpint (run (fixture,
                        "check-document r.entraide --number D1999-000001 --code 0000-0000-0000"),
                   ==, 2);
}

static void
test_what_cannot_be_checked (Fixture *fixture, gconstpointer unused)
{
  static const char *const lines[] = {
    "check-document",
    "check-document r.entraide",
    "check-document r.entraide --number D2026-000001",
    "check-document r.entraide gone.pdf",
    "check-document gone.entraide gone.pdf",
    "check-document r.entraide r.entraide",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run (fixture, lines[i]), ==, 3);
      g_assert_cmpint (*fixture->err, !=, '\0');
    }
}

/* What only reads does not bring a register up to date, and says so. */
static void
test_older_register_is_told (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (fixture->folder, "r.entraide", NULL);
  g_autoptr (GError) error = NULL;
  EntDb *db = ent_db_open (path, NULL, 0, &error);

  g_assert_no_error (error);
  g_assert_true (ent_db_script (db, "PRAGMA user_version = 4", &error));
  g_assert_no_error (error);
  ent_db_close (db);
  g_assert_cmpint (run (fixture, "print r.entraide " LETTER " --person 8 --draft -o x.pdf"), ==, 1);
  SAYS (err, "older version");
  g_assert_cmpint (run (fixture, "check-document r.entraide --number D2026-1 --code 0"), ==, 3);
  SAYS (err, "older version");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_copy, func, tear_down)

int
main (int argc, char **argv)
{
  int code;

  g_test_init (&argc, &argv, NULL);
  ent_registry_set_modules (all_modules, G_N_ELEMENTS (all_modules));
  make_demo ();
  ADD ("/ctl-print/library", test_same_as_the_library);
  ADD ("/ctl-print/again", test_again_is_the_same);
  ADD ("/ctl-print/draft", test_draft_enters_nothing);
  ADD ("/ctl-print/language", test_language_and_day);
  ADD ("/ctl-print/several", test_several_in_one_file);
  ADD ("/ctl-print/missing", test_what_is_missing_is_told);
  ADD ("/ctl-print/list", test_list_names_documents);
  ADD ("/ctl-print/misuse", test_misuse);
  ADD ("/ctl-print/check-file", test_check_file);
  ADD ("/ctl-print/check-code", test_check_code);
  ADD ("/ctl-print/older-register", test_older_register_is_told);
  ADD ("/ctl-print/not-checked", test_what_cannot_be_checked);
  code = g_test_run ();
  remove_demo ();
  return code;
}
