/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the addresses of a region, and of a register as large as Wallonia's. */

#pragma once

#include "ent-region.h"

/* Prints the time of suggestions, resolutions and of the house near a point: median and 95th
 * percentile, in milliseconds of the processor. */
void bench_addresses (EntRegion *region);

/* Invents a register of 66,000 streets and two million houses, imports it beside the extract, and
 * measures that. Takes some ten seconds and 200 MB in the folder for temporary files. */
void bench_register (const char *extract);
