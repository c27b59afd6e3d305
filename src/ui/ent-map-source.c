/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hands the tiles of a region to the map widget. Main thread; tiles are made on others.
 *
 * Ground and labels are drawn by two renderers that ask for the same tiles, mostly one shortly
 * after the other: who asks for a tile that is being made waits for it, and the last ones are kept.
 */
#include "ent-map-source.h"

#define N_KEPT 64

/* What the threads use; outlives the source while one is at work. */
typedef struct
{
  EntRegion *region;
  EntTileLanguage language;
  GAsyncQueue *idle; /* EntTileMaker that nobody uses */
} Workshop;

struct _EntMapSource
{
  ShumateDataSource parent_instance;

  Workshop *workshop;
  GHashTable *waiting; /* key → GPtrArray of GTask */
  GHashTable *kept; /* key → GBytes */
  GQueue order; /* keys of those kept, the oldest first; owned by the table */
  guint n_made;
  guint n_given;
};

typedef struct
{
  guint zoom, x, y;
} Place;

G_DEFINE_FINAL_TYPE (EntMapSource, ent_map_source, SHUMATE_TYPE_DATA_SOURCE)

static Workshop *
workshop_new (EntRegion *region, EntTileLanguage language)
{
  Workshop *self = g_atomic_rc_box_new0 (Workshop);

  self->region = ent_region_ref (region);
  self->language = language;
  self->idle = g_async_queue_new_full ((GDestroyNotify) ent_tile_maker_free);
  return self;
}

static void
workshop_clear (gpointer data)
{
  Workshop *self = data;

  ent_region_unref (self->region);
  g_async_queue_unref (self->idle);
}

static void
workshop_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, workshop_clear);
}

static gint64
key_of (const Place *place)
{
  return (gint64) place->zoom << 58 | (gint64) place->x << 29 | place->y;
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Workshop *workshop = data;
  const Place *place = g_object_get_data (G_OBJECT (task), "place");
  g_autoptr(GError) error = NULL;
  EntTileMaker *maker = g_async_queue_try_pop (workshop->idle);
  GBytes *tile;

  if (maker == NULL)
    {
      maker = ent_tile_maker_new (workshop->region, &error);
      if (maker == NULL)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      ent_tile_maker_set_language (maker, workshop->language);
    }
  tile = ent_tile_make (maker, place->zoom, place->x, place->y, &error);
  g_async_queue_push (workshop->idle, maker);
  if (tile == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, tile, (GDestroyNotify) g_bytes_unref);
}

static void
keep (EntMapSource *self, gint64 key, GBytes *tile)
{
  gint64 *owned = g_memdup2 (&key, sizeof key);

  if (g_queue_get_length (&self->order) >= N_KEPT)
    g_hash_table_remove (self->kept, g_queue_pop_head (&self->order));
  g_hash_table_insert (self->kept, owned, g_bytes_ref (tile));
  g_queue_push_tail (&self->order, owned);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  EntMapSource *self = ENT_MAP_SOURCE (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) tile = g_task_propagate_pointer (G_TASK (result), &error);
  gint64 key = key_of (g_object_get_data (G_OBJECT (result), "place"));
  g_autoptr(GPtrArray) tasks = NULL;
  gpointer found = NULL;

  g_hash_table_steal_extended (self->waiting, &key, NULL, &found);
  tasks = found;
  if (tile != NULL)
    {
      self->n_made++;
      keep (self, key, tile);
    }
  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    {
      if (tile != NULL)
        g_task_return_pointer (tasks->pdata[i], g_bytes_ref (tile), (GDestroyNotify) g_bytes_unref);
      else
        g_task_return_error (tasks->pdata[i], g_error_copy (error));
    }
}

static void
start (EntMapSource *self, const Place *place)
{
  g_autoptr(GTask) job = g_task_new (self, NULL, made_cb, NULL);

  g_task_set_static_name (job, "make a tile");
  g_object_set_data_full (G_OBJECT (job), "place", g_memdup2 (place, sizeof *place), g_free);
  g_task_set_task_data (job, g_atomic_rc_box_acquire (self->workshop), workshop_unref);
  g_task_run_in_thread (job, make_in_thread);
}

static void
ent_map_source_get_tile_data_async (ShumateDataSource *source,
                                    int x,
                                    int y,
                                    int zoom,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  EntMapSource *self = ENT_MAP_SOURCE (source);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Place place = { (guint) zoom, (guint) x, (guint) y };
  gint64 key = key_of (&place);
  GBytes *tile = g_hash_table_lookup (self->kept, &key);
  GPtrArray *tasks;

  self->n_given++;
  if (tile != NULL || zoom < 0 || zoom > ENT_TILE_MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom ||
      y >= 1 << zoom)
    {
      g_task_return_pointer (task, tile != NULL ? g_bytes_ref (tile) : g_bytes_new (NULL, 0),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }

  tasks = g_hash_table_lookup (self->waiting, &key);
  if (tasks == NULL)
    {
      tasks = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->waiting, g_memdup2 (&key, sizeof key), tasks);
      start (self, &place);
    }
  g_ptr_array_add (tasks, g_steal_pointer (&task));
}

static GBytes *
ent_map_source_get_tile_data_finish (ShumateDataSource *source,
                                     GAsyncResult *result,
                                     GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ent_map_source_finalize (GObject *object)
{
  EntMapSource *self = ENT_MAP_SOURCE (object);

  g_clear_pointer (&self->workshop, workshop_unref);
  g_hash_table_unref (self->waiting);
  g_queue_clear (&self->order);
  g_hash_table_unref (self->kept);
  G_OBJECT_CLASS (ent_map_source_parent_class)->finalize (object);
}

static void
ent_map_source_class_init (EntMapSourceClass *klass)
{
  ShumateDataSourceClass *source_class = SHUMATE_DATA_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ent_map_source_finalize;
  source_class->get_tile_data_async = ent_map_source_get_tile_data_async;
  source_class->get_tile_data_finish = ent_map_source_get_tile_data_finish;
}

static void
ent_map_source_init (EntMapSource *self)
{
  self->waiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                      (GDestroyNotify) g_bytes_unref);
  g_queue_init (&self->order);
}

EntMapSource *
ent_map_source_new (EntRegion *region, EntTileLanguage language)
{
  EntMapSource *self = g_object_new (ENT_TYPE_MAP_SOURCE, NULL);

  self->workshop = workshop_new (region, language);
  shumate_data_source_set_max_zoom_level (SHUMATE_DATA_SOURCE (self), ENT_TILE_MAX_ZOOM);
  return self;
}

guint
ent_map_source_get_n_made (EntMapSource *self)
{
  return self->n_made;
}

guint
ent_map_source_get_n_given (EntMapSource *self)
{
  return self->n_given;
}
