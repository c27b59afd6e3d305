/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judge of PDF files: fonts, images, actions, pages and what is attached to them. One thread.
 */

#include <string.h>

#include "pdf-rules-private.h"

/* Flags of an annotation: bits 1, 2, 3, 6 and 9. */
#define INVISIBLE 1
#define HIDDEN 2
#define PRINT 4
#define NO_VIEW 32
#define TOGGLE_NO_VIEW 256

static gboolean
has (PdfRules *self, qpdf_oh dict, const char *key)
{
  return !qpdf_oh_is_null (self->pdf, ent_qpdf_get (self->pdf, dict, key));
}

static void
check_descriptor (PdfRules *self, qpdf_oh font, const char *name)
{
  qpdf_oh descriptor = ent_qpdf_get (self->pdf, font, "/FontDescriptor");

  pdf_rules_need (self,
                  has (self, descriptor, "/FontFile") || has (self, descriptor, "/FontFile2") ||
                      has (self, descriptor, "/FontFile3"),
                  "font", "The font %s is not embedded.", name);
}

static void
check_to_unicode (PdfRules *self, qpdf_oh font, const char *name)
{
  qpdf_oh map = qpdf_oh_get_key (self->pdf, font, "/ToUnicode");
  g_autoptr (GBytes) bytes = ent_qpdf_get_stream (self->pdf, map);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    {
      pdf_rules_add (self, "unicode", "The font %s does not say which characters it shows.", name);
      return;
    }
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  pdf_rules_need (self,
                  strstr (text, "> <0000>") == NULL && strcasestr (text, "> <feff>") == NULL &&
                      strcasestr (text, "> <fffe>") == NULL,
                  "unicode", "The font %s names a character that is none.", name);
}

static void
check_font (PdfRules *self, qpdf_oh font)
{
  g_autofree char *type = ent_qpdf_get_name (self->pdf, font, "/Subtype");
  g_autofree char *name = ent_qpdf_get_name (self->pdf, font, "/BaseFont");
  gboolean is_descendant = g_str_has_prefix (type, "/CIDFont");

  if (!g_str_equal (type, "/Type0") && !g_str_equal (type, "/Type3"))
    check_descriptor (self, font, name);
  if (!is_descendant)
    check_to_unicode (self, font, name);
  if (g_str_equal (type, "/CIDFontType2"))
    {
      qpdf_oh map = qpdf_oh_get_key (self->pdf, font, "/CIDToGIDMap");

      pdf_rules_need (self,
                      qpdf_oh_is_stream (self->pdf, map) ||
                          qpdf_oh_is_name_and_equals (self->pdf, map, "/Identity"),
                      "glyph-map", "The font %s has no map from characters to glyphs.", name);
    }
}

static void
check_stream (PdfRules *self, qpdf_oh dict)
{
  qpdf_oh filter = qpdf_oh_get_key (self->pdf, dict, "/Filter");
  qpdf_oh filters = qpdf_oh_wrap_in_array (self->pdf, filter);
  qpdf_oh interpolate = qpdf_oh_get_key (self->pdf, dict, "/Interpolate");

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, filters); i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (self->pdf, filters, i);

      pdf_rules_need (self,
                      !qpdf_oh_is_name_and_equals (self->pdf, item, "/LZWDecode") &&
                          !qpdf_oh_is_name_and_equals (self->pdf, item, "/Crypt"),
                      "filter", "A stream is packed in a way that is not allowed.");
    }
  pdf_rules_need (self, !has (self, dict, "/F"), "filter", "A stream lies outside the file.");
  pdf_rules_need (self,
                  !qpdf_oh_is_bool (self->pdf, interpolate) ||
                      !qpdf_oh_get_bool_value (self->pdf, interpolate),
                  "interpolate", "An image asks to be smoothed.");
  pdf_rules_need (self,
                  !ent_qpdf_has_name (self->pdf, dict, "/Subtype", "/PS") &&
                      !has (self, dict, "/OPI") && !has (self, dict, "/Alternates"),
                  "filter", "A stream holds PostScript, OPI or alternate images.");
}

static void
check_action (PdfRules *self, qpdf_oh action)
{
  g_autofree char *kind = ent_qpdf_get_name (self->pdf, action, "/S");

  pdf_rules_need (self, g_str_equal (kind, "/URI") || g_str_equal (kind, "/GoTo"), "action",
                  "There is an action %s.", kind);
}

static void
check_object (PdfRules *self, qpdf_oh object)
{
  if (qpdf_oh_is_stream (self->pdf, object))
    check_stream (self, qpdf_oh_get_dict (self->pdf, object));
  if (ent_qpdf_has_name (self->pdf, object, "/Type", "/Font"))
    check_font (self, object);
  if (ent_qpdf_has_name (self->pdf, object, "/Type", "/Action"))
    check_action (self, object);
  if (has (self, object, "/A") && has (self, object, "/Rect"))
    check_action (self, qpdf_oh_get_key (self->pdf, object, "/A"));
}

static gboolean
kids_refer_to (PdfRules *self, qpdf_oh element, int annotation)
{
  qpdf_oh kids = ent_qpdf_get_kids (self->pdf, element);

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, kids); i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, kids, i);

      if (ent_qpdf_has_name (self->pdf, kid, "/Type", "/OBJR") &&
          qpdf_oh_get_object_id (self->pdf, qpdf_oh_get_key (self->pdf, kid, "/Obj")) == annotation)
        return TRUE;
    }
  return FALSE;
}

/* A field without an area, as an invisible signature has, need not be read out. */
static void
check_widget (PdfRules *self, qpdf_oh widget)
{
  qpdf_oh area = qpdf_oh_get_key (self->pdf, widget, "/Rect");
  qpdf_oh number = qpdf_oh_get_key (self->pdf, widget, "/StructParent");
  qpdf_oh parent = qpdf_oh_new_null (self->pdf);
  double right = 0, top = 0;

  pdf_rules_need (self, !has (self, widget, "/A") && !has (self, widget, "/AA"), "action",
                  "A form field acts.");
  if (qpdf_oh_is_array (self->pdf, area) && qpdf_oh_get_array_n_items (self->pdf, area) == 4)
    {
      right = qpdf_oh_get_numeric_value (self->pdf, qpdf_oh_get_array_item (self->pdf, area, 2));
      top = qpdf_oh_get_numeric_value (self->pdf, qpdf_oh_get_array_item (self->pdf, area, 3));
    }
  if (right <= 0 || top <= 0)
    return;
  if (qpdf_oh_is_integer (self->pdf, number))
    parent = pdf_rules_find_parent (self, qpdf_oh_get_int_value (self->pdf, number));
  pdf_rules_need (self,
                  has (self, widget, "/TU") && has (self, widget, "/AP") &&
                      ent_qpdf_has_name (self->pdf, parent, "/S", "/Form"),
                  "widget",
                  "A form field has no name, no appearance or no place in the structure.");
}

static void
check_annotation (PdfRules *self, qpdf_oh annotation)
{
  qpdf_oh contents = qpdf_oh_get_key (self->pdf, annotation, "/Contents");
  qpdf_oh parent = qpdf_oh_get_key (self->pdf, annotation, "/StructParent");
  gboolean is_widget = ent_qpdf_has_name (self->pdf, annotation, "/Subtype", "/Widget");
  int flags = 0;

  qpdf_oh_get_value_as_int (self->pdf, qpdf_oh_get_key (self->pdf, annotation, "/F"), &flags);
  pdf_rules_need (self, (flags & (INVISIBLE | HIDDEN | PRINT | NO_VIEW | TOGGLE_NO_VIEW)) == PRINT,
                  "print", "An annotation is not printed, or hidden.");
  if (is_widget)
    {
      check_widget (self, annotation);
      return;
    }
  pdf_rules_need (self, ent_qpdf_has_name (self->pdf, annotation, "/Subtype", "/Link"),
                  "annotation", "An annotation is no link.");
  pdf_rules_need (self,
                  qpdf_oh_is_string (self->pdf, contents) &&
                      *qpdf_oh_get_utf8_value (self->pdf, contents) != '\0',
                  "link-contents", "A link does not say where it leads.");
  pdf_rules_need (self,
                  qpdf_oh_is_integer (self->pdf, parent) &&
                      kids_refer_to (self,
                                     pdf_rules_find_parent (self, qpdf_oh_get_int_value (self->pdf,
                                                                                         parent)),
                                     qpdf_oh_get_object_id (self->pdf, annotation)),
                  "link-tag", "A link is not in the structure.");
}

static void
check_page (PdfRules *self, qpdf_oh page, int number)
{
  qpdf_oh annotations = qpdf_oh_get_key (self->pdf, page, "/Annots");

  pdf_rules_need (self, ent_qpdf_has_name (self->pdf, page, "/Tabs", "/S"), "tabs",
                  "Page %d does not follow the structure from field to field.", number);
  pdf_rules_need (self, !has (self, page, "/AA"), "action", "Page %d acts by itself.", number);
  if (qpdf_oh_is_array (self->pdf, annotations))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, annotations); i++)
      check_annotation (self, qpdf_oh_get_array_item (self->pdf, annotations, i));
}

void
pdf_rules_check_objects (PdfRules *self)
{
  int n_objects = ent_qpdf_n_objects (self->pdf);
  int n_pages = qpdf_get_num_pages (self->pdf);

  for (int i = 1; i < n_objects; i++)
    check_object (self, qpdf_get_object_by_id (self->pdf, i, 0));
  for (int i = 0; i < n_pages; i++)
    check_page (self, qpdf_get_page_n (self->pdf, i), i + 1);
}
