/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two records that turn out to be one person become one: a choice for each field, everything that
 * belongs to the second moves to the first, all as one act that undo takes back. The plan is made
 * on the main thread and carried out on the writing thread. */

#pragma once

#include "ent-apply.h"
#include "ent-person.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_MERGE_KEEP, /* what the survivor has */
  ENT_MERGE_TAKE, /* what the other one has */
  ENT_MERGE_JOIN /* both texts, one below the other; long texts only */
} EntMergeChoice;

typedef struct _EntPersonMerge EntPersonMerge;

/* @day closes the validity of a register number that is given up. Fields that one of the two has
 * empty take what the other has; long texts that differ are joined; else the survivor's is kept. */
EntPersonMerge *ent_person_merge_new (EntPerson *survivor, EntPerson *other, gint32 day);
void ent_person_merge_free (EntPersonMerge *self);

EntPerson *ent_person_merge_get_survivor (EntPersonMerge *self);
EntPerson *ent_person_merge_get_other (EntPersonMerge *self);
/* Whether the user has to choose: both have something, and not the same. @column is an index. */
gboolean ent_person_merge_differs (EntPersonMerge *self, guint column);
EntMergeChoice ent_person_merge_get_choice (EntPersonMerge *self, guint column);
void ent_person_merge_set_choice (EntPersonMerge *self, guint column, EntMergeChoice choice);
/* The person as it will be: a draft of the survivor. Transfer full. */
EntPerson *ent_person_merge_get_result (EntPersonMerge *self);

/* Carries a plan out: an EntStoreWriteFunc, to be given to ent_store_write_async() with the plan as
 * its data. Fails with ENT_STORE_ERROR_CONFLICT when one of the two changed since the plan was
 * made. */
gboolean ent_person_merge_apply (EntApply *apply,
                                 gpointer plan,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPersonMerge, ent_person_merge_free)

G_END_DECLS
