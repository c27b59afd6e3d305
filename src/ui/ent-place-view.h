/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A place of the sidebar: its lists and, beside them or in their stead, the page of a record. Main
 * thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_PLACE_VIEW (ent_place_view_get_type ())
G_DECLARE_FINAL_TYPE (EntPlaceView, ent_place_view, ENT, PLACE_VIEW, AdwBin)

/* Property "side-by-side" (boolean): a record's page stands beside the list. Action "place.close".
 */
EntPlaceView *ent_place_view_new (const EntPlace *place);
const EntPlace *ent_place_view_get_place (EntPlaceView *self);
/* Adds the list of one table; lists are shown in the order of adding. */
void ent_place_view_add_list (EntPlaceView *self, EntListPage *list);
/* The list in sight; NULL where a page stands in the stead of lists. Borrowed. */
EntListPage *ent_place_view_get_list (EntPlaceView *self);
/* Puts a page in the stead of lists. */
void ent_place_view_set_page (EntPlaceView *self, AdwNavigationPage *page);
/* That page, or NULL. Borrowed. */
AdwNavigationPage *ent_place_view_get_page (EntPlaceView *self);
/* Shows the list of @schema, if the place has it. */
gboolean ent_place_view_show_list (EntPlaceView *self, const EntSchema *schema);
/* Shows a record's page: the first one, or on top of those open when @push. */
void ent_place_view_open (EntPlaceView *self, AdwNavigationPage *page, gint64 id, gboolean push);
/* A page that wants the room of the list too, where a letter is written say. Before it is shown. */
void ent_place_view_want_whole (AdwNavigationPage *page);
/* A line below the lists, not shown where a page stands in their stead; @title NULL: none.
 * @button_label with @action_name, or NULL. */
void ent_place_view_set_notice (EntPlaceView *self,
                                const char *title,
                                const char *button_label,
                                const char *action_name);
gboolean ent_place_view_has_open (EntPlaceView *self);
void ent_place_view_close (EntPlaceView *self);

G_END_DECLS
