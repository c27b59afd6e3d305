/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an iCalendar. Times are those of the clock on the wall, as the register plans them: the
 * calendar is told the rules of the zone, so that a night in which the clock changes begins and
 * ends when it was said. Any thread. */

#include "ent-sheet-ics.h"

#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-sheet-round.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define END "\r\n"
#define MOST_BYTES 75

typedef struct
{
  gboolean is_named;
  gint64 stamp;
} Options;

/* Since 1996, in the whole Union. */
static const char zone[] = "BEGIN:VTIMEZONE" END "TZID:Europe/Brussels" END "BEGIN:DAYLIGHT" END
                           "TZNAME:CEST" END "TZOFFSETFROM:+0100" END "TZOFFSETTO:+0200" END
                           "DTSTART:19960331T020000" END
                           "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" END "END:DAYLIGHT" END
                           "BEGIN:STANDARD" END "TZNAME:CET" END "TZOFFSETFROM:+0200" END
                           "TZOFFSETTO:+0100" END "DTSTART:19961027T030000" END
                           "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU" END "END:STANDARD" END
                           "END:VTIMEZONE" END;

static void
append_escaped (GString *out, const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (out, "\\n");
    else if (strchr ("\\;,", *c) != NULL)
      g_string_append_printf (out, "\\%c", *c);
    else if ((guchar) *c >= 0x20)
      g_string_append_c (out, *c);
}

/* Breaks before a letter, never within one. */
static void
append_folded (GString *out, const char *line)
{
  gsize room = MOST_BYTES;

  for (const char *c = line; *c != '\0';)
    {
      gsize length = (gsize) (g_utf8_next_char (c) - c);

      if (length > room)
        {
          g_string_append (out, END " ");
          room = MOST_BYTES - 1;
        }
      g_string_append_len (out, c, (gssize) length);
      room -= length;
      c += length;
    }
  g_string_append (out, END);
}

void
ent_sheet_ics_add_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (line, ':');
  append_escaped (line, valid);
  append_folded (out, line->str);
}

/* @time: minutes of the picture. */
static void
add_time (GString *out, const EntSheetBook *book, const char *name, int time)
{
  int day = ent_rounds_day_of (time);
  int minutes = time - day * ENT_ROUNDS_DAY;
  int year, month, mday;

  ent_day_to_ymd (book->week->first_day + day, &year, &month, &mday);
  g_string_append_printf (out, "%s;TZID=Europe/Brussels:%04d%02d%02dT%02d%02d00" END, name, year,
                          month, mday, minutes / 60, minutes % 60);
}

static void
add_stamp (GString *out, gint64 stamp)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (stamp / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (when, "%Y%m%dT%H%M%SZ");

  g_string_append_printf (out, "DTSTAMP:%s" END, text);
}

/* The same for the same visit of the same centre, so that a later file replaces what an earlier one
 * brought. */
static void
add_identity (GString *out, const EntSheetBook *book, const EntRoundsVisit *visit)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256,
                                                           book->centre != NULL ? book->centre : "",
                                                           -1);

  g_string_append_printf (out, "UID:visit-%" G_GINT64_FORMAT "@%.16s.entraide" END, visit->id,
                          digest);
  g_string_append_printf (out, "SEQUENCE:%d" END, visit->version);
}

static char *
summary_of (const EntSheetBook *book, int visit, guint number, gboolean is_named)
{
  const char *activity = ent_sheet_book_visit (book, visit)->activity;

  if (is_named)
    return g_strdup_printf ("%s · %s", ent_sheet_book_name (book, visit), activity);
  /* Translators: a visit of a round without the name of who is visited: its number in the day, what
   * is done */
  return number > 0 ? g_strdup_printf (_ ("Visit %u · %s"), number, activity) : g_strdup (activity);
}

/* @number 0: it is not to be made any more. */
static void
add_event (GString *out, const EntSheetBook *book, int visit, guint number, gboolean is_named)
{
  const EntRoundsVisit *v = ent_sheet_book_visit (book, visit);
  const EntSheetVisit *line = ent_sheet_book_line (book, visit);
  g_autofree char *summary = summary_of (book, visit, number, is_named);
  g_autofree char *place = ent_sheet_visit_address (line);

  add_identity (out, book, v);
  add_time (out, book, "DTSTART", v->start);
  add_time (out, book, "DTEND", v->start + v->minutes);
  ent_sheet_ics_add_text (out, "SUMMARY", summary);
  if (is_named && place != NULL)
    ent_sheet_ics_add_text (out, "LOCATION", place);
  g_string_append_printf (out, "CLASS:PRIVATE" END "STATUS:%s" END,
                          number > 0 ? "CONFIRMED" : "CANCELLED");
}

/* Returns how many visits the day has. */
static guint
add_day (GString *out, const EntSheetBook *book, const EntSheetRound *round, const Options *options)
{
  for (guint i = 0; i < round->stops->len + round->dropped->len; i++)
    {
      gboolean is_dropped = i >= round->stops->len;
      int visit = is_dropped ? g_array_index (round->dropped, int, i - round->stops->len)
                             : g_array_index (round->stops, EntSheetStop, i).visit;

      g_string_append (out, "BEGIN:VEVENT" END);
      add_stamp (out, options->stamp);
      add_event (out, book, visit, is_dropped ? 0 : i + 1, options->is_named);
      g_string_append (out, "END:VEVENT" END);
    }
  return round->stops->len + round->dropped->len;
}

char *
ent_sheet_ics_write (const EntSheetBook *book,
                     int carer,
                     gboolean is_named,
                     gint64 stamp,
                     GError **error)
{
  g_autoptr (GString)
                out = g_string_new ("BEGIN:VCALENDAR" END "VERSION:2.0" END
                                    "PRODID:-//Entraide//Rounds//EN" END "CALSCALE:GREGORIAN" END);
  const Options options = { is_named, stamp };
  guint n_visits = 0;

  g_string_append (out, zone);
  for (int day = 0; carer != ENT_ROUNDS_NONE && day < book->n_days; day++)
    {
      g_autoptr (EntSheetRound) round = ent_sheet_round_new (book, carer, day);

      n_visits += add_day (out, book, round, &options);
    }
  if (n_visits == 0)
    {
      g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                           _ ("This carer has no visit in these days, so there is nothing to "
                              "save."));
      return NULL;
    }
  g_string_append (out, "END:VCALENDAR" END);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
