/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judge of PDF files: the structure tree, as a screen reader meets it. One thread. */

#include <string.h>

#include "pdf-rules-private.h"

/* What an element may hold and stand in; NULL: anything. Names stand between spaces. */
/* clang-format off */
static const struct
{
  const char *type;
  const char *parents;
  const char *kids;
} places[] = {
  { "/Table", NULL, " /TR /THead /TBody /TFoot /Caption " },
  { "/THead", " /Table ", " /TR " },
  { "/TBody", " /Table ", " /TR " },
  { "/TFoot", " /Table ", " /TR " },
  { "/TR", " /Table /THead /TBody /TFoot ", " /TH /TD " },
  { "/TH", " /TR ", NULL },
  { "/TD", " /TR ", NULL },
  { "/L", NULL, " /L /LI /Caption " },
  { "/LI", " /L ", " /Lbl /LBody " },
  { "/LBody", " /LI ", NULL },
};
/* clang-format on */

static const char standard[] =
    " /Document /Part /Art /Sect /Div /BlockQuote /Caption /TOC /TOCI /Index /NonStruct /Private"
    " /P /H /H1 /H2 /H3 /H4 /H5 /H6 /L /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody /TFoot"
    " /Span /Quote /Note /Reference /BibEntry /Code /Link /Annot /Ruby /Warichu /Figure /Formula"
    " /Form ";

/* An element of these that holds nothing has lost what it was drawn for. */
static const char never_empty[] = " /Document /P /H1 /H2 /H3 /H4 /H5 /H6 /L /LI /Lbl /Figure /Link"
                                  " /Table /TR /TH /Span /Caption /Note /Formula ";

typedef struct
{
  PdfRules *rules;
  int heading;
  int n_elements;
} Walk;

static gboolean
is_among (const char *list, const char *type)
{
  g_autofree char *word = g_strconcat (" ", type, " ", NULL);

  return list == NULL || strstr (list, word) != NULL;
}

/* Notes which element owns a mark, by the page that bears it. */
static void
note_mark (PdfRules *self, qpdf_oh page, long long mark, qpdf_oh element, const char *type)
{
  char *name = g_strdup_printf ("%d/%lld", qpdf_oh_get_object_id (self->pdf, page), mark);

  pdf_rules_need (self, qpdf_oh_is_dictionary (self->pdf, page), "tree",
                  "An element %s names no page for what it holds.", type);
  pdf_rules_need (self, !g_hash_table_contains (self->owners, name), "tree",
                  "Two elements hold the same text.");
  g_hash_table_insert (self->owners, name,
                       GINT_TO_POINTER (qpdf_oh_get_object_id (self->pdf, element)));
}

static void
check_kid (PdfRules *self, qpdf_oh element, qpdf_oh kid, const char *type)
{
  g_autofree char *kind = NULL;
  qpdf_oh page = qpdf_oh_get_key (self->pdf, element, "/Pg");

  if (qpdf_oh_is_integer (self->pdf, kid))
    {
      note_mark (self, page, qpdf_oh_get_int_value (self->pdf, kid), element, type);
      return;
    }
  if (ent_qpdf_has_name (self->pdf, kid, "/Type", "/MCR"))
    {
      if (qpdf_oh_has_key (self->pdf, kid, "/Pg"))
        page = qpdf_oh_get_key (self->pdf, kid, "/Pg");
      note_mark (self, page,
                 qpdf_oh_get_int_value (self->pdf, qpdf_oh_get_key (self->pdf, kid, "/MCID")),
                 element, type);
      return;
    }
  if (ent_qpdf_has_name (self->pdf, kid, "/Type", "/OBJR"))
    return;

  kind = ent_qpdf_get_name (self->pdf, kid, "/S");
  pdf_rules_need (self, *kind != '\0', "tree", "An element %s holds what is none.", type);
  pdf_rules_need (self,
                  qpdf_oh_get_object_id (self->pdf, qpdf_oh_get_key (self->pdf, kid, "/P")) ==
                      qpdf_oh_get_object_id (self->pdf, element),
                  "tree", "An element %s does not know its parent.", kind);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      pdf_rules_need (self, !g_str_equal (places[i].type, type) || is_among (places[i].kids, kind),
                      "nesting", "%s stands in %s.", kind, type);
      pdf_rules_need (self,
                      !g_str_equal (places[i].type, kind) || is_among (places[i].parents, type),
                      "nesting", "%s stands in %s.", kind, type);
    }
}

static gboolean
has_text (PdfRules *self, qpdf_oh element, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (self->pdf, element, key);

  return qpdf_oh_is_string (self->pdf, value) && *qpdf_oh_get_utf8_value (self->pdf, value) != '\0';
}

static gboolean
has_scope (PdfRules *self, qpdf_oh cell)
{
  qpdf_oh attributes = qpdf_oh_wrap_in_array (self->pdf, qpdf_oh_get_key (self->pdf, cell, "/A"));

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, attributes); i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (self->pdf, attributes, i);
      g_autofree char *scope = ent_qpdf_get_name (self->pdf, item, "/Scope");

      if (ent_qpdf_has_name (self->pdf, item, "/O", "/Table") &&
          is_among (" /Row /Column /Both ", scope))
        return TRUE;
    }
  return FALSE;
}

/* A list with labels says what they are. */
static gboolean
has_numbering (PdfRules *self, qpdf_oh list)
{
  qpdf_oh attributes = ent_qpdf_get (self->pdf, list, "/A");
  g_autofree char *kind = ent_qpdf_get_name (self->pdf, attributes, "/ListNumbering");
  qpdf_oh items = ent_qpdf_get_kids (self->pdf, list);

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, items); i++)
    {
      qpdf_oh parts = ent_qpdf_get_kids (self->pdf, qpdf_oh_get_array_item (self->pdf, items, i));

      for (int j = 0; j < qpdf_oh_get_array_n_items (self->pdf, parts); j++)
        if (ent_qpdf_has_name (self->pdf, qpdf_oh_get_array_item (self->pdf, parts, j), "/S",
                               "/Lbl"))
          return ent_qpdf_has_name (self->pdf, attributes, "/O", "/List") &&
                 is_among (" /Disc /Circle /Square /Decimal /UpperRoman /LowerRoman /UpperAlpha "
                           "/LowerAlpha ",
                           kind);
    }
  return TRUE;
}

static int
count_cells (PdfRules *self, qpdf_oh row)
{
  qpdf_oh kids = ent_qpdf_get_kids (self->pdf, row);

  return qpdf_oh_get_array_n_items (self->pdf, kids);
}

/* All rows below an element, whatever groups them. */
static void
compare_rows (PdfRules *self, qpdf_oh element, int *n_cells)
{
  qpdf_oh kids = ent_qpdf_get_kids (self->pdf, element);

  for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, kids); i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (self->pdf, kids, i);

      if (!ent_qpdf_has_name (self->pdf, kid, "/S", "/TR"))
        {
          compare_rows (self, kid, n_cells);
          continue;
        }
      if (*n_cells == 0)
        *n_cells = count_cells (self, kid);
      pdf_rules_need (self, *n_cells == count_cells (self, kid), "table",
                      "The rows of a table do not have the same number of cells.");
    }
}

static void
check_heading (Walk *walk, const char *type)
{
  int level = type[2] - '0';

  pdf_rules_need (walk->rules, level <= walk->heading + 1, "heading",
                  "A heading of level %d follows one of level %d.", level, walk->heading);
  walk->heading = level;
}

static void
check_by_type (Walk *walk, qpdf_oh element, const char *type)
{
  PdfRules *self = walk->rules;
  int n_cells = 0;

  if (is_among (" /Figure /Formula ", type))
    pdf_rules_need (self,
                    has_text (self, element, "/Alt") || has_text (self, element, "/ActualText"),
                    "alt", "A figure has no description.");
  else if (g_str_equal (type, "/TH"))
    pdf_rules_need (self, has_scope (self, element), "scope",
                    "A table head does not say what it is the head of.");
  else if (g_str_equal (type, "/L"))
    pdf_rules_need (self, has_numbering (self, element), "list",
                    "A list does not say how its items are numbered.");
  else if (g_str_equal (type, "/Table"))
    {
      qpdf_oh kids = ent_qpdf_get_kids (self->pdf, element);

      for (int i = 0; i < qpdf_oh_get_array_n_items (self->pdf, kids); i++)
        if (!ent_qpdf_has_name (self->pdf, qpdf_oh_get_array_item (self->pdf, kids, i), "/S",
                                "/Caption"))
          compare_rows (self, qpdf_oh_get_array_item (self->pdf, kids, i), &n_cells);
    }
  else if (type[1] == 'H' && g_ascii_isdigit (type[2]))
    check_heading (walk, type);
}

static gboolean
check_element (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  Walk *walk = data;
  qpdf_oh kids = ent_qpdf_get_kids (pdf, element);
  int n_kids = qpdf_oh_get_array_n_items (pdf, kids);

  walk->n_elements++;
  pdf_rules_need (walk->rules, is_among (standard, type), "type", "%s is no standard type.", type);
  pdf_rules_need (walk->rules, n_kids > 0 || !is_among (never_empty, type), "empty",
                  "An element %s holds nothing.", type);
  check_by_type (walk, element, type);
  for (int i = 0; i < n_kids; i++)
    check_kid (walk->rules, element, qpdf_oh_get_array_item (pdf, kids, i), type);
  return TRUE;
}

void
pdf_rules_check_structure (PdfRules *self)
{
  Walk walk = { .rules = self };

  ent_qpdf_walk_structure (self->pdf, check_element, &walk);
  pdf_rules_need (self, walk.n_elements > 0, "tree", "The document has no structure.");
}
