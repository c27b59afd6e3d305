/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a GPX. Any thread. */

#include "ent-sheet-gpx.h"

#include "ent-clock.h"
#include "ent-date.h"
#include "ent-document-kind.h"
#include "ent-sheet-round.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const EntSheetBook *book;
  EntSheetTrack *track;
  GString *out;
} Writing;

static int
place_of (const Writing *self, int visit)
{
  int client = ent_sheet_book_visit (self->book, visit)->client;

  return client != ENT_ROUNDS_NONE
             ? g_array_index (self->book->week->clients, EntRoundsClient, client).place
             : ENT_ROUNDS_NONE;
}

static EntPoint
point_of (const Writing *self, int place)
{
  return g_array_index (self->book->week->places, EntPoint, place);
}

/* `<tag lat="50.4" lon="4.5">`; numbers are written alike everywhere. */
static void
open_point (GString *out, const char *tag, EntPoint point)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (latitude, sizeof latitude, "%.6f", point.latitude);
  g_ascii_formatd (longitude, sizeof longitude, "%.6f", point.longitude);
  g_string_append_printf (out, "<%s lat=\"%s\" lon=\"%s\">", tag, latitude, longitude);
}

static void
add_element (GString *out, const char *tag, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append_printf (out, "<%s>%s</%s>", tag, escaped, tag);
}

static void
add_stop (const Writing *self, const EntSheetStop *stop, guint number)
{
  const EntSheetVisit *line = ent_sheet_book_line (self->book, stop->visit);
  g_autofree char *time = ent_clock_format (stop->from % ENT_ROUNDS_DAY);
  g_autofree char *bare = g_strdup_printf ("%u · %s", number, time);
  g_autofree char *address = ent_sheet_visit_address (line);
  g_autofree char *name = NULL;

  if (self->track->is_named)
    name = g_strdup_printf ("%s · %s", bare, ent_sheet_book_name (self->book, stop->visit));
  open_point (self->out, "wpt", point_of (self, place_of (self, stop->visit)));
  add_element (self->out, "name", name != NULL ? name : bare);
  if (self->track->is_named && address != NULL)
    add_element (self->out, "desc", address);
  g_string_append (self->out, "</wpt>\n");
}

/* Numbers are those of the sheet: a stop without a place leaves a gap. */
static GArray *
add_stops (const Writing *self, const EntSheetRound *round)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < round->stops->len; i++)
    {
      const EntSheetStop *stop = &g_array_index (round->stops, EntSheetStop, i);
      int place = place_of (self, stop->visit);

      if (place == ENT_ROUNDS_NONE)
        {
          self->track->n_missing++;
          continue;
        }
      add_stop (self, stop, i + 1);
      g_array_append_val (places, place);
    }
  return places;
}

static void
add_way (const Writing *self, int from, int to)
{
  EntPoint ends[2] = { point_of (self, from), point_of (self, to) };
  EntTravelQuery query = { .mode = ent_sheet_book_carer (self->book, self->track->carer)->mode,
                           .from = &ends[0],
                           .n_from = 1,
                           .to = &ends[1],
                           .n_to = 1 };
  g_autoptr (EntRoute) route = from != to ? ent_roads_route (self->track->roads, &query, NULL)
                                         : NULL;

  if (route == NULL || route->n_points == 0)
    return;
  g_string_append (self->out, "<trkseg>\n");
  for (guint i = 0; i < route->n_points; i++)
    {
      open_point (self->out, "trkpt", route->points[i]);
      g_string_append (self->out, "</trkpt>\n");
    }
  g_string_append (self->out, "</trkseg>\n");
}

/* From where the carer starts to where she ends, as far as that is known. */
static void
add_track (const Writing *self, GArray *places)
{
  const EntRoundsCarer *carer = ent_sheet_book_carer (self->book, self->track->carer);

  if (carer->start_place != ENT_ROUNDS_NONE)
    g_array_prepend_val (places, carer->start_place);
  if (carer->end_place != ENT_ROUNDS_NONE)
    g_array_append_val (places, carer->end_place);
  g_string_append (self->out, "<trk>");
  for (guint i = 1; i < places->len; i++)
    add_way (self, g_array_index (places, int, i - 1), g_array_index (places, int, i));
  g_string_append (self->out, "</trk>\n");
}

static gboolean
check_stops (guint n_stops, guint n_missing, GError **error)
{
  if (n_stops > n_missing)
    return TRUE;
  g_set_error_literal (error, ENT_DOCUMENT_ERROR, ENT_DOCUMENT_ERROR_NOT_POSSIBLE,
                       n_stops == 0 ? _ ("This carer has no visit on this day, so there is nothing "
                                         "to save.")
                                    : _ ("No address of this day has a place on the map, so there "
                                         "is nothing to save. Place the addresses first."));
  return FALSE;
}

char *
ent_sheet_gpx_write (const EntSheetBook *book, EntSheetTrack *track, GError **error)
{
  g_autoptr (GString) out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                         "<gpx version=\"1.1\" creator=\"Entraide\""
                                         " xmlns=\"http://www.topografix.com/GPX/1/1\">\n");
  const Writing self = { book, track, out };
  g_autoptr (EntSheetRound) round = NULL;
  g_autoptr (GArray) places = NULL;
  g_autofree char *day = ent_day_to_iso (book->week->first_day);

  track->n_missing = 0;
  if (track->carer == ENT_ROUNDS_NONE)
    {
      check_stops (0, 0, error);
      return NULL;
    }
  round = ent_sheet_round_new (book, track->carer, 0);
  g_string_append_printf (out, "<metadata><name>%s</name></metadata>\n", day);
  places = add_stops (&self, round);
  if (!check_stops (round->stops->len, track->n_missing, error))
    return NULL;
  if (track->roads != NULL)
    add_track (&self, places);
  g_string_append (out, "</gpx>\n");
  return g_string_free (g_steal_pointer (&out), FALSE);
}
