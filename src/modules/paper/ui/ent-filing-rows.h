/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the filing of scans. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-paper-filing.h"
#include "ent-scan.h"

G_BEGIN_DECLS

/* A document that came back; @group is written when the signature is ticked, and outlives the row.
 */
GtkWidget *ent_filing_group_row_new (EntFilingGroup *group);
/* What is done when somebody types the number of the document that a page belongs to. */
typedef struct
{
  void (*func) (gpointer user_data, guint position, const char *number);
  gpointer user_data; /* outlives the row */
  guint position; /* of the page in the stack, from 0 */
} EntFilingAssign;

/* A page that belongs to nothing, with its picture when there is one. */
GtkWidget *ent_filing_rest_row_new (const EntFilingPage *page,
                                    EntScanPage *scanned,
                                    const EntFilingAssign *assign);

G_END_DECLS
