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
/* A page that belongs to nothing, with its picture when there is one. An AdwEntryRow: "apply" when
 * a number was typed. */
GtkWidget *ent_filing_rest_row_new (const EntFilingPage *page,
                                    guint position,
                                    EntScanPage *scanned);

G_END_DECLS
