/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a table as an OpenDocument spreadsheet. Any thread, one at a time. */
#include "ent-ods.h"

#include <stdlib.h>

#include "ent-date.h"
#include "ent-zip.h"

#define TYPE "application/vnd.oasis.opendocument.spreadsheet"

static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
    " manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<office:document-content"
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " office:version=\"1.3\"><office:automatic-styles>"
    "<number:time-style style:name=\"N1\" number:truncate-on-overflow=\"false\">"
    "<number:hours/><number:text>:</number:text><number:minutes number:style=\"long\"/>"
    "</number:time-style>"
    "<number:number-style style:name=\"N2\"><number:number number:decimal-places=\"2\""
    " number:min-decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\"/>"
    "<number:text> €</number:text></number:number-style>"
    "<number:date-style style:name=\"N3\"><number:day number:style=\"long\"/>"
    "<number:text>/</number:text><number:month number:style=\"long\"/>"
    "<number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>"
    "<style:style style:name=\"head\" style:family=\"table-cell\">"
    "<style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"time\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
    "<style:style style:name=\"money\" style:family=\"table-cell\" style:data-style-name=\"N2\"/>"
    "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N3\"/>"
    "</office:automatic-styles><office:body><office:spreadsheet>";

static const char tail[] =
    "</table:table></office:spreadsheet></office:body></office:document-content>";

struct _EntOdsWriter
{
  GString *xml;
  guint n_rows;
  gboolean in_row;
};

EntOdsWriter *
ent_ods_writer_new (const char *name)
{
  EntOdsWriter *self = g_new0 (EntOdsWriter, 1);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  self->xml = g_string_new (head);
  g_string_append_printf (self->xml, "<table:table table:name=\"%s\">", escaped);
  return self;
}

void
ent_ods_writer_free (EntOdsWriter *self)
{
  g_string_free (self->xml, TRUE);
  g_free (self);
}

static void
begin_cell (EntOdsWriter *self, const char *style)
{
  if (!self->in_row)
    g_string_append (self->xml, "<table:table-row>");
  self->in_row = TRUE;
  g_string_append (self->xml, "<table:table-cell");
  if (self->n_rows == 0)
    style = "head";
  if (style != NULL)
    g_string_append_printf (self->xml, " table:style-name=\"%s\"", style);
}

/* What XML 1.0 has no place for: control characters but tab and line breaks. */
static char *
plain_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar ch = g_utf8_get_char (at);

      if (ch >= 0x20 && ch != 0x7f && ch != 0xfffe && ch != 0xffff)
        g_string_append_unichar (out, ch);
      else if (ch == '\t' || ch == '\n')
        g_string_append_c (out, ' ');
    }
  return g_string_free_and_steal (out);
}

void
ent_ods_write_text (EntOdsWriter *self, const char *text)
{
  g_autofree char *plain = plain_text (text != NULL ? text : "");
  g_autofree char *escaped = g_markup_escape_text (plain, -1);

  begin_cell (self, NULL);
  if (*plain == '\0')
    g_string_append (self->xml, "/>");
  else
    g_string_append_printf (self->xml,
                            " office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>",
                            escaped);
}

void
ent_ods_write_number (EntOdsWriter *self, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  begin_cell (self, NULL);
  g_ascii_dtostr (text, sizeof text, number);
  g_string_append_printf (self->xml, " office:value-type=\"float\" office:value=\"%s\"/>", text);
}

void
ent_ods_write_minutes (EntOdsWriter *self, gint64 minutes)
{
  gint64 whole = ABS (minutes);

  begin_cell (self, "time");
  g_string_append_printf (self->xml,
                          " office:value-type=\"time\" office:time-value=\"%sPT%" G_GINT64_FORMAT
                          "H%02dM00S\"/>",
                          minutes < 0 ? "-" : "", whole / 60, (int) (whole % 60));
}

void
ent_ods_write_money (EntOdsWriter *self, gint64 cents)
{
  gint64 whole = ABS (cents);

  begin_cell (self, "money");
  g_string_append_printf (self->xml,
                          " office:value-type=\"currency\" office:currency=\"EUR\""
                          " office:value=\"%s%" G_GINT64_FORMAT ".%02d\"/>",
                          cents < 0 ? "-" : "", whole / 100, (int) (whole % 100));
}

void
ent_ods_write_day (EntOdsWriter *self, gint32 day)
{
  char iso[11];

  ent_day_write_iso (day, iso);
  begin_cell (self, "day");
  if (*iso == '\0')
    g_string_append (self->xml, "/>");
  else
    g_string_append_printf (self->xml, " office:value-type=\"date\" office:date-value=\"%s\"/>",
                            iso);
}

void
ent_ods_write_end_row (EntOdsWriter *self)
{
  g_string_append (self->xml, self->in_row ? "</table:table-row>"
                                           : "<table:table-row><table:table-cell/>"
                                             "</table:table-row>");
  self->in_row = FALSE;
  self->n_rows++;
}

GBytes *
ent_ods_writer_finish (EntOdsWriter *self)
{
  g_autoptr (EntZip) zip = ent_zip_new ();

  g_string_append (self->xml, tail);
  ent_zip_add (zip, "mimetype", TYPE, sizeof TYPE - 1, FALSE);
  ent_zip_add (zip, "content.xml", self->xml->str, self->xml->len, TRUE);
  ent_zip_add (zip, "META-INF/manifest.xml", manifest, sizeof manifest - 1, TRUE);
  return ent_zip_finish (zip);
}
