/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the routes of a plan as a document: the map first, then the stops of each carer. One
 * thread. */
#include "ent-plan-map.h"

#include "ent-date.h"
#include "ent-doc.h"
#include "ent-map-sheet.h"
#include "ent-plan-ground.h"
#include "ent-plan-ways.h"
#include "ent-wording.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define MAP_HEIGHT 160.0 /* mm */
#define TEXT_SIZE 10.0

static const EntPaper landscape = { 297, 210, 12, 16, 12, 12 };

typedef struct
{
  const EntPlanFile *file;
  EntPlan *plan;
  EntRoads *roads;
  EntMapSheet *sheet;
} Drawing;

static const EntPlanFilePlace *
place_at (const Drawing *self, int place)
{
  return &g_array_index (self->file->places, EntPlanFilePlace, (guint) place);
}

/* By the roads where they are known, else straight. */
static void
add_way (Drawing *self, guint route, int mode, const int ends[2])
{
  const EntPlanFileMode *travel = &g_array_index (self->file->modes, EntPlanFileMode, (guint) mode);
  EntPoint from = place_at (self, ends[0])->point, to = place_at (self, ends[1])->point;
  EntTravelQuery query = { .from = &from, .n_from = 1, .to = &to, .n_to = 1 };
  g_autoptr (EntRoute) shape = NULL;
  g_autofree EntMapSpot *spots = NULL;
  EntMapSpot straight[2] = { ent_map_spot (from), ent_map_spot (to) };

  if (self->roads != NULL && ent_plan_ways_mode (travel->id, &query.mode))
    shape = ent_roads_route (self->roads, &query, NULL);
  if (shape == NULL || shape->n_points < 2)
    {
      ent_map_sheet_add_way (self->sheet, route, straight, 2);
      return;
    }
  spots = g_new (EntMapSpot, shape->n_points + 2);
  for (guint i = 0; i < shape->n_points; i++)
    spots[i + 1] = ent_map_spot (shape->points[i]);
  /* From the door to the road, and from the road to the next door. */
  spots[0] = straight[0];
  spots[shape->n_points + 1] = straight[1];
  ent_map_sheet_add_way (self->sheet, route, spots, shape->n_points + 2);
}

static char *
clock_text (int seconds)
{
  int minutes = seconds % ENT_PLAN_DAY / 60;

  return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/* "anna, 8:00–9:58" */
static char *
name_route (const Drawing *self, int shift)
{
  int carer = ent_plan_problem_get_shift (self->file->problem, shift)->carer;
  int leave, back;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  ent_plan_get_hours (self->plan, shift, &leave, &back);
  from = clock_text (leave);
  to = clock_text (back);
  /* Translators: a carer, and from when to when she is on the way. */
  return g_strdup_printf (_ ("%s, %s–%s"),
                          ent_plan_problem_get_carer (self->file->problem, carer)->id, from, to);
}

static void
add_route (Drawing *self, int index, const EntPlanStop *stops, int n_stops)
{
  const EntPlanProblem *problem = self->file->problem;
  const EntPlanShift *shift = ent_plan_problem_get_shift (problem, index);
  int mode = ent_plan_problem_get_carer (problem, shift->carer)->mode;
  g_autofree char *name = name_route (self, index);
  guint route = ent_map_sheet_add_route (self->sheet, name);
  int ends[2] = { shift->start_place, shift->start_place };
  int number = 0;

  ent_map_sheet_add_base (self->sheet, ent_map_spot (place_at (self, ends[0])->point));
  for (int i = 0; i < n_stops; i++)
    {
      g_autofree char *digits = NULL;

      if (stops[i].kind == ENT_PLAN_STOP_BREAK)
        continue;
      ends[1] = stops[i].kind == ENT_PLAN_STOP_RELOAD
                    ? shift->start_place
                    : ent_plan_problem_get_visit (problem, stops[i].visit)->place;
      add_way (self, route, mode, ends);
      ends[0] = ends[1];
      if (stops[i].kind == ENT_PLAN_STOP_RELOAD)
        continue;
      digits = g_strdup_printf ("%d", ++number);
      ent_map_sheet_add_stop (self->sheet, route, digits,
                              ent_map_spot (place_at (self, ends[1])->point));
    }
  ends[1] = shift->end_place;
  add_way (self, route, mode, ends);
}

static EntBlock *
add_row (EntBlock *table, gboolean head, const char *const *cells)
{
  EntBlock *row = ent_block_add (table, ent_block_new (ENT_BLOCK_ROW));

  row->level = head ? 1 : 0;
  for (int i = 0; cells[i] != NULL; i++)
    ent_block_add_text (ent_block_add (row, ent_block_new (ENT_BLOCK_CELL)), cells[i], 0, NULL);
  return row;
}

static void
add_stop_row (const Drawing *self, EntBlock *table, const EntPlanStop *stop, int *number)
{
  g_autofree char *start = clock_text (stop->start);
  g_autofree char *digits = NULL;
  g_autofree char *way = NULL;
  const EntPlanVisit *visit;
  const EntPlanFilePlace *place;
  const EntPlanPlace *where;

  if (stop->kind != ENT_PLAN_STOP_VISIT)
    {
      const char *what = stop->kind == ENT_PLAN_STOP_BREAK ? _ ("Break") : _ ("Reloading");

      add_row (table, FALSE, (const char *const[]) { "", start, what, "", "", NULL });
      return;
    }
  visit = ent_plan_problem_get_visit (self->file->problem, stop->visit);
  place = place_at (self, visit->place);
  where = ent_plan_get_place (self->plan, stop->visit);
  digits = g_strdup_printf ("%d", ++*number);
  /* Translators: how long and how far it is to a stop. */
  way = g_strdup_printf (_ ("%d min, %.1f km"), (where->travel + 30) / 60, where->metres / 1000.0);
  add_row (table, FALSE,
           (const char *const[]) { digits, start, visit->id,
                                   place->name != NULL ? place->name : place->id, way, NULL });
}

static void
add_table (const Drawing *self, EntDoc *doc, int shift)
{
  g_autofree char *name = name_route (self, shift);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  EntBlock *heading = ent_block_new (ENT_BLOCK_HEADING);
  EntBlock *table = ent_block_new (ENT_BLOCK_TABLE);
  int n_stops, number = 0;
  const EntPlanStop *stops = ent_plan_get_stops (self->plan, shift, &n_stops);

  day = ent_day_format (self->file->first_day + stops[0].start / ENT_PLAN_DAY, ENT_DAY_LONG);
  title = g_strdup_printf ("%s · %s", name, day);
  heading->level = 2;
  ent_block_add_text (heading, title, 0, NULL);
  g_ptr_array_add (doc->blocks, heading);
  add_row (table, TRUE,
           (const char *const[]) { _ ("Stop"), _ ("Begins"), _ ("Visit"), _ ("Place"),
                                   _ ("Way to it"), NULL });
  for (int i = 0; i < n_stops; i++)
    add_stop_row (self, table, &stops[i], &number);
  g_ptr_array_add (doc->blocks, table);
}

static EntDoc *
new_document (const EntPlanFile *file, EntMapSheet *sheet, const char *alt)
{
  g_autofree char *language = g_strndup (setlocale (LC_MESSAGES, NULL), 2);
  EntDoc *doc = ent_doc_new (ent_wording_knows (language) ? language : "en");
  g_autofree char *day = ent_day_format (file->first_day, ENT_DAY_LONG);
  g_autofree char *title = g_strdup_printf (_ ("Rounds of %s"), day);
  EntBlock *heading = ent_block_new (ENT_BLOCK_HEADING);
  EntBlock *end = ent_block_new (ENT_BLOCK_PAGE_BREAK);

  doc->paper = landscape;
  doc->day = file->first_day;
  doc->text_size = TEXT_SIZE;
  doc->title = g_strdup (title);
  doc->page_words = g_strdup (ent_wording_word (doc->language, ENT_WORD_PAGE));
  heading->level = 1;
  ent_block_add_text (heading, title, 0, NULL);
  g_ptr_array_add (doc->blocks, heading);
  g_ptr_array_add (doc->blocks, ent_map_sheet_to_block (sheet, MAP_HEIGHT, alt));
  g_ptr_array_add (doc->blocks, end);
  return doc;
}

static gboolean
add_ground (EntMapSheet *sheet, EntRegion *region, GError **error)
{
  double width = (landscape.width - landscape.left - landscape.right) * ENT_MM_TO_PT;

  return region == NULL ||
         ent_plan_ground_fill (sheet, region, width - ENT_MAP_SHEET_SIDE,
                               MAP_HEIGHT * ENT_MM_TO_PT - ENT_MAP_SHEET_FOOT, error);
}

gboolean
ent_plan_map_check (const EntPlanFile *file, GError **error)
{
  for (guint i = 0; i < file->places->len; i++)
    if (!g_array_index (file->places, EntPlanFilePlace, i).has_point)
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     _ ("places[%u].lat: this is missing, and the map needs it."), i);
        return FALSE;
      }
  return TRUE;
}

GBytes *
ent_plan_map_draw (const EntPlanFile *file,
                   EntPlan *plan,
                   EntRegion *region,
                   EntRoads *roads,
                   GError **error)
{
  g_autoptr (EntMapSheet) sheet = ent_map_sheet_new ();
  Drawing self = { file, plan, roads, sheet };
  g_autoptr (EntDoc) doc = NULL;
  g_autofree char *alt = NULL;
  int n_routes = 0;

  if (!ent_plan_map_check (file, error))
    return NULL;
  for (int i = 0; i < ent_plan_problem_get_n_shifts (file->problem); i++)
    {
      int n_stops;
      const EntPlanStop *stops = ent_plan_get_stops (plan, i, &n_stops);

      if (n_stops > 0)
        add_route (&self, i, stops, n_stops);
      n_routes += n_stops > 0;
    }
  if (!add_ground (sheet, region, error))
    return NULL;
  alt = g_strdup_printf (ngettext ("A map with %d round. The table after it tells its stops.",
                                   "A map with %d rounds. The tables after it tell their stops.",
                                   (gulong) n_routes),
                         n_routes);
  doc = new_document (file, g_steal_pointer (&sheet), alt);
  for (int i = 0; i < ent_plan_problem_get_n_shifts (file->problem); i++)
    {
      int n_stops;

      ent_plan_get_stops (plan, i, &n_stops);
      if (n_stops > 0)
        add_table (&self, doc, i);
    }
  return ent_doc_render (doc, NULL, NULL, error);
}
