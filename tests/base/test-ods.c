/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spreadsheet is an archive that unpacks to what was written into it. */
#include <gio/gio.h>
#include <string.h>

#include "ent-date.h"
#include "ent-ods.h"

static guint
get (const guint8 *at, int n)
{
  guint value = 0;

  for (int i = n; i-- > 0;)
    value = value << 8 | at[i];
  return value;
}

static char *
inflated (const guint8 *data, gsize length, gsize whole)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  char *out = g_malloc0 (whole + 1);
  gsize n_read, n_written;
  g_autoptr (GError) error = NULL;

  g_converter_convert (G_CONVERTER (inflater), data, length, out, whole + 1,
                       G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_written, ==, whole);
  return out;
}

static guint32
bitwise_crc (const char *data, gsize length)
{
  guint32 crc = ~0u;

  for (gsize i = 0; i < length * 8; i++)
    {
      guint32 bit = (crc ^ ((guint8) data[i / 8] >> i % 8)) & 1;

      crc = crc >> 1 ^ (bit ? 0xedb88320 : 0);
    }
  return ~crc;
}

/* The file called @name, by the directory at the end, as a reader looks for it. */
static char *
unpack (GBytes *archive, const char *name)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);
  const guint8 *end = data + size - 22;
  const guint8 *entry;

  g_assert_cmpuint (get (end, 4), ==, 0x06054b50);
  entry = data + get (end + 16, 4);
  for (guint i = get (end + 10, 2); i > 0; i--)
    {
      guint length = get (entry + 28, 2);
      const guint8 *local = data + get (entry + 42, 4);
      const guint8 *content = local + 30 + get (local + 26, 2) + get (local + 28, 2);
      char *text;

      g_assert_cmpuint (get (entry, 4), ==, 0x02014b50);
      g_assert_cmpuint (get (local, 4), ==, 0x04034b50);
      if (length != strlen (name) || memcmp (entry + 46, name, length) != 0)
        {
          entry += 46 + length;
          continue;
        }
      text = get (entry + 10, 2) == 0
                 ? g_strndup ((const char *) content, get (entry + 24, 4))
                 : inflated (content, get (entry + 20, 4), get (entry + 24, 4));
      g_assert_cmphex (bitwise_crc (text, get (entry + 24, 4)), ==, get (entry + 16, 4));
      return text;
    }
  return NULL;
}

static EntOdsWriter *
sample (void)
{
  EntOdsWriter *writer = ent_ods_writer_new ("Pay & co");

  ent_ods_write_text (writer, "Name");
  ent_ods_write_end_row (writer);
  ent_ods_write_text (writer, "A <b> & \"c\"\x01 é");
  ent_ods_write_minutes (writer, 9150);
  ent_ods_write_minutes (writer, -30);
  ent_ods_write_money (writer, -105);
  ent_ods_write_number (writer, 12.5);
  ent_ods_write_day (writer, ent_day_from_ymd (2028, 2, 29));
  ent_ods_write_day (writer, ENT_DAY_NONE);
  ent_ods_write_text (writer, NULL);
  ent_ods_write_end_row (writer);
  return writer;
}

static void
test_archive (void)
{
  g_autoptr (EntOdsWriter) writer = sample ();
  g_autoptr (GBytes) archive = ent_ods_writer_finish (writer);
  const char *data = g_bytes_get_data (archive, NULL);
  g_autofree char *type = unpack (archive, "mimetype");
  g_autofree char *manifest = unpack (archive, "META-INF/manifest.xml");

  /* What tells the kind of file stands at a fixed place, as it is. */
  g_assert_cmpmem (data + 30, 8, "mimetype", 8);
  g_assert_cmpmem (data + 38, 15, "application/vnd", 15);
  g_assert_cmpstr (type, ==, "application/vnd.oasis.opendocument.spreadsheet");
  g_assert_nonnull (strstr (manifest, "full-path=\"content.xml\""));
}

static void
test_cells (void)
{
  g_autoptr (EntOdsWriter) writer = sample ();
  g_autoptr (GBytes) archive = ent_ods_writer_finish (writer);
  g_autofree char *xml = unpack (archive, "content.xml");
  g_autoptr (GError) error = NULL;
  const GMarkupParser nothing = { NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GMarkupParseContext) parser = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  g_markup_parse_context_parse (parser, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (parser, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (xml, "table:name=\"Pay &amp; co\""));
  g_assert_nonnull (strstr (xml, "<text:p>A &lt;b&gt; &amp; &quot;c&quot; é</text:p>"));
  g_assert_nonnull (strstr (xml, "office:time-value=\"PT152H30M00S\""));
  g_assert_nonnull (strstr (xml, "office:time-value=\"-PT0H30M00S\""));
  g_assert_nonnull (strstr (xml, "office:value=\"-1.05\""));
  g_assert_nonnull (strstr (xml, "office:value=\"12.5\""));
  g_assert_nonnull (strstr (xml, "office:date-value=\"2028-02-29\""));
}

static void
test_same_bytes (void)
{
  g_autoptr (EntOdsWriter) first = sample ();
  g_autoptr (EntOdsWriter) second = sample ();
  g_autoptr (GBytes) a = ent_ods_writer_finish (first);
  g_autoptr (GBytes) b = ent_ods_writer_finish (second);

  g_assert_true (g_bytes_equal (a, b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/ods/archive", test_archive);
  g_test_add_func ("/base/ods/cells", test_cells);
  g_test_add_func ("/base/ods/same-bytes", test_same_bytes);

  return g_test_run ();
}
