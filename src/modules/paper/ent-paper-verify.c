/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is it ours, and as it was? Reading thread. */

#include "ent-paper-verify.h"

#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-paper-enums.h"
#include "ent-paper-issue.h"
#include "ent-paper-query.h"
#include "ent-pdf-compare.h"
#include "ent-vault.h"

#include <glib/gi18n-lib.h>

const char *
ent_paper_verdict_label (EntPaperVerdict verdict)
{
  switch (verdict)
    {
    case ENT_PAPER_AUTHENTIC:
      return _ ("Authentic");
    case ENT_PAPER_CANCELLED:
      return _ ("Authentic, but cancelled");
    case ENT_PAPER_ALTERED:
      return _ ("Altered");
    case ENT_PAPER_UNKNOWN:
    default:
      return _ ("Unknown");
    }
}

void
ent_paper_verification_free (EntPaperVerification *self)
{
  g_clear_object (&self->document);
  g_free (self->why);
  g_free (self);
}

/* Takes @document and @why. */
static EntPaperVerification *
verification_new (EntPaperVerdict verdict, EntDocument *document, char *why)
{
  EntPaperVerification *self = g_new0 (EntPaperVerification, 1);

  self->verdict = verdict;
  self->document = document;
  self->why = why;
  return self;
}

static char *
signatories (GPtrArray *lines, EntRequestState state)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      EntSignatureRequest *line = g_ptr_array_index (lines, i);

      if ((EntRequestState) line->state == state && line->agent_name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", line->agent_name);
    }
  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

/* What a document that is to be signed by the computer still lacks; NULL when it is nothing. */
static char *
what_is_missing (EntDb *db, EntDocument *document)
{
  g_autoptr (GPtrArray) lines = ent_paper_query_requests (db, ent_record_get_id (document), NULL);
  g_autofree char *refused = NULL;
  g_autofree char *waiting = NULL;

  if (lines == NULL)
    return NULL;
  refused = signatories (lines, ENT_REQUEST_REFUSED);
  waiting = signatories (lines, ENT_REQUEST_WAITING);
  if (refused != NULL)
    return g_strdup_printf (_ ("But the signature was refused by %s: as it stands, it does not "
                               "bind the centre."),
                            refused);
  if (waiting != NULL)
    return g_strdup_printf (_ ("But it is not finished: it still waits for the signature of %s."),
                            waiting);
  return NULL;
}

/* Takes both; @more may be NULL. */
static char *
join_sentences (char *one, char *more)
{
  char *both;

  if (more == NULL)
    return one;
  both = g_strdup_printf ("%s %s", one, more);
  g_free (one);
  g_free (more);
  return both;
}

/* The document is ours as it was; it may have been cancelled since. Takes @document and @why. */
static EntPaperVerification *
authentic (EntDb *db, EntDocument *document, char *why)
{
  g_autoptr (EntDocument)
                entry = ent_paper_query_cancellation (db, ent_record_get_id (document), NULL);
  g_autofree char *day = NULL;
  g_autofree char *first = why;

  if (entry == NULL)
    return verification_new (ENT_PAPER_AUTHENTIC, document,
                             join_sentences (g_steal_pointer (&first),
                                             what_is_missing (db, document)));
  day = ent_day_format (entry->made_on, ENT_DAY_NUMERIC);
  return verification_new (ENT_PAPER_CANCELLED, document,
                           g_strdup_printf (_ ("%s It was cancelled on %s, by entry %s: %s"), first,
                                            day, entry->number,
                                            entry->reason != NULL ? entry->reason : ""));
}

EntPaperVerification *
ent_paper_verify_code (EntDb *db, const char *number, const char *code, GError **error)
{
  g_autofree char *wanted = ent_paper_normalize_number (number);
  g_autofree char *given = ent_paper_normalize_code (code);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntDocument) document = ent_paper_query_by_number (db, wanted, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (document == NULL)
    return verification_new (ENT_PAPER_UNKNOWN, NULL,
                             g_strdup_printf (_ ("No document of this register has the number %s."),
                                              wanted));
  if (!g_str_equal (document->code, given))
    return verification_new (
        ENT_PAPER_ALTERED, g_steal_pointer (&document),
        g_strdup (_ ("The number is in the register, but the code is not that of this document: "
                     "one of them was copied wrongly or changed.")));
  return authentic (db, g_steal_pointer (&document),
                    g_strdup (_ ("Number and code are those of the register. Compare what the "
                                 "paper says with the document shown here.")));
}

static char *
why_altered (EntDb *db, EntDocument *document, GBytes *bytes, char *const *theirs)
{
  const char *file = document->file;
  g_autoptr (GBytes) ours = file != NULL ? ent_vault_get (db, file, NULL) : NULL;
  g_auto (GStrv) pages = ours != NULL ? ent_pdf_page_texts (ours, NULL) : NULL;
  char *difference;

  if (pages == NULL)
    return g_strdup (
        _ ("It bears the number of a document of this register, and is not its file."));
  if (ent_pdf_is_continued (ours, bytes))
    return g_strdup (_ ("It begins as our document, and something was added to the file after it "
                        "was issued: a note, a page or a signature that the register does not "
                        "know."));
  difference = ent_pdf_first_difference (pages, theirs);
  if (difference != NULL)
    return difference;
  return g_strdup (_ ("It reads as our document, but the file was changed: printed and scanned, "
                      "saved again by a program, or touched where it does not show."));
}

static EntPaperVerification *
verify_by_seal (EntDb *db, GBytes *bytes, GError **error)
{
  g_auto (GStrv) pages = ent_pdf_page_texts (bytes, error);
  g_autofree char *number = NULL;
  g_autofree char *code = NULL;
  g_autoptr (EntDocument) document = NULL;
  char *why;

  if (pages == NULL)
    return NULL;
  if (!ent_pdf_find_seal (pages, &number, &code))
    return verification_new (
        ENT_PAPER_UNKNOWN, NULL,
        g_strdup (_ ("The file bears no number of this register, and is none of its files.")));
  document = ent_paper_query_by_number (db, number, NULL);
  if (document == NULL)
    return verification_new (
        ENT_PAPER_UNKNOWN, NULL,
        g_strdup_printf (_ ("The file bears the number %s, which this register never gave."),
                         number));
  if (!g_str_equal (document->code, code))
    return verification_new (
        ENT_PAPER_UNKNOWN, NULL,
        g_strdup_printf (_ ("The file bears the number %s, but not with the code that this "
                            "register gave: it comes from another centre, or is a forgery."),
                         number));
  why = why_altered (db, document, bytes, pages);
  return verification_new (ENT_PAPER_ALTERED, g_steal_pointer (&document), why);
}

EntPaperVerification *
ent_paper_verify_file (EntDb *db, GBytes *bytes, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntDocument) document = ent_paper_query_by_digest (db, digest, &local_error);
  g_autofree char *day = NULL;
  char *why;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (document == NULL)
    return verify_by_seal (db, bytes, error);
  day = ent_day_format (document->made_on, ENT_DAY_NUMERIC);
  why = g_strdup_printf (_ ("It is, byte for byte, the document %s issued on %s."),
                         document->number, day);
  if (document->signed_file != NULL && !g_str_equal (document->signed_file, digest))
    why = join_sentences (why, g_strdup (_ ("It was signed after this copy was made: the register "
                                            "keeps the signed file.")));
  return authentic (db, g_object_ref (document), why);
}
