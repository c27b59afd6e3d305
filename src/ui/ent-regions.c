/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each file tells of itself in a few pages, so that opening them all is quick; it is a thread's
 * work all the same, for a disk may sleep. Main thread. */

#include "ent-regions.h"

#include "ent-region-shelf.h"

/* What a reading gives. */
typedef struct
{
  GPtrArray *entries;
  EntRegion *current;
  EntAddresses *addresses;
  EntRoads *roads;
} Shelf;

struct _EntRegions
{
  GObject parent_instance;

  GSettings *settings;
  Shelf shelf;
  GCancellable *reading; /* the reading that counts */
  gboolean ready;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntRegions, ent_regions, G_TYPE_OBJECT)

static void
entry_free (EntRegionEntry *self)
{
  g_free (self->path);
  g_clear_pointer (&self->region, ent_region_unref);
  g_free (self->fault);
  g_free (self);
}

static EntRegionEntry *
entry_new (const char *path)
{
  EntRegionEntry *self = g_new0 (EntRegionEntry, 1);
  g_autoptr (GError) error = NULL;

  self->path = g_strdup (path);
  self->is_own = ent_region_shelf_is_own (path);
  self->region = ent_region_open (path, &error);
  if (self->region == NULL)
    self->fault = g_strdup (error->message);
  return self;
}

static void
shelf_clear (Shelf *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->current, ent_region_unref);
  g_clear_pointer (&self->addresses, ent_addresses_unref);
  g_clear_pointer (&self->roads, ent_roads_unref);
}

static void
shelf_free (Shelf *self)
{
  shelf_clear (self);
  g_free (self);
}

/* The file that was chosen, or the first one that can be read; that of the invented commune only
 * when there is no other. */
static EntRegion *
pick (GPtrArray *entries, const char *chosen)
{
  EntRegion *first = NULL;
  EntRegion *demo = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      EntRegionEntry *entry = g_ptr_array_index (entries, i);

      if (entry->region == NULL)
        continue;
      if (g_str_equal (entry->path, chosen))
        return entry->region;
      if (ent_region_is_demo (entry->region))
        demo = entry->region;
      else if (first == NULL)
        first = entry->region;
    }
  return first != NULL ? first : demo;
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_auto (GStrv) paths = ent_region_shelf_list ();
  Shelf *shelf = g_new0 (Shelf, 1);
  EntRegion *current;

  shelf->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (shelf->entries, entry_new (paths[i]));
  current = pick (shelf->entries, data);
  if (current != NULL)
    {
      shelf->current = ent_region_ref (current);
      shelf->addresses = ent_addresses_open (current, NULL);
      shelf->roads = ent_roads_open (current, NULL);
    }
  g_task_return_pointer (task, shelf, (GDestroyNotify) shelf_free);
}

/* A later reading has cancelled this one when its answer no longer counts. */
static void
shelf_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  EntRegions *self = ENT_REGIONS (source);
  Shelf *shelf = g_task_propagate_pointer (G_TASK (result), NULL);
  Shelf before = self->shelf;

  if (shelf == NULL)
    return;
  self->shelf = *shelf;
  g_free (shelf);
  self->ready = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  shelf_clear (&before);
}

static void
ent_regions_finalize (GObject *object)
{
  EntRegions *self = ENT_REGIONS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->settings);
  shelf_clear (&self->shelf);
  G_OBJECT_CLASS (ent_regions_parent_class)->finalize (object);
}

static void
ent_regions_class_init (EntRegionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_regions_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_REGIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
ent_regions_init (EntRegions *self)
{
  self->settings = g_settings_new ("org.entraide.Entraide");
  self->shelf.entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  ent_regions_refresh (self);
}

EntRegions *
ent_regions_get_default (void)
{
  static EntRegions *regions;

  if (regions == NULL)
    regions = g_object_new (ENT_TYPE_REGIONS, NULL);
  return regions;
}

gboolean
ent_regions_is_ready (EntRegions *self)
{
  return self->ready;
}

GPtrArray *
ent_regions_get_entries (EntRegions *self)
{
  return self->shelf.entries;
}

EntRegion *
ent_regions_get_current (EntRegions *self)
{
  return self->shelf.current;
}

const char *
ent_regions_get_fault (EntRegions *self)
{
  g_autofree char *chosen = g_settings_get_string (self->settings, "region-file");
  const char *first = NULL;

  for (guint i = 0; self->shelf.current == NULL && i < self->shelf.entries->len; i++)
    {
      const EntRegionEntry *entry = g_ptr_array_index (self->shelf.entries, i);

      if (first == NULL || g_str_equal (entry->path, chosen))
        first = entry->fault;
    }
  return first;
}

EntAddresses *
ent_regions_get_addresses (EntRegions *self)
{
  return self->shelf.addresses;
}

EntRoads *
ent_regions_get_roads (EntRegions *self)
{
  return self->shelf.roads;
}

void
ent_regions_choose (EntRegions *self, const char *path)
{
  g_settings_set_string (self->settings, "region-file", path);
  ent_regions_refresh (self);
}

void
ent_regions_refresh (EntRegions *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, shelf_read_cb, NULL);
  g_task_set_task_data (task, g_settings_get_string (self->settings, "region-file"), g_free);
  g_task_run_in_thread (task, read_cb);
}
