/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The structure tree of a drawn PDF gets what Cairo cannot write: descriptions of figures and
 * links, scopes of table heads, kinds of lists, headings without gaps. Any thread. */

#include "ent-pdf-structure.h"

#include <glib/gi18n-lib.h>

#include "ent-document-kind.h"

typedef struct
{
  const char *const *figure_alts; /* of those to come */
  const char *const *link_texts;
  const char *list_marks; /* of those to come */
  const char *title;
  int heading; /* level of the last one as written */
  gboolean complete;
} Walk;

static const char *
next_text (const char *const **texts)
{
  if (*texts == NULL || **texts == NULL)
    return NULL;
  return *(*texts)++;
}

static void
complete_figure (qpdf_data pdf, qpdf_oh element, Walk *walk)
{
  const char *alt = next_text (&walk->figure_alts);

  if (alt == NULL || *alt == '\0')
    walk->complete = FALSE;
  else
    ent_qpdf_set_text (pdf, element, "/Alt", alt);
}

/* What a link without words of its own is called: where it leads. */
static char *
describe_target (qpdf_data pdf, qpdf_oh annotation, const char *title)
{
  qpdf_oh action = qpdf_oh_get_key (pdf, annotation, "/A");
  qpdf_oh uri = ent_qpdf_get (pdf, action, "/URI");

  if (qpdf_oh_is_string (pdf, uri))
    return g_strdup (qpdf_oh_get_utf8_value (pdf, uri));
  return g_strdup (title);
}

/* The words stand on the annotation, not as /Alt of the element: that would be read instead of
 * what the link holds. */
static void
complete_link (qpdf_data pdf, qpdf_oh element, Walk *walk)
{
  const char *text = next_text (&walk->link_texts);
  qpdf_oh kids = ent_qpdf_get_kids (pdf, element);
  int n_kids = qpdf_oh_get_array_n_items (pdf, kids);

  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (pdf, kids, i);
      qpdf_oh annotation;
      g_autofree char *target = NULL;

      if (!ent_qpdf_has_name (pdf, kid, "/Type", "/OBJR"))
        continue;
      annotation = qpdf_oh_get_key (pdf, kid, "/Obj");
      target = describe_target (pdf, annotation, walk->title);
      ent_qpdf_set_text (pdf, annotation, "/Contents",
                         text != NULL && *text != '\0' ? text : target);
    }
}

static void
complete_list (qpdf_data pdf, qpdf_oh element, Walk *walk)
{
  char mark = walk->list_marks != NULL ? *walk->list_marks : '\0';

  if (mark == '\0')
    return;
  walk->list_marks++;
  ent_qpdf_set (pdf, element, "/A",
                mark == '1' ? "<< /O /List /ListNumbering /Decimal >>"
                            : "<< /O /List /ListNumbering /Disc >>");
}

static void
complete_heading (qpdf_data pdf, qpdf_oh element, int level, Walk *walk)
{
  g_autofree char *name = NULL;

  walk->heading = MIN (level, walk->heading + 1);
  if (walk->heading == level)
    return;
  name = g_strdup_printf ("/H%d", walk->heading);
  qpdf_oh_replace_key (pdf, element, "/S", qpdf_oh_new_name (pdf, name));
}

/* The heads of a row that holds nothing else name columns. */
static void
complete_row (qpdf_data pdf, qpdf_oh row)
{
  qpdf_oh kids = ent_qpdf_get_kids (pdf, row);
  int n_kids = qpdf_oh_get_array_n_items (pdf, kids);
  gboolean has_data = FALSE;

  for (int i = 0; i < n_kids; i++)
    has_data |= ent_qpdf_has_name (pdf, qpdf_oh_get_array_item (pdf, kids, i), "/S", "/TD");
  for (int i = 0; i < n_kids; i++)
    {
      qpdf_oh cell = qpdf_oh_get_array_item (pdf, kids, i);

      if (ent_qpdf_has_name (pdf, cell, "/S", "/TH"))
        ent_qpdf_set (pdf, cell, "/A",
                      has_data ? "<< /O /Table /Scope /Row >>" : "<< /O /Table /Scope /Column >>");
    }
}

static gboolean
complete_element (qpdf_data pdf, qpdf_oh element, const char *type, gpointer data)
{
  Walk *walk = data;

  if (g_str_equal (type, "/Figure"))
    complete_figure (pdf, element, walk);
  else if (g_str_equal (type, "/Link"))
    complete_link (pdf, element, walk);
  else if (g_str_equal (type, "/L"))
    complete_list (pdf, element, walk);
  else if (g_str_equal (type, "/TR"))
    complete_row (pdf, element);
  else if (type[1] == 'H' && g_ascii_isdigit (type[2]) && type[3] == '\0')
    complete_heading (pdf, element, type[2] - '0', walk);
  return TRUE;
}

gboolean
ent_pdf_structure_complete (qpdf_data pdf, const EntPdfInfo *info, GError **error)
{
  Walk walk = { .figure_alts = info->figure_alts,
                .link_texts = info->link_texts,
                .list_marks = info->list_marks,
                .title = info->title,
                .complete = TRUE };

  ent_qpdf_walk_structure (pdf, complete_element, &walk);
  /* One too many: all may stand on the wrong figure. */
  if (next_text (&walk.figure_alts) != NULL)
    walk.complete = FALSE;
  if (!walk.complete)
    g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_INCOMPLETE,
                         _ ("A picture in the document has no description for people who cannot "
                            "see it."));
  return walk.complete;
}
