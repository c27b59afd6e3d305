/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether an address is on the map, in words and as an act of its row. Main thread. */

#pragma once

#include "ent-address.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "on the map, at the house number"; NULL when there is nothing to say: abroad, or without a map on
 * this computer. Translated. */
const char *ent_address_position_words (EntAddress *self);
/* A button that shows the address on the map, or that places it there. @record: an EntAddress. */
void ent_address_position_extend_row (AdwActionRow *row, gpointer record);

G_END_DECLS
