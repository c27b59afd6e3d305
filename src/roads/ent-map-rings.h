/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas that an extract describes by a relation: the ways that are their edges are gathered, then
 * put together. Thread of the import. */
#pragma once

#include "ent-map-draft.h"

G_BEGIN_DECLS

typedef struct _EntMapRings EntMapRings;

EntMapRings *ent_map_rings_new (EntMapDraft *draft);
void ent_map_rings_free (EntMapRings *self);

/* Notes a relation if it is an area that the map draws, or a frontier. */
void ent_map_rings_take_relation (EntMapRings *self,
                                  const EntPbfRelation *relation,
                                  const EntPbfTags *tags);

/* Keeps the way if a relation noted it, and draws it if it is part of a frontier. TRUE when the
 * relation draws the ground that the tags of the way tell, so that the way must not. */
gboolean ent_map_rings_take_way (EntMapRings *self,
                                 gint64 id,
                                 const EntMapPoint *points,
                                 guint n_points,
                                 const EntPbfTags *tags);

/* Adds the areas to the draft. One whose edge does not close is left out. */
void ent_map_rings_finish (EntMapRings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntMapRings, ent_map_rings_free)

G_END_DECLS
