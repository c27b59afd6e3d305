/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record type is: a table of columns with the few functions that a table cannot express.
 * Constant data, any thread. */

#pragma once

#include "ent-column.h"
#include "ent-db.h"
#include "ent-issues.h"

G_BEGIN_DECLS

typedef struct _EntRecord EntRecord;

/* Where a record that another owns is found by words. */
typedef enum
{
  ENT_FOUND_WITH_OWNER, /* its words find the owner */
  ENT_FOUND_IN_LISTS, /* the owner, and itself in lists of its kind */
  ENT_FOUND_EVERYWHERE /* itself, as if nobody owned it */
} EntFound;

typedef struct
{
  const char *table; /* snake_case */
  guint number; /* 1 to 255, never reused: part of the search index */
  const char *title; /* N_("Person") */
  const char *plural; /* N_("Persons") */
  const char *icon_name;
  const EntColumn *columns;
  guint n_columns; /* at most 64 */
  const char *order; /* SQL default order of lists, ends with the id: "sort_key, id" */
  GType (*type) (void);
  /* Once written, such a record is never deleted nor taken back, and only columns flagged
   * ENT_COLUMN_LATE change: a document that was issued. */
  gboolean is_final;
  EntFound found;
  /* "Dupont Anne (1950)"; transfer full. NULL: the first text column. */
  char *(*summary) (EntRecord *record);
  /* Fills derived columns (sort keys, normalised numbers) before validation. */
  void (*prepare) (EntRecord *record);
  /* Adds what is wrong; required and unique columns are checked by the store itself. */
  void (*validate) (EntRecord *record, EntIssues *issues);
  /* What only the register knows, inside the act and before validation: gives numbers that follow
   * one another, and adds what does not go with other records. May be NULL. */
  void (*settle) (EntRecord *record, EntDb *db, EntIssues *issues);
} EntSchema;

/* Index of the column called @name (snake or kebab case), or -1. */
int ent_schema_find (const EntSchema *self, const char *name);
const EntColumn *ent_schema_column (const EntSchema *self, const char *name);
/* The reference column that owns records of this type, or NULL. */
const EntColumn *ent_schema_owner (const EntSchema *self);
/* The schema of a record type. */
const EntSchema *ent_schema_for_type (GType type);

#define ENT_DECLARE_SCHEMA(name) extern const EntSchema name;

G_END_DECLS
