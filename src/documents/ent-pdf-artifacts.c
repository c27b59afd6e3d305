/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks as artifact what a page paints and no tag holds: rules, fills, backgrounds. Cairo tags text
 * only. Any thread. */

#include "ent-pdf-artifacts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ent-document-kind.h"
#include "ent-pdf-tokens.h"

/* Forms within forms; Cairo nests two or three. */
#define MAX_DEPTH 20

#define BEGIN "/Artifact BMC\n"
#define END "EMC\n"

typedef enum
{
  ACT_OTHER,
  ACT_OPEN, /* begins marked content */
  ACT_CLOSE,
  ACT_EDGE, /* an artifact must not reach across it */
  ACT_PATH, /* a piece of a path: what paints it comes later */
  ACT_NO_PAINT, /* ends a path without painting */
  ACT_PAINT,
  ACT_OBJECT /* paints an image or a form */
} Act;

/* clang-format off */
static const struct
{
  const char *operators;
  Act act;
} acts[] = {
  { " BDC BMC ", ACT_OPEN },
  { " EMC ", ACT_CLOSE },
  { " BT ET q Q ", ACT_EDGE },
  { " m l c v y h re W W* ", ACT_PATH },
  { " n ", ACT_NO_PAINT },
  { " S s f F f* B B* b b* sh Tj TJ ' \" ", ACT_PAINT },
  { " Do ", ACT_OBJECT },
};
/* clang-format on */

typedef struct
{
  qpdf_data pdf;
  GHashTable *forms; /* object number → whether it holds marks of its own */
  int depth;
} Marker;

typedef struct
{
  EntPdfTokens tokens;
  GString *out;
  gsize copied; /* up to here the input is in @out */
  gsize unit; /* where the operands of the operator, or the path, begin */
  gboolean in_unit;
  EntPdfToken name; /* the last one */
  gboolean open; /* an artifact of ours */
  int marks; /* how deep we are in marks of the document */
  gboolean has_marks;
} Stream;

static gboolean mark_form (Marker *marker, qpdf_oh resources, const char *name);

static Act
act_of (const EntPdfTokens *tokens, const EntPdfToken *token)
{
  char word[8] = " ";

  if (token->length >= 2 && strncmp (tokens->data + token->start, "BI", 2) == 0 &&
      token->length > 4)
    return ACT_PAINT;
  if (token->length > 4)
    return ACT_OTHER;
  memcpy (word + 1, tokens->data + token->start, token->length);
  word[token->length + 1] = ' ';
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (strstr (acts[i].operators, word) != NULL)
      return acts[i].act;
  return ACT_OTHER;
}

static void
insert (Stream *stream, gsize at, const char *text)
{
  g_string_append_len (stream->out, stream->tokens.data + stream->copied, at - stream->copied);
  if (stream->out->len > 0 && !g_ascii_isspace (stream->out->str[stream->out->len - 1]))
    g_string_append_c (stream->out, '\n');
  g_string_append (stream->out, text);
  stream->copied = at;
}

static void
close_artifact (Stream *stream)
{
  if (stream->open)
    insert (stream, stream->unit, END);
  stream->open = FALSE;
}

static void
open_artifact (Stream *stream)
{
  if (stream->marks == 0 && !stream->open)
    {
      insert (stream, stream->unit, BEGIN);
      stream->open = TRUE;
    }
}

static void
paint_object (Marker *marker, Stream *stream, qpdf_oh resources)
{
  g_autofree char *name = NULL;

  if (stream->marks > 0)
    return;
  name = ent_pdf_tokens_dup (&stream->tokens, &stream->name);
  /* Marks do not nest: a form that has its own is looked after inside. */
  if (mark_form (marker, resources, name))
    {
      close_artifact (stream);
      stream->has_marks = TRUE;
    }
  else
    open_artifact (stream);
}

static void
take_operator (Marker *marker, Stream *stream, Act act, qpdf_oh resources)
{
  switch (act)
    {
    case ACT_OPEN:
      close_artifact (stream);
      stream->marks++;
      stream->has_marks = TRUE;
      break;
    case ACT_CLOSE:
      close_artifact (stream);
      stream->marks = MAX (stream->marks - 1, 0);
      break;
    case ACT_EDGE:
      close_artifact (stream);
      break;
    case ACT_PAINT:
      open_artifact (stream);
      break;
    case ACT_OBJECT:
      paint_object (marker, stream, resources);
      break;
    case ACT_OTHER:
    case ACT_PATH:
    case ACT_NO_PAINT:
      break;
    }
}

/* Gives the contents with artifacts marked, or NULL when nothing had to be. */
static GString *
mark_stream (Marker *marker, GBytes *contents, qpdf_oh resources, gboolean *has_marks)
{
  Stream stream = { .out = g_string_new (NULL) };
  EntPdfToken token;

  stream.tokens.data = g_bytes_get_data (contents, &stream.tokens.size);
  while (ent_pdf_tokens_next (&stream.tokens, &token))
    {
      Act act;

      if (!stream.in_unit)
        stream.unit = token.start;
      stream.in_unit = TRUE;
      if (token.kind == ENT_PDF_TOKEN_NAME)
        stream.name = token;
      if (token.kind != ENT_PDF_TOKEN_OPERATOR)
        continue;

      act = act_of (&stream.tokens, &token);
      take_operator (marker, &stream, act, resources);
      stream.in_unit = act == ACT_PATH;
    }
  stream.unit = stream.tokens.size;
  close_artifact (&stream);

  *has_marks = stream.has_marks;
  if (stream.copied == 0)
    {
      g_string_free (stream.out, TRUE);
      return NULL;
    }
  insert (&stream, stream.tokens.size, "");
  return stream.out;
}

static gboolean
mark_contents_of_form (Marker *marker, qpdf_oh form)
{
  qpdf_oh dict = qpdf_oh_get_dict (marker->pdf, form);
  qpdf_oh resources = qpdf_oh_get_key (marker->pdf, dict, "/Resources");
  g_autoptr (GBytes) contents = ent_qpdf_get_stream (marker->pdf, form);
  gboolean has_marks = FALSE;
  GString *marked;

  if (contents == NULL)
    return FALSE;
  marked = mark_stream (marker, contents, resources, &has_marks);
  if (marked == NULL)
    return has_marks;
  /* A form without marks is wrapped where it is used, as a whole. */
  if (has_marks)
    qpdf_oh_replace_stream_data (marker->pdf, form, (const guchar *) marked->str, marked->len,
                                 qpdf_oh_new_null (marker->pdf), qpdf_oh_new_null (marker->pdf));
  g_string_free (marked, TRUE);
  return has_marks;
}

/* Whether what @name paints is a form that holds marks of its own; they are then complete. */
static gboolean
mark_form (Marker *marker, qpdf_oh resources, const char *name)
{
  qpdf_oh objects = ent_qpdf_get (marker->pdf, resources, "/XObject");
  qpdf_oh form = ent_qpdf_get (marker->pdf, objects, name);
  gpointer key = GINT_TO_POINTER (qpdf_oh_get_object_id (marker->pdf, form));
  gpointer known;
  gboolean has_marks;

  if (!qpdf_oh_is_stream (marker->pdf, form) ||
      !ent_qpdf_has_name (marker->pdf, qpdf_oh_get_dict (marker->pdf, form), "/Subtype", "/Form"))
    return FALSE;
  if (g_hash_table_lookup_extended (marker->forms, key, NULL, &known))
    return GPOINTER_TO_INT (known);
  if (marker->depth > MAX_DEPTH)
    return FALSE;

  g_hash_table_insert (marker->forms, key, GINT_TO_POINTER (FALSE));
  marker->depth++;
  has_marks = mark_contents_of_form (marker, form);
  marker->depth--;
  g_hash_table_insert (marker->forms, key, GINT_TO_POINTER (has_marks));
  return has_marks;
}

static gboolean
mark_page (Marker *marker, qpdf_oh page, GError **error)
{
  g_autoptr (GBytes) contents = ent_qpdf_get_page_contents (marker->pdf, page);
  qpdf_oh resources = qpdf_oh_get_key (marker->pdf, page, "/Resources");
  g_autoptr (GBytes) bytes = NULL;
  gboolean has_marks;
  GString *marked;

  if (contents == NULL)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                           _ ("A page of the PDF file cannot be read."));
      return FALSE;
    }
  marked = mark_stream (marker, contents, resources, &has_marks);
  if (marked == NULL)
    return TRUE;
  bytes = g_string_free_to_bytes (marked);
  qpdf_oh_replace_key (marker->pdf, page, "/Contents",
                       ent_qpdf_new_stream (marker->pdf, "<< >>", bytes));
  return TRUE;
}

gboolean
ent_pdf_artifacts_mark (qpdf_data pdf, GError **error)
{
  g_autoptr (GHashTable) forms = g_hash_table_new (NULL, NULL);
  Marker marker = { .pdf = pdf, .forms = forms };
  int n_pages = qpdf_get_num_pages (pdf);

  for (int i = 0; i < n_pages; i++)
    if (!mark_page (&marker, qpdf_get_page_n (pdf, i), error))
      return FALSE;
  return TRUE;
}
