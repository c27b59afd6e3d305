/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the write path needs of acts. Only ent-change.c, ent-apply*.c and ent-store*.c. */

#pragma once

#include "ent-apply.h"
#include "ent-change.h"

G_BEGIN_DECLS

EntChange *ent_change_new (EntAction action, gpointer original, gpointer draft);
void ent_change_free (EntChange *self);
void ent_conflict_free (EntConflict *self);

gboolean ent_change_set_apply (EntChangeSet *self, EntApply *apply, GError **error);

EntIssues *ent_apply_steal_issues (EntApply *self);
GPtrArray *ent_apply_steal_conflicts (EntApply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChange, ent_change_free)

G_END_DECLS
