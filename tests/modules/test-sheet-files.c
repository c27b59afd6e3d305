/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files for calendars and maps: form, order, what they tell and keep to themselves, nights in which
 * the clock changes. */

#include "sheet-fixture.h"

#include "ent-document-kind.h"
#include "ent-sheet-gpx.h"
#include "ent-sheet-ics.h"

#include <locale.h>
#include <string.h>

#define STAMP G_GINT64_CONSTANT (1795248000000000) /* 2026-11-21 08:00 UTC */

static char *
calendar_of (Paper *self, gboolean is_named)
{
  g_autoptr (GError) error = NULL;
  char *text = ent_sheet_ics_write (self->book, self->luce, is_named, STAMP, &error);

  g_assert_no_error (error);
  return text;
}

/* What stands behind a name in the n-th event; transfer full. */
static char *
value_of (const char *text, guint event, const char *name)
{
  g_autofree char *unfolded = NULL;
  g_auto (GStrv) events = g_strsplit (text, "BEGIN:VEVENT", -1);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) parts = NULL;

  g_assert_cmpuint (g_strv_length (events), >, event + 1);
  parts = g_strsplit (events[event + 1], "\r\n ", -1);
  unfolded = g_strjoinv ("", parts);
  lines = g_strsplit (unfolded, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name))
      return g_strdup (lines[i] + strlen (name));
  return NULL;
}

static void
assert_value (const char *text, guint event, const char *name, const char *wanted)
{
  g_autofree char *value = value_of (text, event, name);

  g_assert_cmpstr (value, ==, wanted);
}

static void
test_calendar (Paper *self, gconstpointer unused)
{
  g_autofree char *text = calendar_of (self, FALSE);
  g_autofree char *again = calendar_of (self, FALSE);
  g_autofree char *first = value_of (text, 0, "UID:");
  g_autofree char *second = value_of (text, 1, "UID:");

  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  g_assert_true (g_str_has_suffix (text, "END:VEVENT\r\nEND:VCALENDAR\r\n"));
  g_assert_cmpstr (first, !=, second);
  g_assert_true (g_str_has_prefix (first, "visit-1000@"));
  assert_value (text, 0, "DTSTAMP:", "20261121T080000Z");
  assert_value (text, 0, "DTSTART;TZID=Europe/Brussels:", "20261123T090000");
  assert_value (text, 0, "DTEND;TZID=Europe/Brussels:", "20261123T100000");
  assert_value (text, 1, "DTSTART;TZID=Europe/Brussels:", "20261123T103000");
  assert_value (text, 0, "SUMMARY:", "Visit 1 · Aide à la vie journalière");
  assert_value (text, 0, "CLASS:", "PRIVATE");
}

/* Every line ends as the standard says, and no line is longer than it allows. */
static void
test_lines (Paper *self, gconstpointer unused)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  line_at (self, self->first)->street = g_strdup (
      "Très longue allée des Châtaigniers et des Érables réunis, à côté de l’école 123/45");
  line_at (self, self->first)->town = g_strdup ("4999 Sart-lez-Brumes");
  text = calendar_of (self, TRUE);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
      g_assert_null (strchr (lines[i], '\r'));
    }
  assert_value (text, 0, "LOCATION:",
                "Très longue allée des Châtaigniers et des Érables réunis\\, à côté de l’école "
                "123/45\\, 4999 Sart-lez-Brumes");
}

static void
test_escapes (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) seventy_five = g_string_new (NULL);
  g_autoptr (GString) seventy_six = g_string_new (NULL);
  g_autofree char *fits = g_strnfill (73, 'a');
  g_autofree char *longer = g_strnfill (74, 'a');

  ent_sheet_ics_add_text (out, "SUMMARY", "a,b;c\\d\ne\tf");
  g_assert_cmpstr (out->str, ==, "SUMMARY:a\\,b\\;c\\\\d\\nef\r\n");
  ent_sheet_ics_add_text (seventy_five, "X", fits);
  g_assert_cmpuint (seventy_five->len, ==, 77);
  ent_sheet_ics_add_text (seventy_six, "X", longer);
  g_assert_true (g_str_has_suffix (seventy_six->str, "aa\r\n a\r\n"));
}

/* By itself the file names nobody and no place. */
static void
test_privacy (Paper *self, gconstpointer unused)
{
  g_autofree char *bare = NULL;
  g_autofree char *named = NULL;
  EntSheetVisit *line = line_at (self, self->first);

  line->street = g_strdup ("Rue des Saules 12");
  line->alerts = g_strdup ("diabetes");
  line->access = g_strdup ("code 4711");
  line->phone = g_strdup ("010 43 60 00");
  bare = calendar_of (self, FALSE);
  named = calendar_of (self, TRUE);
  assert_lacks (bare, "Dupont");
  assert_lacks (bare, "Luce");
  assert_lacks (bare, "Saules");
  assert_value (named, 0, "SUMMARY:", "Dupont Anne · Aide à la vie journalière");
  assert_value (named, 0, "LOCATION:", "Rue des Saules 12");
  assert_lacks (named, "diabetes");
  assert_lacks (named, "4711");
  assert_lacks (named, "010 43");
}

/* A night is told in the hours of the wall clock, and the zone says when that changes. */
static void
test_clock_change (void)
{
  Paper self = { 0 };
  g_autofree char *text = NULL;

  paper_begin (&self, "2026-10-24", 2);
  put_shift (self.book->week, self.luce, AT (0, 21, 0), AT (1, 7, 0));
  put_visit (self.book->week, self.anne, self.luce, AT (0, 23, 30));
  put_visit (self.book->week, self.bert, self.luce, AT (1, 2, 30));
  paper_finish (&self);
  text = calendar_of (&self, FALSE);
  assert_value (text, 2, "DTSTART;TZID=Europe/Brussels:", "20261024T233000");
  assert_value (text, 2, "DTEND;TZID=Europe/Brussels:", "20261025T003000");
  assert_value (text, 3, "DTSTART;TZID=Europe/Brussels:", "20261025T023000");
  assert_value (text, 3, "DTEND;TZID=Europe/Brussels:", "20261025T033000");
  assert_has (text, "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n"
                    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  assert_has (text, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
  paper_tear_down (&self, NULL);
}

/* A calendar that has it already takes it away. */
static void
test_cancelled (Paper *self, gconstpointer unused)
{
  g_autofree char *text = NULL;

  visit_at (self->book->week, self->second)->state = ENT_VISIT_CANCELLED_SERVICE;
  visit_at (self->book->week, self->second)->version = 4;
  text = calendar_of (self, FALSE);
  assert_value (text, 0, "STATUS:", "CONFIRMED");
  assert_value (text, 1, "STATUS:", "CANCELLED");
  assert_value (text, 1, "SEQUENCE:", "4");
}

static void
note_name (GMarkupParseContext *context,
           const char *element,
           const char **names,
           const char **values,
           gpointer data,
           GError **error)
{
  g_string_append_printf (data, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "lat"))
      g_string_append_printf (data, " %s", values[i]);
  g_string_append_c (data, '>');
}

static void
note_text (GMarkupParseContext *context, const char *text, gsize n, gpointer data, GError **error)
{
  g_autofree char *part = g_strndup (text, n);

  g_string_append (data, g_strstrip (part));
}

/* As an XML parser reads it. */
static char *
read_xml (const char *text)
{
  static const GMarkupParser parser = { note_name, NULL, note_text, NULL, NULL };
  GString *out = g_string_new (NULL);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, out, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_markup_parse_context_free (context);
  return g_string_free (out, FALSE);
}

static void
test_track (Paper *self, gconstpointer unused)
{
  EntSheetTrack track = { self->luce, FALSE, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ent_sheet_gpx_write (self->book, &track, &error);
  g_autofree char *xml = read_xml (text);

  g_assert_no_error (error);
  g_assert_cmpuint (track.n_missing, ==, 0);
  g_assert_cmpstr (xml, ==,
                   "<gpx><metadata><name>2026-11-23<wpt 50.400000><name>1 · 09:00"
                   "<wpt 50.410000><name>2 · 10:30");
}

static void
test_track_named (Paper *self, gconstpointer unused)
{
  EntSheetTrack track = { self->luce, TRUE, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *xml = NULL;

  g_set_str (&client_at (self->book->week, self->anne)->name, "Dupont & <Fils>");
  line_at (self, self->first)->street = g_strdup ("Rue \"A\" 1");
  line_at (self, self->first)->town = g_strdup ("4999 Sart");
  client_at (self->book->week, self->bert)->place = NOBODY;
  text = ent_sheet_gpx_write (self->book, &track, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (track.n_missing, ==, 1);
  xml = read_xml (text);
  assert_has (xml, "<name>1 · 09:00 · Dupont & <Fils><desc>Rue \"A\" 1, 4999 Sart");
  assert_lacks (xml, "Exemple");
}

static void
test_track_without_town (Paper *self, gconstpointer unused)
{
  EntSheetTrack track = { self->luce, TRUE, NULL, 0 };
  g_autofree char *text = NULL;

  line_at (self, self->first)->street = g_strdup ("Rue des Saules 1");
  text = ent_sheet_gpx_write (self->book, &track, NULL);
  assert_has (text, "<desc>Rue des Saules 1</desc>");
}

static void
assert_no_track (Paper *self, int carer)
{
  EntSheetTrack track = { carer, FALSE, NULL, 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_sheet_gpx_write (self->book, &track, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_nothing (Paper *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ent_sheet_ics_write (self->book, self->marc, FALSE, STAMP, &error));
  g_assert_error (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE);
  assert_no_track (self, self->marc);
  assert_no_track (self, NOBODY);
  client_at (self->book->week, self->anne)->place = NOBODY;
  client_at (self->book->week, self->bert)->place = NOBODY;
  assert_no_track (self, self->luce);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  PAPER ("/sheet-files/calendar", test_calendar);
  PAPER ("/sheet-files/lines", test_lines);
  g_test_add_func ("/sheet-files/escapes", test_escapes);
  PAPER ("/sheet-files/privacy", test_privacy);
  g_test_add_func ("/sheet-files/clock-change", test_clock_change);
  PAPER ("/sheet-files/cancelled", test_cancelled);
  PAPER ("/sheet-files/track", test_track);
  PAPER ("/sheet-files/track-named", test_track_named);
  PAPER ("/sheet-files/track-without-town", test_track_without_town);
  PAPER ("/sheet-files/nothing", test_nothing);
  return g_test_run ();
}
