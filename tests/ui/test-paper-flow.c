/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Attestations and letters in the window: choosing, what is missing, issuing, what becomes of the
 * page, cancelling. On a copy of a small invented commune. */

#include "ent-app-modules.h"
#include "ent-application.h"
#include "ent-date.h"
#include "ent-demo.h"
#include "ent-document-page.h"
#include "ent-document.h"
#include "ent-field-long-row.h"
#include "ent-paper-chooser.h"
#include "ent-paper-draft-page.h"
#include "ent-paper-enums.h"
#include "ent-paper-issue.h"
#include "ent-paper-kinds.h"
#include "ent-paper-query.h"
#include "ent-pdf-pane.h"
#include "ent-person.h"
#include "ent-sql.h"
#include "ent-window.h"
#include "window-fixture.h"

typedef struct
{
  EntWindow *window;
  EntStore *store;
  char *folder;
  gint64 person_id; /* somebody about whom there are documents: her address is known */
  guint n_documents;
} Fixture;

static char *shared_path;
static EntApplication *application;

typedef struct
{
  gboolean done;
  GPtrArray *documents;
} Reading;

static gpointer
read_register (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_sql_load (db, &ent_document_schema, "WHERE id > 0", ENT_NO_ARGS, error);
}

static void
register_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;

  reading->documents = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_assert_no_error (error);
  reading->done = TRUE;
}

/* All entries, by id. */
static GPtrArray *
documents (Fixture *self)
{
  Reading reading = { FALSE, NULL };

  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_register, NULL, NULL,
                       (GDestroyNotify) g_ptr_array_unref, NULL, register_read_cb, &reading);
  wait_until (reading.done);
  return reading.documents;
}

static EntDocument *
last_document (Fixture *self)
{
  g_autoptr (GPtrArray) all = documents (self);

  return g_object_ref (g_ptr_array_index (all, all->len - 1));
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;
  g_autoptr (GPtrArray) all = NULL;

  self->folder = g_dir_make_tmp ("entraide-paper-XXXXXX", NULL);
  path = g_build_filename (self->folder, "commune.entraide", NULL);
  g_assert_true (g_file_get_contents (shared_path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_settings_set_string (ent_application_get_settings (application), "last-register", path);
  self->window = ent_window_new (application);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (ent_window_get_place (self->window) != NULL);
  self->store = g_object_ref (ent_shell_get_store (ENT_SHELL (self->window)));
  all = documents (self);
  g_assert_cmpuint (all->len, >, 0);
  self->n_documents = all->len;
  self->person_id = ((EntDocument *) g_ptr_array_index (all, 0))->person_id;
  ent_shell_open (ENT_SHELL (self->window), &ent_person_schema, self->person_id);
  settle (50);
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

static EntPaperDraftPage *
start (Fixture *self, const char *kind)
{
  ent_paper_draft_page_start (ENT_SHELL (self->window), ent_paper_kind (kind), self->person_id);
  wait_until (find (self, ENT_TYPE_PAPER_DRAFT_PAGE) != NULL);
  wait_until (find (self, ENT_TYPE_PAPER_DRAFT_FORM) != NULL);
  return find (self, ENT_TYPE_PAPER_DRAFT_PAGE);
}

static void
answer (Fixture *self, const char *text)
{
  EntFieldLongRow *row = find (self, ENT_TYPE_FIELD_LONG_ROW);

  g_assert_nonnull (row);
  gtk_text_buffer_set_text (ent_field_long_row_get_buffer (row), text, -1);
}

static EntPaperDraftPage *
start_ready (Fixture *self)
{
  EntPaperDraftPage *page = start (self, "letter-documents");

  answer (self, "Carte d’identité\nComposition de ménage");
  wait_until (ent_paper_draft_page_is_ready (page));
  return page;
}

static void
chosen_cb (EntPaperChooser *chooser, const char *id, char **chosen)
{
  *chosen = g_strdup (id);
}

/* Words, in any order and without accents, and Enter at once. */
static void
test_choosing_by_typing (Fixture *self, gconstpointer unused)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.entraide.Entraide");
  const EntDocumentKind *kind = ent_paper_kind ("letter-documents");
  g_autofree char *chosen = NULL;
  g_auto (GStrv) recent = NULL;
  g_autofree char *typed = NULL;
  EntPaperChooser *chooser = ent_paper_chooser_new (&ent_person_schema);
  GtkWidget *entry;

  typed = g_utf8_strup (g_dgettext (GETTEXT_PACKAGE, kind->title), -1);
  g_signal_connect (chooser, "chosen", G_CALLBACK (chosen_cb), &chosen);
  adw_dialog_present (ADW_DIALOG (chooser), GTK_WIDGET (self->window));
  wait_until (find_in_sight (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL) != NULL);
  entry = find_in_sight (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), typed);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (chosen, ==, "letter-documents");
  recent = g_settings_get_strv (settings, "recent-documents");
  g_assert_cmpstr (recent[0], ==, "letter-documents");
}

static void
test_waits_for_required_answers (Fixture *self, gconstpointer unused)
{
  EntPaperDraftPage *page = start (self, "letter-documents");
  g_autofree char *obstacle = NULL;
  g_autoptr (GPtrArray) all = NULL;

  wait_until ((obstacle = ent_paper_draft_form_obstacle (ent_paper_draft_page_get_form (page))) !=
              NULL);
  g_assert_false (ent_paper_draft_page_is_ready (page));
  gtk_widget_activate_action (GTK_WIDGET (page), "draft.issue", "s", "keep");
  settle (100);
  all = documents (self);
  g_assert_cmpuint (all->len, ==, self->n_documents);
  answer (self, "Carte d’identité");
  wait_until (ent_paper_draft_page_is_ready (page));
}

static void
test_issuing_gives_way_to_the_document (Fixture *self, gconstpointer unused)
{
  EntPaperDraftPage *page = start_ready (self);
  g_autoptr (EntDocument) document = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "draft.issue", "s", "keep");
  wait_until (find (self, ENT_TYPE_DOCUMENT_PAGE) != NULL);
  g_assert_null (find (self, ENT_TYPE_PAPER_DRAFT_PAGE));

  document = last_document (self);
  g_assert_cmpint (ent_record_page_get_id (find (self, ENT_TYPE_DOCUMENT_PAGE)), ==,
                   ent_record_get_id (document));
  g_assert_cmpint (document->person_id, ==, self->person_id);
  g_assert_cmpint (document->entry, ==, ENT_ENTRY_ISSUED);
  g_assert_cmpstr (document->kind, ==, "letter-documents");
  g_assert_nonnull (strstr (document->answers, "Composition"));
}

static void
test_leaving_asks_when_something_was_typed (Fixture *self, gconstpointer unused)
{
  EntPaperDraftPage *page = start (self, "letter-documents");
  AdwDialog *asking;

  answer (self, "Carte d’identité");
  gtk_widget_activate_action (GTK_WIDGET (page), "draft.back", NULL);
  settle (50);
  asking = dialog (self);
  g_assert_true (ADW_IS_ALERT_DIALOG (asking));
  g_assert_nonnull (find (self, ENT_TYPE_PAPER_DRAFT_PAGE));
  g_signal_emit_by_name (asking, "response", "leave");
  adw_dialog_force_close (asking);
  wait_until (find (self, ENT_TYPE_PAPER_DRAFT_PAGE) == NULL);
}

static void
test_leaving_what_was_not_touched (Fixture *self, gconstpointer unused)
{
  EntPaperDraftPage *page = start (self, "letter-documents");

  gtk_widget_activate_action (GTK_WIDGET (page), "draft.back", NULL);
  wait_until (find (self, ENT_TYPE_PAPER_DRAFT_PAGE) == NULL);
  g_assert_null (dialog (self));
}

/* The file is the last thing that its page reads. */
static gboolean
shows_file (Fixture *self)
{
  EntPdfPane *pane = find (self, ENT_TYPE_PDF_PANE);

  return pane != NULL && ent_pdf_view_get_document (ent_pdf_pane_get_view (pane)) != NULL;
}

static void
open_issued (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (start_ready (self)), "draft.issue", "s", "keep");
  wait_until (find (self, ENT_TYPE_DOCUMENT_PAGE) != NULL);
  wait_until (shows_file (self));
}

/* The actions of a widget can be asked only by trying: a final record has neither. */
static void
test_a_document_is_neither_edited_nor_deleted (Fixture *self, gconstpointer unused)
{
  guint before;
  g_autoptr (GPtrArray) all = NULL;

  open_issued (self);
  before = self->n_documents + 1;
  gtk_widget_activate_action (find (self, ENT_TYPE_DOCUMENT_PAGE), "record.delete", NULL);
  gtk_widget_activate_action (find (self, ENT_TYPE_DOCUMENT_PAGE), "record.edit", NULL);
  settle (100);
  g_assert_null (dialog (self));
  all = documents (self);
  g_assert_cmpuint (all->len, ==, before);
}

/* Not that of the place, which tells what waits for a signature. */
static AdwBanner *
page_banner (Fixture *self)
{
  GtkWidget *page = find (self, ENT_TYPE_DOCUMENT_PAGE);

  return page != NULL ? (AdwBanner *) find_in_sight (page, ADW_TYPE_BANNER, NULL) : NULL;
}

static void
test_cancelling_takes_a_reason (Fixture *self, gconstpointer unused)
{
  g_autoptr (EntDocument) entry = NULL;
  AdwAlertDialog *asking;
  GtkWidget *row;
  g_autoptr (EntDocument) issued = NULL;

  open_issued (self);
  issued = last_document (self);
  gtk_widget_activate_action (find (self, ENT_TYPE_DOCUMENT_PAGE), "document.cancel", NULL);
  wait_until (dialog (self) != NULL);
  asking = ADW_ALERT_DIALOG (dialog (self));
  g_assert_false (adw_alert_dialog_get_response_enabled (asking, "cancel"));
  wait_until (find_in_sight (GTK_WIDGET (asking), ADW_TYPE_ENTRY_ROW, NULL) != NULL);
  row = find_in_sight (GTK_WIDGET (asking), ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), "Wrong person");
  g_assert_true (adw_alert_dialog_get_response_enabled (asking, "cancel"));
  g_signal_emit_by_name (asking, "response", "cancel");
  adw_dialog_force_close (ADW_DIALOG (asking));
  wait_until (page_banner (self) != NULL && adw_banner_get_revealed (page_banner (self)));

  entry = last_document (self);
  g_assert_cmpint (entry->entry, ==, ENT_ENTRY_CANCELLED);
  g_assert_cmpint (entry->cancels_id, ==, ent_record_get_id (issued));
  g_assert_cmpstr (entry->reason, ==, "Wrong person");
}

static void
test_issuing_again_keeps_the_answers (Fixture *self, gconstpointer unused)
{
  EntPaperDraftPage *page;

  open_issued (self);
  gtk_widget_activate_action (find (self, ENT_TYPE_DOCUMENT_PAGE), "document.again", NULL);
  wait_until (find (self, ENT_TYPE_PAPER_DRAFT_PAGE) != NULL);
  page = find (self, ENT_TYPE_PAPER_DRAFT_PAGE);
  wait_until (ent_paper_draft_page_is_ready (page));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("/paper-flow/choosing-by-typing", test_choosing_by_typing);
  ADD ("/paper-flow/waits-for-required-answers", test_waits_for_required_answers);
  ADD ("/paper-flow/issuing-gives-way", test_issuing_gives_way_to_the_document);
  ADD ("/paper-flow/leaving-asks", test_leaving_asks_when_something_was_typed);
  ADD ("/paper-flow/leaving-untouched", test_leaving_what_was_not_touched);
  ADD ("/paper-flow/neither-edited-nor-deleted", test_a_document_is_neither_edited_nor_deleted);
  ADD ("/paper-flow/cancelling-takes-a-reason", test_cancelling_takes_a_reason);
  ADD ("/paper-flow/issuing-again", test_issuing_again_keeps_the_answers);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  ent_app_modules_register ();
  ent_day_set_today (ent_day_from_ymd (2026, 11, 21));
  folder = g_dir_make_tmp ("entraide-commune-XXXXXX", NULL);
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
  g_free (shared_path);
  return status;
}
