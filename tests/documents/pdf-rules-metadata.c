/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judge of PDF files: what the file says of itself, in XMP and in its Info. One thread. */

#include <string.h>

#include "pdf-rules-private.h"

typedef struct
{
  GHashTable *values; /* name of a property → its first text */
  GPtrArray *names; /* of the open elements */
} Packet;

static void
start_cb (GMarkupParseContext *context,
          const char *name,
          const char **keys,
          const char **values,
          gpointer data,
          GError **error)
{
  Packet *packet = data;

  g_ptr_array_add (packet->names, g_strdup (name));
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Packet *packet = data;

  g_ptr_array_set_size (packet->names, packet->names->len - 1);
}

static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer data,
         GError **error)
{
  Packet *packet = data;
  g_autofree char *value = g_strstrip (g_strndup (text, length));

  if (*value == '\0')
    return;
  for (guint i = packet->names->len; i-- > 0;)
    {
      const char *name = g_ptr_array_index (packet->names, i);

      if (g_str_has_prefix (name, "rdf:"))
        continue;
      if (!g_hash_table_contains (packet->values, name))
        g_hash_table_insert (packet->values, g_strdup (name), g_steal_pointer (&value));
      return;
    }
}

static GHashTable *
parse_packet (GBytes *bytes)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Packet packet = { values, names };
  g_autoptr (GMarkupParseContext)
                context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &packet,
                                                      NULL);
  const char *data = g_bytes_get_data (bytes, NULL);
  const char *xml = g_strstr_len (data, g_bytes_get_size (bytes), "<x:xmpmeta");

  if (xml == NULL ||
      !g_markup_parse_context_parse (context, xml, g_bytes_get_size (bytes) - (xml - data), NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    return NULL;
  return g_steal_pointer (&values);
}

static void
expect (PdfRules *self, GHashTable *values, const char *name, const char *expected)
{
  const char *value = g_hash_table_lookup (values, name);

  pdf_rules_need (self, g_strcmp0 (value, expected) == 0, "xmp", "%s is %s in the metadata.", name,
                  value != NULL ? value : "missing");
}

/* D:20261121120000Z as 2026-11-21T12:00:00Z. */
static char *
iso_of_pdf_date (const char *date)
{
  if (strlen (date) != 17)
    return g_strdup ("no date in UTC");
  return g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", date + 2, date + 6, date + 8, date + 10,
                          date + 12, date + 14);
}

static void
check_same_as_info (PdfRules *self, GHashTable *values)
{
  static const struct
  {
    const char *key;
    const char *name;
    gboolean is_date;
  } pairs[] = {
    { "/Title", "dc:title", FALSE },         { "/Author", "dc:creator", FALSE },
    { "/Subject", "dc:description", FALSE }, { "/Creator", "xmp:CreatorTool", FALSE },
    { "/Producer", "pdf:Producer", FALSE },  { "/CreationDate", "xmp:CreateDate", TRUE },
    { "/ModDate", "xmp:ModifyDate", TRUE },
  };
  qpdf_oh info = qpdf_oh_get_key (self->pdf, qpdf_get_trailer (self->pdf), "/Info");

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      qpdf_oh value = ent_qpdf_get (self->pdf, info, pairs[i].key);
      g_autofree char *text = NULL;

      if (!qpdf_oh_is_string (self->pdf, value))
        continue;
      text = g_strdup (qpdf_oh_get_utf8_value (self->pdf, value));
      if (pairs[i].is_date)
        {
          g_autofree char *iso = iso_of_pdf_date (text);

          g_set_str (&text, iso);
        }
      pdf_rules_need (self, g_strcmp0 (g_hash_table_lookup (values, pairs[i].name), text) == 0,
                      "info", "%s of the file is not %s of the metadata.", pairs[i].key,
                      pairs[i].name);
    }
}

void
pdf_rules_check_metadata (PdfRules *self)
{
  qpdf_oh stream = qpdf_oh_get_key (self->pdf, qpdf_get_root (self->pdf), "/Metadata");
  g_autoptr (GBytes) bytes = ent_qpdf_get_stream (self->pdf, stream);
  g_autoptr (GHashTable) values = NULL;
  qpdf_oh dict;

  if (bytes == NULL)
    {
      pdf_rules_add (self, "xmp", "There is no metadata.");
      return;
    }
  dict = qpdf_oh_get_dict (self->pdf, stream);
  pdf_rules_need (self,
                  ent_qpdf_has_name (self->pdf, dict, "/Type", "/Metadata") &&
                      ent_qpdf_has_name (self->pdf, dict, "/Subtype", "/XML") &&
                      !qpdf_oh_has_key (self->pdf, dict, "/Filter"),
                  "xmp", "The metadata is not a plain XML stream.");
  values = parse_packet (bytes);
  if (values == NULL)
    {
      pdf_rules_add (self, "xmp", "The metadata is no sound XML.");
      return;
    }
  expect (self, values, "pdfaid:part", "2");
  expect (self, values, "pdfaid:conformance", "A");
  expect (self, values, "pdfuaid:part", "1");
  expect (self, values, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
  pdf_rules_need (self, g_hash_table_contains (values, "dc:title"), "xmp",
                  "The metadata has no title.");
  check_same_as_info (self, values);
}
