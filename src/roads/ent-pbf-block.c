/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One decompressed block of an extract: a table of strings, then groups of nodes, ways and
 * relations that refer to it. The reader's thread. */
#include "ent-pbf-block.h"

#include <string.h>

/* Beyond these, in units of 1e-9 degree, nothing lies. */
#define MAX_LATITUDE G_GINT64_CONSTANT (90000000000)
#define MAX_LONGITUDE G_GINT64_CONSTANT (180000000000)
#define UNIT 100 /* of 1e-9 degree: what we count in */

typedef struct
{
  EntPbfScratch *scratch;
  const EntPbfHandler *handler;
  gpointer data;
  gint64 granularity; /* 1e-9 degree */
  gint64 latitude_offset, longitude_offset;
} Block;

void
ent_pbf_scratch_init (EntPbfScratch *self)
{
  self->strings = g_array_new (FALSE, FALSE, sizeof (EntPbfString));
  self->sizes = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->groups = g_array_new (FALSE, FALSE, sizeof (EntWire));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->refs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->members = g_array_new (FALSE, FALSE, sizeof (EntPbfMember));
}

void
ent_pbf_scratch_clear (EntPbfScratch *self)
{
  g_clear_pointer (&self->strings, g_array_unref);
  g_clear_pointer (&self->sizes, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->refs, g_array_unref);
  g_clear_pointer (&self->members, g_array_unref);
}

static gboolean
read_strings (EntPbfScratch *scratch, EntWire table)
{
  guint64 field;

  while ((field = ent_wire_next (&table)) != 0)
    {
      EntWire text;
      EntPbfString string = { NULL, 0 };
      guint32 size;

      if (field != ENT_WIRE_BYTES (1))
        {
          ent_wire_skip (&table, field);
          continue;
        }
      text = ent_wire_bytes (&table);
      size = (guint32) (text.end - text.at);
      string.text = (const char *) text.at;
      g_array_append_val (scratch->strings, string);
      g_array_append_val (scratch->sizes, size);
    }
  return !table.bad;
}

/* The byte behind a string belongs to what follows it, so this waits until all has been found. */
static void
end_strings (EntPbfScratch *scratch)
{
  for (guint i = 0; i < scratch->strings->len; i++)
    {
      EntPbfString *string = &g_array_index (scratch->strings, EntPbfString, i);
      guint32 size = g_array_index (scratch->sizes, guint32, i);

      ((char *) string->text)[size] = '\0';
      if (!g_utf8_validate (string->text, size, NULL))
        {
          string->text = "";
          size = 0;
        }
      string->hash = ent_pbf_hash (string->text, size);
    }
}

/* Whether every number names a string, and which keys there are. */
static gboolean
finish_tags (Block *block, EntPbfTags *tags)
{
  guint n_strings = block->scratch->strings->len;

  tags->strings = (const EntPbfString *) (gpointer) block->scratch->strings->data;
  tags->mask = 0;
  for (guint i = 0; i < tags->n; i++)
    {
      if (tags->keys[i] >= n_strings || tags->values[i] >= n_strings)
        return FALSE;
      tags->mask |= G_GUINT64_CONSTANT (1) << tags->strings[tags->keys[i]].hash;
    }
  return TRUE;
}

/* None takes less than a byte, so the bytes tell the room that is needed. */
static gpointer
make_room (GArray *array, const EntWire *packed)
{
  g_array_set_size (array, (guint) (packed->end - packed->at));
  return array->data;
}

static guint
read_numbers (EntWire *packed, guint32 *numbers)
{
  guint n = 0;

  while (ent_wire_more (packed))
    numbers[n++] = ent_wire_number (packed);
  return n;
}

static gboolean
read_tags (Block *block, EntWire keys, EntWire values, EntPbfTags *tags)
{
  GArray *array = block->scratch->numbers;
  gsize room = (gsize) (keys.end - keys.at) + (gsize) (values.end - values.at);
  guint32 *numbers;

  if (array->len < room)
    g_array_set_size (array, (guint) room);
  numbers = (guint32 *) (gpointer) array->data;
  tags->n = read_numbers (&keys, numbers);
  tags->keys = numbers;
  tags->values = numbers + tags->n;
  return read_numbers (&values, numbers + tags->n) == tags->n && !keys.bad && !values.bad &&
         finish_tags (block, tags);
}

static gboolean
locate (const Block *block, gint64 latitude, gint64 longitude, EntE7 *place)
{
  if (__builtin_mul_overflow (latitude, block->granularity, &latitude) ||
      __builtin_mul_overflow (longitude, block->granularity, &longitude) ||
      __builtin_add_overflow (latitude, block->latitude_offset, &latitude) ||
      __builtin_add_overflow (longitude, block->longitude_offset, &longitude))
    return FALSE;
  if (latitude < -MAX_LATITUDE || latitude > MAX_LATITUDE || longitude < -MAX_LONGITUDE ||
      longitude > MAX_LONGITUDE)
    return FALSE;
  place->latitude = (gint32) (latitude / UNIT);
  place->longitude = (gint32) (longitude / UNIT);
  return TRUE;
}

/* Adds as the file means it: a sum that leaves the range of its type is damage, found later by
 * where it points to. */
static inline gint64
add (gint64 a, gint64 b)
{
  return (gint64) ((guint64) a + (guint64) b);
}

/* Key, value, key, value… 0 for one node, then for the next. */
static gboolean
read_dense_tags (Block *block, EntWire *packed, EntPbfTags *tags)
{
  GArray *numbers = block->scratch->numbers;
  guint32 *all;

  g_array_set_size (numbers, 0);
  while (ent_wire_more (packed))
    {
      guint32 number = ent_wire_number (packed);

      if (number == 0)
        break;
      g_array_append_val (numbers, number);
      number = ent_wire_number (packed);
      g_array_append_val (numbers, number);
    }
  tags->n = numbers->len / 2;
  if (packed->bad || tags->n == 0)
    return !packed->bad;

  /* Keys before values, as everywhere else. */
  g_array_set_size (numbers, 4 * tags->n);
  all = (guint32 *) (gpointer) numbers->data;
  for (guint i = 0; i < tags->n; i++)
    {
      all[2 * tags->n + i] = all[2 * i];
      all[3 * tags->n + i] = all[2 * i + 1];
    }
  tags->keys = all + 2 * tags->n;
  tags->values = all + 3 * tags->n;
  return finish_tags (block, tags);
}

static gboolean
read_dense (Block *block, EntWire message)
{
  EntWire ids = { 0 }, latitudes = { 0 }, longitudes = { 0 }, texts = { 0 };
  EntPbfNode node = { 0 };
  EntPbfTags tags = { 0 };
  gint64 latitude = 0, longitude = 0;
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_BYTES (1))
      ids = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (8))
      latitudes = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (9))
      longitudes = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (10))
      texts = ent_wire_bytes (&message);
    else
      ent_wire_skip (&message, field);
  if (message.bad)
    return FALSE;

  while (ent_wire_more (&ids))
    {
      node.id = add (node.id, ent_wire_signed (&ids));
      latitude = add (latitude, ent_wire_signed (&latitudes));
      longitude = add (longitude, ent_wire_signed (&longitudes));
      if (ids.bad || latitudes.bad || longitudes.bad ||
          !locate (block, latitude, longitude, &node.place) ||
          !read_dense_tags (block, &texts, &tags))
        return FALSE;
      block->handler->node (&node, &tags, block->data);
      tags.n = 0;
      tags.mask = 0;
    }
  return !ids.bad;
}

static gboolean
read_node (Block *block, EntWire message)
{
  EntWire keys = { 0 }, values = { 0 };
  EntPbfNode node = { 0 };
  EntPbfTags tags = { 0 };
  gint64 latitude = 0, longitude = 0;
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_VARINT (1))
      node.id = ent_wire_signed (&message);
    else if (field == ENT_WIRE_BYTES (2))
      keys = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (3))
      values = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_VARINT (8))
      latitude = ent_wire_signed (&message);
    else if (field == ENT_WIRE_VARINT (9))
      longitude = ent_wire_signed (&message);
    else
      ent_wire_skip (&message, field);
  if (message.bad || !locate (block, latitude, longitude, &node.place) ||
      !read_tags (block, keys, values, &tags))
    return FALSE;
  block->handler->node (&node, &tags, block->data);
  return TRUE;
}

static gboolean
read_way (Block *block, EntWire message)
{
  EntWire keys = { 0 }, values = { 0 }, packed = { 0 };
  EntPbfWay way = { 0 };
  EntPbfTags tags = { 0 };
  gint64 *refs;
  gint64 id = 0;
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_VARINT (1))
      way.id = (gint64) ent_wire_varint (&message);
    else if (field == ENT_WIRE_BYTES (2))
      keys = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (3))
      values = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (8))
      packed = ent_wire_bytes (&message);
    else
      ent_wire_skip (&message, field);
  if (message.bad || !read_tags (block, keys, values, &tags))
    return FALSE;

  refs = make_room (block->scratch->refs, &packed);
  way.refs = refs;
  while (ent_wire_more (&packed))
    {
      id = add (id, ent_wire_signed (&packed));
      refs[way.n_refs++] = id;
    }
  if (packed.bad)
    return FALSE;
  block->handler->way (&way, &tags, block->data);
  return TRUE;
}

static gboolean
read_members (Block *block, EntWire roles, EntWire ids, EntWire kinds)
{
  GArray *members = block->scratch->members;
  GArray *strings = block->scratch->strings;
  EntPbfMember member = { 0 };

  g_array_set_size (members, 0);
  while (ent_wire_more (&ids))
    {
      guint64 role = ent_wire_varint (&roles);
      guint64 kind = ent_wire_varint (&kinds);

      member.id = add (member.id, ent_wire_signed (&ids));
      if (roles.bad || kinds.bad || ids.bad || role >= strings->len || kind > ENT_PBF_RELATION)
        return FALSE;
      member.kind = (EntPbfKind) kind;
      member.role = g_array_index (strings, EntPbfString, role).text;
      g_array_append_val (members, member);
    }
  return TRUE;
}

static gboolean
read_relation (Block *block, EntWire message)
{
  EntWire keys = { 0 }, values = { 0 }, roles = { 0 }, ids = { 0 }, kinds = { 0 };
  EntPbfRelation relation = { 0 };
  EntPbfTags tags = { 0 };
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_VARINT (1))
      relation.id = (gint64) ent_wire_varint (&message);
    else if (field == ENT_WIRE_BYTES (2))
      keys = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (3))
      values = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (8))
      roles = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (9))
      ids = ent_wire_bytes (&message);
    else if (field == ENT_WIRE_BYTES (10))
      kinds = ent_wire_bytes (&message);
    else
      ent_wire_skip (&message, field);
  if (message.bad || !read_tags (block, keys, values, &tags) ||
      !read_members (block, roles, ids, kinds))
    return FALSE;
  relation.members = (const EntPbfMember *) (gpointer) block->scratch->members->data;
  relation.n_members = block->scratch->members->len;
  block->handler->relation (&relation, &tags, block->data);
  return TRUE;
}

static gboolean
read_item (Block *block, guint64 field, EntWire item, EntPbfHolds *holds)
{
  const EntPbfHandler *handler = block->handler;

  switch (field)
    {
    case ENT_WIRE_BYTES (1):
      *holds |= ENT_PBF_HOLDS_NODES;
      return handler->node == NULL || read_node (block, item);
    case ENT_WIRE_BYTES (2):
      *holds |= ENT_PBF_HOLDS_NODES;
      return handler->node == NULL || read_dense (block, item);
    case ENT_WIRE_BYTES (3):
      *holds |= ENT_PBF_HOLDS_WAYS;
      return handler->way == NULL || read_way (block, item);
    case ENT_WIRE_BYTES (4):
      *holds |= ENT_PBF_HOLDS_RELATIONS;
      return handler->relation == NULL || read_relation (block, item);
    default:
      return TRUE;
    }
}

static gboolean
read_group (Block *block, EntWire group, EntPbfHolds *holds)
{
  guint64 field;

  while ((field = ent_wire_next (&group)) != 0)
    if ((field & 7) != 2)
      ent_wire_skip (&group, field);
    else
      {
        EntWire item = ent_wire_bytes (&group);

        if (group.bad || !read_item (block, field, item, holds))
          return FALSE;
      }
  return !group.bad;
}

/* Finds the parts of the block; the groups are read when the strings have their ends. */
static gboolean
find_parts (Block *block, EntWire message)
{
  EntPbfScratch *scratch = block->scratch;
  gboolean has_strings = FALSE;
  guint64 field;

  while ((field = ent_wire_next (&message)) != 0)
    if (field == ENT_WIRE_BYTES (1))
      {
        if (has_strings || !read_strings (scratch, ent_wire_bytes (&message)))
          return FALSE;
        has_strings = TRUE;
      }
    else if (field == ENT_WIRE_BYTES (2))
      {
        EntWire group = ent_wire_bytes (&message);

        g_array_append_val (scratch->groups, group);
      }
    else if (field == ENT_WIRE_VARINT (17))
      block->granularity = (gint64) ent_wire_varint (&message);
    else if (field == ENT_WIRE_VARINT (19))
      block->latitude_offset = (gint64) ent_wire_varint (&message);
    else if (field == ENT_WIRE_VARINT (20))
      block->longitude_offset = (gint64) ent_wire_varint (&message);
    else
      ent_wire_skip (&message, field);
  return !message.bad && block->granularity > 0;
}

gboolean
ent_pbf_block_read (EntPbfScratch *scratch,
                    EntWire message,
                    const EntPbfHandler *handler,
                    gpointer data,
                    EntPbfHolds *holds)
{
  Block block = { scratch, handler, data, .granularity = UNIT };

  *holds = 0;
  g_array_set_size (scratch->strings, 0);
  g_array_set_size (scratch->sizes, 0);
  g_array_set_size (scratch->groups, 0);
  if (!find_parts (&block, message))
    return FALSE;
  end_strings (scratch);
  for (guint i = 0; i < scratch->groups->len; i++)
    if (!read_group (&block, g_array_index (scratch->groups, EntWire, i), holds))
      return FALSE;
  return TRUE;
}
