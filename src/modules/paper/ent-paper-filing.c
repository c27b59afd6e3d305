/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts the pages of a stack by the register of documents, and keeps them. */

#include "ent-paper-filing.h"

#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-paper-book.h"
#include "ent-paper-issue.h"
#include "ent-paper-query.h"
#include "ent-scan.h"

#include <glib/gi18n-lib.h>

static void
page_free (gpointer data)
{
  EntFilingPage *page = data;

  g_free (page->number);
  g_free (page->code);
  g_free (page->problem);
  g_free (page);
}

static void
group_free (gpointer data)
{
  EntFilingGroup *group = data;

  g_free (group->number);
  g_free (group->title);
  g_free (group->person_name);
  g_free (group->signer);
  g_array_unref (group->picks);
  g_array_unref (group->missing);
  g_free (group);
}

static EntFilingPlan *
plan_new (void)
{
  EntFilingPlan *self = g_atomic_rc_box_new0 (EntFilingPlan);

  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  return self;
}

static void
add_page (EntFilingPlan *self, const char *number, const char *code, guint page, int turn)
{
  EntFilingPage *added = g_new0 (EntFilingPage, 1);

  added->number = g_strdup (number);
  added->code = g_strdup (code);
  added->page = page;
  added->turn = turn;
  g_ptr_array_add (self->pages, added);
}

EntFilingPlan *
ent_filing_plan_new (GPtrArray *scan_pages)
{
  EntFilingPlan *self = plan_new ();

  for (guint i = 0; i < scan_pages->len; i++)
    {
      const EntScanPage *page = g_ptr_array_index (scan_pages, i);

      add_page (self, page->number, page->code, page->page, page->turn);
    }
  return self;
}

EntFilingPlan *
ent_filing_plan_copy (const EntFilingPlan *self)
{
  EntFilingPlan *copy = plan_new ();

  for (guint i = 0; i < self->pages->len; i++)
    {
      const EntFilingPage *page = g_ptr_array_index (self->pages, i);

      add_page (copy, page->number, page->code, page->page, page->turn);
    }
  return copy;
}

EntFilingPlan *
ent_filing_plan_ref (EntFilingPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
plan_clear (gpointer data)
{
  EntFilingPlan *self = data;

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->groups);
}

void
ent_filing_plan_unref (EntFilingPlan *self)
{
  g_atomic_rc_box_release_full (self, plan_clear);
}

void
ent_filing_plan_assign (EntFilingPlan *self, guint position, const char *number)
{
  EntFilingPage *page = g_ptr_array_index (self->pages, position);

  g_free (page->number);
  page->number = ent_paper_normalize_number (number);
  g_clear_pointer (&page->code, g_free);
  page->page = 0;
}

static GArray *
rest_of (const EntFilingPlan *self)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (EntPdfPick));

  for (guint i = 0; i < self->pages->len; i++)
    {
      const EntFilingPage *page = g_ptr_array_index (self->pages, i);
      const EntPdfPick pick = { i, page->turn };

      if (page->problem != NULL)
        g_array_append_val (picks, pick);
    }
  return picks;
}

guint
ent_filing_plan_n_rest (const EntFilingPlan *self)
{
  g_autoptr (GArray) picks = rest_of (self);

  return picks->len;
}

GBytes *
ent_filing_plan_take_rest (const EntFilingPlan *self, GBytes *stack, GError **error)
{
  g_autoptr (GArray) picks = rest_of (self);

  return ent_pdf_take (stack, (const EntPdfPick *) (gpointer) picks->data, picks->len, error);
}

/* Sorting */

static EntFilingGroup *
find_group (EntFilingPlan *self, gint64 document_id)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      EntFilingGroup *group = g_ptr_array_index (self->groups, i);

      if (group->document_id == document_id)
        return group;
    }
  return NULL;
}

/* The signature whose turn it is. */
static gboolean
find_request (EntFilingGroup *group, EntDb *db, GError **error)
{
  g_autoptr (GPtrArray) requests = ent_paper_query_requests (db, group->document_id, error);

  for (guint i = 0; requests != NULL && i < requests->len && group->request_id == 0; i++)
    {
      EntSignatureRequest *request = g_ptr_array_index (requests, i);

      if (request->state != ENT_REQUEST_WAITING)
        continue;
      group->request_id = ent_record_get_id (request);
      group->signer = g_strdup (request->agent_name);
    }
  return requests != NULL;
}

static EntFilingGroup *
add_group (EntFilingPlan *self, EntDb *db, EntDocument *document, GError **error)
{
  EntFilingGroup *group = g_new0 (EntFilingGroup, 1);

  group->picks = g_array_new (FALSE, FALSE, sizeof (EntPdfPick));
  group->missing = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->groups, group);
  group->document_id = ent_record_get_id (document);
  group->person_id = document->person_id;
  group->number = g_strdup (document->number);
  group->title = g_strdup (document->title);
  group->person_name = g_strdup (document->person_name);
  group->n_pages = (guint) MAX (document->n_pages, 0);
  group->is_cancelled = document->cancelled_by != NULL;
  return find_request (group, db, error) ? group : NULL;
}

/* Why the page cannot be filed as a page of @document; NULL when it can. Transfer full. */
static char *
problem_of (const EntFilingPage *page, EntDocument *document)
{
  if (document == NULL || document->entry != ENT_ENTRY_ISSUED)
    return g_strdup_printf (_ ("No document of this register has the number %s."), page->number);
  if (page->code != NULL && g_strcmp0 (document->code, page->code) != 0)
    return g_strdup_printf (_ ("The page bears the number %s with the code of another document: it "
                               "was not issued by this register, or it was changed."),
                            page->number);
  if (page->page > (guint) MAX (document->n_pages, 0))
    return g_strdup_printf (_ ("The document %s has no page %u."), page->number, page->page);
  if (document->person_id == 0)
    return g_strdup_printf (_ ("The document %s is about nobody with whom it could be kept."),
                            page->number);
  return NULL;
}

static gboolean
sort_page (EntFilingPlan *self, EntDb *db, guint position, GError **error)
{
  EntFilingPage *page = g_ptr_array_index (self->pages, position);
  const EntPdfPick pick = { position, page->turn };
  g_autoptr (EntDocument) document = NULL;
  g_autoptr (GError) local_error = NULL;
  EntFilingGroup *group;

  g_clear_pointer (&page->problem, g_free);
  if (page->number == NULL)
    {
      page->problem = g_strdup (_ ("No code of ours can be read on this page."));
      return TRUE;
    }
  document = ent_paper_query_by_number (db, page->number, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  page->problem = problem_of (page, document);
  if (page->problem != NULL)
    return TRUE;
  group = find_group (self, ent_record_get_id (document));
  if (group == NULL)
    group = add_group (self, db, document, error);
  if (group == NULL)
    return FALSE;
  g_array_append_val (group->picks, pick);
  return TRUE;
}

/* Pages in their order, those that nobody knows the number of behind the others; what was scanned
 * twice is kept twice. */
static int
compare_picks (gconstpointer a, gconstpointer b, gpointer pages)
{
  const EntPdfPick *first = a, *second = b;
  const EntFilingPage *page = g_ptr_array_index ((GPtrArray *) pages, first->page);
  const EntFilingPage *other = g_ptr_array_index ((GPtrArray *) pages, second->page);

  if (page->page != other->page)
    return page->page - 1U < other->page - 1U ? -1 : 1;
  return first->page < second->page ? -1 : first->page > second->page;
}

static void
note_missing (EntFilingPlan *self, EntFilingGroup *group)
{
  for (guint number = 1; number <= group->n_pages; number++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < group->picks->len && !found; i++)
        {
          guint position = g_array_index (group->picks, EntPdfPick, i).page;

          found = ((EntFilingPage *) g_ptr_array_index (self->pages, position))->page == number;
        }
      if (!found)
        g_array_append_val (group->missing, number);
    }
  /* Pages that were assigned by hand may be the ones. */
  for (guint i = 0; i < group->picks->len && group->missing->len > 0; i++)
    {
      guint position = g_array_index (group->picks, EntPdfPick, i).page;

      if (((EntFilingPage *) g_ptr_array_index (self->pages, position))->page == 0)
        g_array_set_size (group->missing, group->missing->len - 1);
    }
}

gboolean
ent_paper_filing_sort (EntFilingPlan *self, EntDb *db, GError **error)
{
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < self->pages->len; i++)
    if (!sort_page (self, db, i, error))
      return FALSE;
  for (guint i = 0; i < self->groups->len; i++)
    {
      EntFilingGroup *group = g_ptr_array_index (self->groups, i);

      g_array_sort_with_data (group->picks, compare_picks, self->pages);
      note_missing (self, group);
    }
  return TRUE;
}

/* Filing */

static gboolean
file_group (EntApply *apply,
            const EntFilingGroup *group,
            GBytes *pdf,
            EntFilingRun *run,
            GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s – %s", group->number, group->title);
  const EntPaperPiece piece = {
    group->person_id,  group->document_id, ENT_ORIGIN_SCAN, title,
    "application/pdf", ent_day_today (),   run->who,
  };
  gboolean known = FALSE;

  if (ent_paper_attach (apply, &piece, pdf, &known, error) == 0)
    return FALSE;
  if (known)
    run->n_known++;
  else
    run->n_filed++;
  if (!group->is_signed || group->request_id == 0)
    return TRUE;
  run->n_signed++;
  return ent_paper_book_sign_on_paper (apply, group->request_id, pdf, run->who, error);
}

gboolean
ent_paper_filing_file (EntApply *apply,
                       const EntFilingPlan *plan,
                       GBytes *stack,
                       EntFilingRun *run,
                       GError **error)
{
  for (guint i = 0; i < plan->groups->len; i++)
    {
      const EntFilingGroup *group = g_ptr_array_index (plan->groups, i);
      g_autoptr (GBytes)
                    pdf = ent_pdf_take (stack, (const EntPdfPick *) (gpointer) group->picks->data,
                                        group->picks->len, error);

      if (pdf == NULL || !file_group (apply, group, pdf, run, error))
        return FALSE;
    }
  return TRUE;
}
