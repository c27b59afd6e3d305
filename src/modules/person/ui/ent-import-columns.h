/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of the file is what: a row with a choice for each column, with examples. Main
 * thread. */

#pragma once

#include "ent-import-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_IMPORT_COLUMNS (ent_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (EntImportColumns,
                      ent_import_columns,
                      ENT,
                      IMPORT_COLUMNS,
                      AdwPreferencesGroup)

/* Shows the mapping of the job; choices are written into it at once. */
void ent_import_columns_set_job (EntImportColumns *self,
                                 EntImportJob *job,
                                 const EntImportKind *kind);
/* Values of the first rows, to recognise a column by: (element-type EntImportRow). */
void ent_import_columns_set_examples (EntImportColumns *self, GPtrArray *rows);

G_END_DECLS
