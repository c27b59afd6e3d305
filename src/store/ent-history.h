/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the trail of acts: who changed what, when, from what to what; what lies in the trash.
 * Reading thread. */

#pragma once

#include "ent-db.h"
#include "ent-change.h"

G_BEGIN_DECLS

/* One changed column, as a person reads it. */
typedef struct
{
  const EntColumn *column;
  char *before; /* display text, NULL when it was empty */
  char *after;
} EntHistoryField;

typedef struct
{
  gint64 set_id;
  gint64 at; /* microseconds UTC */
  char *author;
  char *label;
  const EntSchema *schema;
  gint64 record_id;
  EntAction action;
  GPtrArray *fields; /* EntHistoryField */
  char *summary; /* of the record concerned */
  gboolean undone;
  gboolean is_lasting; /* the act cannot be undone: it made or changed something final */
  guint n_changes; /* of the whole act */
} EntHistoryEntry;

void ent_history_entry_free (EntHistoryEntry *self);

/* Entries of a record and of what it owns, newest first, at most @limit: (element-type
 * EntHistoryEntry), transfer full. */
GPtrArray *ent_history_read (EntDb *db,
                             const EntSchema *schema,
                             gint64 id,
                             guint limit,
                             GError **error);
/* Acts since @since (microseconds UTC) that deleted records and were not undone: what the trash
 * shows. One entry an act, its summary names the first record deleted. */
GPtrArray *ent_history_read_trash (EntDb *db, gint64 since, guint limit, GError **error);
/* Latest acts, one entry an act; not the first one of a register, its reference data. */
GPtrArray *ent_history_read_acts (EntDb *db, guint limit, GError **error);

G_END_DECLS
