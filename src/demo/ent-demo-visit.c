/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the plans of the invented commune promise, in all rhythms, and how the visits of the last
 * weeks went. Thread of the connection. */

#include "ent-care-calendar.h"
#include "ent-care-need-task.h"
#include "ent-care-rules.h"
#include "ent-care-task.h"
#include "ent-carer.h"
#include "ent-date.h"
#include "ent-demo-care.h"

#define WEEKS_PAST 8
#define MINUTES_A_DAY 1440

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
  [DAILY_LIFE] = { 66, "AVQ" }, [HOUSEHOLD] = { 52, "AMS" }, [SITTING] = { 8, "GAD" },
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
  static const int firsts[][3] = { { 0, 2, 4 }, { 1, 3, 5 }, { 0, 3, 4 }, { 1, 4, 2 } };
  int pattern = ent_demo_between (demo, 0, 3);
  int n = ent_demo_between (demo, 1, 3);

  for (int i = 0; i < n; i++)
    set_weekday (need, firsts[pattern][i]);
  need->minutes = 30 * ent_demo_between (demo, 1, 3);
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
  gboolean morning = ent_demo_chance (demo, 60);

  need->rhythm = (int) ent_demo_draw (demo, rhythms, G_N_ELEMENTS (rhythms));
  set_weekday (need, ent_demo_between (demo, 0, 4));
  need->minutes = 30 * ent_demo_between (demo, 4, 6);
  need->earliest = morning ? 480 : 720;
  need->latest = morning ? 750 : 1020;
  need->priority = ENT_CARE_POSTPONABLE;
}

static void
fill_sitting (EntDemo *demo, EntCareNeed *need)
{
  gboolean at_night = ent_demo_chance (demo, 30);

  set_weekday (need, ent_demo_between (demo, 0, 6));
  need->minutes = at_night ? 540 : 240;
  need->earliest = at_night ? 1260 : 780;
  need->latest = at_night ? 420 : 1080;
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
  for (int i = 0; i < 7; i++)
    set_weekday (need, i);
  need->minutes = 45;
  need->n_carers = ent_demo_chance (demo, 60) ? 2 : 1;
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

/* Gives the visit to one of the few who usually come, at a time that suits both. FALSE: nobody had
 * time. */
static gboolean
find_hands (EntDemoCare *care, const EntCareNeed *need, int kind, guint usual, EntVisit *visit)
{
  EntDemoErrand errand = { .kind = kind,
                           .usual = usual,
                           .day = visit->day,
                           .earliest = need->earliest,
                           .latest = need->latest,
                           .minutes = need->minutes };

  if (need->fixed_at != ENT_INT_NONE)
    {
      errand.earliest = need->fixed_at;
      errand.latest = need->fixed_at + need->minutes;
    }
  visit->carer_id = ent_demo_hands_take (care->hands, &errand, &visit->start_time);
  return visit->carer_id != 0;
}

static void
end_done (EntDemo *demo, EntVisit *visit)
{
  visit->state = ENT_VISIT_DONE;
  visit->began_at = visit->start_time + ent_demo_between (demo, -5, 10);
  visit->ended_at = ent_care_end_on_clock (visit->day, visit->began_at,
                                           visit->minutes + ent_demo_between (demo, -5, 5)) %
                    MINUTES_A_DAY;
  visit->entered_late = ent_demo_chance (demo, 2);
  visit->travel_minutes = ent_demo_between (demo, 3, 18);
  visit->travel_metres = visit->travel_minutes * ent_demo_between (demo, 350, 700);
}

static void
end_otherwise (EntDemo *demo, EntVisit *visit)
{
  static const guint weights[] = { 60, 25, 15 };
  static const char *const reasons[] = { "Chez un proche ce jour-là.", "Prestataire malade.",
                                         NULL };
  guint drawn = ent_demo_draw (demo, weights, G_N_ELEMENTS (weights));

  visit->state = ENT_VISIT_CANCELLED_BENEFICIARY + (int) drawn;
  visit->cancel_reason = g_strdup (reasons[drawn]);
  visit->is_exception = TRUE;
}

static void
cancel_for_want_of_hands (EntVisit *visit)
{
  visit->state = ENT_VISIT_CANCELLED_SERVICE;
  visit->cancel_reason = g_strdup ("Personne n’était libre ce jour-là.");
  visit->is_exception = TRUE;
}

static EntVisit *
visit_new (const EntCarePlan *plan, const EntCareNeed *need, gint32 day, int place)
{
  EntVisit *visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = plan->person_id;
  visit->plan_id = need->plan_id;
  visit->need_id = ent_record_get_id ((gpointer) need);
  visit->origin_day = visit->day = day;
  visit->place = place;
  visit->activity_id = need->activity_id;
  visit->minutes = need->minutes;
  visit->start_time = need->fixed_at != ENT_INT_NONE ? need->fixed_at : need->earliest;
  return visit;
}

static int
kind_of (EntDemoCare *care, gint64 activity_id)
{
  for (guint i = 0; i < care->activities->len; i++)
    if (ent_record_get_id (g_ptr_array_index (care->activities, i)) == activity_id)
      return ((EntCareActivity *) g_ptr_array_index (care->activities, i))->carer_kind;
  return 0;
}

static void
write_past (EntDemo *demo,
            EntDemoCare *care,
            const EntCarePlan *plan,
            EntCareNeed *need,
            const EntPersonStay *stay)
{
  int kind = kind_of (care, need->activity_id);
  guint usual = (guint) ent_demo_between (demo, 0, MAX (0, (int) care->carers->len - 1));
  gint32 first = MAX (plan->from_day, demo->today - 7 * WEEKS_PAST);
  g_autoptr (GArray) days = ent_care_need_days (need, first, demo->today - 1);

  for (guint i = 0; i < days->len; i++)
    for (int place = 1; place <= need->n_carers; place++)
      {
        EntVisit *visit = visit_new (plan, need, g_array_index (days, gint32, i), place);

        if (stay != NULL && ent_person_stay_covers (stay, visit->day))
          ent_visit_follow_stay (visit, stay);
        else if (!find_hands (care, need, kind, usual, visit))
          cancel_for_want_of_hands (visit);
        else if (ent_demo_chance (demo, 94))
          end_done (demo, visit);
        else
          end_otherwise (demo, visit);
        ent_demo_write (demo, visit);
      }
}

static void
write_need (EntDemo *demo,
            EntDemoCare *care,
            const EntCarePlan *plan,
            const EntPersonStay *stay,
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
    write_past (demo, care, plan, need, stay);
  g_object_unref (need);
}

void
ent_demo_care_write_needs (EntDemo *demo,
                           EntDemoCare *care,
                           const EntCarePlan *plan,
                           const EntPersonStay *stay)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    if (ent_demo_chance (demo, patterns[i].percent))
      {
        write_need (demo, care, plan, stay, (Pattern) i);
        n++;
      }
  if (n == 0)
    write_need (demo, care, plan, stay, DAILY_LIFE);
}
