/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says of itself, twice and alike: the XMP packet and the Info dictionary. Any thread.
 */

#include "ent-pdf-xmp.h"

#include "ent-date.h"

#define PROGRAM "Entraide"

#define HEAD \
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" \
  "<rdf:Description rdf:about=\"\"\n" \
  " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n" \
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n" \
  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n" \
  " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n" \
  " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n" \
  " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n" \
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n" \
  " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" \
  "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n" \
  "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n"

/* PDF/A knows no pdfuaid: a file that uses it explains it. */
#define TAIL \
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n" \
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n" \
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n" \
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n" \
  "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n" \
  "<pdfaProperty:category>internal</pdfaProperty:category>\n" \
  "<pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description>\n" \
  "<pdfaProperty:name>part</pdfaProperty:name>\n" \
  "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n" \
  "</rdf:li></rdf:Seq></pdfaSchema:property>\n" \
  "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n" \
  "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n"

/* One line, with no character that XML forbids; NULL when nothing is left. */
static char *
clean (const char *text)
{
  g_autofree char *valid = NULL;
  GString *line = g_string_new (NULL);

  if (text != NULL)
    valid = g_utf8_make_valid (text, -1);
  for (const char *at = valid; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        c = ' ';
      if ((c & 0xfffe) != 0xfffe)
        g_string_append_unichar (line, c);
    }
  g_strstrip (line->str);
  return g_string_free (line, *line->str == '\0');
}

static void
add (GString *xmp, const char *format, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xmp, format, escaped);
}

static void
add_translated (GString *xmp, const char *name, const char *language, const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL)
    return;
  escaped = g_markup_escape_text (value, -1);
  g_string_append_printf (xmp,
                          "<dc:%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                          "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></dc:%s>\n",
                          name, escaped, language, escaped, name);
}

static void
write_info (qpdf_data pdf, const EntPdfInfo *info)
{
  qpdf_oh dict = qpdf_oh_new_dictionary (pdf);
  char iso[11];
  g_autofree char *date = NULL;

  ent_day_write_iso (info->day, iso);
  date = g_strdup_printf ("D:%.4s%.2s%.2s120000Z", iso, iso + 5, iso + 8);
  ent_qpdf_set_text (pdf, dict, "/Title", info->title);
  if (info->author != NULL)
    ent_qpdf_set_text (pdf, dict, "/Author", info->author);
  if (info->subject != NULL)
    ent_qpdf_set_text (pdf, dict, "/Subject", info->subject);
  ent_qpdf_set_text (pdf, dict, "/Creator", PROGRAM);
  ent_qpdf_set_text (pdf, dict, "/Producer", PROGRAM);
  ent_qpdf_set_text (pdf, dict, "/CreationDate", date);
  ent_qpdf_set_text (pdf, dict, "/ModDate", date);
  qpdf_oh_replace_key (pdf, qpdf_get_trailer (pdf), "/Info", qpdf_make_indirect_object (pdf, dict));
}

static void
write_packet (qpdf_data pdf, const EntPdfInfo *info)
{
  GString *xmp = g_string_new (HEAD);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *date = NULL;
  char iso[11];
  qpdf_oh stream;

  ent_day_write_iso (info->day, iso);
  date = g_strconcat (iso, "T12:00:00Z", NULL);
  add_translated (xmp, "title", info->language, info->title);
  add_translated (xmp, "description", info->language, info->subject);
  add (xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", info->author);
  add (xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", info->language);
  add (xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", date);
  add (xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date);
  add (xmp, "<xmp:MetadataDate>%s</xmp:MetadataDate>\n", date);
  add (xmp, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n", PROGRAM);
  add (xmp, "<pdf:Producer>%s</pdf:Producer>\n", PROGRAM);
  g_string_append (xmp, TAIL);

  bytes = g_string_free_to_bytes (xmp);
  stream = ent_qpdf_new_stream (pdf, "<< /Type /Metadata /Subtype /XML >>", bytes);
  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/Metadata", stream);
}

void
ent_pdf_xmp_write (qpdf_data pdf, const EntPdfInfo *info)
{
  g_autofree char *title = clean (info->title);
  g_autofree char *author = clean (info->author);
  g_autofree char *subject = clean (info->subject);
  EntPdfInfo cleaned = *info;

  /* A reader shows the title instead of the file's name, so there must be one. */
  cleaned.title = title != NULL ? title : PROGRAM;
  cleaned.author = author;
  cleaned.subject = subject;
  write_info (pdf, &cleaned);
  write_packet (pdf, &cleaned);
}
