/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The call list on paper. Any thread, one at a time. */

#include "ent-cover-sheet.h"

#include "ent-cover-rules.h"
#include "ent-date.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define TEXT_SIZE 10.5
#define LINE "______________________"

static EntBlock *
add_block (EntDoc *doc, EntBlockKind kind, guint level, const char *text)
{
  EntBlock *block = ent_block_new (kind);

  block->level = level;
  if (text != NULL)
    ent_block_add_text (block, text, 0, NULL);
  g_ptr_array_add (doc->blocks, block);
  return block;
}

static void
add_line (EntBlock *cell, const char *text, EntSpanFlags flags)
{
  ent_block_add_text (cell, text, flags | ENT_SPAN_BREAK, NULL);
}

static EntBlock *
add_cell (EntBlock *row)
{
  EntBlock *cell = ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));

  cell->align = ENT_ALIGN_START;
  return cell;
}

static void
add_head (EntBlock *table)
{
  static const struct
  {
    const char *title;
    double share;
  } heads[] = { { N_ ("Whom to call"), 28 },
                { N_ ("What to tell"), 44 },
                { N_ ("Told when, answer"), 28 } };
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));

  row->level = 1;
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      EntBlock *cell = add_cell (row);

      cell->width = heads[i].share;
      ent_block_add_text (cell, _ (heads[i].title), 0, NULL);
    }
}

static void
add_call (EntBlock *table, const EntCoverCall *call)
{
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  EntBlock *who = add_cell (row);
  EntBlock *what = add_cell (row);
  EntBlock *answer = add_cell (row);
  g_autofree char *said = ent_cover_call_describe_answer (call);

  add_line (who, call->name, ENT_SPAN_BOLD);
  for (guint i = 0; call->phones[i] != NULL; i++)
    add_line (who, call->phones[i], 0);
  for (guint i = 0; i < call->messages->len; i++)
    {
      g_autofree char *text = ent_cover_message_describe (g_ptr_array_index (call->messages, i));

      add_line (what, text, 0);
    }
  if (said != NULL)
    add_line (answer, said, 0);
  add_line (answer, LINE, 0);
  add_line (answer, LINE, 0);
}

static void
add_calls (EntDoc *doc, GPtrArray *calls, gboolean of_carers, const char *title)
{
  EntBlock *table = NULL;

  for (guint i = 0; i < calls->len; i++)
    {
      const EntCoverCall *call = g_ptr_array_index (calls, i);

      if (call->is_carer != of_carers)
        continue;
      if (table == NULL)
        {
          add_block (doc, ENT_BLOCK_HEADING, 2, title);
          table = add_block (doc, ENT_BLOCK_TABLE, 0, NULL);
          add_head (table);
        }
      add_call (table, call);
    }
}

static char *
describe_cover (EntAbsenceCover *cover)
{
  EntCoverAway away = { .from_day = cover->from_day,
                        .from_time = cover->from_time,
                        .to_day = cover->to_day,
                        .to_time = cover->to_time };
  g_autofree char *when = ent_cover_away_describe (&away);

  /* Translators: a carer, and when she is away */
  return g_strdup_printf (_ ("%1$s is away: %2$s"),
                          cover->carer_name != NULL ? cover->carer_name : "", when);
}

EntDoc *
ent_cover_sheet_new (EntAbsenceCover *cover, GPtrArray *calls, gint32 day)
{
  g_autofree char *language = g_strndup (setlocale (LC_MESSAGES, NULL), 2);
  EntDoc *doc = ent_doc_new (ent_wording_knows (language) ? language : "en");
  g_autofree char *about = describe_cover (cover);
  g_autofree char *date = ent_day_format (day, ENT_DAY_LONG);
  /* Translators: a day */
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), date);

  doc->paper = ent_paper_a4;
  doc->day = day;
  doc->text_size = TEXT_SIZE;
  doc->title = g_strdup (_ ("Call list"));
  doc->footer = g_steal_pointer (&printed);
  doc->page_words = g_strdup (ent_wording_word (doc->language, ENT_WORD_PAGE));
  add_block (doc, ENT_BLOCK_HEADING, 1, doc->title);
  add_block (doc, ENT_BLOCK_PARAGRAPH, 0, about);
  add_calls (doc, calls, FALSE, _ ("Beneficiaries"));
  add_calls (doc, calls, TRUE, _ ("Carers"));
  if (calls->len == 0)
    add_block (doc, ENT_BLOCK_PARAGRAPH, 0, _ ("Nobody is to be told."));
  return doc;
}
