/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a planning problem: the file as a whole, its places and the ways between them. One thread.
 */
#include "ent-plan-file-private.h"

#include "ent-date.h"
#include "ent-planner.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_PLACES 5000
#define MAX_WAY 10000000 /* seconds, metres */

JsonNode *
ent_plan_file_load (const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) why = NULL;
  g_autofree char *text = NULL;
  gsize length;

  json_parser_set_strict (parser, TRUE);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) length, &why))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is not JSON: %s"), path,
                   why->message);
      return NULL;
    }
  if (json_parser_get_root (parser) != NULL)
    return json_parser_steal_root (parser);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is empty."), path);
  return NULL;
}

static void
read_point (EntPlanReading *self, EntPlanFilePlace *place)
{
  const double latitudes[] = { -90, 90 };
  const double longitudes[] = { -180, 180 };
  gboolean has_lat = ent_json_walk_has (self->walk, "lat");

  if (has_lat != ent_json_walk_has (self->walk, "lon"))
    ent_json_walk_fail (self->walk, has_lat ? "lon" : "lat",
                        _ ("this is missing beside the other coordinate."));
  place->has_point = has_lat;
  place->point.latitude = ent_json_walk_number (self->walk, "lat", 0, latitudes);
  place->point.longitude = ent_json_walk_number (self->walk, "lon", 0, longitudes);
}

static void
read_places (EntPlanReading *self)
{
  static const char *const members[] = { "id", "name", "lat", "lon", NULL };
  guint n;

  if (!ent_json_walk_into (self->walk, "places"))
    {
      ent_json_walk_fail (self->walk, "places", _ ("this is missing."));
      return;
    }
  n = ent_json_walk_count (self->walk);
  if (n == 0 || n > MAX_PLACES)
    ent_json_walk_fail (self->walk, NULL, _ ("from 1 to %d places can be planned."), MAX_PLACES);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      EntPlanFilePlace place = { NULL };

      ent_json_walk_only (self->walk, members);
      place.id = ent_plan_reading_enter (self, self->places);
      place.name = ent_json_walk_text (self->walk, "name", FALSE);
      read_point (self, &place);
      g_array_append_val (self->file->places, place);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

static void
read_row (EntPlanReading *self, int *row)
{
  guint n = self->file->places->len;

  if (ent_json_walk_count (self->walk) != n)
    ent_json_walk_fail (self->walk, NULL, _ ("a row needs a number for each of the %u places."), n);
  for (guint i = 0; i < n; i++)
    {
      double value = ent_json_walk_number_at (self->walk, i);
      g_autofree char *index = g_strdup_printf ("[%u]", i);

      if (value < 0 || value > MAX_WAY)
        ent_json_walk_fail (self->walk, index, _ ("%g is not from %g to %g."), value, 0.0,
                            (double) MAX_WAY);
      row[i] = (int) lround (CLAMP (value, 0, MAX_WAY));
    }
}

/* NULL when the member is missing. */
static int *
read_matrix (EntPlanReading *self, const char *member)
{
  guint n = self->file->places->len;
  int *matrix;

  if (!ent_json_walk_into (self->walk, member))
    return NULL;
  matrix = g_new0 (int, (gsize) n *n);
  if (ent_json_walk_count (self->walk) != n)
    ent_json_walk_fail (self->walk, NULL, _ ("a row is needed for each of the %u places."), n);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read_row (self, matrix + (gsize) i * n);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
  return matrix;
}

static void
read_ways (EntPlanReading *self, guint mode)
{
  guint n = self->file->places->len;
  g_autofree int *seconds = read_matrix (self, "seconds");
  g_autofree int *metres = read_matrix (self, "metres");

  if (seconds == NULL && metres != NULL)
    ent_json_walk_fail (self->walk, "seconds", _ ("this is missing beside the metres."));
  if (seconds == NULL)
    return;
  if (metres == NULL)
    metres = g_new0 (int, (gsize) n *n);
  ent_plan_problem_set_matrix (self->file->problem, (int) mode, seconds, metres);
  g_array_index (self->file->modes, EntPlanFileMode, mode).has_ways = TRUE;
}

static void
read_mode_ids (EntPlanReading *self, guint n)
{
  static const char *const members[] = { "id", "seconds", "metres", NULL };

  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      EntPlanFileMode mode = { NULL, FALSE };

      ent_json_walk_only (self->walk, members);
      mode.id = ent_plan_reading_enter (self, self->modes);
      g_array_append_val (self->file->modes, mode);
      ent_json_walk_out (self->walk);
    }
}

/* Without modes there is one, the car, whose ways come from elsewhere. */
static void
read_modes (EntPlanReading *self)
{
  EntPlanFileMode car = { "car", FALSE };
  guint n = 0;

  if (ent_json_walk_into (self->walk, "modes"))
    {
      n = ent_json_walk_count (self->walk);
      read_mode_ids (self, n);
      ent_json_walk_out (self->walk);
    }
  if (n == 0)
    {
      g_array_append_val (self->file->modes, car);
      g_hash_table_insert (self->modes, (gpointer) car.id, GINT_TO_POINTER (1));
    }
  if (!ent_json_walk_is_good (self->walk))
    return;
  self->file->problem = ent_plan_problem_new ((int) self->file->places->len,
                                              (int) self->file->modes->len);
  if (n == 0 || !ent_json_walk_into (self->walk, "modes"))
    return;
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read_ways (self, i);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

void
ent_plan_reading_places (EntPlanReading *self)
{
  read_places (self);
  read_modes (self);
}

static void
read_first_day (EntPlanReading *self)
{
  const char *text = ent_json_walk_text (self->walk, "first_day", TRUE);

  self->file->first_day = ent_day_parse_iso (text);
  if (text != NULL && self->file->first_day == ENT_DAY_NONE)
    ent_json_walk_fail (self->walk, "first_day", _ ("“%s” is not a day, written as 2026-12-31."),
                        text);
}

static void
read_all (EntPlanReading *self)
{
  static const char *const members[] = { "$schema", "first_day", "places",     "modes",   "carers",
                                         "visits",  "links",     "affinities", "weights", NULL };

  ent_json_walk_only (self->walk, members);
  read_first_day (self);
  ent_plan_reading_places (self);
  if (self->file->problem == NULL)
    return;
  ent_plan_reading_carers (self);
  ent_plan_reading_visits (self);
  ent_plan_reading_rules (self);
  ent_plan_reading_weights (self);
}

static EntPlanFile *
file_new (JsonNode *root)
{
  EntPlanFile *self = g_new0 (EntPlanFile, 1);

  self->root = root;
  self->weights = ent_plan_default_weights;
  self->places = g_array_new (FALSE, FALSE, sizeof (EntPlanFilePlace));
  self->modes = g_array_new (FALSE, FALSE, sizeof (EntPlanFileMode));
  self->shifts = g_array_new (FALSE, FALSE, sizeof (int));
  self->visits = g_hash_table_new (g_str_hash, g_str_equal);
  self->carers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
ent_plan_file_free (EntPlanFile *self)
{
  g_clear_pointer (&self->problem, ent_plan_problem_unref);
  g_array_unref (self->places);
  g_array_unref (self->modes);
  g_array_unref (self->shifts);
  g_hash_table_unref (self->visits);
  g_hash_table_unref (self->carers);
  g_strfreev (self->skills);
  json_node_unref (self->root);
  g_free (self);
}

static char **
copy_names (GPtrArray *names)
{
  char **copy = g_new0 (char *, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    copy[i] = g_strdup (g_ptr_array_index (names, i));
  return copy;
}

EntPlanFile *
ent_plan_file_read (const char *path, GHashTable *former, GError **error)
{
  JsonNode *root = ent_plan_file_load (path, error);
  g_autoptr (EntPlanFile) self = root != NULL ? file_new (root) : NULL;
  g_autoptr (EntJsonWalk) walk = root != NULL ? ent_json_walk_new (root) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) modes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) clients = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) skills = g_ptr_array_new ();
  g_autoptr (GPtrArray) loads = g_ptr_array_new ();
  EntPlanReading reading = { self, walk, places, modes, clients, skills, loads, former, 0 };

  if (self == NULL)
    return NULL;
  read_all (&reading);
  self->skills = copy_names (skills);
  return ent_json_walk_check (walk, error) ? g_steal_pointer (&self) : NULL;
}

int
ent_plan_file_visit (const EntPlanFile *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->visits, id)) - 1;
}

int
ent_plan_file_carer (const EntPlanFile *self, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->carers, id)) - 1;
}

int
ent_plan_file_shift (const EntPlanFile *self, int carer, int number)
{
  for (guint i = 0; i < self->shifts->len; i++)
    if (ent_plan_problem_get_shift (self->problem, (int) i)->carer == carer &&
        g_array_index (self->shifts, int, i) == number)
      return (int) i;
  return ENT_PLAN_NONE;
}

char *
ent_plan_file_write_time (const EntPlanFile *self, int seconds)
{
  char day[11];
  int clock = seconds % ENT_PLAN_DAY;

  ent_day_write_iso (self->first_day + seconds / ENT_PLAN_DAY, day);
  if (clock % 60 == 0)
    return g_strdup_printf ("%sT%02d:%02d", day, clock / 3600, clock / 60 % 60);
  return g_strdup_printf ("%sT%02d:%02d:%02d", day, clock / 3600, clock / 60 % 60, clock % 60);
}
