/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds and stops of a map as a list, for whoever does not see the map and for whoever looks
 * for a name: says all that the map shows, and shares its selection. Main thread. */
#pragma once

#include <adwaita.h>

#include "ent-map-content.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_TABLE (ent_map_table_get_type ())
G_DECLARE_FINAL_TYPE (EntMapTable, ent_map_table, ENT, MAP_TABLE, AdwBin)

/* Has the signal "stop-activated" (EntMapStop): Enter or a double click on a row. */
GtkWidget *ent_map_table_new (void);

/* NULL for none. */
void ent_map_table_set_content (EntMapTable *self, EntMapContent *content);

G_END_DECLS
