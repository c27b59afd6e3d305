/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the visits of a planning problem, what links them, and who likes whom. One thread. */
#include "ent-plan-file-private.h"

#include <glib/gi18n-lib.h>

static void
read_window (EntPlanReading *self, EntPlanWindow *window)
{
  static const char *const members[] = {
    "from", "to", "wish_from", "wish_to", "early_per_minute", "late_per_minute", NULL
  };

  ent_json_walk_only (self->walk, members);
  window->from = ent_plan_reading_required_time (self, "from");
  window->to = ent_plan_reading_required_time (self, "to");
  window->wish_from = ent_plan_reading_time (self, "wish_from", window->from);
  window->wish_to = ent_plan_reading_time (self, "wish_to", window->to);
  window->early_per_minute = ent_plan_reading_whole (self, "early_per_minute", 0);
  window->late_per_minute = ent_plan_reading_whole (self, "late_per_minute", 0);
  if (window->to < window->from)
    ent_json_walk_fail (self->walk, "to", _ ("this is before “from”."));
  if (window->wish_to < window->wish_from)
    ent_json_walk_fail (self->walk, "wish_to", _ ("this is before “wish_from”."));
}

/* Without windows the visit may begin at any time. */
static GArray *
read_windows (EntPlanReading *self)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (EntPlanWindow));
  EntPlanWindow open = { 0, self->last_end, 0, self->last_end, 0, 0 };

  if (ent_json_walk_into (self->walk, "windows"))
    {
      guint n = ent_json_walk_count (self->walk);

      for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
        {
          EntPlanWindow window = { 0 };

          read_window (self, &window);
          g_array_append_val (windows, window);
          ent_json_walk_out (self->walk);
        }
      ent_json_walk_out (self->walk);
    }
  if (windows->len == 0)
    g_array_append_val (windows, open);
  return windows;
}

/* A carer and a start in an object of their own; either may be missing. */
static void
read_who_and_when (EntPlanReading *self, const char *member, int *carer, int *start)
{
  static const char *const members[] = { "carer", "start", NULL };

  *carer = *start = ENT_PLAN_NONE;
  if (!ent_json_walk_into (self->walk, member))
    return;
  ent_json_walk_only (self->walk, members);
  *carer = ent_plan_reading_index (self, "carer", self->file->carers, FALSE);
  *start = ent_plan_reading_time (self, "start", ENT_PLAN_NONE);
  ent_json_walk_out (self->walk);
}

/* From an earlier answer, unless the file says it. */
static void
take_former (EntPlanReading *self, EntPlanVisit *visit)
{
  const EntPlanFormer *former = self->former != NULL && visit->id != NULL
                                    ? g_hash_table_lookup (self->former, visit->id)
                                    : NULL;

  if (former == NULL || ent_json_walk_has (self->walk, "reference"))
    return;
  visit->reference_carer = former->carer != NULL ? ent_plan_file_carer (self->file, former->carer)
                                                 : ENT_PLAN_NONE;
  if (former->start != NULL)
    visit->reference_start = MAX (ENT_PLAN_NONE,
                                  ent_plan_file_parse_time (former->start, self->file->first_day));
}

/* Clients are known by being named. */
static int
read_client (EntPlanReading *self, gboolean grow)
{
  const char *id = ent_json_walk_text (self->walk, "client", FALSE);

  if (id != NULL && grow && !g_hash_table_contains (self->clients, id))
    g_hash_table_insert (self->clients, (gpointer) id,
                         GINT_TO_POINTER ((int) g_hash_table_size (self->clients) + 1));
  return ent_plan_reading_index (self, "client", self->clients, FALSE);
}

static void
read_visit (EntPlanReading *self)
{
  static const char *const members[] = {
    "id",           "place",         "client",       "duration",        "priority",
    "skills",       "wished_skills", "windows",      "fixed",           "reference",
    "only_allowed", "load",          "max_on_board", "unplaced_points", NULL
  };
  static const char *const priorities[] = { "vital", "important", "postponable", NULL };
  EntPlanVisit visit = { NULL };
  g_autoptr (GArray) windows = NULL;

  ent_json_walk_only (self->walk, members);
  visit.id = ent_plan_reading_enter (self, self->file->visits);
  visit.place = ent_plan_reading_index (self, "place", self->places, TRUE);
  visit.client = read_client (self, TRUE);
  if (!ent_json_walk_has (self->walk, "duration"))
    ent_json_walk_fail (self->walk, "duration", _ ("this is missing."));
  visit.duration = ent_plan_reading_minutes (self, "duration", 60, 1);
  visit.priority = (EntPlanPriority) ent_json_walk_choice (self->walk, "priority", priorities,
                                                           ENT_PLAN_IMPORTANT);
  visit.required_skills = ent_plan_reading_skills (self, "skills");
  visit.wished_skills = ent_plan_reading_skills (self, "wished_skills");
  windows = read_windows (self);
  read_who_and_when (self, "fixed", &visit.fixed_carer, &visit.fixed_start);
  read_who_and_when (self, "reference", &visit.reference_carer, &visit.reference_start);
  take_former (self, &visit);
  visit.only_allowed = ent_json_walk_flag (self->walk, "only_allowed");
  ent_plan_reading_loads (self, "load", visit.load);
  visit.max_on_board = ent_plan_reading_minutes (self, "max_on_board", 0, 0);
  visit.unplaced_points = ent_plan_reading_whole (self, "unplaced_points", 0);
  if (ent_json_walk_is_good (self->walk))
    ent_plan_problem_add_visit (self->file->problem, &visit,
                                (const EntPlanWindow *) (gpointer) windows->data,
                                (int) windows->len);
}

void
ent_plan_reading_visits (EntPlanReading *self)
{
  guint n;

  if (!ent_json_walk_into (self->walk, "visits"))
    {
      ent_json_walk_fail (self->walk, "visits", _ ("this is missing."));
      return;
    }
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read_visit (self);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

static void
read_link (EntPlanReading *self)
{
  static const char *const members[] = { "first", "second", "least", "most", "carers", NULL };
  static const char *const carers[] = { "any", "same", "different", NULL };
  EntPlanLink link = { 0 };

  ent_json_walk_only (self->walk, members);
  link.first = ent_plan_reading_index (self, "first", self->file->visits, TRUE);
  link.second = ent_plan_reading_index (self, "second", self->file->visits, TRUE);
  link.least = ent_plan_reading_minutes (self, "least", 0, 0);
  link.most = ent_json_walk_has (self->walk, "most") ? ent_plan_reading_minutes (self, "most", 0, 0)
                                                     : G_MAXINT;
  link.together = (EntPlanTogether) ent_json_walk_choice (self->walk, "carers", carers,
                                                          ENT_PLAN_ANY_CARER);
  if (link.first == link.second)
    ent_json_walk_fail (self->walk, "second", _ ("a visit cannot be linked to itself."));
  if (link.most < link.least)
    ent_json_walk_fail (self->walk, "most", _ ("this is less than “least”."));
  if (ent_json_walk_is_good (self->walk))
    ent_plan_problem_add_link (self->file->problem, &link);
}

static void
read_affinity (EntPlanReading *self)
{
  static const char *const members[] = { "client", "visit", "carer", "kind", NULL };
  static const char *const kinds[] = { "allowed", "preferred", "disliked", "forbidden", NULL };
  EntPlanAffinity affinity = { ENT_PLAN_NONE, ENT_PLAN_NONE };

  ent_json_walk_only (self->walk, members);
  affinity.client = read_client (self, FALSE);
  affinity.visit = ent_plan_reading_index (self, "visit", self->file->visits, FALSE);
  affinity.carer = ent_plan_reading_index (self, "carer", self->file->carers, TRUE);
  if (ent_json_walk_text (self->walk, "kind", TRUE) != NULL)
    affinity.kind = (EntPlanAffinityKind) ent_json_walk_choice (self->walk, "kind", kinds, 0);
  if ((affinity.client == ENT_PLAN_NONE) == (affinity.visit == ENT_PLAN_NONE))
    ent_json_walk_fail (self->walk, NULL, _ ("name either a client or a visit."));
  if (ent_json_walk_is_good (self->walk))
    ent_plan_problem_add_affinity (self->file->problem, &affinity);
}

static void
read_list (EntPlanReading *self, const char *member, void (*read) (EntPlanReading *self))
{
  guint n;

  if (!ent_json_walk_into (self->walk, member))
    return;
  n = ent_json_walk_count (self->walk);
  for (guint i = 0; i < n && ent_json_walk_item (self->walk, i); i++)
    {
      read (self);
      ent_json_walk_out (self->walk);
    }
  ent_json_walk_out (self->walk);
}

void
ent_plan_reading_rules (EntPlanReading *self)
{
  read_list (self, "links", read_link);
  read_list (self, "affinities", read_affinity);
}
