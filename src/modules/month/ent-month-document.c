/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The summary of a month on paper: landscape, all tables that the page shows. A worker thread. */

#include "ent-month-document.h"

#include "ent-date.h"
#include "ent-doc.h"
#include "ent-money.h"
#include "ent-month-bill.h"
#include "ent-month-files.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define TEXT_SIZE 9.0 /* points: fourteen columns on one sheet */

static const EntPaper landscape = { 297, 210, 14, 14, 14, 14 };

static void
add_heading (EntDoc *doc, guint level, const char *text)
{
  EntBlock *heading = ent_block_new (ENT_BLOCK_HEADING);

  heading->level = level;
  ent_block_add_text (heading, text, 0, NULL);
  g_ptr_array_add (doc->blocks, heading);
}

static void
add_paragraph (EntDoc *doc, const char *text)
{
  EntBlock *paragraph = ent_block_new (ENT_BLOCK_PARAGRAPH);

  paragraph->align = ENT_ALIGN_START;
  ent_block_add_text (paragraph, text, 0, NULL);
  g_ptr_array_add (doc->blocks, paragraph);
}

static char *
standing_text (const EntMonthLedger *ledger)
{
  EntMonthClosing *closing = ent_month_ledger_closing (ledger, ledger->to);
  g_autofree char *at = NULL;
  g_autofree char *digest = NULL;

  if (closing == NULL)
    return g_strdup (_ ("This month is not closed: its figures may still change."));
  at = ent_stamp_format (closing->closed_at);
  digest = g_strndup (closing->hash, 16);
  /* Translators: day and time, name, digest of what was closed */
  return g_strdup_printf (_ ("Closed on %s by %s. Digest: %s…"), at, closing->closed_by, digest);
}

static void
add_totals (EntDoc *doc, const EntMonthLedger *ledger)
{
  static const struct
  {
    EntMonthGrouping by;
    const char *title;
  } parts[] = {
    { ENT_MONTH_BY_ACTIVITY, N_ ("By activity") },
    { ENT_MONTH_BY_CARER, N_ ("By carer") },
    { ENT_MONTH_BY_PERSON, N_ ("By beneficiary") },
    { ENT_MONTH_BY_QUARTER, N_ ("By quarter") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (EntMonthTable) table = ent_month_table_totals (ledger, parts[i].by);

      add_heading (doc, 2, _ (parts[i].title));
      g_ptr_array_add (doc->blocks, ent_month_table_to_block (table));
    }
}

static void
add_bill (EntDoc *doc, const EntMonthLedger *ledger)
{
  g_autoptr (EntMonthTable) table = ent_month_table_bill (ledger);
  g_autoptr (GPtrArray) lines = ent_month_bill (ledger);
  g_autofree char *amount = ent_money_format (ent_month_bill_amount (lines));
  g_autofree char *text = NULL;

  add_heading (doc, 2, _ ("Contributions to bill"));
  /* Translators: an amount of money */
  text = g_strdup_printf (_ ("In all: %s."), amount);
  add_paragraph (doc, text);
  if (lines->len > 0)
    g_ptr_array_add (doc->blocks, ent_month_table_to_block (table));
}

GBytes *
ent_month_document (const EntMonthLedger *ledger,
                    const char *centre,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *language = g_strndup (setlocale (LC_MESSAGES, NULL), 2);
  g_autoptr (EntDoc) doc = ent_doc_new (ent_wording_knows (language) ? language : "en");
  g_autofree char *month = ent_month_format (ledger->to);
  g_autofree char *title = NULL;
  g_autofree char *standing = standing_text (ledger);

  /* Translators: a month and its year */
  title = g_strdup_printf (_ ("Home care: %s"), month);
  doc->paper = landscape;
  doc->day = ledger->today;
  doc->text_size = TEXT_SIZE;
  doc->title = g_strdup (title);
  doc->author = g_strdup (centre);
  doc->page_words = g_strdup (ent_wording_word (doc->language, ENT_WORD_PAGE));
  add_heading (doc, 1, title);
  if (centre != NULL)
    add_paragraph (doc, centre);
  add_paragraph (doc, standing);
  add_totals (doc, ledger);
  add_bill (doc, ledger);
  return ent_doc_render (doc, NULL, cancellable, error);
}
