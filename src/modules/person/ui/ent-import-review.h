/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an import would do, before it does it: figures, faults by line, the first rows. Main
 * thread. */

#pragma once

#include "ent-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_REVIEW (ent_import_review_get_type ())
G_DECLARE_FINAL_TYPE (EntImportReview, ent_import_review, ENT, IMPORT_REVIEW, AdwBin)

void ent_import_review_show_report (EntImportReview *self, const EntImportReport *report);
/* (element-type EntImportRow) */
void ent_import_review_show_rows (EntImportReview *self, GPtrArray *rows);
/* "12 persons will be added, 3 changed"; transfer full. */
char *ent_import_review_sentence (const EntImportReport *report);

G_END_DECLS
