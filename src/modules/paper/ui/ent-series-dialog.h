/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document for all persons of a list, in steps: what it says, who gets it, issuing, paper. Main
 * thread. */

#pragma once

#include "ent-document-kind.h"
#include "ent-query.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_SERIES_DIALOG (ent_series_dialog_get_type ())
G_DECLARE_FINAL_TYPE (EntSeriesDialog, ent_series_dialog, ENT, SERIES_DIALOG, AdwDialog)

/* Asks which document, then goes on. @query: of persons, or of what belongs to
 * them; copied. */
void ent_series_dialog_choose (EntShell *shell, EntStore *store, const EntQuery *query);
/* The same when the document is known. */
EntSeriesDialog *ent_series_dialog_present (GtkWidget *parent,
                                            EntStore *store,
                                            const EntQuery *query,
                                            const EntDocumentKind *kind);
/* The same for these persons: (element-type gint64), copied. */
EntSeriesDialog *ent_series_dialog_present_for (GtkWidget *parent,
                                                EntStore *store,
                                                GArray *ids,
                                                const EntDocumentKind *kind);

G_END_DECLS
