/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can still be noted about a person: groups that hold nothing are hidden, and a button stands
 * for each. Main thread. */

#pragma once

#include "ent-child-group.h"

G_BEGIN_DECLS

#define ENT_TYPE_PERSON_MORE (ent_person_more_get_type ())
G_DECLARE_FINAL_TYPE (EntPersonMore, ent_person_more, ENT, PERSON_MORE, AdwPreferencesGroup)

GtkWidget *ent_person_more_new (EntStore *store, gint64 person_id);
/* Not @offered: the group has its button elsewhere, or none. */
void ent_person_more_add (EntPersonMore *self,
                          const EntChildSpec *spec,
                          EntChildGroup *group,
                          gboolean offered);

G_END_DECLS
