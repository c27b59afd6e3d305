/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a region holds, in words. Main thread. */

#include "ent-region-words.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define SECONDS_PER_DAY (24 * 60 * 60)
#define OLD_MONTHS 12

char *
ent_region_extent_text (EntRegion *region)
{
  EntBox box = ent_region_get_box (region);
  EntPoint centre;
  double width, height;

  if (ent_box_is_empty (box))
    return g_strdup ("");
  centre = ent_box_centre (box);
  width = (box.east - box.west) * ent_geo_metres_per_degree (centre.latitude) / 1000;
  height = ent_geo_distance ((EntPoint) { box.south, centre.longitude },
                             (EntPoint) { box.north, centre.longitude }) /
           1000;
  /* Translators: width and height of a region, in kilometres */
  return g_strdup_printf (_ ("%.0f × %.0f km"), MAX (width, 1), MAX (height, 1));
}

static void
add_count (GPtrArray *parts, guint n, const char *format)
{
  if (n > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, n));
}

char *
ent_region_holds_text (EntRegion *region)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  guint streets = (guint) ent_region_get_count (region, "streets");
  guint houses = (guint) ent_region_get_count (region, "houses");
  guint kilometres = (guint) (ent_region_get_count (region, "road-metres") / 1000);

  add_count (parts, streets, ngettext ("%'u street", "%'u streets", streets));
  add_count (parts, houses, ngettext ("%'u house number", "%'u house numbers", houses));
  add_count (parts, kilometres, ngettext ("%'u km of roads", "%'u km of roads", kilometres));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static gint32
day_of (gint64 time)
{
  return (gint32) (time / SECONDS_PER_DAY);
}

char *
ent_region_time_text (gint64 time)
{
  return time > 0 ? ent_day_format (day_of (time), ENT_DAY_MEDIUM) : NULL;
}

char *
ent_region_sources_text (EntRegion *region)
{
  g_auto (GStrv) sources = ent_region_dup_attributions (region);

  return g_strjoinv ("\n", sources);
}

char *
ent_region_age_text (EntRegion *region, gint32 today)
{
  gint64 time = ent_region_get_map_time (region);
  int months = 0;

  if (time <= 0)
    return NULL;
  while (months < 1200 && ent_day_add_months (day_of (time), months + 1) <= today)
    months++;
  if (months < OLD_MONTHS)
    return NULL;
  return g_strdup_printf (ngettext ("This map is %d month old", "This map is %d months old",
                                    months),
                          months);
}
