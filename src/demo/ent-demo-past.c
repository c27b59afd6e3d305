/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each day is given to carers as a whole, then told as it went: nearly all done, a few minutes
 * early or late, some cancelled, some doors that stayed shut. Thread of the connection. */

#include "ent-demo-past.h"

#include "ent-address-position.h"
#include "ent-care-calendar.h"
#include "ent-care-rules.h"
#include "ent-carer-enums.h"
#include "ent-date.h"
#include "ent-sql.h"

#define MINUTES_A_DAY 1440
#define WEEKS_PAST 52
/* A year of 800 visits a day would take as long to write as all the rest, and show nothing more. */
#define WEEKS_PAST_LARGE 13
/* When who has time at no wished hour comes: half past seven to six. */
#define DAY_BEGINS 450
#define DAY_ENDS 1080

typedef struct
{
  EntCareNeed *need;
  gint64 person_id;
  EntPoint home;
  int kind; /* of carer */
  guint usual;
  GPtrArray *stays;
} Promise;

/* A visit of one day. */
typedef struct
{
  const Promise *promise;
  guint number; /* of the promise */
  gint32 day;
  int place;
  EntVisit *visit;
  guint carer; /* position among the hands, where one has it */
} Call;

static void
promise_free (gpointer data)
{
  Promise *self = data;

  g_object_unref (self->need);
  g_ptr_array_unref (self->stays);
  g_free (self);
}

gint32
ent_demo_past_first_day (EntDemo *demo)
{
  return demo->today - 7 * (demo->size == ENT_DEMO_LARGE ? WEEKS_PAST_LARGE : WEEKS_PAST);
}

gint32
ent_demo_past_last_day (EntDemo *demo)
{
  return demo->today + ENT_WEEKDAY_SUNDAY - ent_day_weekday (demo->today);
}

static int
kind_of (EntDemoCare *care, gint64 activity_id)
{
  for (guint i = 0; i < care->activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (care->activities, i);

      if (ent_record_get_id (activity) == activity_id)
        return activity->carer_kind;
    }
  return 0;
}

/* Where the person lives now; who has no place lies in the midst of all, at the first house. */
static EntPoint
home_of (EntDemo *demo, gint64 person_id)
{
  g_autoptr (GPtrArray) addresses = NULL;

  if (demo->error == NULL)
    addresses = ent_sql_load (ent_apply_get_db (demo->apply), &ent_address_schema,
                              "WHERE person_id = $1 AND to_day IS NULL",
                              ENT_ARGS (ent_int (person_id)), &demo->error);
  for (guint i = 0; addresses != NULL && i < addresses->len; i++)
    if (ent_address_has_position (g_ptr_array_index (addresses, i)))
      return ent_address_get_position (g_ptr_array_index (addresses, i));
  return ent_demo_place_of (demo, 0, 1);
}

void
ent_demo_past_promise (EntDemo *demo,
                       EntDemoCare *care,
                       const EntCarePlan *plan,
                       EntCareNeed *need,
                       GPtrArray *stays)
{
  Promise *promise = g_new0 (Promise, 1);

  promise->need = g_object_ref (need);
  promise->person_id = plan->person_id;
  promise->home = home_of (demo, plan->person_id);
  promise->kind = kind_of (care, need->activity_id);
  promise->usual = (guint) ent_demo_between (demo, 0, MAX (0, (int) care->carers->len - 1));
  promise->stays = g_ptr_array_ref (stays);
  if (care->promises == NULL)
    care->promises = g_ptr_array_new_with_free_func (promise_free);
  g_ptr_array_add (care->promises, promise);
}

static GArray *
list_calls (EntDemo *demo, GPtrArray *promises)
{
  GArray *calls = g_array_new (FALSE, FALSE, sizeof (Call));

  for (guint i = 0; i < promises->len; i++)
    {
      const Promise *promise = g_ptr_array_index (promises, i);
      g_autoptr (GArray) days = ent_care_need_days (promise->need,
                                                   MAX (promise->need->from_day,
                                                        ent_demo_past_first_day (demo)),
                                                   ent_demo_past_last_day (demo));

      for (guint j = 0; j < days->len; j++)
        for (int place = 1; place <= promise->need->n_carers; place++)
          {
            Call call = { promise, i, g_array_index (days, gint32, j), place };

            g_array_append_val (calls, call);
          }
    }
  return calls;
}

/* Of a day the fixed hours first, then what cannot wait. */
static int
compare_calls (gconstpointer a, gconstpointer b)
{
  const Call *one = a, *other = b;
  gboolean fixed[] = { one->promise->need->fixed_at != ENT_INT_NONE,
                       other->promise->need->fixed_at != ENT_INT_NONE };
  const int order[] = { one->day - other->day, fixed[1] - fixed[0],
                        one->promise->need->priority - other->promise->need->priority,
                        (int) one->number - (int) other->number, one->place - other->place };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] != 0)
      return order[i];
  return 0;
}

static EntVisit *
visit_new (const Call *call)
{
  const EntCareNeed *need = call->promise->need;
  EntVisit *visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = call->promise->person_id;
  visit->plan_id = need->plan_id;
  visit->need_id = ent_record_get_id ((gpointer) need);
  visit->origin_day = visit->day = call->day;
  visit->place = call->place;
  visit->activity_id = need->activity_id;
  visit->minutes = need->minutes;
  visit->start_time = need->fixed_at != ENT_INT_NONE ? need->fixed_at : need->earliest;
  return visit;
}

/* At the hours of the need; what is over may also have been at another hour of the day. */
static gboolean
find_hands (EntDemo *demo, EntDemoCare *care, Call *call, const Call *first)
{
  const EntCareNeed *need = call->promise->need;
  EntDemoErrand errand = { call->promise->kind, call->promise->usual, call->day,
                           need->earliest,      need->latest,         need->minutes,
                           call->promise->home };
  EntDemoTaken taken;
  gboolean found;

  if (need->fixed_at != ENT_INT_NONE || first != NULL)
    {
      errand.earliest = first != NULL ? first->visit->start_time : need->fixed_at;
      errand.latest = errand.earliest + need->minutes;
    }
  found = ent_demo_hands_take (care->hands, &errand, &taken);
  if (!found && first == NULL && call->day < demo->today && errand.latest > errand.earliest)
    {
      errand.earliest = MIN (errand.earliest, DAY_BEGINS);
      errand.latest = MAX (errand.latest, DAY_ENDS);
      found = ent_demo_hands_take (care->hands, &errand, &taken);
    }
  if (!found)
    return FALSE;
  call->carer = taken.carer;
  call->visit->carer_id = taken.carer_id;
  call->visit->start_time = taken.start;
  if (taken.stands_in)
    call->visit->remark = g_strdup ("En remplacement : prestataire habituelle absente.");
  return TRUE;
}

static void
cancel (EntDemo *demo, EntVisit *visit, EntVisitState state, const char *reason)
{
  visit->state = (int) state;
  visit->cancel_reason = g_strdup (reason);
  visit->is_exception = TRUE;
  if (state == ENT_VISIT_CANCELLED_SERVICE && ent_demo_chance (demo, 80))
    visit->told_at = ent_demo_stamp (demo, visit->day - 1);
}

/* What a visit came to that somebody was to make. */
static void
end_visit (EntDemo *demo, EntVisit *visit)
{
  static const guint weights[] = { 970, 13, 5, 12 };
  static const EntVisitState states[] = { ENT_VISIT_DONE, ENT_VISIT_CANCELLED_BENEFICIARY,
                                          ENT_VISIT_CANCELLED_SERVICE, ENT_VISIT_NOBODY_HOME };
  static const char *const reasons[] = { NULL, "Chez un proche ce jour-là.", "Prestataire malade.",
                                         NULL };
  guint drawn = ent_demo_draw (demo, weights, G_N_ELEMENTS (weights));

  if (states[drawn] == ENT_VISIT_DONE)
    visit->state = ENT_VISIT_DONE;
  else
    cancel (demo, visit, states[drawn], reasons[drawn]);
  if (states[drawn] == ENT_VISIT_NOBODY_HOME)
    g_set_str (&visit->remark, "Sonné deux fois, message laissé dans la boîte.");
  else if (states[drawn] == ENT_VISIT_DONE && ent_demo_chance (demo, 1))
    g_set_str (&visit->remark, "Demande à passer plus tôt la semaine prochaine.");
}

static void
make_visit (EntDemo *demo, EntDemoCare *care, Call *call, const Call *first)
{
  EntPersonStay *stay = ent_person_stay_find (call->promise->stays, call->promise->person_id,
                                              call->day);

  call->visit = visit_new (call);
  if (stay != NULL)
    ent_visit_follow_stay (call->visit, stay);
  else if (find_hands (demo, care, call, first))
    {
      if (call->day < demo->today)
        end_visit (demo, call->visit);
    }
  else if (call->day < demo->today)
    cancel (demo, call->visit, ENT_VISIT_CANCELLED_SERVICE, "Personne n’était libre ce jour-là.");
}

static int
compare_rounds (gconstpointer a, gconstpointer b)
{
  const Call *one = *(Call *const *) a, *other = *(Call *const *) b;

  if (one->carer != other->carer)
    return one->carer < other->carer ? -1 : 1;
  return one->visit->start_time - other->visit->start_time;
}

/* When it really began and ended: a few minutes off, but never before one was there. */
static void
note_times (EntDemo *demo, EntVisit *visit, gint64 *free_from)
{
  gint64 midnight = (gint64) visit->day * MINUTES_A_DAY;
  gint64 began = midnight + visit->start_time + ent_demo_between (demo, -5, 8);
  int minutes = MAX (10, visit->minutes + ent_demo_between (demo, -5, 5));

  began = MAX (began, *free_from);
  visit->began_at = (int) (began - midnight);
  visit->ended_at = ent_care_end_on_clock (visit->day, visit->began_at, minutes);
  *free_from = midnight + visit->ended_at;
  visit->ended_at %= MINUTES_A_DAY;
  visit->entered_late = ent_demo_chance (demo, 3);
}

/* Goes along with each carer: ways from home to home, and when they were there. */
static void
follow_rounds (EntDemo *demo, EntDemoCare *care, GPtrArray *round)
{
  const Call *before = NULL;

  g_ptr_array_sort (round, compare_rounds);
  for (guint i = 0; i < round->len; i++)
    {
      const Call *call = g_ptr_array_index (round, i);
      gint64 *free_from = &g_array_index (care->free_from, gint64, call->carer);
      EntDemoWay way = { 0, 0 };

      if (before != NULL && before->carer == call->carer)
        way = ent_demo_hands_way (care->hands, call->carer, before->promise->home,
                                  call->promise->home);
      if (call->visit->state == ENT_VISIT_DONE)
        {
          call->visit->travel_minutes = way.minutes;
          call->visit->travel_metres = way.metres;
          *free_from += way.minutes;
          note_times (demo, call->visit, free_from);
        }
      if (call->visit->state != ENT_VISIT_CANCELLED_BENEFICIARY &&
          call->visit->state != ENT_VISIT_CANCELLED_SERVICE)
        before = call;
    }
}

static void
write_day (EntDemo *demo, EntDemoCare *care, Call *calls, guint n)
{
  g_autoptr (GPtrArray) round = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      const Call *first = i > 0 && calls[i].place > 1 && calls[i - 1].visit->carer_id != 0
                              ? &calls[i - 1]
                              : NULL;

      make_visit (demo, care, &calls[i], first);
      if (calls[i].visit->carer_id != 0)
        g_ptr_array_add (round, &calls[i]);
    }
  follow_rounds (demo, care, round);
  for (guint i = 0; i < n; i++)
    {
      ent_demo_told_note (care->told, demo, calls[i].visit);
      ent_demo_write (demo, calls[i].visit);
    }
}

void
ent_demo_past_write (EntDemo *demo, EntDemoCare *care)
{
  g_autoptr (GArray) calls = NULL;
  guint n;

  if (care->promises == NULL)
    return;
  calls = list_calls (demo, care->promises);
  g_array_sort (calls, compare_calls);
  care->free_from = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (care->free_from, care->carers->len);
  for (guint i = 0; i < calls->len && demo->error == NULL; i += n)
    {
      Call *day = &g_array_index (calls, Call, i);

      for (n = 1; i + n < calls->len && day[n].day == day[0].day;)
        n++;
      write_day (demo, care, day, n);
      g_cancellable_set_error_if_cancelled (demo->cancellable,
                                            demo->error == NULL ? &demo->error : NULL);
    }
}
