/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libadwaita's groups of rows leave unsaid. Main thread. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a screen reader says of the list of a group without a title: @name, instead of the empty
 * title. */
void ent_group_set_name (AdwPreferencesGroup *group, const char *name);

G_END_DECLS
