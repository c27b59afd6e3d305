/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the map: to look at the region, search an address, measure a way, and see where
 * beneficiaries live when that is asked for. Main thread. */

#pragma once

#include "ent-location-query.h"
#include "ent-shell.h"

G_BEGIN_DECLS

#define ENT_TYPE_MAP_PAGE (ent_map_page_get_type ())
G_DECLARE_FINAL_TYPE (EntMapPage, ent_map_page, ENT, MAP_PAGE, AdwNavigationPage)

/* Answers "place.search". */
AdwNavigationPage *ent_map_page_new (EntShell *shell);
/* Puts the pin on an address that has a place, and says whose it is. */
void ent_map_page_show_address (EntMapPage *self, const EntLocated *place);

G_END_DECLS
