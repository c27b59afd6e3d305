/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the tiles of a region's map. */

#pragma once

#include "ent-region.h"

/* Prints a table: zoom, number of tiles, milliseconds of the processor, size. */
void bench_tiles (EntRegion *region);
