/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a printed map with the ground of a region. One thread. */
#pragma once

#include "ent-map-sheet.h"
#include "ent-region.h"

G_BEGIN_DECLS

/* What lies in a map of so many points. The sheet has its stops already. FALSE with error. */
gboolean ent_plan_ground_fill (EntMapSheet *sheet,
                               EntRegion *region,
                               double width,
                               double height,
                               GError **error);

G_END_DECLS
