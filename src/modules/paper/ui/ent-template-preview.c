/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter beside its template. Main thread; pages are made on the reading thread. */

#include "ent-template-preview.h"

#include "ent-date.h"
#include "ent-paper-make.h"
#include "ent-paper-sample.h"
#include "ent-pdf-pane.h"
#include "ent-picker-popover.h"
#include "ent-resources.h"
#include "ent-staff-query.h"

#include <glib/gi18n-lib.h>

struct _EntTemplatePreview
{
  AdwBin parent_instance;

  GtkButton *subject_button;
  GtkLabel *subject_label;
  GtkWidget *samples_button;
  GtkLabel *note;
  AdwBin *holder;
  EntPdfPane *pane;
  GtkWidget *popover; /* made when first opened */

  EntStore *store;
  const EntDocumentKind *kind;
  gint64 subject_id; /* 0: samples */
  GObject *subject;
  char *language;
  char *text;
  GCancellable *cancellable;
};

enum
{
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntTemplatePreview, ent_template_preview, ADW_TYPE_BIN)

typedef struct
{
  const EntDocumentKind *kind;
  gint64 subject_id;
  gint32 day;
  char *language;
  char *text;
  char *author;
} Job;

static void
job_free (Job *job)
{
  g_free (job->language);
  g_free (job->text);
  g_free (job->author);
  g_free (job);
}

/* The letter, and why it is not that of the record when it is not. */
typedef struct
{
  EntPaperDraft *draft;
  char *problem;
} Letter;

static void
letter_free (Letter *letter)
{
  g_clear_pointer (&letter->draft, ent_paper_draft_free);
  g_free (letter->problem);
  g_free (letter);
}

static EntPaperDraft *
draft_for_record (EntDb *db, const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (EntPaperRequest) request = NULL;
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);

  request = ent_paper_request_new (job->kind, job->subject_id, job->day);
  request->language = g_strdup (job->language);
  request->template_text = g_strdup (job->text);
  request->author = g_strdup (job->author);
  request->agent_id = agent != NULL ? ent_record_get_id (agent) : 0;
  ent_paper_propose (db, request);
  return ent_paper_draft (db, request, cancellable, error);
}

static gpointer
make_letter (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Job *job = data;
  const EntPaperSample sample = {
    .kind = job->kind, .language = job->language, .text = job->text, .day = job->day
  };
  Letter *letter = g_new0 (Letter, 1);

  if (job->subject_id != 0)
    letter->draft = draft_for_record (db, job, cancellable, error);
  if (letter->draft != NULL && letter->draft->made->problem != NULL)
    {
      letter->problem = g_strdup (letter->draft->made->problem);
      g_clear_pointer (&letter->draft, ent_paper_draft_free);
    }
  if (job->subject_id == 0 || letter->problem != NULL)
    letter->draft = ent_paper_sample_draft (db, &sample, cancellable, error);
  if (letter->draft != NULL)
    return letter;
  letter_free (letter);
  return NULL;
}

static void
set_note (EntTemplatePreview *self, const char *text, gboolean stale)
{
  gtk_label_set_text (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self->holder), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->holder), "stale");
}

static char *
describe_gaps (EntPaperMade *made)
{
  g_autofree char *list = NULL;

  if (made->gaps->len == 0)
    return NULL;
  g_ptr_array_add (made->gaps, NULL);
  list = g_strjoinv (", ", (char **) made->gaps->pdata);
  g_ptr_array_set_size (made->gaps, (int) made->gaps->len - 1);
  /* Translators: a list of what a letter lacks, "date of birth, address" */
  return g_strdup_printf (_ ("Missing for this record: %s"), list);
}

static void
show_letter (EntTemplatePreview *self, Letter *letter)
{
  g_autofree char *note = NULL;

  if (letter->problem != NULL)
    /* Translators: the first is a sentence that says why */
    note = g_strdup_printf (_ ("%s This is the letter with samples."), letter->problem);
  else if (self->subject_id != 0)
    note = describe_gaps (letter->draft->made);
  set_note (self, note, letter->draft->pdf == NULL);
  if (letter->draft->pdf != NULL)
    ent_pdf_pane_set_document (self->pane, letter->draft->pdf);
}

static void
letter_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntTemplatePreview) self = user_data;
  g_autoptr (GError) error = NULL;
  Letter *letter = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (letter == NULL)
    {
      set_note (self, error != NULL ? error->message : NULL, TRUE);
      return;
    }
  show_letter (self, letter);
  letter_free (letter);
  g_signal_emit (self, signals[SHOWN], 0);
}

static void
refresh (EntTemplatePreview *self)
{
  Job *job;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->text == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  job = g_new0 (Job, 1);
  job->kind = self->kind;
  job->subject_id = self->subject_id;
  job->day = ent_day_today ();
  job->language = g_strdup (self->language);
  job->text = g_strdup (self->text);
  job->author = g_strdup (ent_register_get_user (ent_store_get_register (self->store)));
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_LOW, make_letter, job,
                       (GDestroyNotify) job_free, (GDestroyNotify) letter_free, self->cancellable,
                       letter_made_cb, g_object_ref (self));
}

/* Whom each of us looks at, by the kind of record. */
static char *
setting_of (EntTemplatePreview *self)
{
  return g_strdup_printf ("paper.preview.%s.%s", g_get_user_name (), self->kind->subject->table);
}

static void
show_subject (EntTemplatePreview *self)
{
  g_autofree char *name = self->subject != NULL ? ent_record_get_summary (self->subject) : NULL;

  gtk_label_set_text (self->subject_label, self->subject_id == 0           ? _ ("With samples")
                                           : name != NULL && *name != '\0' ? name
                                                                           : "…");
  gtk_widget_set_visible (self->samples_button, self->subject_id != 0);
}

static void
set_subject (EntTemplatePreview *self, gint64 id)
{
  if (self->subject != NULL)
    g_signal_handlers_disconnect_by_data (self->subject, self);
  g_clear_object (&self->subject);
  self->subject_id = id;
  if (id != 0)
    {
      self->subject = ent_store_peek (self->store, self->kind->subject->type (), id);
      g_signal_connect_object (self->subject, "notify::summary", G_CALLBACK (show_subject), self,
                               G_CONNECT_SWAPPED);
    }
  show_subject (self);
}

static void
picked_cb (EntTemplatePreview *self, gint64 id)
{
  g_autofree char *setting = setting_of (self);
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  ent_store_set_setting (self->store, setting, value);
  set_subject (self, id);
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->subject_button));
}

static void
choose_subject_cb (EntTemplatePreview *self)
{
  if (self->popover == NULL)
    {
      g_autoptr (EntQuery) query = ent_query_new (self->kind->subject);

      self->popover = ent_picker_popover_new (self->store, query);
      gtk_widget_set_size_request (self->popover, 320, -1);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self->subject_button));
      g_signal_connect_object (self->popover, "picked", G_CALLBACK (picked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  ent_picker_popover_open (ENT_PICKER_POPOVER (self->popover));
}

static void
use_samples_cb (EntTemplatePreview *self)
{
  picked_cb (self, 0);
}

static void
ent_template_preview_dispose (GObject *object)
{
  EntTemplatePreview *self = ENT_TEMPLATE_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->subject);
  g_clear_object (&self->store);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->text, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_TEMPLATE_PREVIEW);
  G_OBJECT_CLASS (ent_template_preview_parent_class)->dispose (object);
}

static void
ent_template_preview_class_init (EntTemplatePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_template_preview_dispose;
  signals[SHOWN] = g_signal_new ("shown", ENT_TYPE_TEMPLATE_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "paper/ent-template-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePreview, subject_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePreview, subject_label);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePreview, samples_button);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePreview, note);
  gtk_widget_class_bind_template_child (widget_class, EntTemplatePreview, holder);
  gtk_widget_class_bind_template_callback (widget_class, choose_subject_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_samples_cb);
}

static void
ent_template_preview_init (EntTemplatePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pane = ENT_PDF_PANE (ent_pdf_pane_new ());
  adw_bin_set_child (self->holder, GTK_WIDGET (self->pane));
}

void
ent_template_preview_set_up (EntTemplatePreview *self, EntStore *store, const EntDocumentKind *kind)
{
  g_autofree char *setting = NULL;

  g_set_object (&self->store, store);
  self->kind = kind;
  setting = setting_of (self);
  set_subject (self, g_ascii_strtoll (ent_store_get_setting (store, setting, "0"), NULL, 10));
}

void
ent_template_preview_show (EntTemplatePreview *self, const char *language, const char *text)
{
  g_set_str (&self->language, language);
  g_set_str (&self->text, text);
  refresh (self);
}

void
ent_template_preview_set_stale (EntTemplatePreview *self)
{
  g_cancellable_cancel (self->cancellable);
  set_note (self, _ ("The text has faults: this is the letter before them."), TRUE);
}
