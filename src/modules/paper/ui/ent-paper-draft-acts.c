/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Issuing from a draft's page, and the ways from what is missing to where it is filled. Main
 * thread; issuing is done on the writing thread. */

#include "ent-paper-draft-acts.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-document-page.h"
#include "ent-form-dialog.h"
#include "ent-paper-issue.h"
#include "ent-paper-query.h"
#include "ent-pdf-acts.h"
#include "ent-person.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  EntPaperDraftPage *page;
  EntPaperRequest *request;
  char *then;
  EntPaperIssued done;
  /* What came of it; written by the writing thread, read afterwards. */
  gint64 document_id;
  char *number;
  GBytes *pdf;
} Issuing;

static void
issuing_free (Issuing *self)
{
  g_object_unref (self->page);
  ent_paper_request_free (self->request);
  g_free (self->then);
  g_free (self->number);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_free (self);
}

static gboolean
issue (EntApply *apply, gpointer data, GCancellable *cancellable, GError **error)
{
  Issuing *self = data;
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (EntDocument) document = NULL;

  self->document_id = ent_paper_issue (apply, self->request, error);
  if (self->document_id == 0)
    return FALSE;
  document = ent_paper_query_record (db, &ent_document_schema, self->document_id, error);
  if (document == NULL)
    return FALSE;
  self->number = g_strdup (document->number);
  self->pdf = ent_paper_get_file (db, document, error);
  return self->pdf != NULL;
}

/* The document's page stands where the draft was; what lies below stays. */
static void
give_way (EntPaperDraftPage *page, AdwNavigationPage *document)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);

  if (view == NULL)
    return;
  stack = adw_navigation_view_get_navigation_stack (ADW_NAVIGATION_VIEW (view));
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      gpointer item = g_list_model_get_item (stack, i);

      g_ptr_array_add (pages, item == page ? g_object_ref_sink (document) : g_object_ref (item));
      g_object_unref (item);
    }
  adw_navigation_view_replace (ADW_NAVIGATION_VIEW (view), (AdwNavigationPage **) pages->pdata,
                               (int) pages->len);
}

static void
show_issued (Issuing *self)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));
  AdwNavigationPage *document = ent_document_page_new (ent_paper_draft_page_get_store (self->page),
                                                       self->document_id);
  /* Translators: the number of a document, D2026-000123 */
  g_autofree char *text = g_strdup_printf (_ ("Document %s issued"), self->number);

  ent_document_page_take_focus (ENT_DOCUMENT_PAGE (document));
  give_way (self->page, document);
  if (shell == NULL)
    return;
  ent_shell_toast (shell, text, FALSE);
  if (g_str_equal (self->then, "print"))
    ent_pdf_print (GTK_WIDGET (shell), self->pdf, self->number, self->request->kind->id);
  else if (g_str_equal (self->then, "save"))
    ent_pdf_save (GTK_WIDGET (shell), self->pdf, self->number);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Issuing *self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean issued = ent_store_write_finish (ENT_STORE (source), result, &error) != 0;
  EntShell *shell = ent_shell_for (GTK_WIDGET (self->page));

  if (issued)
    show_issued (self);
  else if (shell != NULL)
    ent_shell_report (shell, error);
  self->done (self->page, issued);
  issuing_free (self);
}

void
ent_paper_draft_issue (EntPaperDraftPage *page, const char *then, EntPaperIssued done)
{
  Issuing *self = g_new0 (Issuing, 1);

  self->page = g_object_ref (page);
  self->request = ent_paper_request_copy (
      ent_paper_draft_form_get_request (ent_paper_draft_page_get_form (page)));
  self->request->day = ent_day_today ();
  self->then = g_strdup (then);
  self->done = done;
  ent_store_write_async (ent_paper_draft_page_get_store (page), _ ("Document issued"), issue, self,
                         NULL, NULL, issued_cb, self);
}

/* The person's page comes on top of the draft, with the form that is wanted. */
static void
open_person (EntShell *shell, EntPaperDraftPage *page, gint64 person_id, const char *action)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *visible;

  ent_shell_open (shell, &ent_person_schema, person_id);
  visible = view != NULL ? adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)) : NULL;
  if (action != NULL && visible != NULL && visible != ADW_NAVIGATION_PAGE (page))
    gtk_widget_activate_action (GTK_WIDGET (visible), action, NULL);
}

static int
role_in (const char *label)
{
  for (guint i = 0; i < ent_signatory_role_enum.n_choices; i++)
    if (strstr (label, _ (ent_signatory_role_enum.choices[i].label)) != NULL)
      return ent_signatory_role_enum.choices[i].value;
  return 0;
}

static void
ask_signatory (EntPaperDraftPage *page, const char *label)
{
  static const char *const who[] = { "role", "agent_id", "from_day", "to_day", NULL };
  static const char *const titles[] = { "title_fr", "title_nl", "title_de", "delegation", NULL };
  g_autoptr (EntSignatory) draft = ent_record_new (ENT_TYPE_SIGNATORY);
  EntFormDialog *dialog;
  EntForm *form;

  draft->role = role_in (label);
  draft->from_day = ent_day_today ();
  dialog = ent_form_dialog_new (ent_paper_draft_page_get_store (page), _ ("New signatory"), NULL,
                                draft, _ ("Signatory added"));
  form = ent_form_dialog_get_form (dialog);
  ent_form_add_group (form, NULL, NULL, who);
  ent_form_add_group (form, _ ("As printed above the name"), NULL, titles);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (page));
}

static void
open_agent (EntShell *shell, EntPaperDraftPage *page)
{
  EntPaperRequest *request = ent_paper_draft_form_get_request (
      ent_paper_draft_page_get_form (page));

  if (request->agent_id != 0)
    ent_shell_open (shell, &ent_agent_schema, request->agent_id);
  else
    ent_shell_show_list (shell, &ent_agent_schema, NULL);
}

void
ent_paper_draft_lead (EntPaperDraftPage *page,
                      EntGapPlace place,
                      const char *label,
                      gint64 person_id)
{
  EntShell *shell = ent_shell_for (GTK_WIDGET (page));

  if (shell == NULL)
    return;
  switch (place)
    {
    case ENT_GAP_ADDRESS:
      open_person (shell, page, person_id, "person.add-address");
      break;
    case ENT_GAP_RECORDS:
      open_person (shell, page, person_id, NULL);
      break;
    case ENT_GAP_FILE:
      open_person (shell, page, person_id, "person.open-file");
      break;
    case ENT_GAP_AGENT:
      open_agent (shell, page);
      break;
    case ENT_GAP_CENTRE:
      gtk_widget_activate_action (GTK_WIDGET (page), "win.paper-centre", NULL);
      break;
    case ENT_GAP_SIGNATORY:
      ask_signatory (page, label);
      break;
    case ENT_GAP_TEMPLATE:
      ent_shell_show_list (shell, &ent_document_template_schema, NULL);
      break;
    case ENT_GAP_QUESTION:
    case ENT_GAP_PURPOSE:
    case ENT_GAP_RECIPIENT:
    case ENT_GAP_SIGNING:
    case ENT_GAP_PERSON:
    default:
      open_person (shell, page, person_id, "record.edit");
    }
}
