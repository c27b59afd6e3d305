/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roads as a part of a region. Thread of the import. */
#pragma once

#include "ent-region-part.h"

G_BEGIN_DECLS

extern const EntRegionPart ent_road_part;

G_END_DECLS
