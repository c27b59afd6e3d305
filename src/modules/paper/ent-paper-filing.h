/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts paper that came back where it belongs: pages of a stack, in any order, become a file for
 * each document, kept with the person whom it is about. Plans are values; thread of the connection
 * where there is one. */

#pragma once

#include "ent-apply.h"
#include "ent-pdf-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A page of the stack. */
typedef struct
{
  char *number; /* as it was read or typed, or NULL */
  char *code; /* NULL: somebody typed the number, and vouches for the page */
  guint page; /* of the document, from 1; 0 when nobody knows */
  int turn; /* clockwise degrees that bring it upright */
  char *problem; /* why it belongs to no document, a sentence; NULL when it does */
} EntFilingPage;

/* A document that came back. */
typedef struct
{
  gint64 document_id;
  gint64 person_id;
  char *number;
  char *title;
  char *person_name;
  guint n_pages; /* as issued */
  gboolean is_cancelled;
  GArray *picks; /* (element-type EntPdfPick) of the stack, in the order of its pages */
  GArray *missing; /* (element-type guint) pages that are not there */
  gint64 request_id; /* the signature that is waited for now, or 0 */
  char *signer; /* whose, or NULL */
  gboolean is_signed; /* to be chosen: the paper bears that signature */
} EntFilingGroup;

typedef struct
{
  GPtrArray *pages; /* (element-type EntFilingPage), one for each page of the stack */
  GPtrArray *groups; /* (element-type EntFilingGroup), as they come in the stack */
} EntFilingPlan;

/* @scan_pages: (element-type EntScanPage). No groups yet. Any thread. */
EntFilingPlan *ent_filing_plan_new (GPtrArray *scan_pages);
/* The pages alone, in a plan of their own. */
EntFilingPlan *ent_filing_plan_copy (const EntFilingPlan *self);
EntFilingPlan *ent_filing_plan_ref (EntFilingPlan *self);
void ent_filing_plan_unref (EntFilingPlan *self);
/* Somebody says which document a page belongs to. */
void ent_filing_plan_assign (EntFilingPlan *self, guint position, const char *number);
/* Pages that belong to no document, as a file, in the order of the stack; NULL with @error set. */
GBytes *ent_filing_plan_take_rest (const EntFilingPlan *self, GBytes *stack, GError **error);
guint ent_filing_plan_n_rest (const EntFilingPlan *self);

/* Compares the pages with the register: fills groups and problems. */
gboolean ent_paper_filing_sort (EntFilingPlan *self, EntDb *db, GError **error);

typedef struct
{
  const char *who; /* files them; to be set before */
  guint n_filed;
  guint n_known; /* were kept already, the same to the byte */
  guint n_signed; /* signatures noted */
} EntFilingRun;

/* Keeps a file for each group with its person, and enters the signatures that were chosen. Inside
 * an act. */
gboolean ent_paper_filing_file (EntApply *apply,
                                const EntFilingPlan *plan,
                                GBytes *stack,
                                EntFilingRun *run,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFilingPlan, ent_filing_plan_unref)

G_END_DECLS
