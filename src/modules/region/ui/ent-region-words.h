/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a region holds, in words. Main thread. Transfer full. */

#pragma once

#include "ent-region.h"

G_BEGIN_DECLS

/* "12 × 9 km"; "" when nobody knows. */
char *ent_region_extent_text (EntRegion *region);
/* "64 streets · 1,551 house numbers · 38 km of roads" */
char *ent_region_holds_text (EntRegion *region);
/* "21 November 2026"; NULL for a moment that is not known. */
char *ent_region_time_text (gint64 time);
/* The names of who made the data, one a line. */
char *ent_region_sources_text (EntRegion *region);
/* "This map is 14 months old."; NULL while it is younger than a year. @today in days since 1970. */
char *ent_region_age_text (EntRegion *region, gint32 today);

G_END_DECLS
