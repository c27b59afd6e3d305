/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a module brings to the house: its records, its migrations, its starting data. Constant data,
 * any thread. */

#pragma once

#include "ent-apply.h"
#include "ent-schema.h"

G_BEGIN_DECLS

typedef struct
{
  int number; /* global and ascending; becomes PRAGMA user_version */
  const char *name; /* "0003-person" */
  const char *sql;
} EntMigration;

/* What can be printed: see ent-document-kind.h, a room above this one. */
typedef struct _EntDocumentKind EntDocumentKind;

/* One row that is about to be written. */
typedef struct
{
  EntAction action;
  gpointer record; /* as it will be; as it is when it is deleted */
  guint64 mask; /* the columns that an update changes */
} EntWrite;

typedef struct
{
  const char *id; /* "person" */
  const EntSchema *const *schemas; /* NULL-terminated */
  const EntMigration *migrations; /* ends with number 0 */
  /* Reference data for a new register, and for an old one that the module is new to; written once,
   * through @apply; may be NULL. */
  gboolean (*seed) (EntApply *apply, GError **error);
  const EntDocumentKind *const *documents; /* NULL-terminated; may be NULL */
  /* FALSE with ENT_STORE_ERROR_REFUSED and a sentence: this may not be written, whichever act asks,
   * an undo and a merge included. The register still has the row as it was. May be NULL. */
  gboolean (*guard) (EntDb *db, const EntWrite *write, GError **error);
} EntModule;

/* The modules of this program, in dependency order; the array must live for ever. */
void ent_registry_set_modules (const EntModule *const *modules, guint n_modules);
guint ent_registry_n_modules (void);
const EntModule *ent_registry_module (guint position);
/* The schema of a table, or NULL. */
const EntSchema *ent_registry_schema (const char *table);
const EntSchema *ent_registry_schema_by_number (guint number);
/* All schemas, in dependency order; NULL-terminated, borrowed. */
const EntSchema *const *ent_registry_schemas (void);
/* The highest migration that this program knows. */
int ent_registry_version (void);

G_END_DECLS
