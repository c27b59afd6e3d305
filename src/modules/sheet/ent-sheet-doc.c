/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the sheet of a carer. Any thread. */

#include "ent-sheet-doc.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-sheet-round.h"
#include "ent-sheet-words.h"
#include "ent-typeset.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define TEXT_SIZE 14.0 /* read at a door, in bad light */
#define SPACE "\u00a0"

/* More room than a letter: nobody writes in its margins. */
static const EntPaper paper = { 210, 297, 14, 20, 15, 15 };

typedef struct
{
  const EntSheetBook *book;
  int carer;
  EntDoc *doc;
} Sheet;

char *
ent_sheet_doc_language (void)
{
  g_autofree char *language = g_strndup (setlocale (LC_MESSAGES, NULL), 2);

  return g_strdup (ent_wording_knows (language) ? language : "en");
}

EntBlock *
ent_sheet_doc_add (EntDoc *doc, EntBlockKind kind, guint level, const char *text)
{
  EntBlock *block = ent_block_new (kind);

  block->level = level;
  block->align = ENT_ALIGN_START;
  ent_block_add_text (block, text, 0, NULL);
  g_ptr_array_add (doc->blocks, block);
  return block;
}

/* "Label: text" on a line of its own; nothing when there is no text. */
static void
add_line (EntBlock *paragraph, const char *label, const char *text)
{
  g_autofree char *head = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (paragraph->spans->len > 0)
    ((EntSpan *) g_ptr_array_index (paragraph->spans, paragraph->spans->len - 1))
        ->flags |= ENT_SPAN_BREAK;
  if (label != NULL)
    {
      /* Translators: what a line is about, before what it says */
      head = g_strdup_printf (_ ("%s: "), label);
      ent_block_add_text (paragraph, head, ENT_SPAN_BOLD, NULL);
    }
  ent_block_add_text (paragraph, text, 0, NULL);
}

/* Several lines as one. */
static char *
in_one_line (const char *first, const char *second)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  text = g_strdup_printf ("%s\n%s", first != NULL ? first : "", second != NULL ? second : "");
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (kept, lines[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" · ", (char **) kept->pdata);
}

static void
add_access (EntBlock *paragraph, const EntSheetVisit *line)
{
  g_autofree char *access = in_one_line (line->entry, line->access);

  add_line (paragraph, _ ("Getting in"), access);
  if (line->has_key)
    add_line (paragraph, _ ("Key in hand"), _ ("yes"));
}

static void
add_work (EntBlock *paragraph, const EntRoundsVisit *visit, const EntSheetVisit *line)
{
  g_autofree char *tasks = in_one_line (line->tasks, NULL);
  g_autofree char *work = *tasks != '\0' ? g_strdup_printf ("%s – %s", visit->activity, tasks)
                                         : g_strdup (visit->activity);
  g_autofree char *care = ent_sheet_words_care (line);
  g_autofree char *flat = in_one_line (care, NULL);
  g_autofree char *note = in_one_line (line->note, NULL);

  add_line (paragraph, _ ("To do"), work);
  add_line (paragraph, _ ("Take care"), flat);
  add_line (paragraph, _ ("Note"), note);
}

static void
add_cell (EntBlock *row, const char *text, double share)
{
  EntBlock *cell = ent_block_add (row, ent_block_new (ENT_BLOCK_CELL));

  cell->width = share;
  ent_block_add_text (cell, text, 0, NULL);
}

/* What a hand fills in. */
static void
add_room (EntBlock *box)
{
  EntBlock *table = ent_block_add (box, ent_block_new (ENT_BLOCK_TABLE));
  EntBlock *head = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  const char *const labels[] = { C_ ("visit", "Arrived"), C_ ("visit", "Left"), _ ("Signature"),
                                 _ ("Remark") };
  static const double shares[] = { 16, 16, 30, 38 };

  head->level = 1;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      add_cell (head, labels[i], shares[i]);
      add_cell (row, SPACE ENT_TYPE_LINE_SEPARATOR SPACE, 0);
    }
}

static void
add_visit (const Sheet *self, const EntSheetStop *stop, int day, guint number)
{
  const EntRoundsVisit *visit = ent_sheet_book_visit (self->book, stop->visit);
  const EntSheetVisit *line = ent_sheet_book_line (self->book, stop->visit);
  EntRoadMode mode = ent_sheet_book_carer (self->book, self->carer)->mode;
  g_autofree char *time = ent_sheet_words_time (self->book, day, stop->from, stop->to);
  g_autofree char *title = g_strdup_printf ("%u · %s · %s", number, time,
                                            ent_sheet_book_name (self->book, stop->visit));
  g_autofree char *address = in_one_line (line->street, line->town);
  g_autofree char *way = ent_sheet_words_way (mode, stop->way, stop->metres);
  g_autofree char *change = ent_sheet_words_change (self->book, stop->visit);
  EntBlock *box = ent_block_new (ENT_BLOCK_BOX);
  EntBlock *heading = ent_block_add (box, ent_block_new (ENT_BLOCK_HEADING));
  EntBlock *paragraph = ent_block_add (box, ent_block_new (ENT_BLOCK_PARAGRAPH));

  g_ptr_array_add (self->doc->blocks, box);
  heading->level = 3;
  ent_block_add_text (heading, title, 0, NULL);
  paragraph->align = ENT_ALIGN_START;
  add_line (paragraph, _ ("Changed"), change);
  add_line (paragraph, _ ("Address"), address);
  add_line (paragraph, _ ("Phone"), line->phone);
  add_access (paragraph, line);
  add_work (paragraph, visit, line);
  add_line (paragraph, _ ("Together with"), ent_sheet_words_other (self->book, stop->visit));
  add_line (paragraph, _ ("Way to it"), way);
  add_room (box);
}

static void
add_dropped (const Sheet *self, const EntSheetRound *round, int day)
{
  EntBlock *list;

  if (round->dropped->len == 0)
    return;
  ent_sheet_doc_add (self->doc, ENT_BLOCK_HEADING, 3, _ ("Not to be made any more"));
  list = ent_block_new (ENT_BLOCK_LIST);
  g_ptr_array_add (self->doc->blocks, list);
  for (guint i = 0; i < round->dropped->len; i++)
    {
      int position = g_array_index (round->dropped, int, i);
      const EntRoundsVisit *visit = ent_sheet_book_visit (self->book, position);
      g_autofree char *time = ent_sheet_words_time (self->book, day, visit->start,
                                                    visit->start + visit->minutes);
      g_autofree char *text = g_strdup_printf ("%s · %s · %s", time,
                                               ent_sheet_book_name (self->book, position),
                                               ent_enum_label (&ent_visit_state_enum,
                                                               visit->state));
      EntBlock *item = ent_block_add (list, ent_block_new (ENT_BLOCK_ITEM));

      ent_block_add_text (item, text, 0, NULL);
    }
}

static void
add_day (const Sheet *self, const EntSheetRound *round, int day)
{
  g_autofree char *title = ent_sheet_words_day (self->book->week->first_day + day);

  ent_sheet_doc_add (self->doc, ENT_BLOCK_HEADING, 2, title);
  if (round->stops->len == 0)
    ent_sheet_doc_add (self->doc, ENT_BLOCK_PARAGRAPH, 0, _ ("No visit on this day."));
  for (guint i = 0; i < round->stops->len; i++)
    add_visit (self, &g_array_index (round->stops, EntSheetStop, i), day, i + 1);
  add_dropped (self, round, day);
}

/* "12:00–12:45, 15:00–16:00"; "–" for none. */
static char *
breaks_text (const Sheet *self, const EntSheetRound *round, int day)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < round->breaks->len; i++)
    {
      const EntSheetBreak *each = &g_array_index (round->breaks, EntSheetBreak, i);
      g_autofree char *time = ent_sheet_words_time (self->book, day, each->from, each->to);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", time);
    }
  return g_strdup (text->len > 0 ? text->str : "–");
}

static void
add_sum_row (EntBlock *table,
             const char *title,
             guint n_visits,
             const EntRoundsSums *sums,
             const char *breaks)
{
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  g_autofree char *number = g_strdup_printf ("%u", n_visits);
  g_autofree char *minutes = ent_duration_format (sums->minutes);
  g_autofree char *travel = ent_duration_format (sums->travel);
  g_autofree char *length = ent_sheet_words_length (sums->metres);

  add_cell (row, title, 0);
  add_cell (row, number, 0);
  add_cell (row, minutes, 0);
  add_cell (row, travel, 0);
  add_cell (row, length != NULL ? length : "–", 0);
  add_cell (row, breaks, 0);
}

static EntBlock *
add_sum_table (const Sheet *self)
{
  EntBlock *table = ent_block_new (ENT_BLOCK_TABLE);
  EntBlock *head = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));
  const char *const labels[] = { _ ("Day"),        _ ("Visits"),   _ ("With people"),
                                 _ ("On the way"), _ ("Distance"), _ ("Breaks") };

  g_ptr_array_add (self->doc->blocks, table);
  head->level = 1;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    add_cell (head, labels[i], 0);
  return table;
}

/* Whether a way was assumed, for nobody knows how long it is. */
static gboolean
has_unknown_way (GPtrArray *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const EntSheetRound *round = g_ptr_array_index (rounds, i);

      for (guint j = 0; j < round->stops->len; j++)
        {
          const EntSheetStop *stop = &g_array_index (round->stops, EntSheetStop, j);

          if (stop->way > 0 && stop->metres == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* What the days come to, at the end. */
static void
add_sums (const Sheet *self, GPtrArray *rounds)
{
  EntBlock *table;
  EntRoundsSums all = { 0 };
  guint n_visits = 0;

  ent_sheet_doc_add (self->doc, ENT_BLOCK_HEADING, 2, _ ("Breaks, ways and sums"));
  table = add_sum_table (self);
  for (guint i = 0; i < rounds->len; i++)
    {
      const EntSheetRound *round = g_ptr_array_index (rounds, i);
      gint32 day = self->book->week->first_day + (gint32) i;
      g_autofree char *breaks = breaks_text (self, round, (int) i);

      add_sum_row (table, ent_weekday_name (ent_day_weekday (day)), round->stops->len, &round->sums,
                   breaks);
      n_visits += round->stops->len;
      all.minutes += round->sums.minutes;
      all.travel += round->sums.travel;
      all.metres += round->sums.metres;
    }
  if (rounds->len > 1)
    add_sum_row (table, _ ("All days"), n_visits, &all, "");
  if (self->book->week->is_estimated && all.metres > 0)
    ent_sheet_doc_add (self->doc, ENT_BLOCK_PARAGRAPH, 0,
                       _ ("Ways are estimated as the crow flies."));
  if (has_unknown_way (rounds))
    {
      g_autofree char *note = g_strdup_printf (
          ngettext ("Where an address has no place on the map, %d minute is counted for the way.",
                    "Where an address has no place on the map, %d minutes are counted for the way.",
                    ENT_ROUNDS_UNKNOWN_MINUTES),
          ENT_ROUNDS_UNKNOWN_MINUTES);

      ent_sheet_doc_add (self->doc, ENT_BLOCK_PARAGRAPH, 0, note);
    }
}

static void
add_pages (const Sheet *self)
{
  g_autoptr (GPtrArray)
                rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_sheet_round_free);
  guint n_visits = 0;

  for (int day = 0; day < self->book->n_days; day++)
    {
      EntSheetRound *round = ent_sheet_round_new (self->book, self->carer, day);

      g_ptr_array_add (rounds, round);
      n_visits += round->stops->len + round->dropped->len;
    }
  if (n_visits == 0)
    {
      ent_sheet_doc_add (self->doc, ENT_BLOCK_PARAGRAPH, 0,
                         _ ("No visit is planned in these days."));
      return;
    }
  for (guint day = 0; day < rounds->len; day++)
    if (rounds->len == 1 || ((EntSheetRound *) g_ptr_array_index (rounds, day))->stops->len > 0 ||
        ((EntSheetRound *) g_ptr_array_index (rounds, day))->dropped->len > 0)
      add_day (self, g_ptr_array_index (rounds, day), (int) day);
  add_sums (self, rounds);
}

EntDoc *
ent_sheet_doc_new (const EntSheetBook *book, int carer)
{
  g_autofree char *language = ent_sheet_doc_language ();
  const char *name = ent_sheet_book_carer (book, carer)->name;
  g_autofree char *days = ent_sheet_words_days (book->week->first_day, book->n_days);
  Sheet self = { book, carer, ent_doc_new (language) };
  EntDoc *doc = self.doc;

  doc->paper = paper;
  doc->text_size = TEXT_SIZE;
  doc->day = book->week->first_day;
  doc->title = g_strdup_printf ("%s · %s", name, days);
  doc->author = g_strdup (book->centre);
  doc->page_words = g_strdup (ent_wording_word (language, ENT_WORD_PAGE));
  /* Translators: at the foot of a carer's sheet: the carer, the days */
  doc->footer = g_strdup_printf (_ ("%s · %s · Confidential: keep it with you and hand it back."),
                                 name, days);
  ent_sheet_doc_add (doc, ENT_BLOCK_HEADING, 1, name);
  if (book->centre != NULL)
    {
      g_autofree char *office = in_one_line (book->centre, book->phone);

      ent_sheet_doc_add (doc, ENT_BLOCK_PARAGRAPH, 0, office);
    }
  add_pages (&self);
  return doc;
}
