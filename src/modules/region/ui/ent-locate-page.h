/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The addresses without a place on the map: those that were not found first, each to be chosen or
 * placed by hand; and the act that places all that are sure. Main thread. */

#pragma once

#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_LOCATE_PAGE (ent_locate_page_get_type ())
G_DECLARE_FINAL_TYPE (EntLocatePage, ent_locate_page, ENT, LOCATE_PAGE, AdwNavigationPage)

/* @address_id: shown first, placed or not; 0: the first of the list. Wants the room of its place.
 */
AdwNavigationPage *ent_locate_page_new (EntStore *store, gint64 address_id);

G_END_DECLS
