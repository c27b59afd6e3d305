/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The extract is a resource, so that no folder has to be found. Any thread. */

#include "ent-demo-extract.h"

#include "ent-demo-words.h"
#include "ent-region-build.h"
#include "ent-region-shelf.h"
#include "ent-region.h"

#include <glib/gi18n-lib.h>

#define EXTRACT "/org/entraide/Entraide/demo/wechelderzande-be.osm.pbf"
/* The same in every language, so that there is one file of it. */
#define FILE_NAME "sart-lez-brumes"

GBytes *
ent_demo_extract_read (GError **error)
{
  ent_demo_words_register_lists ();
  return g_resources_lookup_data (EXTRACT, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
is_readable (const char *path)
{
  g_autoptr (EntRegion) region = ent_region_open (path, NULL);

  return region != NULL;
}

static gboolean
has_other_region (const char *path)
{
  g_auto (GStrv) paths = ent_region_shelf_list ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_str_equal (paths[i], path) && is_readable (paths[i]))
      return TRUE;
  return FALSE;
}

char *
ent_demo_extract_add_region (gboolean *is_used, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ent_region_shelf_path_for (FILE_NAME, error);
  EntRegionSources sources = { .name = _ ("Demo: Wechelderzande"), .is_demo = TRUE };
  gboolean built;

  if (path == NULL)
    return NULL;
  if (is_used != NULL)
    *is_used = !has_other_region (path);
  if (is_readable (path))
    return g_steal_pointer (&path);
  sources.osm = ent_demo_extract_read (error);
  if (sources.osm == NULL)
    return NULL;
  built = ent_region_build (&sources, path, NULL, NULL, cancellable, error);
  g_bytes_unref (sources.osm);
  return built ? g_steal_pointer (&path) : NULL;
}
