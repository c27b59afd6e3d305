/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Home care in the invented commune: a scale, plans of some of the aged, what they need, where they
 * were meanwhile, what they pay. Thread of the connection. */

#include "ent-aid.h"
#include "ent-care-generate.h"
#include "ent-care-need-task.h"
#include "ent-care-task.h"
#include "ent-care-wish.h"
#include "ent-carer.h"
#include "ent-date.h"
#include "ent-demo-numbers.h"
#include "ent-demo-past.h"
#include "ent-money.h"
#include "ent-sql.h"

#define AGED 68
#define WEEKS_AHEAD 4

static const char *const accesses[] = {
  "Sonner deux fois, la porte s'ouvre lentement.",
  "Passer par le jardin, porte arrière.",
  "Clé au centre : la prendre avant de partir.",
  "Deuxième étage, sans ascenseur.",
};
static const char *const alerts[] = {
  "Se déplace avec une aide à la marche.",
  "Entend mal : se montrer avant de parler.",
  "Lève-personne dans la chambre, à deux.",
  "Tapis glissant dans le couloir.",
};
/* In the order of the kinds behind that of a wish. */
static const char *const refusals[] = {
  "Préfère une autre personne (exemple).",
  "Cousine (exemple).",
  "Propos déplacés, réglés depuis (exemple).",
};

static guint
n_plans (EntDemo *demo)
{
  switch (demo->size)
    {
    case ENT_DEMO_LARGE:
      return 2150;
    case ENT_DEMO_MEDIUM:
      return 250;
    case ENT_DEMO_SMALL:
    default:
      return 40;
    }
}

static char *
one_of (EntDemo *demo, const char *const *texts, guint n)
{
  return g_strdup (texts[ent_demo_between (demo, 0, (int) n - 1)]);
}

static GPtrArray *
load_all (EntDemo *demo, const EntSchema *schema)
{
  if (demo->error != NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return ent_sql_load (ent_apply_get_db (demo->apply), schema, "", ENT_NO_ARGS, &demo->error);
}

/* Three households, incomes in steps of 200 €: nothing of it was ever in force. */
static void
write_scale (EntDemo *demo, EntCareActivity *activity)
{
  EntContributionScale *scale = ent_record_new (ENT_TYPE_CONTRIBUTION_SCALE);
  int year = 0;
  gint64 id;

  ent_day_to_ymd (demo->today, &year, NULL, NULL);
  scale->activity_id = ent_record_get_id (activity);
  scale->from_day = ent_day_from_ymd (year - 6, 1, 1);
  scale->source = g_strdup ("Barème d'exemple (inventé)");
  id = ent_demo_write (demo, scale);
  for (int household = 1; household <= 3; household++)
    for (int step = 0; step < 8; step++)
      {
        EntContributionRow *row = ent_record_new (ENT_TYPE_CONTRIBUTION_ROW);

        row->scale_id = id;
        row->household = g_strdup_printf ("%d", household);
        row->income_from = step > 0 ? (900 + 200 * step) * 100 + 1 : 0;
        row->income_to = step < 7 ? (1100 + 200 * step) * 100 : ENT_MONEY_NONE;
        row->price = 287 + 80 * step - 40 * (household - 1);
        ent_demo_write (demo, row);
      }
}

static void
write_scales (EntDemo *demo, EntDemoCare *care)
{
  for (guint i = 0; i < care->activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (care->activities, i);

      if (activity->is_charged)
        write_scale (demo, activity);
    }
}

static gint64
aid_of (EntDemoCare *care, gint64 person_id)
{
  for (guint i = 0; i < care->aids->len; i++)
    {
      EntAid *aid = g_ptr_array_index (care->aids, i);

      if (aid->person_id == person_id && aid->kind == ENT_AID_HOME_CARE)
        return ent_record_get_id (aid);
    }
  return 0;
}

/* Days since it began: most are older than a year. */
static int
draw_age (EntDemo *demo)
{
  return ent_demo_chance (demo, 80) ? ent_demo_between (demo, 365, 1500)
                                    : ent_demo_between (demo, 20, 365);
}

static EntCarePlan *
write_plan (EntDemo *demo, EntDemoCare *care, const EntDemoFile *file)
{
  EntCarePlan *plan = ent_record_new (ENT_TYPE_CARE_PLAN);

  plan->person_id = file->person_id;
  plan->aid_id = aid_of (care, file->person_id);
  plan->agent_id = g_array_index (demo->workers, gint64, file->worker);
  plan->from_day = MAX (file->opened, demo->today - draw_age (demo));
  plan->decided_on = plan->from_day - ent_demo_between (demo, 2, 20);
  plan->organ = ENT_ORGAN_SPECIAL_COMMITTEE;
  plan->reference = g_strdup_printf ("DÉMO-PA-%04d", ent_demo_between (demo, 1, 9999));
  plan->is_draft = ent_demo_chance (demo, 2);
  if (ent_demo_chance (demo, 60))
    plan->access = one_of (demo, accesses, G_N_ELEMENTS (accesses));
  if (ent_demo_chance (demo, 50))
    plan->alerts = one_of (demo, alerts, G_N_ELEMENTS (alerts));
  plan->has_dog = ent_demo_chance (demo, 14);
  plan->has_cat = ent_demo_chance (demo, 20);
  plan->smokes = ent_demo_chance (demo, 10);
  plan->phone = ent_demo_numbers_landline (demo);
  if (ent_demo_chance (demo, 70))
    plan->most_carers = ent_demo_between (demo, 2, 3);
  g_object_ref (plan);
  ent_demo_write (demo, plan);
  return plan;
}

static void
write_wish (EntDemo *demo, EntDemoCare *care, const EntCarePlan *plan, EntCareWishKind kind)
{
  EntCareWish *wish = ent_record_new (ENT_TYPE_CARE_WISH);
  int drawn = ent_demo_between (demo, 0, (int) care->carers->len - 1);

  wish->plan_id = ent_record_get_id ((gpointer) plan);
  wish->carer_id = ent_record_get_id (g_ptr_array_index (care->carers, drawn));
  wish->kind = (int) kind;
  wish->from_day = plan->from_day;
  if (kind != ENT_CARE_WISHED)
    wish->reason = g_strdup (refusals[kind - ENT_CARE_REFUSED]);
  ent_demo_write (demo, wish);
}

static void
write_wishes (EntDemo *demo, EntDemoCare *care, const EntCarePlan *plan)
{
  if (care->carers->len == 0)
    return;
  if (ent_demo_chance (demo, 30))
    write_wish (demo, care, plan, ENT_CARE_WISHED);
  if (ent_demo_chance (demo, 9))
    write_wish (demo, care, plan,
                (EntCareWishKind) ent_demo_between (demo, ENT_CARE_REFUSED, ENT_CARE_INCIDENT));
}

static gboolean
was_away (GPtrArray *stays, gint32 from, gint32 to)
{
  for (guint i = 0; i < stays->len; i++)
    {
      const EntPersonStay *stay = g_ptr_array_index (stays, i);

      if (from <= stay->to_day + 7 && to + 7 >= stay->from_day)
        return TRUE;
    }
  return FALSE;
}

static void
write_stay (EntDemo *demo, const EntCarePlan *plan, GPtrArray *stays, gint32 from, gint32 to)
{
  EntPersonStay *stay = ent_record_new (ENT_TYPE_PERSON_STAY);

  stay->person_id = plan->person_id;
  stay->reason = ent_demo_between (demo, ENT_STAY_HOSPITAL, ENT_STAY_OTHER);
  stay->from_day = from;
  stay->to_day = to;
  g_ptr_array_add (stays, g_object_ref (stay));
  ent_demo_write (demo, stay);
}

/* One in three was away once or twice in the last year; a few are now, some nobody knows until
 * when. */
static GPtrArray *
write_stays (EntDemo *demo, const EntCarePlan *plan)
{
  GPtrArray *stays = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 2 && ent_demo_chance (demo, 30); i++)
    {
      gint32 from = demo->today - ent_demo_between (demo, 30, 360);
      gint32 to = from + ent_demo_between (demo, 2, 14);

      if (from > plan->from_day && !was_away (stays, from, to))
        write_stay (demo, plan, stays, from, to);
    }
  if (ent_demo_chance (demo, 4))
    write_stay (demo, plan, stays, demo->today - ent_demo_between (demo, 0, 12),
                ent_demo_chance (demo, 60) ? demo->today + ent_demo_between (demo, 1, 15)
                                           : ENT_DAY_NONE);
  return stays;
}

/* As the scale says for the help that most have. */
static gint64
rate_of (EntDemoCare *care, const EntContribution *decision)
{
  for (guint i = 0; i < care->activities->len; i++)
    {
      EntCareActivity *activity = g_ptr_array_index (care->activities, i);
      g_autoptr (EntRate) rate = NULL;

      if (!activity->is_charged)
        continue;
      rate = ent_contribution_rate (decision, activity, &care->tables, decision->from_day);
      return rate->before;
    }
  return ENT_MONEY_NONE;
}

static void
write_contribution (EntDemo *demo, EntDemoCare *care, const EntContribution *as)
{
  EntContribution *decision = ent_record_new (ENT_TYPE_CONTRIBUTION);

  decision->person_id = as->person_id;
  decision->from_day = as->from_day;
  decision->to_day = as->to_day;
  decision->income = as->income;
  decision->charges = as->charges;
  decision->household = g_strdup (as->household);
  decision->derogation = g_strdup (as->derogation);
  decision->derogation_rate = as->derogation_rate;
  decision->rate = rate_of (care, decision);
  ent_demo_write (demo, decision);
}

/* One for each year of the plan, with an income that grows a little; the last may have a
 * derogation. For a few nothing was decided yet. */
static void
write_contributions (EntDemo *demo, EntDemoCare *care, const EntCarePlan *plan)
{
  g_autoptr (EntContribution) decision = ent_record_new (ENT_TYPE_CONTRIBUTION);
  gint64 income = ent_demo_between (demo, 1000, 2100) * G_GINT64_CONSTANT (100);

  decision->person_id = plan->person_id;
  decision->household = g_strdup_printf ("%d", ent_demo_between (demo, 1, 3));
  if (ent_demo_chance (demo, 35))
    decision->charges = ent_demo_between (demo, 20, 160) * G_GINT64_CONSTANT (100);
  if (ent_demo_chance (demo, 3))
    return;
  for (gint32 day = plan->from_day; day <= demo->today; day = decision->to_day + 1)
    {
      gint32 next = ent_day_add_months (day, 12);
      gboolean is_last = next > demo->today;

      decision->from_day = day;
      decision->to_day = next - 1;
      decision->income = income;
      if (is_last && ent_demo_chance (demo, 4))
        {
          decision->derogation = g_strdup_printf ("DÉMO-DÉR-%03d", ent_demo_between (demo, 1, 999));
          decision->derogation_rate = 190 + 10 * ent_demo_between (demo, 1, 15);
        }
      if (is_last)
        decision->to_day = ENT_DAY_NONE;
      write_contribution (demo, care, decision);
      if (is_last)
        return;
      income += ent_demo_between (demo, 0, 40) * G_GINT64_CONSTANT (100);
    }
}

static void
write_all_of (EntDemo *demo, EntDemoCare *care, const EntDemoFile *file)
{
  g_autoptr (EntCarePlan) plan = write_plan (demo, care, file);
  g_autoptr (GPtrArray) stays = write_stays (demo, plan);

  write_wishes (demo, care, plan);
  write_contributions (demo, care, plan);
  ent_demo_care_write_needs (demo, care, plan, stays);
}

static gboolean
is_aged (EntDemo *demo, const EntDemoFile *file)
{
  return file->closed == ENT_DAY_NONE && ent_day_age (file->birth, demo->today) >= AGED;
}

/* Whom home care was granted first, then others of that age. */
static void
write_plans (EntDemo *demo, EntDemoCare *care)
{
  guint n = 0;

  for (int granted = 1; granted >= 0; granted--)
    for (guint i = 0; i < demo->files->len && n < n_plans (demo) && demo->error == NULL; i++)
      {
        const EntDemoFile *file = &g_array_index (demo->files, EntDemoFile, i);

        if (!is_aged (demo, file) || (aid_of (care, file->person_id) != 0) != granted)
          continue;
        write_all_of (demo, care, file);
        n++;
        if (demo->error == NULL)
          g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
      }
}

static void
care_load (EntDemo *demo, EntDemoCare *care)
{
  care->activities = load_all (demo, &ent_care_activity_schema);
  care->tasks = load_all (demo, &ent_care_task_schema);
  care->carers = load_all (demo, &ent_carer_schema);
  care->aids = load_all (demo, &ent_aid_schema);
  write_scales (demo, care);
  care->tables.scales = load_all (demo, &ent_contribution_scale_schema);
  care->tables.rows = load_all (demo, &ent_contribution_row_schema);
  care->tables.reductions = load_all (demo, &ent_contribution_reduction_schema);
  if (demo->error == NULL)
    care->told = ent_demo_told_new (demo);
  if (demo->error == NULL)
    care->hands = ent_demo_hands_new (ent_apply_get_db (demo->apply), care->carers, &demo->error);
}

static void
care_clear (EntDemoCare *care)
{
  GPtrArray *const loaded[] = { care->activities,  care->tasks,
                                care->carers,      care->aids,
                                care->promises,    care->tables.scales,
                                care->tables.rows, care->tables.reductions };

  g_clear_pointer (&care->hands, ent_demo_hands_free);
  g_clear_pointer (&care->told, ent_demo_told_free);
  g_clear_pointer (&care->free_from, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (loaded); i++)
    if (loaded[i] != NULL)
      g_ptr_array_unref (loaded[i]);
}

void
ent_demo_fill_care (EntDemo *demo)
{
  EntCareHorizon horizon = { 0, demo->today, demo->today + 7 * WEEKS_AHEAD - 1 };
  EntDemoCare care = { 0 };
  EntCareCount count;

  care_load (demo, &care);
  if (demo->error == NULL)
    {
      write_plans (demo, &care);
      ent_demo_past_write (demo, &care);
    }
  if (demo->error == NULL)
    ent_care_generate (demo->apply, &horizon, &count, demo->cancellable, &demo->error);
  care_clear (&care);
}
