/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The judge of PDF files: what pages paint, and whether a tag or an artifact holds it. One
 * thread. */

#include <stdlib.h>
#include <string.h>

#include "ent-pdf-tokens.h"
#include "pdf-rules-private.h"

#define MAX_DEPTH 20

typedef enum
{
  HELD_BY_NOTHING,
  HELD_BY_TAG,
  HELD_BY_ARTIFACT
} Holder;

typedef struct
{
  PdfRules *rules;
  qpdf_oh page;
  int number; /* of the page */
  gboolean in_form;
  int depth;
} Place;

typedef struct
{
  EntPdfTokens tokens;
  GArray *holders; /* of Holder: what each open mark makes of the contents */
  GString *operands; /* names and numbers since the last operator, between spaces */
  gboolean in_text;
} Reading;

static void read_contents (Place place, GBytes *contents, qpdf_oh resources, Holder outside);

static Holder
get_holder (const Reading *reading)
{
  return g_array_index (reading->holders, Holder, reading->holders->len - 1);
}

static void
note_mark (const Place *place, const char *operands)
{
  const char *id = strstr (operands, " /MCID ");
  char *name;

  if (id == NULL)
    return;
  pdf_rules_need (place->rules, !place->in_form, "mark",
                  "Page %d has tags inside a form, which is not followed here.", place->number);
  name = g_strdup_printf ("%d/%d", qpdf_oh_get_object_id (place->rules->pdf, place->page),
                          atoi (id + strlen (" /MCID ")));
  pdf_rules_need (place->rules, !g_hash_table_contains (place->rules->marks, name), "mark",
                  "Page %d uses a mark twice.", place->number);
  g_hash_table_add (place->rules->marks, name);
}

static void
open_mark (const Place *place, Reading *reading)
{
  const char *operands = reading->operands->str;
  Holder outside = get_holder (reading);
  Holder inside = outside;

  if (g_str_has_prefix (operands, " /Artifact "))
    inside = HELD_BY_ARTIFACT;
  else if (strstr (operands, " /MCID ") != NULL)
    inside = HELD_BY_TAG;
  pdf_rules_need (place->rules, inside == outside || outside == HELD_BY_NOTHING, "mark",
                  "Page %d has an artifact inside a tag, or a tag inside an artifact.",
                  place->number);
  pdf_rules_need (place->rules, outside != HELD_BY_TAG || strstr (operands, " /MCID ") == NULL,
                  "mark", "Page %d has a tag inside another.", place->number);
  note_mark (place, operands);
  g_array_append_val (reading->holders, inside);
}

static void
close_mark (const Place *place, Reading *reading)
{
  if (reading->holders->len > 1)
    g_array_set_size (reading->holders, reading->holders->len - 1);
  else
    pdf_rules_add (place->rules, "balance", "Page %d closes a mark that is not open.",
                   place->number);
}

static void
paint (const Place *place, const Reading *reading, const char *operator)
{
  pdf_rules_need (place->rules, get_holder (reading) != HELD_BY_NOTHING, "content",
                  "Page %d paints with %s what is neither content nor artifact.",
                  place->number, operator);
}

static void
paint_object (const Place *place, const Reading *reading, qpdf_oh resources)
{
  qpdf_data pdf = place->rules->pdf;
  g_autofree char *name = g_strstrip (g_strdup (reading->operands->str));
  qpdf_oh objects = ent_qpdf_get (pdf, resources, "/XObject");
  qpdf_oh object = ent_qpdf_get (pdf, objects, name);
  g_autoptr (GBytes) contents = NULL;
  qpdf_oh own;
  Place inside = *place;

  if (!qpdf_oh_is_stream (pdf, object))
    {
      pdf_rules_add (place->rules, "resource", "Page %d paints %s, which is not there.",
                     place->number, name);
      return;
    }
  if (!ent_qpdf_has_name (pdf, qpdf_oh_get_dict (pdf, object), "/Subtype", "/Form"))
    {
      paint (place, reading, "Do");
      return;
    }
  contents = ent_qpdf_get_stream (pdf, object);
  if (contents == NULL || place->depth > MAX_DEPTH)
    return;
  own = qpdf_oh_get_key (pdf, qpdf_oh_get_dict (pdf, object), "/Resources");
  inside.in_form = TRUE;
  inside.depth++;
  read_contents (inside, contents, qpdf_oh_is_null (pdf, own) ? resources : own,
                 get_holder (reading));
}

static void
take_operator (const Place *place, Reading *reading, const char *operator, qpdf_oh resources)
{
  static const char painting[] = " S s f F f* B B* b b* sh Tj TJ ' \" ";
  g_autofree char *word = g_strconcat (" ", operator, " ", NULL);

  if (g_str_equal (operator, "BDC") || g_str_equal (operator, "BMC"))
    open_mark (place, reading);
  else if (g_str_equal (operator, "EMC"))
    close_mark (place, reading);
  else if (g_str_equal (operator, "Do"))
    paint_object (place, reading, resources);
  else if (strstr (painting, word) != NULL || g_str_has_prefix (operator, "BI"))
    paint (place, reading, operator);

  if (g_str_equal (operator, "BT") || g_str_equal (operator, "ET"))
    {
      gboolean begins = operator[0] == 'B';

      pdf_rules_need (place->rules, reading->in_text != begins, "balance",
                      "Page %d nests or mismatches its texts.", place->number);
      reading->in_text = begins;
    }
}

static void
read_contents (Place place, GBytes *contents, qpdf_oh resources, Holder outside)
{
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  g_autoptr (GString) operands = g_string_new (" ");
  Reading reading = { .holders = holders, .operands = operands };
  EntPdfToken token;

  g_array_append_val (holders, outside);
  reading.tokens.data = g_bytes_get_data (contents, &reading.tokens.size);
  while (ent_pdf_tokens_next (&reading.tokens, &token))
    {
      g_autofree char *word = ent_pdf_tokens_dup (&reading.tokens, &token);

      if (token.kind == ENT_PDF_TOKEN_OPERATOR)
        {
          take_operator (&place, &reading, word, resources);
          g_string_assign (operands, " ");
        }
      else if (token.kind == ENT_PDF_TOKEN_NAME || token.kind == ENT_PDF_TOKEN_NUMBER)
        g_string_append_printf (operands, "%s ", word);
    }
  pdf_rules_need (place.rules, holders->len == 1 && !reading.in_text, "balance",
                  "Page %d leaves a mark or a text open.", place.number);
}

/* What the page bears is what the tree holds, and the parent tree leads from one to the other. */
static void
compare_with_structure (PdfRules *self)
{
  GHashTableIter iter;
  gpointer name, owner;

  g_hash_table_iter_init (&iter, self->owners);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    pdf_rules_need (self, g_hash_table_contains (self->marks, name), "tree",
                    "The structure holds a text that no page has.");
  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (name, "/", 2);
      qpdf_oh page = qpdf_get_object_by_id (self->pdf, atoi (parts[0]), 0);
      qpdf_oh number = qpdf_oh_get_key (self->pdf, page, "/StructParents");
      qpdf_oh elements = qpdf_oh_new_null (self->pdf);
      int mark = atoi (parts[1]);
      int parent = 0;

      owner = g_hash_table_lookup (self->owners, name);
      pdf_rules_need (self, owner != NULL, "tree", "A page has a text that no element holds.");
      if (qpdf_oh_is_integer (self->pdf, number))
        elements = pdf_rules_find_parent (self, qpdf_oh_get_int_value (self->pdf, number));
      if (qpdf_oh_is_array (self->pdf, elements) &&
          mark < qpdf_oh_get_array_n_items (self->pdf, elements))
        parent = qpdf_oh_get_object_id (self->pdf,
                                        qpdf_oh_get_array_item (self->pdf, elements, mark));
      pdf_rules_need (self, parent != 0 && parent == GPOINTER_TO_INT (owner), "parent-tree",
                      "The parent tree does not lead to the element of a text.");
    }
}

void
pdf_rules_check_contents (PdfRules *self)
{
  int n_pages = qpdf_get_num_pages (self->pdf);

  pdf_rules_need (self, n_pages > 0, "page", "The document has no page.");
  for (int i = 0; i < n_pages; i++)
    {
      Place place = { .rules = self, .page = qpdf_get_page_n (self->pdf, i), .number = i + 1 };
      qpdf_oh resources = qpdf_oh_get_key (self->pdf, place.page, "/Resources");
      g_autoptr (GBytes) contents = ent_qpdf_get_page_contents (self->pdf, place.page);

      if (contents == NULL)
        pdf_rules_add (self, "page", "Page %d cannot be read.", i + 1);
      else
        read_contents (place, contents, resources, HELD_BY_NOTHING);
    }
  compare_with_structure (self);
}
