/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frames: what is packed comes out again, and nothing that is not whole. */

#include "ent-frame.h"

#include <string.h>

static GBytes *
pack_texts (const char *const *texts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (parts, g_bytes_new_static (texts[i], strlen (texts[i])));
  return ent_frame_pack (parts);
}

static void
test_parts_come_back (void)
{
  static const char *const texts[] = { "{\"do\":\"verify\"}", "", "%PDF-1.7", NULL };
  g_autoptr (GBytes) frame = pack_texts (texts);
  g_autoptr (GPtrArray) parts = ent_frame_unpack (frame);

  g_assert_nonnull (parts);
  g_assert_cmpuint (parts->len, ==, 3);
  for (guint i = 0; i < parts->len; i++)
    g_assert_cmpmem (g_bytes_get_data (parts->pdata[i], NULL), g_bytes_get_size (parts->pdata[i]),
                     texts[i], strlen (texts[i]));
}

static void
test_no_parts_are_a_frame (void)
{
  static const char *const texts[] = { NULL };
  g_autoptr (GBytes) frame = pack_texts (texts);
  g_autoptr (GPtrArray) parts = ent_frame_unpack (frame);

  g_assert_nonnull (parts);
  g_assert_cmpuint (parts->len, ==, 0);
}

static void
assert_refused (const void *data, gsize size)
{
  g_autoptr (GBytes) frame = g_bytes_new (data, size);

  g_assert_null (ent_frame_unpack (frame));
}

static void
test_cut_frames_are_refused (void)
{
  static const char *const texts[] = { "head", "body", NULL };
  g_autoptr (GBytes) frame = pack_texts (texts);
  gsize size;
  const guint8 *data = g_bytes_get_data (frame, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 1);

  for (gsize i = 0; i < size; i++)
    assert_refused (data, i);
  memcpy (longer, data, size);
  assert_refused (longer, size + 1);
}

static void
test_lies_about_sizes_are_refused (void)
{
  static const char *const texts[] = { "head", "body", NULL };
  g_autoptr (GBytes) frame = pack_texts (texts);
  gsize size;
  const guint8 *data = g_bytes_get_data (frame, &size);

  /* Mark, number of parts and the size of each are 4 + 3 × 8 bytes. */
  for (gsize i = 0; i < 28; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      copy[i] ^= 0xff;
      assert_refused (copy, size);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/parts-come-back", test_parts_come_back);
  g_test_add_func ("/frame/no-parts-are-a-frame", test_no_parts_are_a_frame);
  g_test_add_func ("/frame/cut-are-refused", test_cut_frames_are_refused);
  g_test_add_func ("/frame/lies-about-sizes-are-refused", test_lies_about_sizes_are_refused);
  return g_test_run ();
}
