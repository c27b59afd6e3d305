/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a ZIP archive in memory (PKWARE's APPNOTE 6.3). Any thread, one at a time. */
#include "ent-zip.h"

#include <gio/gio.h>
#include <string.h>

#define LOCAL 0x04034b50
#define CENTRAL 0x02014b50
#define END 0x06054b50
#define VERSION 20
#define STORED 0
#define DEFLATED 8
#define FIRST_DAY 0x0021 /* 1 January 1980, the earliest that the format knows */

struct _EntZip
{
  GByteArray *out;
  GByteArray *directory;
  guint n_files;
};

EntZip *
ent_zip_new (void)
{
  EntZip *self = g_new0 (EntZip, 1);

  self->out = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  return self;
}

void
ent_zip_free (EntZip *self)
{
  g_clear_pointer (&self->out, g_byte_array_unref);
  g_clear_pointer (&self->directory, g_byte_array_unref);
  g_free (self);
}

static void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { value & 0xff, value >> 8 & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

/* The checksum of the format: CRC-32, reflected, polynomial 0x04C11DB7. */
static guint32
checksum (const char *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint8) data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  return ~crc;
}

static GByteArray *
deflated (const char *data, gsize length)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  GByteArray *out = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result != G_CONVERTER_FINISHED)
    {
      guint8 buffer[16384];
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (compressor), data + at, length - at, buffer,
                                    sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    NULL);
      g_assert (result != G_CONVERTER_ERROR);
      at += n_read;
      g_byte_array_append (out, buffer, (guint) n_written);
    }
  return out;
}

typedef struct
{
  const char *name;
  guint method;
  guint32 crc;
  guint32 packed;
  guint32 whole;
} Entry;

/* What the local head and the directory say alike. */
static void
put_entry (GByteArray *out, const Entry *entry)
{
  put16 (out, VERSION);
  put16 (out, 0);
  put16 (out, entry->method);
  put16 (out, 0);
  put16 (out, FIRST_DAY);
  put32 (out, entry->crc);
  put32 (out, entry->packed);
  put32 (out, entry->whole);
  put16 (out, (guint) strlen (entry->name));
  put16 (out, 0);
}

static void
put_name (GByteArray *out, const char *name)
{
  g_byte_array_append (out, (const guint8 *) name, (guint) strlen (name));
}

void
ent_zip_add (EntZip *self, const char *name, const char *data, gsize length, gboolean deflate)
{
  g_autoptr (GByteArray) packed = deflate ? deflated (data, length) : NULL;
  guint32 offset = self->out->len;
  Entry entry = { name, deflate ? DEFLATED : STORED, checksum (data, length),
                  deflate ? packed->len : (guint32) length, (guint32) length };

  put32 (self->out, LOCAL);
  put_entry (self->out, &entry);
  put_name (self->out, name);
  g_byte_array_append (self->out, deflate ? packed->data : (const guint8 *) data, entry.packed);

  put32 (self->directory, CENTRAL);
  put16 (self->directory, VERSION);
  put_entry (self->directory, &entry);
  put16 (self->directory, 0); /* comment */
  put16 (self->directory, 0); /* disk */
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, offset);
  put_name (self->directory, name);
  self->n_files++;
}

GBytes *
ent_zip_finish (EntZip *self)
{
  guint32 begins = self->out->len;

  g_byte_array_append (self->out, self->directory->data, self->directory->len);
  put32 (self->out, END);
  put16 (self->out, 0);
  put16 (self->out, 0);
  put16 (self->out, self->n_files);
  put16 (self->out, self->n_files);
  put32 (self->out, self->directory->len);
  put32 (self->out, begins);
  put16 (self->out, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&self->out));
}
