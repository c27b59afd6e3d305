/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the preview up to date. Each change starts the making anew on the reading thread and
 * cancels the one before; the old page stays in sight until the new one is there. Main thread. */

#include "ent-paper-draft-page.h"

#include "ent-date.h"
#include "ent-paper-draft-acts.h"
#include "ent-paper-make.h"
#include "ent-paper-me.h"
#include "ent-paper-split.h"
#include "ent-pdf-pane.h"
#include "ent-person.h"
#include "ent-place-view.h"
#include "ent-resources.h"

#include <glib/gi18n-lib.h>

/* Milliseconds in which changes are gathered before the page is made anew. */
#define PAUSE 100

struct _EntPaperDraftPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *title;
  AdwSplitButton *issue_button;
  GtkStack *stack;
  AdwStatusPage *failed_page;

  EntPaperDraftForm *form;
  EntPdfPane *pane;
  EntPaperSplit *split;
  EntStore *store;
  EntPaperRequest *asked;
  EntPerson *person;
  GCancellable *start_cancellable;
  GCancellable *cancellable; /* of the draft being made, NULL when none is */
  guint pause_source;
  gboolean stale; /* changed since the draft under way was begun */
  gboolean fresh; /* the preview is that of the request as it stands */
  gboolean complete;
  gboolean issuing;
  char *then; /* asked to issue while the page was being made, and what then; or NULL */
  gboolean shown; /* the first preview is there */
};

G_DEFINE_FINAL_TYPE (EntPaperDraftPage, ent_paper_draft_page, ADW_TYPE_NAVIGATION_PAGE)

static gboolean
is_electronic (EntPaperDraftPage *self)
{
  EntPaperRequest *request = ent_paper_draft_form_get_request (self->form);

  return request != NULL && request->signing == ENT_SIGNING_ELECTRONIC;
}

static void
update_button (EntPaperDraftPage *self)
{
  g_autofree char *obstacle = ent_paper_draft_form_obstacle (self->form);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.issue",
                                 self->complete && !self->issuing);
  adw_split_button_set_label (self->issue_button, is_electronic (self)
                                                      ? _ ("_Issue and ask for the signature")
                                                      : _ ("_Issue and print"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->issue_button), "s",
                                    is_electronic (self) ? "keep" : "print");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->issue_button), obstacle);
  ent_paper_split_set_bar (self->split, obstacle != NULL ? obstacle : _ ("Questions and options"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY,
                               !self->fresh || self->issuing, -1);
}

/* Whoever chose with the keyboard goes on with it: to what is missing, or straight to the button.
 */
static void
focus_first (EntPaperDraftPage *self)
{
  if (self->shown)
    return;
  self->shown = TRUE;
  if (self->complete)
    gtk_widget_child_focus (GTK_WIDGET (self->issue_button), GTK_DIR_TAB_FORWARD);
  else
    {
      ent_paper_split_open (self->split);
      ent_paper_draft_form_focus_gap (self->form);
    }
}

static void
show_draft (EntPaperDraftPage *self, EntPaperDraft *draft)
{
  self->fresh = !self->stale && self->pause_source == 0;
  self->complete = ent_paper_draft_form_show_made (self->form, draft->made) == 0;
  if (draft->pdf != NULL)
    ent_pdf_pane_set_document (self->pane, draft->pdf);
  else
    ent_pdf_pane_show_none (self->pane, _ ("Nothing to show yet"),
                            _ ("The document appears here once this is settled."));
  update_button (self);
  focus_first (self);
}

static void
show_failure (EntPaperDraftPage *self, const GError *error)
{
  g_autofree char *sentence = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed_page, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/* What was typed stays in sight: only the start has a page for its failure. */
static void
tell_failure (EntPaperDraftPage *self, const GError *error)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self));

  if (shell != NULL)
    ent_shell_report (shell, error);
}

static void
set_issuing (EntPaperDraftPage *self, gboolean issuing)
{
  self->issuing = issuing;
  gtk_widget_set_sensitive (GTK_WIDGET (self->split), !issuing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.back", !issuing);
  update_button (self);
}

static void make_again (EntPaperDraftPage *self);

static void
issued_cb (EntPaperDraftPage *self, gboolean issued)
{
  set_issuing (self, FALSE);
  if (!issued)
    make_again (self);
}

/* Only what is in sight, as it stands, is issued. */
static void
issue_if_asked (EntPaperDraftPage *self)
{
  g_autofree char *then = NULL;

  if (self->then == NULL || !self->fresh)
    return;
  then = g_steal_pointer (&self->then);
  if (!ent_paper_draft_page_is_ready (self))
    return;
  set_issuing (self, TRUE);
  ent_paper_draft_issue (self, then, issued_cb);
}

static void start_making (EntPaperDraftPage *self);

static void
draft_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPaperDraftPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntPaperDraft) draft = ent_store_run_finish (ENT_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (draft != NULL)
    show_draft (self, draft);
  else
    tell_failure (self, error);
  if (self->stale)
    start_making (self);
  else
    issue_if_asked (self);
}

static gpointer
make_draft (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_paper_draft (db, data, cancellable, error);
}

static void
start_making (EntPaperDraftPage *self)
{
  EntPaperRequest *request = ent_paper_draft_form_get_request (self->form);

  self->stale = self->cancellable != NULL;
  if (request == NULL || self->issuing || self->stale)
    return;
  self->cancellable = g_cancellable_new ();
  request->day = ent_day_today ();
  ent_store_run_async (self->store, ENT_LANE_READ, G_PRIORITY_HIGH, make_draft,
                       ent_paper_request_copy (request), (GDestroyNotify) ent_paper_request_free,
                       (GDestroyNotify) ent_paper_draft_free, self->cancellable, draft_made_cb,
                       g_object_ref (self));
}

static gboolean
pause_over_cb (gpointer user_data)
{
  EntPaperDraftPage *self = user_data;

  self->pause_source = 0;
  start_making (self);
  return G_SOURCE_REMOVE;
}

static void
make_again (EntPaperDraftPage *self)
{
  self->fresh = FALSE;
  update_button (self);
  if (self->pause_source == 0)
    self->pause_source = g_timeout_add (PAUSE, pause_over_cb, self);
}

static void
gap_cb (EntPaperDraftPage *self, int place, const char *label)
{
  ent_paper_draft_lead (self, (EntGapPlace) place, label,
                        self->person != NULL ? ent_record_get_id (self->person) : 0);
}

static void
show_title (EntPaperDraftPage *self)
{
  g_autofree char *name = self->person != NULL && ent_record_is_loaded (self->person)
                              ? ent_person_get_name (self->person)
                              : NULL;

  adw_window_title_set_title (self->title, _ (self->asked->kind->title));
  adw_window_title_set_subtitle (self->title, name);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ (self->asked->kind->title));
}

static void
show_person (EntPaperDraftPage *self, gint64 id)
{
  if (id == 0)
    return;
  self->person = ent_store_peek (self->store, ENT_TYPE_PERSON, id);
  g_signal_connect_object (self->person, "notify::loaded", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
  show_title (self);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (EntPaperDraftPage) self = user_data;
  g_autoptr (GError) error = NULL;
  EntPaperStart *start = ent_paper_start_finish (ENT_STORE (source), result, &error);

  if (start == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_failure (self, error);
      return;
    }
  show_person (self, start->person_id);
  ent_paper_draft_form_take (self->form, start);
  gtk_stack_set_visible_child_name (self->stack, "draft");
  start_making (self);
}

static void
leave (EntPaperDraftPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self);

  if (view != NULL &&
      adw_navigation_view_get_previous_page (ADW_NAVIGATION_VIEW (view), page) != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (view));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "place.close", NULL);
}

static void
leaving_answered_cb (EntPaperDraftPage *self, const char *response)
{
  if (g_str_equal (response, "leave"))
    leave (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPaperDraftPage *self = ENT_PAPER_DRAFT_PAGE (widget);
  AdwDialog *dialog;

  if (self->issuing)
    return;
  if (!ent_paper_draft_form_is_touched (self->form))
    {
      leave (self);
      return;
    }
  dialog = adw_alert_dialog_new (_ ("Leave this draft?"),
                                 _ ("It has not been issued. What you typed will be lost."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Go on writing"), "leave",
                                  _ ("_Leave"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "leave",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leaving_answered_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
issue_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  EntPaperDraftPage *self = ENT_PAPER_DRAFT_PAGE (widget);

  g_set_str (&self->then, g_variant_get_string (parameter, NULL));
  issue_if_asked (self);
}

static void
issue_key_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "draft.issue", "s",
                              is_electronic (ENT_PAPER_DRAFT_PAGE (widget)) ? "keep" : "print");
}

static void
store_changed_cb (EntPaperDraftPage *self)
{
  if (ent_paper_draft_form_get_request (self->form) != NULL && !self->issuing)
    make_again (self);
}

static void
ent_paper_draft_page_dispose (GObject *object)
{
  EntPaperDraftPage *self = ENT_PAPER_DRAFT_PAGE (object);

  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->start_cancellable);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->start_cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);
  g_clear_object (&self->store);
  g_clear_pointer (&self->asked, ent_paper_request_free);
  g_clear_pointer (&self->then, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), ENT_TYPE_PAPER_DRAFT_PAGE);
  G_OBJECT_CLASS (ent_paper_draft_page_parent_class)->dispose (object);
}

static void
ent_paper_draft_page_class_init (EntPaperDraftPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_paper_draft_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               ENT_UI "paper/ent-paper-draft-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftPage, title);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftPage, issue_button);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftPage, stack);
  gtk_widget_class_bind_template_child (widget_class, EntPaperDraftPage, failed_page);

  gtk_widget_class_install_action (widget_class, "draft.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "draft.issue", "s", issue_action);
  gtk_widget_class_install_action (widget_class, "draft.issue-as-usual", NULL, issue_key_action);
  /* Before the place's own keys, which would close the page without asking. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "draft.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "draft.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK,
                                       "draft.issue-as-usual", NULL);
}

static void
ent_paper_draft_page_init (EntPaperDraftPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->form = ENT_PAPER_DRAFT_FORM (ent_paper_draft_form_new ());
  self->pane = ENT_PDF_PANE (ent_pdf_pane_new ());
  gtk_widget_add_css_class (GTK_WIDGET (ent_pdf_pane_get_view (self->pane)), "private");
  self->split = ENT_PAPER_SPLIT (
      ent_paper_split_new (GTK_WIDGET (self->pane), GTK_WIDGET (self->form)));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->split), "draft");
  self->start_cancellable = g_cancellable_new ();
  ent_place_view_want_whole (ADW_NAVIGATION_PAGE (self));
  g_signal_connect_object (self->form, "changed", G_CALLBACK (make_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "gap", G_CALLBACK (gap_cb), self, G_CONNECT_SWAPPED);
  update_button (self);
}

AdwNavigationPage *
ent_paper_draft_page_new (EntStore *store, const EntPaperRequest *request)
{
  EntPaperDraftPage *self = g_object_new (ENT_TYPE_PAPER_DRAFT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->asked = ent_paper_request_copy (request);
  self->asked->day = ent_day_today ();
  g_set_str (&self->asked->author, ent_paper_me_author (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_title (self);
  ent_paper_start_async (store, self->asked, self->start_cancellable, started_cb,
                         g_object_ref (self));
  return ADW_NAVIGATION_PAGE (self);
}

void
ent_paper_draft_page_start (EntShell *shell, const EntDocumentKind *kind, gint64 subject_id)
{
  g_autoptr (EntPaperRequest) request = ent_paper_request_new (kind, subject_id, ent_day_today ());

  ent_shell_show (shell, ent_paper_draft_page_new (ent_shell_get_store (shell), request));
}

EntPaperDraftForm *
ent_paper_draft_page_get_form (EntPaperDraftPage *self)
{
  return self->form;
}

EntStore *
ent_paper_draft_page_get_store (EntPaperDraftPage *self)
{
  return self->store;
}

gboolean
ent_paper_draft_page_is_ready (EntPaperDraftPage *self)
{
  return self->fresh && self->complete && !self->issuing;
}
