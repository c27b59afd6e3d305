/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes an entry look up addresses of the region in use: proposals while somebody types, arrows
 * choose, Enter takes. What is typed is personal data and is never logged. Main thread; looking up
 * is done in a thread. */

#pragma once

#include "ent-address-match.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_PLACE_SEARCH (ent_place_search_get_type ())
G_DECLARE_FINAL_TYPE (EntPlaceSearch, ent_place_search, ENT, PLACE_SEARCH, GObject)

/* @entry is a GtkEditable: a search entry or an AdwEntryRow; it owns the search. Borrowed. */
EntPlaceSearch *ent_place_search_attach (GtkWidget *entry);
/* Writes into the entry without looking that up; NULL clears it. */
void ent_place_search_set_text (EntPlaceSearch *self, const char *text);

/* Signals "found" (EntPlaceSearch *, const EntAddressMatch *): an address was chosen, or typed and
 * looked up by Enter; "missed" (EntPlaceSearch *): what was typed is not in the region. */

G_END_DECLS
