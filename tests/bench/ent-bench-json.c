/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads instance files. One thread. */
#include "ent-bench-json.h"

GBytes *
ent_bench_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GInputStream) raw = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr (GOutputStream) content = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = g_steal_pointer (&raw);

  if (stream == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GConverter)
                    unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
      GInputStream *plain = g_converter_input_stream_new (stream, unpack);

      g_set_object (&stream, plain);
      g_object_unref (plain);
    }
  if (g_output_stream_splice (content, stream,
                              G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE |
                                  G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                              NULL, error) < 0)
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (content));
}

JsonArray *
ent_bench_array (JsonObject *object, const char *name)
{
  static JsonArray *none;
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  if (none == NULL)
    none = json_array_new ();
  return none;
}

double
ent_bench_number (JsonArray *array, guint i)
{
  return i < json_array_get_length (array) ? json_array_get_double_element (array, i) : 0;
}
