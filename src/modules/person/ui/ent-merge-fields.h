/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields in which two persons differ, with a choice for each. Main thread. */

#pragma once

#include "ent-person-merge.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A box of groups, one a field; choices are written into @plan, which must outlive the widget. */
GtkWidget *ent_merge_fields_new (EntStore *store, EntPersonMerge *plan);
/* Sentences about what looks wrong: (element-type utf8), transfer full. */
GPtrArray *ent_merge_fields_warnings (EntPersonMerge *plan);

G_END_DECLS
