/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map's part in the import of a region. Thread of the import. */
#pragma once

#include "ent-region-part.h"

G_BEGIN_DECLS

/* Keeps tables that ent-tile.h reads. */
extern const EntRegionPart ent_map_part;

G_END_DECLS
