/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verification. The register answers on the reading thread, the signing program about the
 * signatures; both are shown as they come. Main thread. */

#include "ent-verify-dialog.h"

#include "ent-document.h"
#include "ent-group.h"
#include "ent-paper-issue.h"
#include "ent-paper-verify.h"
#include "ent-pdf-pane.h"
#include "ent-piece-file.h"
#include "ent-resources.h"
#include "ent-shell.h"
#include "ent-sign-means.h"
#include "ent-signature-row.h"
#include "ent-signer.h"

#include <glib/gi18n-lib.h>

struct _EntVerifyDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *view;
  AdwBanner *ask_banner;
  GtkWidget *number_row;
  GtkWidget *code_row;
  AdwOverlaySplitView *split;
  GtkStack *answer_stack;
  GtkImage *verdict_icon;
  GtkLabel *verdict_label;
  GtkLabel *why_label;
  GtkWidget *document_group;
  AdwActionRow *document_row;
  AdwPreferencesGroup *signatures_group;
  GtkWidget *given_box;
  EntPdfPane *given_pane;
  GtkWidget *kept_box;
  EntPdfPane *kept_pane;
  GtkWidget *no_pages;

  EntStore *store;
  GBytes *given; /* or NULL */
  gint64 document_id; /* that the verdict is about, or 0 */
  GPtrArray *rows; /* of the signatures, borrowed */
  GCancellable *cancellable; /* of the verification under way */
};

G_DEFINE_FINAL_TYPE (EntVerifyDialog, ent_verify_dialog, ADW_TYPE_DIALOG)

/* What is asked of the register, and its answer. */
typedef struct
{
  char *number;
  char *code;
  GBytes *pdf; /* or NULL: by number and code */
} Question;

typedef struct
{
  EntPaperVerification *verification;
  GBytes *kept; /* or NULL */
} Answer;

static void
question_free (Question *self)
{
  g_free (self->number);
  g_free (self->code);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

static void
answer_free (Answer *self)
{
  g_clear_pointer (&self->verification, ent_paper_verification_free);
  g_clear_pointer (&self->kept, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_answer (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  EntPaperVerification *verification;
  Answer *answer;

  if (question->pdf != NULL)
    verification = ent_paper_verify_file (db, question->pdf, error);
  else
    verification = ent_paper_verify_code (db, question->number, question->code, error);
  if (verification == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->verification = verification;
  if (verification->document != NULL)
    answer->kept = ent_paper_get_file (db, verification->document, NULL);
  return answer;
}

/* The verdict */

static void
show_verdict (EntVerifyDialog *self, const char *icon, const char *css_class, const char *title)
{
  static const char *const classes[] = { "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_icon), classes[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (self->verdict_label), classes[i]);
    }
  gtk_image_set_from_icon_name (self->verdict_icon, icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_icon), css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict_label), css_class);
  gtk_label_set_text (self->verdict_label, title);
}

static void
show_verification (EntVerifyDialog *self, const EntPaperVerification *verification)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [ENT_PAPER_AUTHENTIC] = { "object-select-symbolic", "success" },
    [ENT_PAPER_CANCELLED] = { "dialog-warning-symbolic", "warning" },
    [ENT_PAPER_ALTERED] = { "dialog-error-symbolic", "error" },
    [ENT_PAPER_UNKNOWN] = { "dialog-question-symbolic", "warning" },
  };
  EntPaperVerdict verdict = verification->verdict;
  EntDocument *document = verification->document;

  show_verdict (self, looks[verdict].icon, looks[verdict].css_class,
                ent_paper_verdict_label (verdict));
  gtk_label_set_text (self->why_label, verification->why);
  gtk_widget_set_visible (self->document_group, document != NULL);
  self->document_id = document != NULL ? ent_record_get_id (document) : 0;
  if (document != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->document_row), document->number);
      adw_action_row_set_subtitle (self->document_row, document->title);
    }
  gtk_accessible_announce (GTK_ACCESSIBLE (self), ent_paper_verdict_label (verdict),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
show_panes (EntVerifyDialog *self, GBytes *given, GBytes *kept)
{
  ent_pdf_pane_set_document (self->given_pane, given);
  ent_pdf_pane_set_document (self->kept_pane, kept);
  gtk_widget_set_visible (self->given_box, given != NULL);
  gtk_widget_set_visible (self->kept_box, kept != NULL);
  gtk_widget_set_visible (self->no_pages, given == NULL && kept == NULL);
}

/* Signatures */

static void
clear_signatures (EntVerifyDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->signatures_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_signature_row (EntVerifyDialog *self, GtkWidget *row)
{
  adw_preferences_group_add (self->signatures_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_plain_row (EntVerifyDialog *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "none");
  add_signature_row (self, row);
}

static void
signatures_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signatures = ent_signer_verify_finish (result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear_signatures (self);
  if (signatures == NULL)
    add_plain_row (self, error->message);
  else if (signatures->len == 0)
    add_plain_row (self, _ ("The file bears none"));
  for (guint i = 0; signatures != NULL && i < signatures->len; i++)
    add_signature_row (self, ent_signature_row_new (g_ptr_array_index (signatures, i)));
}

static void
read_signatures (EntVerifyDialog *self, GBytes *pdf)
{
  g_autoptr (GPtrArray) anchors = ent_sign_authorities_load (self->store);

  clear_signatures (self);
  gtk_widget_set_visible (GTK_WIDGET (self->signatures_group), pdf != NULL);
  if (pdf == NULL)
    return;
  add_plain_row (self, _ ("Looking…"));
  ent_signer_verify_async (pdf, anchors, self->cancellable, signatures_read_cb,
                           g_object_ref (self));
}

/* Asking */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (answer != NULL)
    show_verification (self, answer->verification);
  else
    {
      show_verdict (self, "dialog-error-symbolic", "error", _ ("It cannot be verified"));
      gtk_label_set_text (self->why_label, error->message);
      gtk_widget_set_visible (self->document_group, FALSE);
    }
  show_panes (self, self->given, answer != NULL ? answer->kept : NULL);
  gtk_stack_set_visible_child_name (self->answer_stack, "answer");
}

static void
renew_cancellable (EntVerifyDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* Takes @question. */
static void
ask (EntVerifyDialog *self, Question *question)
{
  renew_cancellable (self);
  g_clear_pointer (&self->given, g_bytes_unref);
  self->given = question->pdf != NULL ? g_bytes_ref (question->pdf) : NULL;
  gtk_stack_set_visible_child_name (self->answer_stack, "working");
  adw_overlay_split_view_set_show_sidebar (self->split, TRUE);
  show_panes (self, question->pdf, NULL);
  if (adw_navigation_view_get_visible_page (self->view) !=
      adw_navigation_view_find_page (self->view, "answer"))
    adw_navigation_view_push_by_tag (self->view, "answer");
  read_signatures (self, question->pdf);
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_answer, question,
                       (GDestroyNotify) question_free, (GDestroyNotify) answer_free,
                       self->cancellable, answered_cb, g_object_ref (self));
}

static void
ask_pdf (EntVerifyDialog *self, GBytes *pdf)
{
  Question *question = g_new0 (Question, 1);

  question->pdf = g_bytes_ref (pdf);
  ask (self, question);
}

static void
say (EntVerifyDialog *self, const char *text)
{
  adw_banner_set_title (self->ask_banner, text != NULL ? text : "");
  adw_banner_set_revealed (self->ask_banner, text != NULL);
}

static void
code_activated_cb (EntVerifyDialog *self)
{
  const char *number = gtk_editable_get_text (GTK_EDITABLE (self->number_row));
  const char *code = gtk_editable_get_text (GTK_EDITABLE (self->code_row));
  Question *question;

  say (self, NULL);
  if (*number == '\0' || *code == '\0')
    {
      gtk_widget_grab_focus (*number == '\0' ? self->number_row : self->code_row);
      return;
    }
  question = g_new0 (Question, 1);
  question->number = g_strdup (number);
  question->code = g_strdup (code);
  ask (self, question);
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPieceFile) file = ent_piece_file_read_finish (result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    say (self, error->message);
  else if (!ent_piece_is_pdf (file->media_type))
    say (self, _ ("This is not a PDF: only PDF documents can be verified."));
  else
    {
      say (self, NULL);
      ask_pdf (self, file->bytes);
    }
}

static void
load_file (EntVerifyDialog *self, GFile *file)
{
  ent_piece_file_read_async (file, self->cancellable, file_read_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && self->store != NULL)
    load_file (self, file);
  else if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say (self, error->message);
}

static void
choose_cb (EntVerifyDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = ent_piece_file_dialog_new (_ ("Verify a document"), TRUE);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->cancellable,
                        file_chosen_cb, g_object_ref (self));
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, EntVerifyDialog *self)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  load_file (self, files->data);
  return TRUE;
}

static void
focus_number_cb (gpointer user_data)
{
  g_autoptr (EntVerifyDialog) self = user_data;

  if (self->store != NULL && gtk_widget_get_mapped (self->number_row))
    gtk_widget_grab_focus (self->number_row);
}

/* In a narrow window as well, where the sheet gives the focus to its button once it is open. */
static void
number_mapped_cb (EntVerifyDialog *self)
{
  g_idle_add_once (focus_number_cb, g_object_ref (self));
}

static void
open_document_cb (EntVerifyDialog *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));
  gint64 id = self->document_id;

  if (shell == NULL || id == 0)
    return;
  adw_dialog_close (ADW_DIALOG (self));
  ent_shell_open (shell, &ent_document_schema, id);
}

static void
ent_verify_dialog_dispose (GObject *object)
{
  EntVerifyDialog *self = ENT_VERIFY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_VERIFY_DIALOG);
  G_OBJECT_CLASS (ent_verify_dialog_parent_class)->dispose (object);
}

static void
ent_verify_dialog_finalize (GObject *object)
{
  EntVerifyDialog *self = ENT_VERIFY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->given, g_bytes_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ent_verify_dialog_parent_class)->finalize (object);
}

static void
ent_verify_dialog_class_init (EntVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_verify_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_verify_dialog_finalize;
  g_type_ensure (ENT_TYPE_PDF_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, ENT_UI "paper/ent-verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, view);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, ask_banner);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, number_row);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, split);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, answer_stack);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, why_label);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, document_group);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, document_row);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, signatures_group);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, given_box);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, given_pane);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, kept_box);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, kept_pane);
  gtk_widget_class_bind_template_child (widget_class, EntVerifyDialog, no_pages);
  gtk_widget_class_bind_template_callback (widget_class, code_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_document_cb);
}

static void
ent_verify_dialog_init (EntVerifyDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_group_set_name (ADW_PREFERENCES_GROUP (self->document_group), _ ("Document"));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static EntVerifyDialog *
present (GtkWidget *parent, EntStore *store)
{
  EntVerifyDialog *self = g_object_new (ENT_TYPE_VERIFY_DIALOG, NULL);

  self->store = g_object_ref (store);
  adw_dialog_set_focus (ADW_DIALOG (self), self->number_row);
  adw_dialog_present (ADW_DIALOG (self), parent);
  return self;
}

void
ent_verify_dialog_present (GtkWidget *parent, EntStore *store)
{
  present (parent, store);
}

void
ent_verify_dialog_present_file (GtkWidget *parent, EntStore *store, GFile *file)
{
  load_file (present (parent, store), file);
}

void
ent_verify_dialog_present_pdf (GtkWidget *parent, EntStore *store, GBytes *pdf)
{
  ask_pdf (present (parent, store), pdf);
}
