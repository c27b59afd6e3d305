/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames: a mark, the number of parts, the size of each as a big-endian number, then the parts
 * themselves. Any thread. */
#include "ent-frame.h"

#include <string.h>

#define MARK "ENT1"
#define MARK_SIZE 4
#define NUMBER_SIZE 8

static void
append_number (GByteArray *out, guint64 number)
{
  guint64 wire = GUINT64_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &wire, NUMBER_SIZE);
}

static guint64
read_number (const guint8 *data)
{
  guint64 wire;

  memcpy (&wire, data, NUMBER_SIZE);
  return GUINT64_FROM_BE (wire);
}

GBytes *
ent_frame_pack (GPtrArray *parts)
{
  GByteArray *out = g_byte_array_new ();

  g_return_val_if_fail (parts->len <= ENT_FRAME_PARTS, NULL);
  g_byte_array_append (out, (const guint8 *) MARK, MARK_SIZE);
  append_number (out, parts->len);
  for (guint i = 0; i < parts->len; i++)
    append_number (out, g_bytes_get_size (parts->pdata[i]));
  for (guint i = 0; i < parts->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (parts->pdata[i], &size);

      g_byte_array_append (out, data, (guint) size);
    }
  return g_byte_array_free_to_bytes (out);
}

GPtrArray *
ent_frame_unpack (GBytes *frame)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gsize size;
  const guint8 *data = g_bytes_get_data (frame, &size);
  gsize at = MARK_SIZE + NUMBER_SIZE;
  guint64 n_parts;

  if (size < at || memcmp (data, MARK, MARK_SIZE) != 0)
    return NULL;
  n_parts = read_number (data + MARK_SIZE);
  if (n_parts > ENT_FRAME_PARTS || size - at < n_parts * NUMBER_SIZE)
    return NULL;
  at += n_parts * NUMBER_SIZE;
  for (guint64 i = 0; i < n_parts; i++)
    {
      guint64 length = read_number (data + MARK_SIZE + NUMBER_SIZE * (i + 1));

      if (length > size - at)
        return NULL;
      g_ptr_array_add (parts, g_bytes_new_from_bytes (frame, at, length));
      at += length;
    }
  return at == size ? g_steal_pointer (&parts) : NULL;
}
