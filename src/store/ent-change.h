/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user did, as one act: records inserted, edited and deleted together or not at all.
 * Built on the main thread, applied on the store's writing thread. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_ACTION_INSERT,
  ENT_ACTION_UPDATE,
  ENT_ACTION_DELETE
} EntAction;

/**
 * EntChange:
 *
 * One record's part of an act. @after holds the new values of the columns in @mask (all of them for
 * an insert), @before what the author saw, for telling a conflict from a change elsewhere.
 */
typedef struct
{
  const EntSchema *schema;
  EntAction action;
  gint64 id; /* negative while the record has none */
  gint64 version;
  guint64 mask;
  EntValue *before;
  EntValue *after;
} EntChange;

/* One column on which two people disagree. */
typedef struct
{
  const EntSchema *schema;
  gint64 id;
  guint column;
  EntValue before;
  EntValue yours;
  EntValue theirs;
} EntConflict;

typedef struct _EntChangeSet EntChangeSet;

#define ENT_TYPE_CHANGE_SET (ent_change_set_get_type ())
GType ent_change_set_get_type (void);

/* @label is a translated past participle phrase for history and toasts: _("Address changed"). */
EntChangeSet *ent_change_set_new (const char *label);
EntChangeSet *ent_change_set_ref (EntChangeSet *self);
void ent_change_set_unref (EntChangeSet *self);
const char *ent_change_set_get_label (EntChangeSet *self);

/* Adds a new record; gives the draft a provisional negative id, which other drafts of the same set
 * may refer to, and returns it. */
gint64 ent_change_set_insert (EntChangeSet *self, gpointer draft);
/* Adds the differences between the record as read and the edited copy. FALSE: there are none. */
gboolean ent_change_set_edit (EntChangeSet *self, gpointer original, gpointer draft);
/* Deletes the record, and with it whatever it owns. */
void ent_change_set_delete (EntChangeSet *self, gpointer record);
guint ent_change_set_n_changes (EntChangeSet *self);
EntChange *ent_change_set_get (EntChangeSet *self, guint position);

/* After a successful apply: the number of the act in the history, and the real id that a
 * provisional one became. */
gint64 ent_change_set_get_id (EntChangeSet *self);
gint64 ent_change_set_resolve (EntChangeSet *self, gint64 provisional_id);
/* After ENT_STORE_ERROR_INVALID: what is wrong, by column name. Borrowed, may be NULL. */
EntIssues *ent_change_set_get_issues (EntChangeSet *self);
/* After ENT_STORE_ERROR_CONFLICT: (element-type EntConflict), borrowed. */
GPtrArray *ent_change_set_get_conflicts (EntChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChangeSet, ent_change_set_unref)

G_END_DECLS
