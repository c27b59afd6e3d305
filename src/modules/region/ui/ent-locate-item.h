/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One house of the list of those to be placed, with all who live there. Main thread. */

#pragma once

#include "ent-address-match.h"
#include "ent-location-query.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* In the order of the list. */
typedef enum
{
  ENT_LOCATE_NOT_FOUND,
  ENT_LOCATE_TO_CHOOSE,
  ENT_LOCATE_MOVED, /* a pin, and the address has changed since */
  ENT_LOCATE_NOT_LOOKED_UP,
  ENT_LOCATE_N_STATES
} EntLocateState;

#define ENT_TYPE_LOCATE_ITEM (ent_locate_item_get_type ())
G_DECLARE_FINAL_TYPE (EntLocateItem, ent_locate_item, ENT, LOCATE_ITEM, GObject)

/* Takes @place. */
EntLocateItem *ent_locate_item_new (EntLocated *place, EntLocateState state);
/* Takes @place when it is the same house, in the same state; else FALSE. */
gboolean ent_locate_item_add (EntLocateItem *self, EntLocated *place, EntLocateState state);
/* (element-type EntLocated), one or more; borrowed. */
GPtrArray *ent_locate_item_get_places (EntLocateItem *self);
/* The first of them. */
const EntLocated *ent_locate_item_get_place (EntLocateItem *self);
gboolean ent_locate_item_holds (EntLocateItem *self, gint64 address_id);
/* The names of those who live there; transfer full. */
char *ent_locate_item_names (GPtrArray *places);
EntLocateState ent_locate_item_get_state (EntLocateItem *self);
/* "Not found": what a section of the list is called. Translated. */
const char *ent_locate_state_title (EntLocateState state);

G_END_DECLS
