/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a region from an OpenStreetMap extract and files of addresses. Nothing is fetched. Takes
 * seconds to minutes: a thread of its own, or the asynchronous form. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_REGION_STAGE_READING,
  ENT_REGION_STAGE_ROADS,
  ENT_REGION_STAGE_HIERARCHIES,
  ENT_REGION_STAGE_ADDRESSES,
  ENT_REGION_STAGE_MAP,
  ENT_REGION_STAGE_WRITING,
  ENT_REGION_N_STAGES
} EntRegionStage;

typedef struct
{
  const char *osm_path; /* .osm.pbf */
  const char *const *address_paths; /* ends with NULL, or NULL when there are none */
  const char *name; /* as people will read it; NULL for the extract's file name */
  GBytes *osm; /* what the extract holds, when it is no file; NULL: read @osm_path */
  gboolean is_demo; /* used only where there is no other region, or when chosen */
} EntRegionSources;

/* What a stage is called, for a person. */
const char *ent_region_stage_text (EntRegionStage stage);

/* @fraction: of that stage, 0–1. */
typedef void (*EntRegionProgressFunc) (EntRegionStage stage, double fraction, gpointer data);

/* Writes beside the target and renames at the end: whoever reads the old region there goes on with
 * it, and a failure leaves nothing behind. @progress, which may be NULL, is called on this thread.
 * Errors: ENT_ROADS_ERROR, G_IO_ERROR_CANCELLED, G_FILE_ERROR. */
gboolean ent_region_build (const EntRegionSources *sources,
                           const char *target,
                           EntRegionProgressFunc progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

typedef struct
{
  EntRegionProgressFunc func; /* called in the caller's main context, never after the answer */
  gpointer data;
} EntRegionProgress;

/* The same on a thread of its own; what @sources points to is copied, @progress may be NULL. */
void ent_region_build_async (const EntRegionSources *sources,
                             const char *target,
                             const EntRegionProgress *progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean ent_region_build_finish (GAsyncResult *result, GError **error);

G_END_DECLS
