/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a region: reads the extract once for all parts, lets each write its tables, and puts the
 * finished file in its place. Blocks: the thread of the import. */
#include "ent-region-part.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <zlib.h>

#include "ent-region-private.h"
#include "ent-roads-error.h"

#define MAX_PARTS 8

struct _EntRegionBuild
{
  const EntRegionSources *sources;
  EntRegionProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  sqlite3 *db;
  gpointer parts[MAX_PARTS];
  guint n_parts;
  EntRegionNodes nodes;
  GArray *way_nodes; /* guint32 */
  guint32 hint;
  EntBox box;
  double done, share; /* of the reading: before this pass, in this pass */
  GHashTable *facts;
};

/* Pages are large because most of the file is a few large blobs; nothing is kept for a way back,
 * because a file that was not finished is thrown away. */
#define SETTINGS \
  "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" \
  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;"
#define SCHEMA \
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;" \
  "CREATE TABLE blob (name TEXT PRIMARY KEY, sum INTEGER NOT NULL, data BLOB NOT NULL);"

const char *
ent_region_stage_text (EntRegionStage stage)
{
  switch (stage)
    {
    case ENT_REGION_STAGE_READING:
      return _ ("Reading the extract");
    case ENT_REGION_STAGE_ROADS:
      return _ ("Joining the roads");
    case ENT_REGION_STAGE_HIERARCHIES:
      return _ ("Preparing travel times");
    case ENT_REGION_STAGE_ADDRESSES:
      return _ ("Listing the addresses");
    case ENT_REGION_STAGE_MAP:
      return _ ("Drawing the map");
    case ENT_REGION_STAGE_WRITING:
    case ENT_REGION_N_STAGES:
    default:
      return _ ("Writing the region");
    }
}

sqlite3 *
ent_region_build_get_db (EntRegionBuild *self)
{
  return self->db;
}

const EntRegionSources *
ent_region_build_get_sources (EntRegionBuild *self)
{
  return self->sources;
}

const EntRegionNodes *
ent_region_build_get_nodes (EntRegionBuild *self)
{
  return &self->nodes;
}

GCancellable *
ent_region_build_get_cancellable (EntRegionBuild *self)
{
  return self->cancellable;
}

gboolean
ent_region_build_step (EntRegionBuild *self, EntRegionStage stage, double fraction, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress != NULL)
    self->progress (stage, CLAMP (fraction, 0.0, 1.0), self->progress_data);
  return TRUE;
}

void
ent_region_build_note (EntRegionBuild *self, const char *key, const char *value)
{
  g_hash_table_insert (self->facts, g_strdup (key), g_strdup (value));
}

void
ent_region_build_note_number (EntRegionBuild *self, const char *key, gint64 value)
{
  g_hash_table_insert (self->facts, g_strdup (key), g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

gboolean
ent_region_build_fail (EntRegionBuild *self, GError **error)
{
  return ent_region_fail (self->db, error);
}

gboolean
ent_region_build_run (EntRegionBuild *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         ent_region_fail (self->db, error);
}

sqlite3_stmt *
ent_region_build_prepare (EntRegionBuild *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    ent_region_fail (self->db, error);
  return statement;
}

gboolean
ent_region_build_put_blob (EntRegionBuild *self,
                           const char *name,
                           gconstpointer data,
                           gsize size,
                           GError **error)
{
  sqlite3_stmt *statement = ent_region_build_prepare (self, "INSERT INTO blob VALUES ($1, $2, $3)",
                                                      error);
  gboolean fine;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, (gint64) crc32_z (0, data, size));
  sqlite3_bind_blob64 (statement, 3, size > 0 ? data : "", size, SQLITE_STATIC);
  fine = sqlite3_step (statement) == SQLITE_DONE || ent_region_fail (self->db, error);
  sqlite3_finalize (statement);
  return fine;
}

static void
relation_cb (const EntPbfRelation *relation, const EntPbfTags *tags, gpointer data)
{
  EntRegionBuild *self = data;

  for (guint i = 0; i < self->n_parts; i++)
    if (ent_region_parts[i]->relation != NULL)
      ent_region_parts[i]->relation (self->parts[i], relation, tags);
}

static void
node_cb (const EntPbfNode *node, const EntPbfTags *tags, gpointer data)
{
  EntRegionBuild *self = data;

  ent_region_nodes_add (&self->nodes, node->id, node->place);
  if (tags->n > 0)
    for (guint i = 0; i < self->n_parts; i++)
      if (ent_region_parts[i]->node != NULL)
        ent_region_parts[i]->node (self->parts[i], node, tags);
}

static void
way_cb (const EntPbfWay *way, const EntPbfTags *tags, gpointer data)
{
  EntRegionBuild *self = data;
  guint32 *numbers;
  EntRegionWay found = { way->id, NULL, way->n_refs };

  g_array_set_size (self->way_nodes, way->n_refs);
  numbers = (guint32 *) (gpointer) self->way_nodes->data;
  for (guint i = 0; i < way->n_refs; i++)
    numbers[i] = ent_region_nodes_find (&self->nodes, way->refs[i], &self->hint);
  found.nodes = numbers;
  for (guint i = 0; i < self->n_parts; i++)
    if (ent_region_parts[i]->way != NULL)
      ent_region_parts[i]->way (self->parts[i], &found, tags);
}

static void
progress_cb (double fraction, gpointer data)
{
  EntRegionBuild *self = data;

  ent_region_build_step (self, ENT_REGION_STAGE_READING, self->done + self->share * fraction, NULL);
}

static EntBox
box_of_nodes (const EntRegionNodes *nodes)
{
  EntE7 low = { G_MAXINT32, G_MAXINT32 }, high = { G_MININT32, G_MININT32 };

  for (guint i = 0; i < ent_region_nodes_count (nodes); i++)
    {
      EntE7 place = ent_region_nodes_place (nodes, i);

      low = (EntE7) { MIN (low.latitude, place.latitude), MIN (low.longitude, place.longitude) };
      high = (EntE7) { MAX (high.latitude, place.latitude), MAX (high.longitude, place.longitude) };
    }
  if (low.latitude > high.latitude)
    return ent_box_empty ();
  return (EntBox) { ent_e7_to_point (low).latitude, ent_e7_to_point (low).longitude,
                    ent_e7_to_point (high).latitude, ent_e7_to_point (high).longitude };
}

/* What the extract covers: as its header tells, which may be nothing or half of the world, but
 * never more than there are nodes. */
static EntBox
find_box (EntBox told, const EntRegionNodes *nodes)
{
  EntBox found = box_of_nodes (nodes);

  if (!ent_box_intersects (told, found))
    return found;
  return (EntBox) { MAX (told.south, found.south), MAX (told.west, found.west),
                    MIN (told.north, found.north), MIN (told.east, found.east) };
}

static GBytes *
map_extract (const EntRegionSources *sources, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;

  if (sources->osm != NULL)
    return g_bytes_ref (sources->osm);
  file = g_mapped_file_new (sources->osm_path, FALSE, error);
  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

static gboolean
read_extract (EntRegionBuild *self, GError **error)
{
  const EntPbfHandler passes[] = { { .relation = relation_cb, .progress = progress_cb },
                                   { .node = node_cb, .progress = progress_cb },
                                   { .way = way_cb, .progress = progress_cb } };
  const double shares[] = { 0.1, 0.5, 0.4 };
  g_autoptr (GBytes) bytes = map_extract (self->sources, error);
  g_autoptr (EntPbf) pbf = NULL;

  if (bytes == NULL)
    return FALSE;
  pbf = ent_pbf_new (bytes, error);
  if (pbf == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      self->share = shares[i];
      if (!ent_pbf_read (pbf, &passes[i], self, self->cancellable, error))
        return FALSE;
      self->done += shares[i];
      ent_region_nodes_sort (&self->nodes);
    }
  self->box = find_box (ent_pbf_get_box (pbf), &self->nodes);
  ent_region_build_note_number (self, "map-time", ent_pbf_get_time (pbf));
  return TRUE;
}

static void
note_degrees (EntRegionBuild *self, const char *key, double degrees)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  ent_region_build_note (self, key, g_ascii_formatd (text, sizeof text, "%.7f", degrees));
}

static void
note_about (EntRegionBuild *self)
{
  g_autofree char *name = self->sources->name != NULL
                              ? g_strdup (self->sources->name)
                              : g_filename_display_basename (self->sources->osm_path);

  if (self->sources->is_demo)
    ent_region_build_note (self, ENT_REGION_IS_DEMO, "1");
  ent_region_build_note (self, "name", name);
  ent_region_build_note (self, "from-" ENT_REGION_FROM_OSM, "1");
  ent_region_build_note_number (self, "profile", ENT_REGION_PROFILE);
  ent_region_build_note_number (self, "made-time", g_get_real_time () / G_USEC_PER_SEC);
  if (ent_box_is_empty (self->box))
    return;
  note_degrees (self, "south", self->box.south);
  note_degrees (self, "west", self->box.west);
  note_degrees (self, "north", self->box.north);
  note_degrees (self, "east", self->box.east);
}

static gboolean
write_facts (EntRegionBuild *self, GError **error)
{
  sqlite3_stmt *statement = ent_region_build_prepare (self, "INSERT INTO meta VALUES ($1, $2)",
                                                      error);
  gboolean fine = statement != NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->facts);
  while (fine && g_hash_table_iter_next (&iter, &key, &value))
    {
      sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
      fine = sqlite3_step (statement) == SQLITE_DONE || ent_region_fail (self->db, error);
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
  return fine;
}

static gboolean
fill (EntRegionBuild *self, GError **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                           ENT_REGION_APPLICATION_ID, ENT_REGION_FORMAT);

  if (!ent_region_build_run (self, SETTINGS "BEGIN;" SCHEMA, error))
    return FALSE;
  for (guint i = 0; ent_region_parts[i] != NULL; i++)
    {
      const char *schema = ent_region_parts[i]->schema;

      if (schema != NULL && !ent_region_build_run (self, schema, error))
        return FALSE;
      self->parts[i] = ent_region_parts[i]->begin (self);
      self->n_parts = i + 1;
    }
  if (!read_extract (self, error))
    return FALSE;
  for (guint i = 0; i < self->n_parts; i++)
    if (!ent_region_parts[i]->finish (self->parts[i], self, error))
      return FALSE;
  note_about (self);
  return ent_region_build_step (self, ENT_REGION_STAGE_WRITING, 0.0, error) &&
         write_facts (self, error) && ent_region_build_run (self, mark, error) &&
         ent_region_build_run (self, "COMMIT", error);
}

static gboolean
build_into (EntRegionBuild *self, const char *path, GError **error)
{
  gboolean fine = sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                                   NULL) == SQLITE_OK;

  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->way_nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  ent_region_nodes_init (&self->nodes);
  fine = fine ? fill (self, error) : ent_region_fail (self->db, error);

  for (guint i = 0; i < self->n_parts; i++)
    ent_region_parts[i]->free (self->parts[i]);
  ent_region_nodes_clear (&self->nodes);
  g_array_unref (self->way_nodes);
  g_hash_table_unref (self->facts);
  sqlite3_close_v2 (self->db);
  return fine;
}

static gboolean
fail_file (GError **error)
{
  int reason = errno;

  if (reason == ENOSPC || reason == EDQUOT)
    g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FULL,
                         _ ("The disk is full. Make room, then try again."));
  else
    g_set_error (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNWRITABLE,
                 _ ("The region cannot be written there (%s)."), g_strerror (reason));
  return FALSE;
}

/* On the disk before it gets its name, so that a power cut leaves the old region or the new. */
static gboolean
put_in_place (const char *temporary, int fd, const char *target, GError **error)
{
  return (fsync (fd) == 0 && g_rename (temporary, target) == 0) || fail_file (error);
}

gboolean
ent_region_build (const EntRegionSources *sources,
                  const char *target,
                  EntRegionProgressFunc progress,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  EntRegionBuild self = { sources, progress, data, cancellable };
  g_autofree char *temporary = g_strconcat (target, ".XXXXXX", NULL);
  gboolean fine;
  int fd;

  if (!ent_region_build_step (&self, ENT_REGION_STAGE_READING, 0.0, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail_file (error);
  fine = build_into (&self, temporary, error) &&
         ent_region_build_step (&self, ENT_REGION_STAGE_WRITING, 0.5, error) &&
         put_in_place (temporary, fd, target, error);
  close (fd);
  if (!fine)
    g_unlink (temporary);
  else if (progress != NULL)
    progress (ENT_REGION_STAGE_WRITING, 1.0, data);
  return fine;
}
