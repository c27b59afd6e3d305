/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new register knows of home care: its activities with plain tasks, in the language of
 * whoever makes the register, and what the region takes off the price. Thread of the connection. */

#include "ent-care-seed.h"

#include "ent-care-activity.h"
#include "ent-care-task.h"
#include "ent-carer-enums.h"
#include "ent-contribution-reduction.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define MOST_TASKS 9

static const struct
{
  const char *name; /* N_() */
  const char *code;
  EntCarerKind kind;
  gboolean is_charged;
  int minutes;
  EntCarePriority priority;
  const char *tasks[MOST_TASKS]; /* N_() */
} activities[] = {
  { N_ ("Daily-life help"),
    "AVQ",
    ENT_CARER_FAMILY_AIDE,
    TRUE,
    60,
    ENT_CARE_IMPORTANT,
    { N_ ("Hygiene"), N_ ("Meal"), N_ ("Shopping"), N_ ("Linen"), N_ ("Light cleaning"),
      N_ ("Administrative errand"), N_ ("Going out together"), N_ ("Company") } },
  { N_ ("Household help"),
    "AMS",
    ENT_CARER_HOUSEHOLD_AIDE,
    TRUE,
    180,
    ENT_CARE_POSTPONABLE,
    { N_ ("Cleaning"), N_ ("Windows"), N_ ("Linen"), N_ ("Ironing"), N_ ("Shopping") } },
  { N_ ("Home sitting"),
    "GAD",
    ENT_CARER_HOME_SITTER,
    FALSE,
    240,
    ENT_CARE_IMPORTANT,
    { N_ ("Presence"), N_ ("Meal"), N_ ("Hygiene"), N_ ("Company"), N_ ("Watch at night") } },
};

static const struct
{
  const char *from;
  const char *to;
  gint64 amount;
  const char *source;
} reductions[] = {
  { "2012-01-01", "2024-06-30", 40, "Région wallonne (premier jour à vérifier)" },
  { "2024-07-01", NULL, 190, "Région wallonne, avis CCWPSH 0002 (2024)" },
};

static gboolean
insert (EntApply *apply, gpointer draft, gint64 *id, GError **error)
{
  g_autoptr (GObject) owned = draft;

  if (!ent_apply_insert (apply, draft, error))
    return FALSE;
  *id = ent_record_get_id (draft);
  return TRUE;
}

static gboolean
insert_tasks (EntApply *apply, guint i, gint64 activity_id, GError **error)
{
  for (int j = 0; j < MOST_TASKS && activities[i].tasks[j] != NULL; j++)
    {
      EntCareTask *task = ent_record_new (ENT_TYPE_CARE_TASK);
      gint64 id = 0;

      task->activity_id = activity_id;
      task->name = g_strdup (_ (activities[i].tasks[j]));
      task->sort = j + 1;
      if (!insert (apply, task, &id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_activity (EntApply *apply, guint i, GError **error)
{
  EntCareActivity *activity = ent_record_new (ENT_TYPE_CARE_ACTIVITY);
  gint64 id = 0;

  activity->name = g_strdup (_ (activities[i].name));
  activity->code = g_strdup (activities[i].code);
  activity->carer_kind = (int) activities[i].kind;
  activity->is_subsidised = TRUE;
  activity->is_charged = activities[i].is_charged;
  activity->minutes = activities[i].minutes;
  activity->priority = (int) activities[i].priority;
  return insert (apply, activity, &id, error) && insert_tasks (apply, i, id, error);
}

static gboolean
insert_reduction (EntApply *apply, guint i, GError **error)
{
  EntContributionReduction *reduction = ent_record_new (ENT_TYPE_CONTRIBUTION_REDUCTION);
  gint64 id = 0;

  reduction->from_day = ent_day_parse_iso (reductions[i].from);
  reduction->to_day = ent_day_parse_iso (reductions[i].to);
  reduction->amount = reductions[i].amount;
  reduction->source = g_strdup (reductions[i].source);
  return insert (apply, reduction, &id, error);
}

gboolean
ent_care_seed (EntApply *apply, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    if (!insert_activity (apply, i, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (reductions); i++)
    if (!insert_reduction (apply, i, error))
      return FALSE;
  return TRUE;
}
