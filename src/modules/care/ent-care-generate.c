/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the visits that care plans promise: what should be there is compared with what is there,
 * by need, day of the rhythm and place. Thread of the connection. */

#include "ent-care-generate.h"

#include "ent-care-calendar.h"
#include "ent-care-query.h"
#include "ent-care-rules.h"
#include "ent-date.h"

#define MINUTES_A_DAY 1440

/* Under which a visit is made. */
typedef struct
{
  gint64 need_id;
  gint32 day;
  int place;
} Key;

typedef struct
{
  EntApply *apply;
  const EntCareHorizon *horizon;
  EntCareCount *count;
  GCancellable *cancellable;
  GHashTable *plans; /* id (gint64 *) → EntCarePlan, borrowed */
  GHashTable *stays; /* id of the person (gint64 *) → GPtrArray of EntPersonStay */
  GHashTable *deaths;
  GHashTable *made; /* Key → EntVisit, borrowed; those still wanted are taken out */
  gint32 last_made; /* the last day that something was made for */
} Generation;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->need_id * 2654435761u + (guint) key->day * 4u + (guint) key->place;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->need_id == right->need_id && left->day == right->day && left->place == right->place;
}

static GHashTable *
index_plans (GPtrArray *plans)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < plans->len; i++)
    {
      gint64 id = ent_record_get_id (g_ptr_array_index (plans, i));

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), g_ptr_array_index (plans, i));
    }
  return index;
}

static GHashTable *
index_stays (GPtrArray *stays)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < stays->len; i++)
    {
      EntPersonStay *stay = g_ptr_array_index (stays, i);
      GPtrArray *of_person = g_hash_table_lookup (index, &stay->person_id);

      if (of_person == NULL)
        {
          of_person = g_ptr_array_new ();
          g_hash_table_insert (index, g_memdup2 (&stay->person_id, sizeof stay->person_id),
                               of_person);
        }
      g_ptr_array_add (of_person, stay);
    }
  return index;
}

static void
index_made (Generation *self, GPtrArray *visits)
{
  self->made = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  self->last_made = self->horizon->to;
  for (guint i = 0; i < visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (visits, i);
      Key key = { visit->need_id, visit->origin_day, visit->place };

      self->last_made = MAX (self->last_made, visit->origin_day);
      g_hash_table_insert (self->made, g_memdup2 (&key, sizeof key), visit);
    }
}

static const EntPersonStay *
stay_on (Generation *self, gint64 person_id, gint32 day)
{
  GPtrArray *stays = g_hash_table_lookup (self->stays, &person_id);

  return stays != NULL ? ent_person_stay_find (stays, person_id, day) : NULL;
}

/* Somebody decided something about it, or it is over. */
static gboolean
is_touched (const EntVisit *visit)
{
  return visit->is_exception || visit->is_locked ||
         !(ent_visit_is_open (visit) || ent_visit_is_freed (visit));
}

/* Whether a visit at that time is within the hard window of the need, which may pass midnight. */
static gboolean
start_fits (const EntCareNeed *need, int start)
{
  int from = need->earliest != ENT_INT_NONE ? need->earliest : 0;
  int to = need->latest != ENT_INT_NONE ? need->latest : MINUTES_A_DAY;
  int room = to > from ? to - from : to - from + MINUTES_A_DAY;
  int into = start >= from ? start - from : start - from + MINUTES_A_DAY;

  if (need->earliest == ENT_INT_NONE && need->latest == ENT_INT_NONE)
    return TRUE;
  return into + need->minutes <= room;
}

/* The time at which the need wants the visit; one that was placed keeps its own while it may. */
static int
wanted_start (const EntCareNeed *need, const EntVisit *visit)
{
  if (need->fixed_at != ENT_INT_NONE)
    return need->fixed_at;
  if (visit == NULL || visit->carer_id == 0 || visit->start_time == ENT_INT_NONE)
    return ENT_INT_NONE;
  return start_fits (need, visit->start_time) ? visit->start_time : ENT_INT_NONE;
}

static gboolean
insert_visit (Generation *self,
              const EntCarePlan *plan,
              EntCareNeed *need,
              const Key *key,
              GError **error)
{
  g_autoptr (EntVisit) visit = ent_record_new (ENT_TYPE_VISIT);

  visit->person_id = plan->person_id;
  visit->plan_id = need->plan_id;
  visit->need_id = key->need_id;
  visit->origin_day = visit->day = key->day;
  visit->place = key->place;
  visit->activity_id = need->activity_id;
  visit->minutes = need->minutes;
  visit->start_time = wanted_start (need, NULL);
  self->count->n_made++;
  return ent_apply_insert (self->apply, visit, error);
}

/* What was told and agreed does not hold for another time or length. */
static gboolean
renew (EntVisit *draft, const EntCareNeed *need)
{
  int start = wanted_start (need, draft);

  if (draft->activity_id == need->activity_id && draft->minutes == need->minutes &&
      draft->start_time == start)
    return FALSE;
  if (draft->start_time != start)
    draft->carer_id = 0;
  draft->activity_id = need->activity_id;
  draft->minutes = need->minutes;
  draft->start_time = start;
  draft->told_at = 0;
  if (draft->state == ENT_VISIT_CONFIRMED)
    draft->state = ENT_VISIT_PLANNED;
  return TRUE;
}

static gboolean
follow_need (Generation *self, EntVisit *visit, const EntCareNeed *need, GError **error)
{
  g_autoptr (EntVisit) draft = ent_record_dup (visit);
  gboolean renewed = !is_touched (visit) && renew (draft, need);
  gboolean followed = ent_visit_follow_stay (draft, stay_on (self, visit->person_id, visit->day));

  if (followed && draft->state == ENT_VISIT_PLANNED)
    self->count->n_restored++;
  else if (followed)
    self->count->n_freed++;
  else if (renewed)
    self->count->n_renewed++;
  else
    self->count->n_kept++;
  return (!renewed && !followed) || ent_apply_update (self->apply, visit, draft, error);
}

static gboolean
generate_day (Generation *self,
              const EntCarePlan *plan,
              EntCareNeed *need,
              gint32 day,
              GError **error)
{
  for (int place = 1; place <= need->n_carers; place++)
    {
      Key key = { ent_record_get_id (need), day, place };
      EntVisit *visit = g_hash_table_lookup (self->made, &key);
      gboolean ok = TRUE;

      if (visit != NULL)
        {
          g_hash_table_remove (self->made, &key);
          ok = follow_need (self, visit, need, error);
        }
      else if (day <= self->horizon->to && stay_on (self, plan->person_id, day) == NULL)
        ok = insert_visit (self, plan, need, &key, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* The last day that the plan and the life of the person allow. */
static gint32
last_day (Generation *self, const EntCarePlan *plan)
{
  gpointer death = NULL;
  gint32 last = self->last_made;

  if (plan->to_day != ENT_DAY_NONE)
    last = MIN (last, plan->to_day);
  if (g_hash_table_lookup_extended (self->deaths, &plan->person_id, NULL, &death))
    last = MIN (last, GPOINTER_TO_INT (death));
  return last;
}

static gboolean
generate_need (Generation *self, EntCareNeed *need, GError **error)
{
  const EntCarePlan *plan = g_hash_table_lookup (self->plans, &need->plan_id);
  g_autoptr (GArray) days = NULL;

  if (plan == NULL)
    return TRUE;
  days = ent_care_need_days (need, MAX (self->horizon->from, plan->from_day),
                             last_day (self, plan));
  for (guint i = 0; i < days->len; i++)
    if (!generate_day (self, plan, need, g_array_index (days, gint32, i), error))
      return FALSE;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* In the order in which they were made, so that the trail is always the same. */
static gboolean
remove_unwanted (Generation *self, GPtrArray *visits, GError **error)
{
  for (guint i = 0; i < visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (visits, i);
      Key key = { visit->need_id, visit->origin_day, visit->place };

      if (!g_hash_table_contains (self->made, &key))
        continue;
      if (is_touched (visit))
        {
          self->count->n_kept++;
          continue;
        }
      self->count->n_removed++;
      if (!ent_apply_delete (self->apply, &ent_visit_schema, ent_record_get_id (visit), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
generate_all (Generation *self, GPtrArray *needs, GPtrArray *visits, GError **error)
{
  for (guint i = 0; i < needs->len; i++)
    if (!generate_need (self, g_ptr_array_index (needs, i), error))
      return FALSE;
  return remove_unwanted (self, visits, error);
}

gboolean
ent_care_generate (EntApply *apply,
                   const EntCareHorizon *horizon,
                   EntCareCount *count,
                   GCancellable *cancellable,
                   GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (GPtrArray) plans = ent_care_query_plans (db, horizon->plan_id, horizon->from, error);
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GHashTable) deaths = NULL;
  Generation self = { apply, horizon, count, cancellable, NULL, NULL, NULL, NULL, 0 };
  gboolean ok;

  g_return_val_if_fail (horizon->from != ENT_DAY_NONE && horizon->to != ENT_DAY_NONE, FALSE);

  *count = (EntCareCount) { 0 };
  if (plans == NULL ||
      (needs = ent_care_query_needs (db, horizon->plan_id, horizon->from, error)) == NULL ||
      (stays = ent_care_query_stays (db, horizon->plan_id, horizon->from, error)) == NULL ||
      (visits = ent_care_query_made (db, horizon->plan_id, horizon->from, error)) == NULL ||
      (deaths = ent_care_query_deaths (db, error)) == NULL)
    return FALSE;
  self.plans = index_plans (plans);
  self.stays = index_stays (stays);
  self.deaths = deaths;
  index_made (&self, visits);
  ok = generate_all (&self, needs, visits, error);
  g_hash_table_unref (self.plans);
  g_hash_table_unref (self.stays);
  g_hash_table_unref (self.made);
  return ok;
}

gboolean
ent_care_delete_stay (EntApply *apply, gint64 stay_id, gint32 today, GError **error)
{
  EntDb *db = ent_apply_get_db (apply);
  g_autoptr (EntPersonStay) stay = ent_apply_load (apply, &ent_person_stay_schema, stay_id, error);
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (GPtrArray) visits = NULL;

  if (stay == NULL || !ent_apply_delete (apply, &ent_person_stay_schema, stay_id, error) ||
      (stays = ent_care_query_stays_of (db, stay->person_id, error)) == NULL ||
      (visits = ent_care_query_visits_of (db, stay->person_id, today, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (visits, i);
      g_autoptr (EntVisit) draft = ent_record_dup (visit);

      if (ent_visit_follow_stay (draft,
                                 ent_person_stay_find (stays, visit->person_id, visit->day)) &&
          !ent_apply_update (apply, visit, draft, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
end_need (EntApply *apply, EntCareNeed *need, gint32 last, GError **error)
{
  g_autoptr (EntCareNeed) draft = ent_record_dup (need);

  if (draft->to_day == ENT_DAY_NONE || draft->to_day > last)
    draft->to_day = MAX (last, draft->from_day);
  return ent_apply_update (apply, need, draft, error);
}

gboolean
ent_care_drop_need (EntApply *apply, gint64 need_id, gint32 today, GError **error)
{
  g_autoptr (EntCareNeed) need = ent_apply_load (apply, &ent_care_need_schema, need_id, error);
  g_autoptr (GPtrArray) visits = NULL;
  guint n_left = 0;

  if (need == NULL ||
      (visits = ent_care_query_visits_of_need (ent_apply_get_db (apply), need_id, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < visits->len; i++)
    {
      EntVisit *visit = g_ptr_array_index (visits, i);

      if (visit->day < today || is_touched (visit))
        n_left++;
      else if (!ent_apply_delete (apply, &ent_visit_schema, ent_record_get_id (visit), error))
        return FALSE;
    }
  if (n_left > 0)
    return end_need (apply, need, today - 1, error);
  return ent_apply_delete (apply, &ent_care_need_schema, need_id, error);
}
