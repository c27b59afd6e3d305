/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Signed documents that somebody tampered with: none may pass for valid, none may bring the signing
 * program down. */

#include "ent-frame.h"
#include "signer-fixture.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

static GBytes *original; /* signed once, valid */
static GBytes *twice; /* signed by two, valid */

/* An update by the attacker: objects spelled by hand, a table, a trailer. */
typedef struct
{
  GString *bytes;
  GString *table;
  qpdf_data qpdf;
  int next_id;
  int size; /* after the highest number */
  gsize previous;
} Update;

/* Where the last table of the file begins. */
static gsize
find_table (const char *data, gsize size)
{
  gsize at = size - strlen ("startxref");

  while (memcmp (data + at, "startxref", strlen ("startxref")) != 0)
    at--;
  return g_ascii_strtoull (data + at + strlen ("startxref"), NULL, 10);
}

static void
update_begin (Update *self, GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  qpdf_oh size_entry;

  self->qpdf = qpdf_init ();
  g_assert_cmpint (qpdf_read_memory (self->qpdf, "victim", data, size, NULL), ==, QPDF_SUCCESS);
  self->bytes = g_string_new_len (data, (gssize) size);
  self->table = g_string_new ("xref\n");
  size_entry = qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Size");
  self->next_id = qpdf_oh_get_int_value_as_int (self->qpdf, size_entry);
  self->size = self->next_id;
  self->previous = find_table (data, size);
}

static void
update_add (Update *self, int id, const char *text)
{
  self->size = MAX (self->size, id + 1);
  g_string_append_printf (self->table, "%d 1\n%010" G_GSIZE_FORMAT " 00000 n \n", id,
                          self->bytes->len);
  g_string_append_printf (self->bytes, "%d 0 obj\n%s\nendobj\n", id, text);
}

static GBytes *
update_end (Update *self)
{
  gsize at = self->bytes->len;

  g_string_append_printf (
      self->bytes,
      "%strailer\n<< /Size %d /Root %s /Prev %" G_GSIZE_FORMAT " >>\nstartxref\n%" G_GSIZE_FORMAT
      "\n%%%%EOF\n",
      self->table->str, self->size,
      qpdf_oh_unparse (self->qpdf,
                       qpdf_oh_get_key (self->qpdf, qpdf_get_trailer (self->qpdf), "/Root")),
      self->previous, at);
  g_string_free (self->table, TRUE);
  qpdf_cleanup (&self->qpdf);
  return g_string_free_to_bytes (self->bytes);
}

/* The object with one key set to what @value spells. */
static void
update_set_key (Update *self, qpdf_oh object, const char *key, const char *value)
{
  g_autoptr (GString) text = NULL;

  qpdf_oh_remove_key (self->qpdf, object, key);
  text = g_string_new (qpdf_oh_unparse_resolved (self->qpdf, object));
  g_string_truncate (text, text->len - 2);
  g_string_append_printf (text, "%s %s >>", key, value);
  update_add (self, qpdf_oh_get_object_id (self->qpdf, object), text->str);
}

static GBytes *
paint_over (GBytes *pdf)
{
  Update update;
  qpdf_oh page;
  g_autofree char *contents = NULL;

  update_begin (&update, pdf);
  page = qpdf_get_page_n (update.qpdf, 0);
  contents = g_strdup_printf ("[%s %d 0 R]",
                              qpdf_oh_unparse (update.qpdf,
                                               qpdf_oh_get_key (update.qpdf, page, "/Contents")),
                              update.next_id);
  update_add (&update, update.next_id,
              "<< /Length 29 >>\nstream\n1 0 0 rg 50 700 400 100 re f\n\nendstream");
  update_set_key (&update, page, "/Contents", contents);
  return update_end (&update);
}

static GBytes *
replace_text (GBytes *pdf)
{
  Update update;
  qpdf_oh contents;

  update_begin (&update, pdf);
  contents = qpdf_oh_get_key (update.qpdf, qpdf_get_page_n (update.qpdf, 0), "/Contents");
  update_add (&update, qpdf_oh_get_object_id (update.qpdf, contents),
              "<< /Length 29 >>\nstream\n1 0 0 rg 50 700 400 100 re f\n\nendstream");
  return update_end (&update);
}

/* Adds to the annotations of the page what @annotation spells. */
static GBytes *
annotate (GBytes *pdf, const char *annotation)
{
  Update update;
  qpdf_oh page;
  g_autofree char *annotations = NULL;
  g_autofree char *grown = NULL;

  update_begin (&update, pdf);
  page = qpdf_get_page_n (update.qpdf, 0);
  annotations = g_strdup (
      qpdf_oh_unparse_resolved (update.qpdf, qpdf_oh_get_key (update.qpdf, page, "/Annots")));
  g_strrstr (annotations, "]")[0] = ' ';
  grown = g_strdup_printf ("%s %d 0 R]", annotations, update.next_id);
  update_add (&update, update.next_id, annotation);
  update_set_key (&update, page, "/Annots", grown);
  return update_end (&update);
}

static GBytes *
add_note (GBytes *pdf)
{
  return annotate (pdf, "<< /Type/Annot /Subtype/FreeText /Rect[50 700 400 800] /F 4 "
                        "/Contents(1000 euros) /DA(/Helv 20 Tf) >>");
}

/* A field for a signature, but one that covers the text. */
static GBytes *
add_visible_field (GBytes *pdf)
{
  return annotate (pdf, "<< /Type/Annot /Subtype/Widget /FT/Sig /T(Tampon) /F 4 "
                        "/Rect[50 700 400 800] /MK<< /BG[1 0 0] >> >>");
}

static GBytes *
add_script (GBytes *pdf)
{
  Update update;

  update_begin (&update, pdf);
  update_set_key (&update, qpdf_get_root (update.qpdf), "/OpenAction",
                  "<< /S/JavaScript /JS(app.alert\\(1\\)) >>");
  return update_end (&update);
}

/* The same signature in the mouth of somebody else: what is told of it lies outside what it
 * covers. */
static GBytes *
rename_signer (GBytes *pdf)
{
  Update update;
  qpdf_oh form;
  qpdf_oh fields;
  qpdf_oh field;

  update_begin (&update, pdf);
  form = qpdf_oh_get_key (update.qpdf, qpdf_get_root (update.qpdf), "/AcroForm");
  fields = qpdf_oh_get_key (update.qpdf, form, "/Fields");
  field = qpdf_oh_get_array_item (update.qpdf, fields, 0);
  update_set_key (&update, qpdf_oh_get_key (update.qpdf, field, "/V"), "/Name", "(Quelqu'un)");
  return update_end (&update);
}

static GBytes *
append_text (GBytes *pdf, const char *text)
{
  GByteArray *all = g_byte_array_new ();

  g_byte_array_append (all, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (all, (const guint8 *) text, (guint) strlen (text));
  return g_byte_array_free_to_bytes (all);
}

static void
assert_all (GBytes *pdf, EntVerdict at_least)
{
  g_autoptr (GPtrArray) signatures = fixture_verify (pdf);

  g_assert_cmpuint (signatures->len, >, 0);
  for (guint i = 0; i < signatures->len; i++)
    g_assert_cmpint (((const EntSignature *) signatures->pdata[i])->verdict, >=, at_least);
}

static void
test_honest_ones_are_valid (void)
{
  g_autoptr (GBytes) lines = append_text (original, "\n\n");

  g_assert_cmpint (fixture_verdict (original, 0), ==, ENT_VERDICT_VALID);
  g_assert_cmpint (fixture_verdict (twice, 0), ==, ENT_VERDICT_VALID);
  g_assert_cmpint (fixture_verdict (lines, 0), ==, ENT_VERDICT_VALID);
}

static void
test_additions_are_seen (void)
{
  static GBytes *(*const attacks[]) (GBytes *pdf) = {
    paint_over, replace_text, add_note, add_visible_field, add_script,
  };

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (GBytes) once_attacked = attacks[i](original);
      g_autoptr (GBytes) twice_attacked = attacks[i](twice);

      g_test_message ("attack %u", i);
      g_assert_cmpint (fixture_verdict (once_attacked, 0), ==, ENT_VERDICT_APPENDED);
      assert_all (twice_attacked, ENT_VERDICT_APPENDED);
    }
}

static void
test_attack_between_two_signatures (void)
{
  g_autoptr (GBytes) attacked = paint_over (original);
  EntSignerOrder order = fixture_order ("second", attacked);
  g_autoptr (GPtrArray) files = ent_signer_sign (&order, PASSWORD, NULL, NULL);
  const EntSigned *file;

  g_assert_nonnull (files);
  file = files->pdata[0];
  g_assert_error (file->error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_ALTERED);
  g_assert_null (file->pdf);
  fixture_order_clear (&order);
}

static void
test_renamed_signer_is_broken (void)
{
  g_autoptr (GBytes) attacked = rename_signer (original);

  g_assert_cmpint (fixture_verdict (attacked, 0), ==, ENT_VERDICT_BROKEN);
}

static void
test_garbage_behind_is_seen (void)
{
  g_autoptr (GBytes) garbage = append_text (original, "7 0 obj\n(x)\nendobj\n%%EOF\n");

  assert_all (garbage, ENT_VERDICT_APPENDED);
}

/* Neither verdict nor error may be anything but bad. Not even readable will do. */
static void
assert_not_valid (GBytes *pdf)
{
  g_autoptr (GPtrArray) anchors = fixture_anchors ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = ent_signer_verify (pdf, anchors, NULL, &error);

  if (signatures == NULL)
    g_assert_true (g_error_matches (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PDF) ||
                   g_error_matches (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_ALTERED));
  else
    g_assert_cmpuint (signatures->len, >, 0);
  if (signatures != NULL)
    g_assert_cmpint (ent_signatures_get_worst (signatures), >=, ENT_VERDICT_APPENDED);
}

static gsize
find (GBytes *pdf, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *found = memmem (data, size, text, strlen (text));

  g_assert_nonnull (found);
  return (gsize) (found - data);
}

static GBytes *
flip (GBytes *pdf, gsize at)
{
  gsize size;
  const void *data = g_bytes_get_data (pdf, &size);
  guint8 *copy = g_memdup2 (data, size);

  copy[at] ^= 0x01;
  return g_bytes_new_take (copy, size);
}

static void
test_flipped_bytes_are_seen (void)
{
  gsize hole = find (original, "/Contents <");
  gsize size = g_bytes_get_size (original);

  for (guint i = 0; i < 60; i++)
    {
      gsize at = (gsize) i * size / 60;
      g_autoptr (GBytes) flipped = NULL;

      /* Digits of the hole, which nobody signs, are looked at below. */
      if (at > hole && at < size - 700)
        continue;
      flipped = flip (original, at);
      g_test_message ("byte %" G_GSIZE_FORMAT, at);
      assert_not_valid (flipped);
    }
}

/* The message also carries the authority's certificate, which nobody needs who trusts it already: a
 * flip there may pass, as long as what is told of the signer stays the same. */
static void
test_flipped_messages_tell_no_lies (void)
{
  gsize hole = find (original, "/Contents <") + strlen ("/Contents <");
  gsize zeros = find (original, "00000000000000000000000000000000");
  guint n_valid = 0;
  guint n_flips = 0;

  for (gsize at = hole; at < zeros; at += 97, n_flips++)
    {
      g_autoptr (GBytes) flipped = flip (original, at);
      g_autoptr (GPtrArray) signatures = fixture_verify (flipped);
      const EntSignature *signature = signatures->pdata[0];

      g_test_message ("digit %" G_GSIZE_FORMAT ": %d", at, signature->verdict);
      if (signature->verdict > ENT_VERDICT_VALID)
        continue;
      n_valid++;
      g_assert_cmpstr (signature->certificate->subject, ==, "Anouk Exemple");
      g_assert_cmpstr (signature->certificate->issuer, ==, "Autorite ca");
    }
  g_assert_cmpuint (n_valid, <, n_flips / 2);
}

static void
test_hidden_data_is_broken (void)
{
  gsize zeros = find (original, "00000000000000000000000000000000");
  g_autoptr (GBytes) flipped = flip (original, zeros + 400);

  g_assert_cmpint (fixture_verdict (flipped, 0), ==, ENT_VERDICT_BROKEN);
}

static void
test_hidden_signature_is_said (void)
{
  g_autoptr (GBytes) flipped = flip (original, find (original, "/AcroForm") + 3);
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_signer_verify (flipped, NULL, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_ALTERED);
}

static void
test_flipped_text_is_altered (void)
{
  g_autoptr (GBytes) flipped = flip (original, find (original, "stream\n") + 30);

  g_assert_cmpint (fixture_verdict (flipped, 0), ==, ENT_VERDICT_ALTERED);
}

static void
test_flip_under_second_signature (void)
{
  g_autoptr (GBytes) flipped = flip (twice, find (twice, "stream\n") + 30);

  assert_all (flipped, ENT_VERDICT_ALTERED);
}

static void
test_cut_files_are_seen (void)
{
  gsize size = g_bytes_get_size (twice);

  for (guint i = 1; i < 30; i++)
    {
      gsize length = size - 40 - (gsize) i * (size - 40) / 30;
      g_autoptr (GBytes) cut = NULL;

      /* Whoever takes the whole second signature away leaves the first as it was. */
      if (length == g_bytes_get_size (original))
        continue;
      cut = g_bytes_new_from_bytes (twice, 0, length);
      g_test_message ("%" G_GSIZE_FORMAT " bytes", length);
      assert_not_valid (cut);
    }
}

static void
test_no_pdf_is_said (void)
{
  static const char *const texts[] = { "", "x", "%PDF-1.7\n", "%PDF-1.7\nstartxref\n99\n%%EOF" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) pdf = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (ent_signer_verify (pdf, NULL, NULL, &error));
      g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_PDF);
    }
}

static void
test_encrypted_is_said (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();
  g_autoptr (GBytes) locked = NULL;
  g_autoptr (GError) error = NULL;

  fixture_write ("open.pdf", pdf);
  fixture_run ("qpdf --encrypt secret secret 256 -- open.pdf locked.pdf");
  locked = fixture_read ("locked.pdf");
  g_assert_null (ent_signer_verify (locked, NULL, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_ENCRYPTED);
}

static void
test_bad_anchor_is_said (void)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (anchors, g_bytes_new_static ("no certificate", 14));
  g_assert_null (ent_signer_verify (original, anchors, NULL, &error));
  g_assert_error (error, ENT_SIGNER_ERROR, ENT_SIGNER_ERROR_BAD_ANCHOR);
}

/* Speaks to the program itself: whatever it is told, it answers and ends in order. */
static void
assert_program_refuses (const void *data, gsize size)
{
  g_autoptr (GBytes) request = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE |
                                                         G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                                     &error, g_getenv ("ENTRAIDE_SIGNER"), NULL);
  g_autoptr (GBytes) answer = NULL;
  g_autoptr (GPtrArray) parts = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate (process, request, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  parts = ent_frame_unpack (answer);
  g_assert_nonnull (parts);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (parts->pdata[0], NULL),
                                  (gssize) g_bytes_get_size (parts->pdata[0]), "bad-request"));
}

static void
test_garbage_requests_are_answered (void)
{
  guint8 noise[64];
  static const char *const heads[] = {
    "{",
    "[]",
    "{}",
    "{\"do\":7}",
    "{\"do\":\"sign\"}",
    "{\"do\":\"certificates\",\"module\":[]}",
    "{\"do\":\"verify\"}",
  };

  assert_program_refuses ("", 0);
  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) g_test_rand_int ();
  assert_program_refuses (noise, sizeof noise);
  assert_program_refuses ("ENT1\xff\xff\xff\xff\xff\xff\xff\xff", 12);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
      g_autoptr (GBytes) frame = NULL;

      g_ptr_array_add (parts, g_bytes_new_static (heads[i], strlen (heads[i])));
      frame = ent_frame_pack (parts);
      g_test_message ("%s", heads[i]);
      assert_program_refuses (g_bytes_get_data (frame, NULL), g_bytes_get_size (frame));
    }
}

static void
sign_victims (void)
{
  g_autoptr (GBytes) pdf = fixture_pdf ();

  fixture_add_person ("first", "Anouk Exemple", "EC -pkeyopt ec_paramgen_curve:P-384", "ca",
                      "-days 20");
  fixture_add_person ("second", "Bram Voorbeeld", "EC -pkeyopt ec_paramgen_curve:P-384", "ca",
                      "-days 20");
  original = fixture_sign ("first", pdf);
  twice = fixture_sign ("second", original);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_begin ();
  sign_victims ();
  g_test_add_func ("/attacks/honest-ones-are-valid", test_honest_ones_are_valid);
  g_test_add_func ("/attacks/additions-are-seen", test_additions_are_seen);
  g_test_add_func ("/attacks/between-two-signatures", test_attack_between_two_signatures);
  g_test_add_func ("/attacks/renamed-signer-is-broken", test_renamed_signer_is_broken);
  g_test_add_func ("/attacks/garbage-behind-is-seen", test_garbage_behind_is_seen);
  g_test_add_func ("/attacks/flipped-bytes-are-seen", test_flipped_bytes_are_seen);
  g_test_add_func ("/attacks/flipped-messages-tell-no-lies", test_flipped_messages_tell_no_lies);
  g_test_add_func ("/attacks/hidden-data-is-broken", test_hidden_data_is_broken);
  g_test_add_func ("/attacks/hidden-signature-is-said", test_hidden_signature_is_said);
  g_test_add_func ("/attacks/flipped-text-is-altered", test_flipped_text_is_altered);
  g_test_add_func ("/attacks/flip-under-second-signature", test_flip_under_second_signature);
  g_test_add_func ("/attacks/cut-files-are-seen", test_cut_files_are_seen);
  g_test_add_func ("/attacks/no-pdf-is-said", test_no_pdf_is_said);
  g_test_add_func ("/attacks/encrypted-is-said", test_encrypted_is_said);
  g_test_add_func ("/attacks/bad-anchor-is-said", test_bad_anchor_is_said);
  g_test_add_func ("/attacks/garbage-requests-are-answered", test_garbage_requests_are_answered);
  status = g_test_run ();
  g_bytes_unref (original);
  g_bytes_unref (twice);
  fixture_end ();
  return status;
}
