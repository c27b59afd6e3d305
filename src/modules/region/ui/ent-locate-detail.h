/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one address lies: up to five places to choose from, a map, and a pin to set by hand. Main
 * thread. */

#pragma once

#include "ent-location-query.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_LOCATE_DETAIL (ent_locate_detail_get_type ())
G_DECLARE_FINAL_TYPE (EntLocateDetail, ent_locate_detail, ENT, LOCATE_DETAIL, AdwBin)

/* Once, before anything is shown. */
void ent_locate_detail_set_store (EntLocateDetail *self, EntStore *store);
/* (element-type EntLocated), all of the same house; copied. NULL: none. The same again keeps what
 * was chosen. */
void ent_locate_detail_show (EntLocateDetail *self, GPtrArray *places);
/* Places the address where the pin is, if there is one: as the button does. */
void ent_locate_detail_place (EntLocateDetail *self);

G_END_DECLS
