/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Areas and names that are added to the draft of a map. Thread of the import. */
#include "ent-map-label.h"

#include <string.h>

/* A name needs about so many pixels. */
#define NAME_PIXELS 90

void
ent_map_label_names (EntMapDraft *draft, const EntPbfTags *tags, guint32 names[ENT_MAP_N_NAMES])
{
  names[0] = ent_map_draft_text (draft, ent_pbf_tag (tags, "name"));
  names[1] = ent_map_draft_text (draft, ent_pbf_tag (tags, "name:fr"));
  names[2] = ent_map_draft_text (draft, ent_pbf_tag (tags, "name:nl"));
  names[3] = ent_map_draft_text (draft, ent_pbf_tag (tags, "name:de"));
  for (guint i = 1; i < ENT_MAP_N_NAMES; i++)
    if (names[i] == names[0])
      names[i] = 0;
}

void
ent_map_label_add_ring (EntMapDraft *draft,
                        const EntMapPoint *points,
                        guint n_points,
                        gboolean is_hole)
{
  gint64 area = ent_map_ring_area (points, n_points);
  guint32 n = n_points;

  if (area == 0)
    return;
  if ((area > 0) != is_hole)
    g_array_append_vals (draft->points, points, n_points);
  else
    for (guint i = n_points; i > 0; i--)
      g_array_append_val (draft->points, points[i - 1]);
  g_array_append_val (draft->counts, n);
}

static void
add_point (EntMapDraft *draft, EntMapDraftFeature *feature, EntMapPoint point)
{
  guint32 one = 1;

  feature->first_point = draft->points->len;
  feature->first_count = draft->counts->len;
  g_array_append_val (draft->points, point);
  g_array_append_val (draft->counts, one);
  ent_map_draft_add (draft, feature);
}

static gboolean
has_area_name (EntMapKind kind)
{
  switch (kind)
    {
    case ENT_MAP_WOOD:
    case ENT_MAP_PARK:
    case ENT_MAP_CEMETERY:
    case ENT_MAP_LAKE:
    case ENT_MAP_SQUARE:
    case ENT_MAP_INDUSTRIAL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The first zoom at which the length has the pixels that a name needs. */
static guint8
zoom_for_name (int units)
{
  guint zoom = 11;

  while (zoom < 17 && units < NAME_PIXELS << (ENT_MAP_BITS - 9 - zoom))
    zoom++;
  return (guint8) zoom;
}

void
ent_map_label_area (EntMapDraft *draft,
                    EntMapKind kind,
                    const guint32 names[ENT_MAP_N_NAMES],
                    const EntMapPoint *points,
                    guint n_points)
{
  EntMapBox box = ent_map_box_of (points, n_points);
  EntMapDraftFeature feature = { .kind = (guint8) kind,
                                 .shape = ENT_MAP_POINT,
                                 .layer = ENT_MAP_LAYER_AREA_NAME };

  if (names[0] == 0 || !has_area_name (kind))
    return;
  feature.zoom = zoom_for_name (MAX (box.east - box.west, box.south - box.north));
  memcpy (feature.names, names, sizeof feature.names);
  add_point (draft, &feature, ent_map_ring_inside (points, n_points));
}

void
ent_map_label_mark (EntMapDraft *draft,
                    EntMapKind kind,
                    const guint32 names[ENT_MAP_N_NAMES],
                    EntMapPoint point)
{
  EntMapDraftFeature feature = { .kind = (guint8) kind };

  memcpy (feature.names, names, sizeof feature.names);
  add_point (draft, &feature, point);
}
