/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file around the blocks: finds them, decompresses them, and remembers what they hold. One
 * thread at a time. */
#include "ent-pbf.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#include "ent-pbf-block.h"
#include "ent-pbf-wire.h"
#include "ent-roads-error.h"

/* Limits that the format sets. */
#define MAX_HEADER (64 * 1024)
#define MAX_BLOB (32 * 1024 * 1024)

typedef struct
{
  EntWire blob;
  EntPbfHolds holds;
  gboolean known; /* holds was found out */
} Place;

struct _EntPbf
{
  GBytes *bytes;
  GArray *places; /* Place, of the blocks with data */
  EntBox box;
  gint64 time;
  gboolean sorted; /* nodes, then ways, then relations */
  guint8 *buffer;
  gsize capacity;
  z_stream stream;
  gboolean stream_ready;
};

static gboolean
fail_damaged (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_DAMAGED,
                       _ ("The extract is damaged. Fetch or copy it again."));
  return FALSE;
}

static gboolean
fail_foreign (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_FOREIGN,
                       _ ("This file is not an OpenStreetMap extract (.osm.pbf)."));
  return FALSE;
}

static gboolean
fail_compression (GError **error)
{
  g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNSUPPORTED,
                       _ ("The extract is compressed in a form that is not read here. Choose one "
                          "compressed by zlib, as public extracts are."));
  return FALSE;
}

static gboolean
reserve (EntPbf *self, gsize size)
{
  if (size <= self->capacity)
    return TRUE;
  g_free (self->buffer);
  self->buffer = g_try_malloc (size);
  self->capacity = self->buffer != NULL ? size : 0;
  return self->buffer != NULL;
}

static gboolean
decompress (EntPbf *self, EntWire packed, gsize size)
{
  if (!self->stream_ready)
    self->stream_ready = inflateInit (&self->stream) == Z_OK;
  if (!self->stream_ready || inflateReset (&self->stream) != Z_OK)
    return FALSE;
  self->stream.next_in = (Bytef *) packed.at;
  self->stream.avail_in = (uInt) (packed.end - packed.at);
  self->stream.next_out = self->buffer;
  self->stream.avail_out = (uInt) size;
  return inflate (&self->stream, Z_FINISH) == Z_STREAM_END && self->stream.avail_out == 0;
}

/* The content of a blob, in the reader's buffer, with one more byte behind it. */
static gboolean
unpack (EntPbf *self, EntWire blob, EntWire *content, GError **error)
{
  EntWire raw = { 0 }, packed = { 0 };
  guint64 size = 0;
  guint64 field;

  while ((field = ent_wire_next (&blob)) != 0)
    if (field == ENT_WIRE_BYTES (1))
      raw = ent_wire_bytes (&blob);
    else if (field == ENT_WIRE_VARINT (2))
      size = ent_wire_varint (&blob);
    else if (field == ENT_WIRE_BYTES (3))
      packed = ent_wire_bytes (&blob);
    else if (field >= ENT_WIRE_BYTES (4) && field <= ENT_WIRE_BYTES (7))
      return fail_compression (error);
    else
      ent_wire_skip (&blob, field);
  if (raw.at != NULL)
    size = (guint64) (raw.end - raw.at);
  if (blob.bad || size > MAX_BLOB || (raw.at == NULL && packed.at == NULL) ||
      !reserve (self, size + 1))
    return fail_damaged (error);

  if (raw.at != NULL)
    memcpy (self->buffer, raw.at, size);
  else if (!decompress (self, packed, size))
    return fail_damaged (error);
  *content = ent_wire_over (self->buffer, size);
  return TRUE;
}

static void
read_box (EntPbf *self, EntWire message)
{
  double sides[5] = { 0 }; /* as numbered: -, west, east, north, south */
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if ((field & 7) == 0 && field >> 3 >= 1 && field >> 3 <= 4)
      sides[field >> 3] = (double) ent_wire_signed (&message) / 1e9;
    else
      ent_wire_skip (&message, field);
  if (!message.bad && ent_point_is_valid ((EntPoint) { sides[4], sides[1] }) &&
      ent_point_is_valid ((EntPoint) { sides[3], sides[2] }))
    self->box = (EntBox) { sides[4], sides[1], sides[3], sides[2] };
}

static gboolean
is_text (EntWire text, const char *expected)
{
  gsize size = (gsize) (text.end - text.at);

  return size == strlen (expected) && memcmp (text.at, expected, size) == 0;
}

static gboolean
read_header (EntPbf *self, EntWire message, GError **error)
{
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_BYTES (1))
      read_box (self, ent_wire_bytes (&message));
    else if (field == ENT_WIRE_BYTES (4))
      {
        EntWire feature = ent_wire_bytes (&message);

        if (!message.bad && !is_text (feature, "OsmSchema-V0.6") &&
            !is_text (feature, "DenseNodes"))
          {
            g_set_error_literal (error, ENT_ROADS_ERROR, ENT_ROADS_ERROR_UNSUPPORTED,
                                 _ ("The extract holds more than the present state of the map, "
                                    "such as its history. Choose a plain extract."));
            return FALSE;
          }
      }
    else if (field == ENT_WIRE_BYTES (5))
      {
        EntWire feature = ent_wire_bytes (&message);

        self->sorted |= !message.bad && is_text (feature, "Sort.Type_then_ID");
      }
    else if (field == ENT_WIRE_VARINT (32))
      self->time = (gint64) ent_wire_varint (&message);
    else
      ent_wire_skip (&message, field);
  return !message.bad || fail_damaged (error);
}

/* The next blob and its kind; FALSE at damage. */
static gboolean
find_blob (EntWire *file, EntWire *type, EntWire *blob)
{
  EntWire header;
  guint64 size = 0;
  guint64 field;
  guint32 header_size;

  if (file->end - file->at < 4)
    return FALSE;
  memcpy (&header_size, file->at, 4);
  header_size = GUINT32_FROM_BE (header_size);
  file->at += 4;
  if (header_size > MAX_HEADER || header_size > file->end - file->at)
    return FALSE;
  header = ent_wire_over (file->at, header_size);
  file->at += header_size;
  while ((field = ent_wire_next (&header)) != 0)
    if (field == ENT_WIRE_BYTES (1))
      *type = ent_wire_bytes (&header);
    else if (field == ENT_WIRE_VARINT (3))
      size = ent_wire_varint (&header);
    else
      ent_wire_skip (&header, field);
  if (header.bad || size > MAX_BLOB || size > (guint64) (file->end - file->at))
    return FALSE;
  *blob = ent_wire_over (file->at, size);
  file->at += size;
  return TRUE;
}

static gboolean
find_blocks (EntPbf *self, GError **error)
{
  EntWire file = ent_wire_over (g_bytes_get_data (self->bytes, NULL),
                                g_bytes_get_size (self->bytes));
  EntWire blob, content;

  for (guint i = 0; ent_wire_more (&file) || i == 0; i++)
    {
      EntWire type = { 0 };
      Place place = { 0 };

      if (!find_blob (&file, &type, &blob))
        return i == 0 ? fail_foreign (error) : fail_damaged (error);
      if (i == 0 && !is_text (type, "OSMHeader"))
        return fail_foreign (error);
      if (is_text (type, "OSMHeader"))
        {
          if (!unpack (self, blob, &content, error) || !read_header (self, content, error))
            return FALSE;
        }
      else if (is_text (type, "OSMData"))
        {
          place.blob = blob;
          g_array_append_val (self->places, place);
        }
    }
  return TRUE;
}

EntPbf *
ent_pbf_new (GBytes *bytes, GError **error)
{
  g_autoptr (EntPbf) self = g_new0 (EntPbf, 1);

  self->bytes = g_bytes_ref (bytes);
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->box = ent_box_empty ();
  return find_blocks (self, error) ? g_steal_pointer (&self) : NULL;
}

void
ent_pbf_free (EntPbf *self)
{
  if (self->stream_ready)
    inflateEnd (&self->stream);
  g_free (self->buffer);
  g_array_unref (self->places);
  g_bytes_unref (self->bytes);
  g_free (self);
}

EntBox
ent_pbf_get_box (EntPbf *self)
{
  return self->box;
}

gint64
ent_pbf_get_time (EntPbf *self)
{
  return self->time;
}

/* Whether the file's own order tells that no further block has what is wanted. */
static gboolean
is_last (const EntPbf *self, const Place *place, EntPbfHolds wanted)
{
  if (!self->sorted)
    return FALSE;
  if (wanted == ENT_PBF_HOLDS_RELATIONS) /* from the end */
    return (place->holds & ENT_PBF_HOLDS_RELATIONS) == 0;
  return wanted == ENT_PBF_HOLDS_NODES && (place->holds & ENT_PBF_HOLDS_NODES) == 0;
}

gboolean
ent_pbf_read (EntPbf *self,
              const EntPbfHandler *handler,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  EntPbfHolds wanted = (handler->node != NULL ? ENT_PBF_HOLDS_NODES : 0) |
                       (handler->way != NULL ? ENT_PBF_HOLDS_WAYS : 0) |
                       (handler->relation != NULL ? ENT_PBF_HOLDS_RELATIONS : 0);
  gboolean backwards = wanted == ENT_PBF_HOLDS_RELATIONS;
  gboolean fine = TRUE, done = FALSE;
  EntPbfScratch scratch;

  ent_pbf_scratch_init (&scratch);
  for (guint i = 0; fine && !done && i < self->places->len; i++)
    {
      guint at = backwards ? self->places->len - 1 - i : i;
      Place *place = &g_array_index (self->places, Place, at);
      EntWire content;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        fine = FALSE;
      else if (!place->known || (place->holds & wanted) != 0)
        {
          fine = unpack (self, place->blob, &content, error);
          if (fine && !ent_pbf_block_read (&scratch, content, handler, data, &place->holds))
            fine = fail_damaged (error);
          place->known = fine;
        }
      done = fine && is_last (self, place, wanted);
      if (fine && handler->progress != NULL)
        handler->progress ((i + 1.0) / self->places->len, data);
    }
  ent_pbf_scratch_clear (&scratch);
  return fine;
}

const char *
ent_pbf_tag_lookup (const EntPbfTags *tags, const char *key, guint8 hash)
{
  for (guint i = 0; i < tags->n; i++)
    {
      const EntPbfString *string = &tags->strings[tags->keys[i]];

      if (string->hash == hash && strcmp (string->text, key) == 0)
        return tags->strings[tags->values[i]].text;
    }
  return NULL;
}
