/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The features of a map while they are gathered, and their writing. Thread of the import.
 *
 * A row of the region holds some dozens of features that lie near each other, are of like size and
 * begin at like zooms; the index tells its box and its zooms. What small scales show stands there
 * twice more, with fewer points. */
#include "ent-map-draft.h"

#include <sqlcipher/sqlite3.h>
#include <string.h>

#define CHUNK_FEATURES 96
#define CHUNK_BYTES 12000

/* How finely a zoom is drawn: the zooms, and half a pixel of the last one. */
static const struct
{
  guint8 first_zoom, last_zoom;
  int tolerance;
} details[] = {
  { 0, ENT_MAP_MIDDLE_ZOOM - 1, 128 },
  { ENT_MAP_MIDDLE_ZOOM, ENT_MAP_FULL_ZOOM - 1, 32 },
  { ENT_MAP_FULL_ZOOM, 30, 0 },
};

typedef struct
{
  guint64 key;
  guint32 feature;
} Entry;

typedef struct
{
  EntMapDraft *draft;
  sqlite3_stmt *insert_chunk, *insert_box;
  GByteArray *chunk;
  guint n_features;
  EntMapPoint origin;
  EntMapBox box;
  guint8 first_zoom;
  GArray *points; /* of the feature that is drawn coarser */
  GArray *counts;
} Writer;

EntMapDraft *
ent_map_draft_new (void)
{
  EntMapDraft *self = g_new0 (EntMapDraft, 1);

  self->features = g_array_new (FALSE, FALSE, sizeof (EntMapDraftFeature));
  self->points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
  self->counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->texts = g_string_new (NULL);
  g_string_append_c (self->texts, '\0');
  self->interned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
ent_map_draft_free (EntMapDraft *self)
{
  g_array_unref (self->features);
  g_array_unref (self->points);
  g_array_unref (self->counts);
  g_string_free (self->texts, TRUE);
  g_hash_table_unref (self->interned);
  g_free (self);
}

guint32
ent_map_draft_text (EntMapDraft *self, const char *text)
{
  guint32 number;

  if (text == NULL || *text == '\0')
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->interned, text));
  if (number == 0)
    {
      number = (guint32) self->texts->len;
      g_string_append_len (self->texts, text, (gssize) strlen (text) + 1);
      g_hash_table_insert (self->interned, g_strdup (text), GUINT_TO_POINTER (number));
    }
  return number;
}

const char *
ent_map_draft_get_text (EntMapDraft *self, guint32 number)
{
  return number == 0 ? NULL : self->texts->str + number;
}

void
ent_map_draft_add (EntMapDraft *self, const EntMapDraftFeature *feature)
{
  EntMapDraftFeature added = *feature;

  added.n_parts = self->counts->len - feature->first_count;
  if (added.shape == 0)
    {
      added.shape = ent_map_kind_shape (feature->kind);
      added.layer = ent_map_kind_layer (feature->kind);
    }
  if (added.zoom == 0)
    added.zoom = (guint8) ent_map_kind_zoom (feature->kind);
  if (added.n_parts > 0)
    g_array_append_val (self->features, added);
}

void
ent_map_draft_get (EntMapDraft *self, guint number, EntMapFeature *feature)
{
  const EntMapDraftFeature *draft = &g_array_index (self->features, EntMapDraftFeature, number);

  *feature = (EntMapFeature) {
    .layer = draft->layer,
    .kind = draft->kind,
    .shape = draft->shape,
    .zoom = draft->zoom,
    .flags = draft->flags,
    .points = &g_array_index (self->points, EntMapPoint, draft->first_point),
    .counts = &g_array_index (self->counts, guint32, draft->first_count),
    .n_parts = draft->n_parts,
  };
  for (guint i = 0; i < ENT_MAP_N_NAMES; i++)
    feature->names[i] = ent_map_draft_get_text (self, draft->names[i]);
}

static EntMapBox
box_of (const EntMapFeature *feature)
{
  guint n_points = 0;

  for (guint i = 0; i < feature->n_parts; i++)
    n_points += feature->counts[i];
  return ent_map_box_of (feature->points, n_points);
}

/* Zooms that are often asked for together. */
static guint
zoom_group (guint zoom)
{
  return zoom <= 8 ? 0 : zoom <= 14 ? zoom - 8 : MIN (zoom, 17) - 8;
}

/* Like sizes stand together, or one forest would stretch the boxes of a hundred houses. */
static guint
size_group (EntMapBox box)
{
  int side = MAX (box.east - box.west, box.south - box.north);

  return side < 1 << 11 ? 0 : side < 1 << 14 ? 1 : 2;
}

static guint64
key_of (guint detail, guint zoom, guint size, guint64 place)
{
  guint group = zoom_group (MAX (zoom, details[detail].first_zoom));

  return (guint64) detail << 62 | (guint64) group << 58 | (guint64) size << 56 | place;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->key != y->key ? (x->key > y->key) - (x->key < y->key)
                          : (x->feature > y->feature) - (x->feature < y->feature);
}

/* A feature stands in each detail of whose zooms it is part; coarse ones leave out what is smaller
 * than a pixel. */
static GArray *
sorted_entries (EntMapDraft *self)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), self->features->len * 5 / 4);

  for (guint i = 0; i < self->features->len; i++)
    {
      EntMapFeature feature;
      EntMapBox box;
      guint64 place;

      ent_map_draft_get (self, i, &feature);
      box = box_of (&feature);
      place = ent_map_hilbert (
          (EntMapPoint) { box.west / 2 + box.east / 2, box.north / 2 + box.south / 2 });
      for (guint detail = 0; detail < G_N_ELEMENTS (details); detail++)
        {
          int side = MAX (box.east - box.west, box.south - box.north);
          Entry entry = { 0, i };

          if (feature.zoom > details[detail].last_zoom ||
              (feature.shape == ENT_MAP_AREA && side < 3 * details[detail].tolerance))
            continue;
          entry.key = key_of (detail, feature.zoom, size_group (box), place);
          g_array_append_val (entries, entry);
        }
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static gboolean
run_insert (sqlite3_stmt *statement)
{
  gboolean fine = sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_reset (statement);
  return fine;
}

static gboolean
end_chunk (Writer *writer, guint detail)
{
  const int box[] = { writer->box.west, writer->box.east, writer->box.north, writer->box.south };
  gint64 id;
  gboolean fine;

  if (writer->n_features == 0)
    return TRUE;
  sqlite3_bind_blob (writer->insert_chunk, 1, writer->chunk->data, (int) writer->chunk->len,
                     SQLITE_STATIC);
  fine = run_insert (writer->insert_chunk);
  id = sqlite3_last_insert_rowid (sqlite3_db_handle (writer->insert_chunk));
  sqlite3_bind_int64 (writer->insert_box, 1, id);
  for (int i = 0; i < 4; i++)
    sqlite3_bind_int (writer->insert_box, 2 + i, box[i]);
  sqlite3_bind_int (writer->insert_box, 6, MAX (writer->first_zoom, details[detail].first_zoom));
  sqlite3_bind_int (writer->insert_box, 7, details[detail].last_zoom);
  writer->n_features = 0;
  return fine && run_insert (writer->insert_box);
}

/* Puts fewer points in the place of the feature's. */
static void
make_coarser (Writer *writer, EntMapFeature *feature, int tolerance)
{
  const EntMapPoint *from = feature->points;
  guint n_parts = 0;

  g_array_set_size (writer->points, 0);
  g_array_set_size (writer->counts, 0);
  for (guint i = 0; i < feature->n_parts; i++)
    {
      guint start = writer->points->len;
      guint32 n;

      g_array_append_vals (writer->points, from, feature->counts[i]);
      from += feature->counts[i];
      n = ent_map_simplify (&g_array_index (writer->points, EntMapPoint, start), feature->counts[i],
                            tolerance);
      if (feature->shape == ENT_MAP_AREA && n < 3)
        n = 0;
      g_array_set_size (writer->points, start + n);
      if (n == 0)
        continue;
      g_array_append_val (writer->counts, n);
      n_parts++;
    }
  feature->points = (const EntMapPoint *) (gconstpointer) writer->points->data;
  feature->counts = (const guint32 *) (gconstpointer) writer->counts->data;
  feature->n_parts = n_parts;
}

static void
append_feature (Writer *writer, const EntMapFeature *feature)
{
  EntMapBox box = box_of (feature);

  if (writer->n_features == 0)
    {
      writer->origin = (EntMapPoint) { box.west, box.north };
      writer->box = box;
      writer->first_zoom = feature->zoom;
      g_byte_array_set_size (writer->chunk, 0);
      ent_map_chunk_begin (writer->chunk, writer->origin);
    }
  writer->box = ent_map_box_union (writer->box, box);
  writer->first_zoom = MIN (writer->first_zoom, feature->zoom);
  ent_map_chunk_append (writer->chunk, writer->origin, feature);
  writer->n_features++;
}

static gboolean
write_entries (Writer *writer, GArray *entries, EntRegionBuild *build, GError **error)
{
  guint64 group = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      guint detail = (guint) (entry->key >> 62);
      EntMapFeature feature;

      if (writer->n_features >= CHUNK_FEATURES || writer->chunk->len >= CHUNK_BYTES ||
          entry->key >> 56 != group)
        {
          if (!end_chunk (writer, (guint) (group >> 6)))
            return ent_region_build_fail (build, error);
          if (!ent_region_build_step (build, ENT_REGION_STAGE_MAP, (double) i / entries->len,
                                      error))
            return FALSE;
        }
      group = entry->key >> 56;
      ent_map_draft_get (writer->draft, entry->feature, &feature);
      if (details[detail].tolerance > 0)
        make_coarser (writer, &feature, details[detail].tolerance);
      if (feature.n_parts > 0)
        append_feature (writer, &feature);
    }
  return end_chunk (writer, (guint) (group >> 6)) || ent_region_build_fail (build, error);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint32 x = *(const gint32 *) a, y = *(const gint32 *) b;

  return (x > y) - (x < y);
}

/* Notes where the numbers lie, and where nearly all of them do. */
static void
note_extent (EntRegionBuild *build, GArray *numbers, const char *const keys[4])
{
  const gint32 *number;
  guint n = numbers->len, few = n / 66;

  g_array_sort (numbers, compare_numbers);
  number = (const gint32 *) (gconstpointer) numbers->data;
  ent_region_build_note_number (build, keys[0], number[0]);
  ent_region_build_note_number (build, keys[1], number[n - 1]);
  ent_region_build_note_number (build, keys[2], number[few]);
  ent_region_build_note_number (build, keys[3], number[n - 1 - few]);
}

/* Extracts may say that they cover the world, and have a railway that leads far out of them. */
static void
note_box (EntMapDraft *self, EntRegionBuild *build)
{
  static const char *const across[] = { ENT_MAP_DRAFT_WEST, ENT_MAP_DRAFT_EAST,
                                        ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_WEST,
                                        ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_EAST };
  static const char *const down[] = { ENT_MAP_DRAFT_NORTH, ENT_MAP_DRAFT_SOUTH,
                                      ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_NORTH,
                                      ENT_MAP_DRAFT_CORE ENT_MAP_DRAFT_SOUTH };
  g_autoptr(GArray) xs = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autoptr(GArray) ys = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < self->features->len; i++)
    {
      EntMapFeature feature;
      EntMapBox box;

      ent_map_draft_get (self, i, &feature);
      box = box_of (&feature);
      if (i % 4 == 0 || self->features->len < 1000)
        {
          g_array_append_val (xs, box.west);
          g_array_append_val (xs, box.east);
          g_array_append_val (ys, box.north);
          g_array_append_val (ys, box.south);
        }
    }
  if (xs->len == 0)
    return;
  note_extent (build, xs, across);
  note_extent (build, ys, down);
}

gboolean
ent_map_draft_write (EntMapDraft *self, EntRegionBuild *build, GError **error)
{
  Writer writer = { .draft = self };
  g_autoptr(GArray) entries = NULL;
  gboolean fine = FALSE;

  writer.insert_chunk = ent_region_build_prepare (build,
                                                  "INSERT INTO map_chunk (features) VALUES ($1)",
                                                  error);
  if (writer.insert_chunk == NULL)
    return FALSE;
  writer.insert_box = ent_region_build_prepare (
      build, "INSERT INTO map_index VALUES ($1, $2, $3, $4, $5, $6, $7)", error);
  if (writer.insert_box != NULL)
    {
      writer.chunk = g_byte_array_new ();
      writer.points = g_array_new (FALSE, FALSE, sizeof (EntMapPoint));
      writer.counts = g_array_new (FALSE, FALSE, sizeof (guint32));
      entries = sorted_entries (self);
      fine = write_entries (&writer, entries, build, error);
      g_byte_array_unref (writer.chunk);
      g_array_unref (writer.points);
      g_array_unref (writer.counts);
    }
  sqlite3_finalize (writer.insert_chunk);
  sqlite3_finalize (writer.insert_box);
  ent_region_build_note_number (build, "n-features", self->features->len);
  note_box (self, build);
  return fine;
}
