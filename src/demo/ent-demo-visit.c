/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plans of the invented commune promise, in all rhythms. Thread of the connection. */

#include "ent-care-need-task.h"
#include "ent-care-task.h"
#include "ent-date.h"
#include "ent-demo-past.h"

/* Kinds of needs, in the order of their shares among plans. */
typedef enum
{
  DAILY_LIFE, /* once to three times a week, in the morning */
  HOUSEHOLD, /* half a day, every week or every other */
  SITTING, /* an afternoon or a night */
  MONTHLY,
  ONCE,
  EVERY_MORNING /* at a fixed time, with two carers */
} Pattern;

static const struct
{
  double percent; /* of the plans */
  const char *code; /* of the activity */
} patterns[] = {
  [DAILY_LIFE] = { 66, "AVQ" }, [HOUSEHOLD] = { 52, "AMS" }, [SITTING] = { 5, "GAD" },
  [MONTHLY] = { 12, "AVQ" },    [ONCE] = { 7, "AVQ" },       [EVERY_MORNING] = { 3, "AVQ" },
};

static void
set_weekday (EntCareNeed *need, int weekday)
{
  gboolean *const days[] = { &need->monday, &need->tuesday,  &need->wednesday, &need->thursday,
                             &need->friday, &need->saturday, &need->sunday };

  *days[weekday] = TRUE;
}

static void
fill_daily_life (EntDemo *demo, EntCareNeed *need)
{
  static const int starts[] = { 450, 480, 540, 600, 720, 780 };
  static const int firsts[][3] = {
    { 0, 2, 4 }, { 4, 1, 0 }, { 3, 0, 1 }, { 2, 4, 0 }, { 1, 3, 5 }
  };
  static const guint lengths[] = { 50, 30, 20 };
  /* On Saturdays only where there are enough carers to take turns. */
  int pattern = ent_demo_between (demo, 0, demo->size == ENT_DEMO_SMALL ? 3 : 4);
  int n = ent_demo_between (demo, 1, 3);

  for (int i = 0; i < n; i++)
    set_weekday (need, firsts[pattern][i]);
  need->minutes = 30 + 15 * (int) ent_demo_draw (demo, lengths, G_N_ELEMENTS (lengths));
  need->earliest = starts[ent_demo_between (demo, 0, 5)];
  need->latest = need->earliest + need->minutes + 60 * ent_demo_between (demo, 2, 4);
  if (ent_demo_chance (demo, 40))
    {
      need->wished_from = need->earliest;
      need->wished_to = need->earliest + need->minutes + 30;
    }
  need->priority = ent_demo_chance (demo, 25) ? ENT_CARE_VITAL : ENT_CARE_IMPORTANT;
  if (ent_demo_chance (demo, 10) && n == 2)
    need->min_gap_days = 2;
}

static void
fill_household (EntDemo *demo, EntCareNeed *need)
{
  static const guint rhythms[] = { 0, 60, 20, 20 };
  static const guint weekdays[] = { 22, 22, 22, 12, 22 };
  gboolean morning = ent_demo_chance (demo, 60);

  need->rhythm = (int) ent_demo_draw (demo, rhythms, G_N_ELEMENTS (rhythms));
  /* On Thursdays those are off who work on the week-end. */
  set_weekday (need, (int) ent_demo_draw (demo, weekdays, G_N_ELEMENTS (weekdays)));
  need->minutes = 30 * ent_demo_between (demo, 3, 6);
  need->earliest = morning ? 480 : 720;
  need->latest = morning ? 750 : 1020;
  need->priority = ENT_CARE_POSTPONABLE;
}

static void
fill_sitting (EntDemo *demo, EntCareNeed *need)
{
  static const int nights[] = { 1, 3, 6 };
  /* A small centre has one sitter, who works by day. */
  gboolean at_night = demo->size != ENT_DEMO_SMALL && ent_demo_chance (demo, 10);

  set_weekday (need,
               at_night ? nights[ent_demo_between (demo, 0, 2)] : ent_demo_between (demo, 0, 4));
  need->minutes = at_night ? 540 : 120;
  need->earliest = at_night ? 1260 : 720;
  need->latest = at_night ? 420 : 1020;
  need->priority = ENT_CARE_IMPORTANT;
}

static void
fill_monthly (EntDemo *demo, EntCareNeed *need)
{
  need->rhythm = ENT_CARE_MONTHLY;
  need->nth = ent_demo_between (demo, ENT_CARE_FIRST, ENT_CARE_LAST);
  set_weekday (need, ent_demo_between (demo, 0, 4));
  need->minutes = 120;
  need->earliest = 540;
  need->latest = 960;
  need->priority = ENT_CARE_POSTPONABLE;
  need->note = g_strdup ("Démarches administratives du mois.");
}

static void
fill_once (EntDemo *demo, EntCareNeed *need)
{
  need->rhythm = ENT_CARE_ONCE;
  need->once_on = ent_day_next_working (demo->today + ent_demo_between (demo, 1, 20));
  need->minutes = 90;
  need->earliest = 540;
  need->latest = 900;
  need->priority = ENT_CARE_IMPORTANT;
  need->note = g_strdup ("Accompagner à la visite de contrôle.");
}

static void
fill_every_morning (EntDemo *demo, EntCareNeed *need)
{
  int n_days = demo->size != ENT_DEMO_SMALL && ent_demo_chance (demo, 50) ? 7 : 5;

  for (int i = 0; i < n_days; i++)
    set_weekday (need, i);
  need->minutes = 45;
  need->n_carers = ent_demo_chance (demo, 40) ? 2 : 1;
  need->earliest = 450;
  need->latest = 600;
  need->priority = ENT_CARE_VITAL;
  if (!ent_demo_chance (demo, 25))
    return;
  need->fixed_at = 480;
  need->fixed_reason = g_strdup ("Avant le départ au centre de jour.");
}

static EntCareActivity *
find_activity (EntDemoCare *care, const char *code)
{
  for (guint i = 0; i < care->activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (care->activities, i);

      if (g_strcmp0 (activity->code, code) == 0)
        return activity;
    }
  return NULL;
}

static void
fill_need (EntDemo *demo, EntCareNeed *need, Pattern pattern)
{
  static void (*const fill[]) (EntDemo *, EntCareNeed *) = {
    [DAILY_LIFE] = fill_daily_life,
    [HOUSEHOLD] = fill_household,
    [SITTING] = fill_sitting,
    [MONTHLY] = fill_monthly,
    [ONCE] = fill_once,
    [EVERY_MORNING] = fill_every_morning,
  };

  fill[pattern](demo, need);
}

static void
write_tasks (EntDemo *demo, EntDemoCare *care, EntCareNeed *need)
{
  for (guint i = 0; i < care->tasks->len; i++)
    {
      EntCareTask *task = g_ptr_array_index (care->tasks, i);
      EntCareNeedTask *chosen;

      if (task->activity_id != need->activity_id || !ent_demo_chance (demo, 40))
        continue;
      chosen = ent_record_new (ENT_TYPE_CARE_NEED_TASK);
      chosen->need_id = ent_record_get_id (need);
      chosen->task_id = ent_record_get_id (task);
      ent_demo_write (demo, chosen);
    }
}

static void
write_need (EntDemo *demo,
            EntDemoCare *care,
            const EntCarePlan *plan,
            GPtrArray *stays,
            Pattern pattern)
{
  EntCareActivity *activity = find_activity (care, patterns[pattern].code);
  EntCareNeed *need;

  if (activity == NULL)
    return;
  need = ent_record_new (ENT_TYPE_CARE_NEED);
  need->plan_id = ent_record_get_id ((gpointer) plan);
  need->activity_id = ent_record_get_id (activity);
  need->from_day = plan->from_day;
  fill_need (demo, need, pattern);
  g_object_ref (need);
  ent_demo_write (demo, need);
  write_tasks (demo, care, need);
  if (!plan->is_draft)
    ent_demo_past_promise (demo, care, plan, need, stays);
  g_object_unref (need);
}

void
ent_demo_care_write_needs (EntDemo *demo,
                           EntDemoCare *care,
                           const EntCarePlan *plan,
                           GPtrArray *stays)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (ent_demo_chance (demo, patterns[i].percent))
      {
        write_need (demo, care, plan, stays, (Pattern) i);
        n++;
      }
  if (n == 0)
    write_need (demo, care, plan, stays, DAILY_LIFE);
}
