/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a PDF as a judge: the file as bytes, its trailer, its catalogue. One thread. */

#include "pdf-rules.h"

#include <stdlib.h>
#include <string.h>

#include "pdf-rules-private.h"

void
pdf_rules_add (PdfRules *self, const char *rule, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  char *breach;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  breach = g_strconcat (rule, ": ", sentence, NULL);
  if (g_ptr_array_find_with_equal_func (self->breaches, breach, g_str_equal, NULL))
    g_free (breach);
  else
    g_ptr_array_add (self->breaches, breach);
}

static qpdf_oh
find_number (PdfRules *self, qpdf_oh node, long long number)
{
  qpdf_oh nums = ent_qpdf_get (self->pdf, node, "/Nums");
  qpdf_oh kids = ent_qpdf_get (self->pdf, node, "/Kids");
  qpdf_oh found = qpdf_oh_new_null (self->pdf);

  if (qpdf_oh_is_array (self->pdf, nums))
    for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (self->pdf, nums); i += 2)
      if (qpdf_oh_get_int_value (self->pdf, qpdf_oh_get_array_item (self->pdf, nums, i)) == number)
        return qpdf_oh_get_array_item (self->pdf, nums, i + 1);
  if (qpdf_oh_is_array (self->pdf, kids))
    for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, kids); i++)
      {
        found = find_number (self, qpdf_oh_get_array_item (self->pdf, kids, i), number);
        if (!qpdf_oh_is_null (self->pdf, found))
          break;
      }
  return found;
}

qpdf_oh
pdf_rules_find_parent (PdfRules *self, long long number)
{
  qpdf_oh tree = qpdf_oh_get_key (self->pdf, qpdf_get_root (self->pdf), "/StructTreeRoot");

  return find_number (self, ent_qpdf_get (self->pdf, tree, "/ParentTree"), number);
}

static void
check_streams_end_on_a_line (PdfRules *self, const char *data, gsize size)
{
  const char *at = data;
  const char *word;

  while ((word = memmem (at, size - (at - data), "endstream", 9)) != NULL)
    {
      pdf_rules_need (self, word > data && (word[-1] == '\n' || word[-1] == '\r'), "endstream",
                      "A stream ends without a new line before \"endstream\".");
      at = word + 9;
    }
}

static void
check_bytes (PdfRules *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->file, &size);
  const char *second = memchr (data, '\n', size);
  g_autofree char *tail = g_strndup (data + size - MIN (size, 40), MIN (size, 40));
  const char *start = strstr (tail, "startxref");
  gsize offset = start != NULL ? strtoul (start + 9, NULL, 10) : size;
  gboolean binary = second != NULL && second + 5 < data + size && second[1] == '%';

  for (int i = 2; i < 6; i++)
    binary = binary && (guchar) second[i] > 127;
  pdf_rules_need (self, size > 8 && strncmp (data, "%PDF-1.", 7) == 0 && data[7] <= '7', "header",
                  "The file does not begin with %%PDF-1.n.");
  pdf_rules_need (self, binary, "header", "The second line is no comment of binary bytes.");
  pdf_rules_need (self, offset + 4 < size && strncmp (data + offset, "xref", 4) == 0, "xref",
                  "The cross-references are no plain table.");
  pdf_rules_need (self, g_str_has_suffix (tail, "%%EOF") || g_str_has_suffix (tail, "%%EOF\n"),
                  "eof", "Something stands after the end of the file.");
  check_streams_end_on_a_line (self, data, size);
}

static void
check_trailer (PdfRules *self)
{
  qpdf_oh trailer = qpdf_get_trailer (self->pdf);
  qpdf_oh id = qpdf_oh_get_key (self->pdf, trailer, "/ID");

  pdf_rules_need (self, !qpdf_oh_has_key (self->pdf, trailer, "/Encrypt"), "encrypt",
                  "The file is encrypted.");
  pdf_rules_need (self,
                  qpdf_oh_is_array (self->pdf, id) &&
                      qpdf_oh_get_array_n_items (self->pdf, id) == 2,
                  "id", "The trailer has no identifier.");
}

static void
check_intent (PdfRules *self, qpdf_oh root)
{
  qpdf_oh intents = qpdf_oh_get_key (self->pdf, root, "/OutputIntents");
  qpdf_oh intent, profile;
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  if (!qpdf_oh_is_array (self->pdf, intents) || qpdf_oh_get_array_n_items (self->pdf, intents) != 1)
    {
      pdf_rules_add (self, "intent", "There is not one output intent.");
      return;
    }
  intent = qpdf_oh_get_array_item (self->pdf, intents, 0);
  pdf_rules_need (self, ent_qpdf_has_name (self->pdf, intent, "/S", "/GTS_PDFA1"), "intent",
                  "The output intent is not one of PDF/A.");
  profile = qpdf_oh_get_key (self->pdf, intent, "/DestOutputProfile");
  bytes = ent_qpdf_get_stream (self->pdf, profile);
  if (bytes == NULL)
    {
      pdf_rules_add (self, "intent", "The output intent has no profile.");
      return;
    }
  data = g_bytes_get_data (bytes, &size);
  pdf_rules_need (self,
                  size > 128 && memcmp (data + 16, "RGB ", 4) == 0 &&
                      memcmp (data + 36, "acsp", 4) == 0 && (guchar) data[8] <= 4,
                  "intent", "The profile of the output intent is no colour profile for RGB.");
  pdf_rules_need (self,
                  qpdf_oh_get_int_value (self->pdf,
                                         qpdf_oh_get_key (self->pdf,
                                                          qpdf_oh_get_dict (self->pdf, profile),
                                                          "/N")) == 3,
                  "intent", "The profile does not say that it has three components.");
}

static gboolean
is_true (PdfRules *self, qpdf_oh dict, const char *key)
{
  qpdf_oh value = ent_qpdf_get (self->pdf, dict, key);

  return qpdf_oh_is_bool (self->pdf, value) && qpdf_oh_get_bool_value (self->pdf, value);
}

static void
check_catalog (PdfRules *self)
{
  static const char *const forbidden[] = { "/OpenAction", "/AA", "/Requirements", "/Perms" };
  qpdf_oh root = qpdf_get_root (self->pdf);
  qpdf_oh marks = qpdf_oh_get_key (self->pdf, root, "/MarkInfo");
  qpdf_oh names = qpdf_oh_get_key (self->pdf, root, "/Names");
  qpdf_oh form = qpdf_oh_get_key (self->pdf, root, "/AcroForm");
  const char *language = qpdf_oh_get_utf8_value (self->pdf,
                                                 qpdf_oh_get_key (self->pdf, root, "/Lang"));

  pdf_rules_need (self, language != NULL && strlen (language) >= 2, "lang",
                  "The document names no language.");
  pdf_rules_need (self,
                  is_true (self, qpdf_oh_get_key (self->pdf, root, "/ViewerPreferences"),
                           "/DisplayDocTitle"),
                  "display-title", "A reader is not told to show the title.");
  pdf_rules_need (self, is_true (self, marks, "/Marked") && !is_true (self, marks, "/Suspects"),
                  "marked", "The document does not say that it is tagged.");
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    pdf_rules_need (self, !qpdf_oh_has_key (self->pdf, root, forbidden[i]), "action",
                    "The catalogue holds %s.", forbidden[i]);
  pdf_rules_need (self, qpdf_oh_is_null (self->pdf, ent_qpdf_get (self->pdf, names, "/JavaScript")),
                  "action", "The document holds a script.");
  pdf_rules_need (self,
                  qpdf_oh_is_null (self->pdf, ent_qpdf_get (self->pdf, names, "/EmbeddedFiles")),
                  "embedded", "The document holds another file.");
  pdf_rules_need (self,
                  qpdf_oh_is_null (self->pdf, ent_qpdf_get (self->pdf, form, "/XFA")) &&
                      !is_true (self, form, "/NeedAppearances"),
                  "form", "The form is XFA or has no appearance of its own.");
  check_intent (self, root);
}

void
pdf_rules_check_file (PdfRules *self)
{
  check_bytes (self);
  check_trailer (self);
  check_catalog (self);
}

GPtrArray *
pdf_rules_check (GBytes *file)
{
  g_autoptr (GPtrArray) breaches = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, &error);
  PdfRules self = {
    .pdf = pdf, .file = file, .breaches = breaches, .owners = owners, .marks = marks
  };

  if (pdf == NULL)
    {
      pdf_rules_add (&self, "read", "%s", error->message);
      return g_steal_pointer (&breaches);
    }
  pdf_rules_check_file (&self);
  pdf_rules_check_metadata (&self);
  pdf_rules_check_objects (&self);
  pdf_rules_check_structure (&self);
  pdf_rules_check_contents (&self);
  pdf_rules_need (&self, !qpdf_has_error (pdf), "read", "The file cannot be read in full.");
  return g_steal_pointer (&breaches);
}

gboolean
pdf_rules_has (GPtrArray *breaches, const char *rule)
{
  gsize length = strlen (rule);

  for (guint i = 0; i < breaches->len; i++)
    {
      const char *breach = g_ptr_array_index (breaches, i);

      if (strncmp (breach, rule, length) == 0 && breach[length] == ':')
        return TRUE;
    }
  return FALSE;
}

void
pdf_rules_assert_kept (GBytes *file, const char *name)
{
  g_autoptr (GPtrArray) breaches = pdf_rules_check (file);

  for (guint i = 0; i < breaches->len; i++)
    g_test_message ("%s: %s", name, (const char *) g_ptr_array_index (breaches, i));
  if (breaches->len > 0)
    g_test_fail_printf ("%s breaks %u rules", name, breaches->len);
}
