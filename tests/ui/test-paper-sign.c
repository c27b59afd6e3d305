/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The signature book, signing with a certificate file, verification and pieces in the window. On a
 * copy of a small invented commune, with a certificate made on the fly. */

#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-attachment.h"
#include "ent-book-page.h"
#include "ent-book-row.h"
#include "ent-date.h"
#include "ent-demo.h"
#include "ent-document.h"
#include "ent-paper-enums.h"
#include "ent-paper-issue.h"
#include "ent-paper-verify.h"
#include "ent-piece-add.h"
#include "ent-sign-dialog.h"
#include "ent-sign-means.h"
#include "ent-sql.h"
#include "ent-verify-dialog.h"
#include "ent-window.h"
#include "window-fixture.h"

#include <string.h>

#define PASSWORD "essai"

typedef struct
{
  EntWindow *window;
  EntStore *store;
  char *folder;
} Fixture;

static char *shared_path;
static char *certificate_path;
static EntApplication *application;

/* Something read on the reading thread. */
typedef struct
{
  gboolean done;
  gpointer found;
} Reading;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;

  reading->found = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_assert_no_error (error);
  reading->done = TRUE;
}

static gpointer
read_now (Fixture *self, EntStoreFunc func, gpointer data)
{
  Reading reading = { FALSE, NULL };

  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, func, data, NULL, NULL, NULL,
                       read_cb, &reading);
  wait_until (reading.done);
  return reading.found;
}

static gpointer
read_all (EntDb *db, gpointer schema, GCancellable *cancellable, GError **error)
{
  return ent_sql_load (db, schema, "WHERE id > 0 ORDER BY id", ENT_NO_ARGS, error);
}

static GPtrArray *
all_of (Fixture *self, const EntSchema *schema)
{
  return read_now (self, read_all, (gpointer) schema);
}

static gpointer
read_file (EntDb *db, gpointer document, GCancellable *cancellable, GError **error)
{
  return ent_paper_get_file (db, document, error);
}

static void
copy_folder (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_mkdir_with_parents (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *data = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_assert_true (g_file_get_contents (source, &data, &length, NULL));
      g_assert_true (g_file_set_contents (target, data, (gssize) length, NULL));
    }
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *from = g_path_get_dirname (shared_path);
  g_autofree char *path = NULL;
  g_autoptr (GSettings) settings = ent_sign_settings_new ();

  self->folder = g_dir_make_tmp ("entraide-sign-XXXXXX", NULL);
  copy_folder (from, self->folder);
  path = g_build_filename (self->folder, "commune.entraide", NULL);
  g_settings_set_string (settings, ENT_SIGN_FILE, certificate_path);
  g_settings_set_string (ent_application_get_settings (application), "last-register", path);
  self->window = ent_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (ent_window_get_place (self->window) != NULL);
  self->store = g_object_ref (ent_shell_get_store (ENT_SHELL (self->window)));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ent_window_set_store (self->window, NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->store);
  settle (20);
  remove_all (self->folder);
  g_free (self->folder);
}

static gpointer
find (Fixture *self, GType type)
{
  return find_in_sight (GTK_WIDGET (self->window), type, NULL);
}

static AdwDialog *
dialog (Fixture *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->window));
}

static guint
n_in_state (Fixture *self, EntRequestState state)
{
  g_autoptr (GPtrArray) lines = all_of (self, &ent_signature_request_schema);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    if (((EntSignatureRequest *) g_ptr_array_index (lines, i))->state == (int) state)
      n++;
  return n;
}

static EntBookPage *
open_book (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paper-book", NULL);
  wait_until (find (self, ENT_TYPE_BOOK_ROW) != NULL);
  return find (self, ENT_TYPE_BOOK_PAGE);
}

static void
test_book_lists_what_waits (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) documents = all_of (self, &ent_document_schema);
  EntBookPage *page = open_book (self);
  EntBookRow *row = find (self, ENT_TYPE_BOOK_ROW);
  const EntBookTurn *turn = ent_book_row_get_turn (row);

  g_assert_cmpuint (documents->len, >, 0);
  g_assert_null (turn->instead_of);
  g_assert_cmpint (turn->line->state, ==, ENT_REQUEST_WAITING);
  g_assert_false (ent_book_row_is_ticked (row));
  gtk_widget_activate_action (GTK_WIDGET (page), "book.sign", NULL);
  settle (50);
  g_assert_null (dialog (self));
  ent_book_row_set_ticked (row, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (page), "book.sign", NULL);
  wait_until (ENT_IS_SIGN_DIALOG (dialog (self)));
}

static GtkEditable *
wait_for_secret (Fixture *self)
{
  wait_until (dialog (self) != NULL && find_in_sight (GTK_WIDGET (dialog (self)),
                                                      ADW_TYPE_PASSWORD_ENTRY_ROW, NULL) != NULL);
  return GTK_EDITABLE (
      find_in_sight (GTK_WIDGET (dialog (self)), ADW_TYPE_PASSWORD_ENTRY_ROW, NULL));
}

static void
type_secret (Fixture *self, const char *secret)
{
  GtkEditable *row = wait_for_secret (self);

  gtk_editable_set_text (row, secret);
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "");
}

static void
test_wrong_password_then_signed (Fixture *self, gconstpointer unused)
{
  EntBookPage *page = open_book (self);
  guint n_waiting = n_in_state (self, ENT_REQUEST_WAITING);
  guint n_signed = n_in_state (self, ENT_REQUEST_SIGNED);
  GtkWidget *problem;

  gtk_widget_activate_action (GTK_WIDGET (page), "book.sign-this", NULL);
  wait_until (ENT_IS_SIGN_DIALOG (dialog (self)));
  type_secret (self, "faux");
  wait_for_secret (self);
  problem = find_in_sight (GTK_WIDGET (dialog (self)), GTK_TYPE_LABEL, "error");
  g_assert_nonnull (problem);
  g_assert_cmpint (g_utf8_strlen (gtk_label_get_text (GTK_LABEL (problem)), -1), >, 10);
  g_assert_cmpuint (n_in_state (self, ENT_REQUEST_SIGNED), ==, n_signed);

  type_secret (self, PASSWORD);
  wait_until (dialog (self) == NULL);
  g_assert_cmpuint (n_in_state (self, ENT_REQUEST_SIGNED), ==, n_signed + 1);
  g_assert_cmpuint (n_in_state (self, ENT_REQUEST_WAITING), ==, n_waiting - 1);
}

static const char *
verdict_text (Fixture *self, GBytes *pdf)
{
  GtkWidget *label;

  ent_verify_dialog_present_pdf (GTK_WIDGET (self->window), self->store, pdf);
  wait_until (dialog (self) != NULL &&
              find_in_sight (GTK_WIDGET (dialog (self)), GTK_TYPE_LABEL, "title-1") != NULL &&
              find_in_sight (GTK_WIDGET (dialog (self)), ADW_TYPE_STATUS_PAGE, NULL) == NULL);
  label = find_in_sight (GTK_WIDGET (dialog (self)), GTK_TYPE_LABEL, "title-1");
  return gtk_label_get_text (GTK_LABEL (label));
}

static void
close_dialog (Fixture *self)
{
  adw_dialog_force_close (dialog (self));
  wait_until (dialog (self) == NULL);
}

static void
test_verification_tells (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) documents = all_of (self, &ent_document_schema);
  g_autoptr (GBytes) pdf = read_now (self, read_file, g_ptr_array_index (documents, 0));
  g_autoptr (GBytes) altered = NULL;
  gsize size;
  guint8 *data;

  g_assert_cmpstr (verdict_text (self, pdf), ==, ent_paper_verdict_label (ENT_PAPER_AUTHENTIC));
  close_dialog (self);

  data = g_bytes_unref_to_data (g_bytes_ref (pdf), &size);
  data = g_realloc (data, size + 1);
  data[size] = '\n';
  altered = g_bytes_new_take (data, size + 1);
  g_assert_cmpstr (verdict_text (self, altered), ==, ent_paper_verdict_label (ENT_PAPER_ALTERED));
  close_dialog (self);
}

static GFile *
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
test_pieces_are_added_and_told (Fixture *self, gconstpointer unused)
{
  g_autoptr (GPtrArray) documents = all_of (self, &ent_document_schema);
  gint64 person = ((EntDocument *) g_ptr_array_index (documents, 0))->person_id;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = all_of (self, &ent_attachment_schema);
  g_autoptr (GPtrArray) pieces = NULL;
  EntAttachment *first, *second;
  const char *body;

  g_ptr_array_add (files, write_file (self, "contrat.pdf", "%PDF-1.7\ncoupé"));
  g_ptr_array_add (files, write_file (self, "notes.txt", "Vu le 3 mars"));
  g_ptr_array_add (files, write_file (self, "copie.txt", "Vu le 3 mars"));
  g_ptr_array_add (files, write_file (self, "vide.txt", ""));
  g_ptr_array_add (files, g_file_new_for_path (self->folder));
  ent_piece_add_files (GTK_WIDGET (self->window), self->store, person, files);
  wait_until (ADW_IS_ALERT_DIALOG (dialog (self)));

  body = adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog (self)));
  g_assert_nonnull (strstr (body, "contrat"));
  g_assert_nonnull (strstr (body, "copie"));
  g_assert_nonnull (strstr (body, "vide"));
  pieces = all_of (self, &ent_attachment_schema);
  g_assert_cmpuint (pieces->len, ==, before->len + 2);
  first = g_ptr_array_index (pieces, before->len);
  second = g_ptr_array_index (pieces, before->len + 1);
  g_assert_cmpstr (first->title, ==, "contrat");
  g_assert_cmpstr (first->media_type, ==, "application/pdf");
  g_assert_cmpstr (second->title, ==, "notes.txt");
  g_assert_cmpint (second->person_id, ==, person);
  close_dialog (self);

  /* What cannot be shown has a page all the same. */
  for (guint i = before->len; i < pieces->len; i++)
    {
      ent_shell_open (ENT_SHELL (self->window), &ent_attachment_schema,
                      ent_record_get_id (g_ptr_array_index (pieces, i)));
      settle (150);
      g_assert_true (ent_place_view_has_open (ent_window_get_place (self->window)));
    }
}

static void
make_certificate (const char *folder)
{
  const char *command =
      "cd '%s' && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30"
      " -subj '/CN=Iris Essai' -addext keyUsage=critical,digitalSignature,nonRepudiation"
      " 2>/dev/null && openssl pkcs12 -export -inkey key.pem -in cert.pem -out iris.p12"
      " -passout pass:" PASSWORD;
  g_autofree char *line = g_strdup_printf (command, folder);
  const char *argv[] = { "sh", "-c", line, NULL };
  int status = 1;

  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  certificate_path = g_build_filename (folder, "iris.p12", NULL);
}

static void
add_tests (void)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/paper-sign/book-lists-what-waits", test_book_lists_what_waits);
  ADD ("/paper-sign/wrong-password-then-signed", test_wrong_password_then_signed);
  ADD ("/paper-sign/verification-tells", test_verification_tells);
  ADD ("/paper-sign/pieces-are-added-and-told", test_pieces_are_added_and_told);
#undef ADD
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *keys = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_app_modules_register ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  folder = g_dir_make_tmp ("entraide-commune-XXXXXX", NULL);
  keys = g_dir_make_tmp ("entraide-keys-XXXXXX", NULL);
  make_certificate (keys);
  shared_path = g_build_filename (folder, "commune.entraide", NULL);
  g_assert_true (ent_demo_create (shared_path, ENT_DEMO_SMALL, 7, ent_day_from_ymd (2026, 11, 21),
                                  NULL, NULL, NULL, &error));
  g_assert_no_error (error);

  application = ent_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_application_hold (G_APPLICATION (application));
  add_tests ();
  status = g_test_run ();
  g_object_unref (application);
  remove_all (folder);
  remove_all (keys);
  g_free (shared_path);
  g_free (certificate_path);
  return status;
}
