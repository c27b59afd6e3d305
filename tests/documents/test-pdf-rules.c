/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judge can say no: what Cairo draws breaks the rules, and so does each single fault put into a
 * file that keeps them. One thread. */

#include <string.h>

#include "ent-pdf-finish.h"
#include "ent-qpdf.h"
#include "pdf-rules.h"
#include "pdf-sample.h"

typedef struct
{
  const char *rule;
  /* Puts the fault into the file; NULL: @key of what @where finds gets @literal. */
  void (*spoil) (qpdf_data pdf);
  qpdf_oh (*where) (qpdf_data pdf);
  const char *key;
  const char *literal;
} Fault;

typedef struct
{
  const char *type;
  qpdf_oh element;
  gboolean found;
} Search;

static GBytes *
make_file (void)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (2, PDF_SAMPLE_ALL);
  EntPdfInfo info = pdf_sample_info (PDF_SAMPLE_ALL);

  return ent_pdf_finish (drawn, &info, NULL);
}

static qpdf_oh
first_page (qpdf_data pdf)
{
  return qpdf_get_page_n (pdf, 0);
}

static qpdf_oh
metadata (qpdf_data pdf)
{
  return qpdf_oh_get_dict (pdf, qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/Metadata"));
}

static qpdf_oh
first_link (qpdf_data pdf)
{
  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      qpdf_oh links = qpdf_oh_get_key (pdf, qpdf_get_page_n (pdf, i), "/Annots");

      if (qpdf_oh_is_array (pdf, links))
        return qpdf_oh_get_array_item (pdf, links, 0);
    }
  g_assert_not_reached ();
}

static qpdf_oh
link_action (qpdf_data pdf)
{
  return qpdf_oh_get_key (pdf, first_link (pdf), "/A");
}

static qpdf_oh
info (qpdf_data pdf)
{
  return qpdf_oh_get_key (pdf, qpdf_get_trailer (pdf), "/Info");
}

static qpdf_oh
object_with (qpdf_data pdf, const char *key, const char *name)
{
  for (int i = 1; i < ent_qpdf_n_objects (pdf); i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (pdf, i, 0);

      if (qpdf_oh_is_stream (pdf, object))
        object = qpdf_oh_get_dict (pdf, object);
      if (ent_qpdf_has_name (pdf, object, key, name))
        return object;
    }
  g_assert_not_reached ();
}

static qpdf_oh
font (qpdf_data pdf)
{
  return object_with (pdf, "/Subtype", "/Type0");
}

static qpdf_oh
descendant (qpdf_data pdf)
{
  return object_with (pdf, "/Subtype", "/CIDFontType2");
}

static qpdf_oh
descriptor (qpdf_data pdf)
{
  return qpdf_oh_get_key (pdf, descendant (pdf), "/FontDescriptor");
}

static qpdf_oh
image (qpdf_data pdf)
{
  return object_with (pdf, "/Subtype", "/Image");
}

static gboolean
search (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  Search *found = data;

  if (!found->found && g_str_equal (type, found->type))
    {
      found->element = element;
      found->found = TRUE;
    }
  return !found->found;
}

static qpdf_oh
element (qpdf_data pdf, const char *type)
{
  Search found = { .type = type };

  ent_qpdf_walk_structure (pdf, search, &found);
  g_assert_true (found.found);
  return found.element;
}

static qpdf_oh
figure (qpdf_data pdf)
{
  return element (pdf, "/Figure");
}

static qpdf_oh
head (qpdf_data pdf)
{
  return element (pdf, "/TH");
}

static qpdf_oh
row (qpdf_data pdf)
{
  return element (pdf, "/TR");
}

static qpdf_oh
list (qpdf_data pdf)
{
  return element (pdf, "/L");
}

static qpdf_oh
heading (qpdf_data pdf)
{
  return element (pdf, "/H2");
}

static qpdf_oh
paragraph (qpdf_data pdf)
{
  return element (pdf, "/P");
}

static qpdf_oh
structure (qpdf_data pdf)
{
  return qpdf_oh_get_key (pdf, qpdf_get_root (pdf), "/StructTreeRoot");
}

static void
append (qpdf_data pdf, const char *operators)
{
  qpdf_oh page = qpdf_get_page_n (pdf, 0);
  g_autoptr (GBytes) contents = ent_qpdf_get_page_contents (pdf, page);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (contents, NULL),
                                              g_bytes_get_size (contents));
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (text, operators);
  bytes = g_bytes_new (text->str, text->len);
  qpdf_oh_replace_key (pdf, page, "/Contents", ent_qpdf_new_stream (pdf, "<< >>", bytes));
}

static void
paint_a_rule (qpdf_data pdf)
{
  append (pdf, " 0 0 9 9 re f");
}

static void
tag_in_an_artifact (qpdf_data pdf)
{
  append (pdf, " /Artifact BMC /P << /MCID 0 >> BDC EMC EMC");
}

static void
mark_twice (qpdf_data pdf)
{
  append (pdf, " /P << /MCID 0 >> BDC EMC");
}

static void
mark_without_owner (qpdf_data pdf)
{
  append (pdf, " /P << /MCID 999 >> BDC EMC");
}

static void
leave_open (qpdf_data pdf)
{
  append (pdf, " /Artifact BMC");
}

static void
drop_a_cell (qpdf_data pdf)
{
  qpdf_oh_erase_item (pdf, ent_qpdf_get_kids (pdf, row (pdf)), 0);
}

static void
replace_metadata (qpdf_data pdf)
{
  static const char packet[] = "<x:xmpmeta><dc:title>x</x:xmpmeta>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (packet, sizeof packet - 1);

  qpdf_oh_replace_key (pdf, qpdf_get_root (pdf), "/Metadata",
                       ent_qpdf_new_stream (pdf, "<< /Type /Metadata /Subtype /XML >>", bytes));
}

/* clang-format off */
static const Fault faults[] = {
  { "lang", NULL, qpdf_get_root, "/Lang", "null" },
  { "display-title", NULL, qpdf_get_root, "/ViewerPreferences", "<< /DisplayDocTitle false >>" },
  { "marked", NULL, qpdf_get_root, "/MarkInfo", "null" },
  { "marked", NULL, qpdf_get_root, "/MarkInfo", "<< /Marked true /Suspects true >>" },
  { "intent", NULL, qpdf_get_root, "/OutputIntents", "null" },
  { "intent", NULL, qpdf_get_root, "/OutputIntents", "[ << /S /GTS_PDFA1 >> ]" },
  { "action", NULL, qpdf_get_root, "/OpenAction", "<< /S /JavaScript /JS (x) >>" },
  { "action", NULL, qpdf_get_root, "/Names", "<< /JavaScript << >> >>" },
  { "embedded", NULL, qpdf_get_root, "/Names", "<< /EmbeddedFiles << >> >>" },
  { "form", NULL, qpdf_get_root, "/AcroForm", "<< /NeedAppearances true >>" },
  { "xmp", NULL, qpdf_get_root, "/Metadata", "null" },
  { "xmp", NULL, metadata, "/Type", "/Other" },
  { "xmp", replace_metadata },
  { "info", NULL, info, "/Title", "(Another)" },
  { "info", NULL, info, "/ModDate", "(D:20261121120001Z)" },
  { "info", NULL, info, "/CreationDate", "(D:20261121)" },
  { "font", NULL, descriptor, "/FontFile2", "null" },
  { "unicode", NULL, font, "/ToUnicode", "null" },
  { "glyph-map", NULL, descendant, "/CIDToGIDMap", "null" },
  { "interpolate", NULL, image, "/Interpolate", "true" },
  { "filter", NULL, image, "/Alternates", "[ ]" },
  { "action", NULL, link_action, "/S", "/Launch" },
  { "print", NULL, first_link, "/F", "null" },
  { "print", NULL, first_link, "/F", "6" },
  { "annotation", NULL, first_link, "/Subtype", "/Text" },
  { "widget", NULL, first_link, "/Subtype", "/Widget" },
  { "action", NULL, first_link, "/Subtype", "/Widget" },
  { "print", NULL, first_link, "/F", "260" },
  { "link-contents", NULL, first_link, "/Contents", "()" },
  { "link-tag", NULL, first_link, "/StructParent", "null" },
  { "tabs", NULL, first_page, "/Tabs", "null" },
  { "action", NULL, first_page, "/AA", "<< >>" },
  { "parent-tree", NULL, first_page, "/StructParents", "null" },
  { "resource", NULL, first_page, "/Resources", "<< >>" },
  { "alt", NULL, figure, "/Alt", "null" },
  { "alt", NULL, figure, "/Alt", "()" },
  { "scope", NULL, head, "/A", "null" },
  { "scope", NULL, head, "/A", "<< /O /Table /Scope /Page >>" },
  { "list", NULL, list, "/A", "null" },
  { "list", NULL, list, "/A", "<< /O /List /ListNumbering /None >>" },
  { "heading", NULL, heading, "/S", "/H3" },
  { "type", NULL, paragraph, "/S", "/Paragraph" },
  { "nesting", NULL, paragraph, "/S", "/TD" },
  { "nesting", NULL, row, "/S", "/P" },
  { "empty", NULL, paragraph, "/K", "null" },
  { "tree", NULL, paragraph, "/K", "null" },
  { "tree", NULL, paragraph, "/P", "null" },
  { "tree", NULL, paragraph, "/K", "998" },
  { "tree", NULL, structure, "/K", "null" },
  { "table", drop_a_cell },
  { "content", paint_a_rule },
  { "mark", tag_in_an_artifact },
  { "mark", mark_twice },
  { "tree", mark_without_owner },
  { "parent-tree", mark_without_owner },
  { "balance", leave_open },
};

/* What finishing repairs. */
static const char *const repaired[] = {
  "xref", "id", "lang", "display-title", "intent", "xmp", "glyph-map", "interpolate",
  "print", "link-contents", "tabs", "content", "alt", "scope", "heading",
  "list",
};
/* clang-format on */

static void
test_finds_the_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autoptr (GBytes) file = make_file ();
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  g_autoptr (GBytes) spoiled = NULL;
  g_autoptr (GPtrArray) breaches = NULL;

  if (fault->spoil != NULL)
    fault->spoil (pdf);
  else
    ent_qpdf_set (pdf, fault->where (pdf), fault->key, fault->literal);
  spoiled = ent_qpdf_write (pdf, NULL);
  g_assert_nonnull (spoiled);

  breaches = pdf_rules_check (spoiled);
  for (guint i = 0; i < breaches->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (breaches, i));
  g_assert_true (pdf_rules_has (breaches, fault->rule));
}

static void
test_rewriting_alone_is_no_fault (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  g_autoptr (GBytes) written = ent_qpdf_write (pdf, NULL);

  pdf_rules_assert_kept (written, "written again");
}

static void
test_raw_pages_break_the_rules (void)
{
  g_autoptr (GBytes) drawn = pdf_sample_draw (5, PDF_SAMPLE_ALL);
  g_autoptr (GPtrArray) breaches = pdf_rules_check (drawn);

  for (gsize i = 0; i < G_N_ELEMENTS (repaired); i++)
    {
      if (!pdf_rules_has (breaches, repaired[i]))
        g_test_message ("%s is not reported", repaired[i]);
      g_assert_true (pdf_rules_has (breaches, repaired[i]));
    }
}

/* As a signature that is drawn in the page and has no field to see. */
static void
test_field_without_area_is_no_fault (void)
{
  g_autoptr (GBytes) file = make_file ();
  g_auto (EntQpdf) pdf = ent_qpdf_open (file, NULL);
  qpdf_oh links = qpdf_oh_new_array (pdf);
  qpdf_oh field = qpdf_oh_parse (pdf, "<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 "
                                      "/Rect [ 0 0 0 0 ] /T (1) >>");
  g_autoptr (GBytes) written = NULL;

  qpdf_oh_append_item (pdf, links, qpdf_make_indirect_object (pdf, field));
  qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, qpdf_get_num_pages (pdf) - 1), "/Annots", links);
  written = ent_qpdf_write (pdf, NULL);
  pdf_rules_assert_kept (written, "with a field");
}

static void
test_bytes_around_the_file (void)
{
  g_autoptr (GBytes) file = make_file ();
  gsize size = g_bytes_get_size (file);
  g_autofree char *data = g_malloc (size + 2);
  g_autoptr (GBytes) longer = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GPtrArray) breaches = NULL;

  memcpy (data, g_bytes_get_data (file, NULL), size);
  memcpy (data + size, "x\n", 2);
  longer = g_bytes_new (data, size + 2);
  breaches = pdf_rules_check (longer);
  g_assert_true (pdf_rules_has (breaches, "eof"));
  g_assert_false (pdf_rules_has (breaches, "header"));

  g_clear_pointer (&breaches, g_ptr_array_unref);
  memcpy (strchr (data, '\n') + 1, "%abcd", 5);
  *(char *) memmem (data, size, "\nendstream", 10) = ' ';
  plain = g_bytes_new (data, size);
  breaches = pdf_rules_check (plain);
  g_assert_true (pdf_rules_has (breaches, "header"));
  g_assert_true (pdf_rules_has (breaches, "endstream"));
}

static void
test_what_is_no_pdf (void)
{
  g_autoptr (GBytes) text = g_bytes_new_static ("Bonjour", 7);
  g_autoptr (GPtrArray) breaches = pdf_rules_check (text);

  g_assert_true (pdf_rules_has (breaches, "read"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pdf-rules/finds/%s-%" G_GSIZE_FORMAT,
                                               faults[i].rule, i);

      g_test_add_data_func (path, &faults[i], test_finds_the_fault);
    }
  g_test_add_func ("/pdf-rules/rewriting-alone-is-no-fault", test_rewriting_alone_is_no_fault);
  g_test_add_func ("/pdf-rules/raw-pages-break-the-rules", test_raw_pages_break_the_rules);
  g_test_add_func ("/pdf-rules/field-without-area-is-no-fault",
                   test_field_without_area_is_no_fault);
  g_test_add_func ("/pdf-rules/bytes-around-the-file", test_bytes_around_the_file);
  g_test_add_func ("/pdf-rules/what-is-no-pdf", test_what_is_no_pdf);
  return g_test_run ();
}
