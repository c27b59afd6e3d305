/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sending, cancelling, making again, adding to the pieces. Main thread. */

#include "ent-document-acts.h"

#include "ent-date.h"
#include "ent-form-dialog.h"
#include "ent-paper-book.h"
#include "ent-paper-draft-page.h"
#include "ent-paper-issue.h"
#include "ent-paper-me.h"
#include "ent-shell.h"

#include <glib/gi18n-lib.h>

void
ent_document_note_sending (GtkWidget *parent, EntStore *store, EntDocument *document)
{
  static const char *const columns[] = { "sent_how", "sent_on", NULL };
  g_autoptr (EntDocument) original = ent_record_dup (document);
  g_autoptr (EntDocument) draft = ent_record_dup (document);
  EntFormDialog *dialog;

  if (draft->sent_on == ENT_DAY_NONE)
    draft->sent_on = ent_day_today ();
  dialog = ent_form_dialog_new (store, _ ("How it was sent"), original, draft, _ ("Sending noted"));
  ent_form_add_group (ent_form_dialog_get_form (dialog), NULL, NULL, columns);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}

typedef struct
{
  GtkWidget *parent;
  gint64 document_id;
  char *reason;
  char *author;
} Cancelling;

static void
cancelling_free (Cancelling *self)
{
  g_object_unref (self->parent);
  g_free (self->reason);
  g_free (self->author);
  g_free (self);
}

static gboolean
cancel (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Cancelling *self = data;

  return ent_paper_cancel (apply, self->document_id, self->reason, ent_day_today (), self->author,
                           error) != 0;
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Cancelling *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean written = ent_store_write_finish (ENT_STORE (source), result, &error) != 0;
  EntShell *shell = ent_shell_for (self->parent);

  if (shell != NULL && written)
    ent_shell_toast (shell, _ ("Document cancelled"), FALSE);
  else if (shell != NULL)
    ent_shell_report (shell, error);
  cancelling_free (self);
}

static void
reason_changed_cb (AdwAlertDialog *dialog, GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_alert_dialog_set_response_enabled (dialog, "cancel", *text != '\0');
}

typedef struct
{
  Cancelling *cancelling;
  EntStore *store; /* borrowed: the parent's page holds it */
  GtkEditable *entry;
} Asking;

static void
reason_given_cb (AdwAlertDialog *dialog, const char *response, gpointer user_data)
{
  Asking *asking = user_data;
  Cancelling *cancelling;

  if (!g_str_equal (response, "cancel") || asking->cancelling == NULL)
    return;
  cancelling = g_steal_pointer (&asking->cancelling);
  cancelling->reason = g_strstrip (g_strdup (gtk_editable_get_text (asking->entry)));
  ent_store_write_async (asking->store, _ ("Document cancelled"), cancel, cancelling, NULL, NULL,
                         cancelled_cb, cancelling);
}

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_clear_pointer (&asking->cancelling, cancelling_free);
  g_free (asking);
}

static Asking *
asking_new (GtkWidget *parent, EntStore *store, EntDocument *document, GtkWidget *entry)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->cancelling = g_new0 (Cancelling, 1);
  asking->cancelling->parent = g_object_ref (parent);
  asking->cancelling->document_id = ent_record_get_id (document);
  asking->cancelling->author = g_strdup (ent_paper_me_author (store));
  asking->store = store;
  asking->entry = GTK_EDITABLE (entry);
  return asking;
}

void
ent_document_cancel (GtkWidget *parent, EntStore *store, EntDocument *document)
{
  /* Translators: the number of a document, D2026-000123 */
  g_autofree char *heading = g_strdup_printf (_ ("Cancel %s?"), document->number);
  AdwDialog *dialog = adw_alert_dialog_new (
      heading, _ ("It stays in the register, with a new entry that says it no longer holds. "
                  "This cannot be taken back."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("Reason"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_alert_dialog_set_extra_child (alert, group);
  adw_alert_dialog_add_responses (alert, "back", _ ("_Back"), "cancel", _ ("_Cancel the document"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (alert, "cancel", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_enabled (alert, "cancel", FALSE);
  adw_alert_dialog_set_close_response (alert, "back");
  adw_dialog_set_focus (dialog, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (reason_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (reason_given_cb),
                         asking_new (parent, store, document, entry), asking_free,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}

void
ent_document_issue_again (GtkWidget *parent, EntDocument *document)
{
  g_autoptr (EntPaperRequest) request = ent_paper_request_of (document);
  EntShell *shell = ent_shell_for (parent);

  if (shell == NULL)
    return;
  if (request == NULL)
    {
      ent_shell_toast (shell, _ ("This program no longer makes such documents."), FALSE);
      return;
    }
  ent_shell_show (shell, ent_paper_draft_page_new (ent_shell_get_store (shell), request));
}

typedef struct
{
  GtkWidget *parent;
  EntDocument *document;
  GBytes *pdf;
  char *author;
  gboolean known;
} Attaching;

static gboolean
attach (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Attaching *self = data;
  const EntPaperPiece piece = {
    .person_id = self->document->person_id,
    .document_id = ent_record_get_id (self->document),
    .origin = ENT_ORIGIN_ISSUED,
    .title = self->document->title,
    .media_type = "application/pdf",
    .received_on = ent_day_today (),
    .who = self->author,
  };

  return ent_paper_attach (apply, &piece, self->pdf, &self->known, error) != 0;
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Attaching *self = user_data;
  g_autoptr (GError) error = NULL;
  EntShell *shell = ent_shell_for (self->parent);

  ent_store_write_finish (ENT_STORE (source), result, &error);
  if (shell != NULL && error == NULL)
    ent_shell_toast (shell,
                     self->known ? _ ("It is among the pieces already")
                                 : _ ("Added to the pieces of the person"),
                     !self->known);
  else if (shell != NULL)
    ent_shell_report (shell, error);

  g_object_unref (self->parent);
  g_object_unref (self->document);
  g_bytes_unref (self->pdf);
  g_free (self->author);
  g_free (self);
}

void
ent_document_attach (GtkWidget *parent, EntStore *store, EntDocument *document, GBytes *pdf)
{
  Attaching *self = g_new0 (Attaching, 1);

  self->parent = g_object_ref (parent);
  self->document = ent_record_dup (document);
  self->pdf = g_bytes_ref (pdf);
  self->author = g_strdup (ent_paper_me_author (store));
  ent_store_write_async (store, _ ("Document added to the pieces"), attach, self, NULL, NULL,
                         attached_cb, self);
}
