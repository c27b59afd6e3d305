/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file that somebody brings, beside one of ours. A worker thread. */

#include "ent-pdf-compare.h"

#include "ent-document-kind.h"

#include <glib/gi18n-lib.h>
#include <poppler.h>
#include <string.h>

#define SEAL_PATTERN \
  "\\b(D[0-9]{4}-[0-9]{6})\\s*·\\s*([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})\\b"
#define MAX_PAGES 500
#define WORDS_SHOWN 8

static void
fail (GError **error, GError *cause)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                         _ ("This file is protected by a password and cannot be read."));
  else
    g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                         _ ("This file is not a PDF, or it is damaged."));
}

char **
ent_pdf_page_texts (GBytes *pdf, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &local_error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  int n_pages;

  if (document == NULL)
    {
      fail (error, local_error);
      return NULL;
    }
  n_pages = poppler_document_get_n_pages (document);
  if (n_pages > MAX_PAGES)
    {
      g_set_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_PDF,
                   _ ("This file has %d pages, too many to compare."), n_pages);
      g_object_unref (document);
      return NULL;
    }
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      char *text = page != NULL ? poppler_page_get_text (page) : NULL;

      g_strv_builder_take (builder, text != NULL ? text : g_strdup (""));
      g_clear_object (&page);
    }
  g_object_unref (document);
  return g_strv_builder_end (builder);
}

gboolean
ent_pdf_find_seal (char *const *pages, char **number, char **code)
{
  g_autoptr (GRegex) pattern = g_regex_new (SEAL_PATTERN, 0, 0, NULL);

  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (pattern, pages[i], 0, &match))
        continue;
      *number = g_match_info_fetch (match, 1);
      *code = g_match_info_fetch (match, 2);
      return TRUE;
    }
  return FALSE;
}

static char **
words_of (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strdelimit (copy, "\n\r\t\f", ' ');
  parts = g_strsplit (copy, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

/* Some words around the place where two pages part. */
static char *
words_at (char **words, guint position)
{
  guint length = g_strv_length (words);
  guint first = position > 2 ? position - 2 : 0;
  GString *text = g_string_new (first > 0 ? "…" : NULL);

  for (guint i = first; i < length && i < first + WORDS_SHOWN; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  if (first + WORDS_SHOWN < length)
    g_string_append (text, " …");
  return g_string_free (text, FALSE);
}

static char *
page_difference (guint page, const char *ours, const char *theirs)
{
  g_auto (GStrv) a = words_of (ours);
  g_auto (GStrv) b = words_of (theirs);
  g_autofree char *in_ours = NULL;
  g_autofree char *in_theirs = NULL;
  guint i = 0;

  while (a[i] != NULL && b[i] != NULL && g_str_equal (a[i], b[i]))
    i++;
  if (a[i] == NULL && b[i] == NULL)
    return NULL;
  in_ours = words_at (a, i);
  in_theirs = words_at (b, i);
  /* Translators: number of a page, words of the file given, words of the file kept */
  return g_strdup_printf (_ ("Page %u reads “%s”, where the register has “%s”."), page + 1,
                          in_theirs, in_ours);
}

char *
ent_pdf_first_difference (char *const *ours, char *const *theirs)
{
  guint n_ours = g_strv_length ((char **) ours);
  guint n_theirs = g_strv_length ((char **) theirs);

  for (guint i = 0; i < MIN (n_ours, n_theirs); i++)
    {
      char *difference = page_difference (i, ours[i], theirs[i]);

      if (difference != NULL)
        return difference;
    }
  if (n_ours == n_theirs)
    return NULL;
  return g_strdup_printf (_ ("It has %u pages, where the register has %u."), n_theirs, n_ours);
}

gboolean
ent_pdf_is_continued (GBytes *shorter, GBytes *longer)
{
  gsize n_shorter, n_longer;
  gconstpointer start = g_bytes_get_data (shorter, &n_shorter);
  gconstpointer whole = g_bytes_get_data (longer, &n_longer);

  return n_longer > n_shorter && memcmp (start, whole, n_shorter) == 0;
}
