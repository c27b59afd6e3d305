/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before a renderer of the map library. Main thread.
 *
 * When a tile is given up while it is drawn, libshumate (1.4) takes a piece of memory for a
 * GCancellable that is none, and may crash. So the renderer is never told: the tile is finished,
 * and whoever gave it up is answered that it was. */
#include "ent-map-renderer.h"

struct _EntMapRenderer
{
  ShumateMapSource parent_instance;

  ShumateMapSource *renderer;
};

G_DEFINE_FINAL_TYPE (EntMapRenderer, ent_map_renderer, SHUMATE_TYPE_MAP_SOURCE)

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  /* A task whose cancellable is cancelled answers so, whatever it is given here. */
  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ent_map_renderer_fill_tile_async (ShumateMapSource *source,
                                  ShumateTile *tile,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  EntMapRenderer *self = ENT_MAP_RENDERER (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  shumate_map_source_fill_tile_async (self->renderer, tile, NULL, filled_cb, task);
}

static gboolean
ent_map_renderer_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
ent_map_renderer_finalize (GObject *object)
{
  g_object_unref (ENT_MAP_RENDERER (object)->renderer);
  G_OBJECT_CLASS (ent_map_renderer_parent_class)->finalize (object);
}

static void
ent_map_renderer_class_init (EntMapRendererClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_map_renderer_finalize;
  source_class->fill_tile_async = ent_map_renderer_fill_tile_async;
  source_class->fill_tile_finish = ent_map_renderer_fill_tile_finish;
}

static void
ent_map_renderer_init (EntMapRenderer *self)
{
}

ShumateMapSource *
ent_map_renderer_new (ShumateVectorRenderer *renderer)
{
  ShumateMapSource *inner = SHUMATE_MAP_SOURCE (renderer);
  EntMapRenderer *self = g_object_new (ENT_TYPE_MAP_RENDERER, "id",
                                       shumate_map_source_get_id (inner), "tile-size",
                                       shumate_map_source_get_tile_size (inner), "min-zoom-level",
                                       shumate_map_source_get_min_zoom_level (inner),
                                       "max-zoom-level",
                                       shumate_map_source_get_max_zoom_level (inner), NULL);

  self->renderer = inner;
  return SHUMATE_MAP_SOURCE (self);
}
