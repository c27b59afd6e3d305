/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas and names that are added to the draft of a map. Thread of the import. */
#pragma once

#include "ent-map-draft.h"

G_BEGIN_DECLS

/* The names among the tags, as texts of the draft. */
void ent_map_label_names (EntMapDraft *draft,
                          const EntPbfTags *tags,
                          guint32 names[ENT_MAP_N_NAMES]);

/* Adds a ring to the feature that is being put together: clockwise, or the other way as a hole. */
void ent_map_label_add_ring (EntMapDraft *draft,
                             const EntMapPoint *points,
                             guint n_points,
                             gboolean is_hole);

/* Adds the name of an area inside it, from the zoom at which it is large enough for one. Does
 * nothing for kinds that need none. */
void ent_map_label_area (EntMapDraft *draft,
                         EntMapKind kind,
                         const guint32 names[ENT_MAP_N_NAMES],
                         const EntMapPoint *points,
                         guint n_points);

/* Adds a mark with a name. */
void ent_map_label_mark (EntMapDraft *draft,
                         EntMapKind kind,
                         const guint32 names[ENT_MAP_N_NAMES],
                         EntMapPoint point);

G_END_DECLS
