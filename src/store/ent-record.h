/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Base class of everything kept in a register. A subtype is a struct of plain fields and a column
 * table; properties come from the table. Shared records live on the main thread; a private copy may
 * be used on any one thread. */

#pragma once

#include <glib-object.h>

#include "ent-schema.h"

G_BEGIN_DECLS

#define ENT_TYPE_RECORD (ent_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntRecord, ent_record, ENT, RECORD, GObject)

struct _EntRecordClass
{
  GObjectClass parent_class;
  const EntSchema *schema;
  GParamSpec **pspecs; /* one for each column */
};

/* Call from class_init: installs a property for each column, besides "id", "loaded", "summary". */
void ent_record_class_install (EntRecordClass *klass, const EntSchema *schema);

/* A draft with empty fields and no id. Transfer full. */
gpointer ent_record_new (GType type);
/* A private copy to edit, same id and version. Transfer full. */
gpointer ent_record_dup (gpointer record);
const EntSchema *ent_record_get_schema (gpointer record);
/* 0 for a draft never saved, negative for one that stands in a change set. */
gint64 ent_record_get_id (gpointer record);
gint64 ent_record_get_version (gpointer record);
/* FALSE while the record is only a place for a row that has not been read yet. */
gboolean ent_record_is_loaded (gpointer record);
/* One line naming the record; transfer full, "" when not loaded. */
char *ent_record_get_summary (gpointer record);

/* Values as the database sees them; @value is owned by the caller afterwards. */
void ent_record_get_value (gpointer record, guint column, EntValue *value);
/* Copies @value into the field and notifies when it differs. */
void ent_record_set_value (gpointer record, guint column, const EntValue *value);
/* The value of a column as a person reads it; transfer full, never NULL. */
char *ent_record_display (gpointer record, const char *column);
/* The same for eyes that may be many: numbers masked, sensitive columns covered. */
char *ent_record_display_masked (gpointer record, const char *column);
gboolean ent_record_is_empty (gpointer record, guint column);
/* Bit i is set when column i differs between two records of one type. */
guint64 ent_record_compare (gpointer a, gpointer b);

/* For the store only: identity and freshness of shared records. */
void ent_record_set_identity (gpointer record, gint64 id, gint64 version);
void ent_record_set_loaded (gpointer record, gboolean loaded);

G_END_DECLS
