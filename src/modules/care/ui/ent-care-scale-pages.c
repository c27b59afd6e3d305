/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages of activities, scales, reductions and decisions on a price, from constant data. Main
 * thread. */

#include "ent-care-scale-pages.h"

#include "ent-care-activity.h"
#include "ent-care-task.h"
#include "ent-contribution-reduction.h"
#include "ent-contribution-row.h"
#include "ent-contribution-scale.h"
#include "ent-contribution.h"
#include "ent-money.h"
#include "ent-plain-page.h"

#include <glib/gi18n-lib.h>

static const char *
task_icon (gpointer record)
{
  return "object-select-symbolic";
}

static const char *const task_columns[] = { "name", "sort", NULL };

static const EntChildSpec tasks = {
  .schema = &ent_care_task_schema,
  .title = N_ ("Tasks"),
  .add_label = N_ ("Add a task"),
  .added = N_ ("Task added"),
  .changed = N_ ("Task changed"),
  .removed = N_ ("Task deleted"),
  .columns = task_columns,
  .order = "sort, id",
  .icon_name = task_icon,
};

static const EntChildSpec *const activity_children[] = { &tasks, NULL };
static const char *const activity_columns[] = { "name",       "code",     "carer_kind",
                                                "minutes",    "priority", "is_subsidised",
                                                "is_charged", "from_day", "to_day",
                                                NULL };
static const EntFieldGroup activity_groups[] = { { NULL, activity_columns }, { NULL, NULL } };

const EntPlainSpec ent_care_activity_page = {
  .schema = &ent_care_activity_schema,
  .groups = activity_groups,
  .children = activity_children,
  .create_title = N_ ("New activity"),
  .created = N_ ("Activity added"),
  .edit_title = N_ ("Edit the activity"),
  .changed = N_ ("Activity changed"),
  .deleted = N_ ("Activity deleted"),
};

static char *
row_title (gpointer record)
{
  EntContributionRow *self = record;
  g_autofree char *from = ent_money_format (self->income_from);
  g_autofree char *to = ent_money_format (self->income_to);

  if (*to == '\0')
    /* Translators: an income each month */
    return g_strdup_printf (_ ("From %s a month on"), *from != '\0' ? from : "0");
  if (*from == '\0')
    /* Translators: an income each month */
    return g_strdup_printf (_ ("Up to %s a month"), to);
  /* Translators: two incomes each month */
  return g_strdup_printf (_ ("%s to %s a month"), from, to);
}

static char *
row_subtitle (gpointer record)
{
  EntContributionRow *self = record;
  g_autofree char *amount = ent_money_format (self->price);
  g_autofree char *price = g_strdup_printf (_ ("%s an hour"), amount);

  if (self->household == NULL)
    return g_steal_pointer (&price);
  /* Translators: code of a household, price */
  return g_strdup_printf (_ ("Household %s · %s"), self->household, price);
}

static const char *
row_icon (gpointer record)
{
  return "ent-bank-symbolic";
}

static const char *const row_columns[] = { "household", "income_from", "income_to", "price", NULL };

static const EntChildSpec rows = {
  .schema = &ent_contribution_row_schema,
  .title = N_ ("Rows"),
  .add_label = N_ ("Add a row"),
  .added = N_ ("Row added"),
  .changed = N_ ("Row changed"),
  .removed = N_ ("Row deleted"),
  .columns = row_columns,
  .order = "household, income_from, id",
  .row_title = row_title,
  .subtitle = row_subtitle,
  .icon_name = row_icon,
};

static const EntChildSpec *const scale_children[] = { &rows, NULL };
static const char *const scale_columns[] = { "activity_id", "from_day", "to_day", "source", NULL };
static const EntFieldGroup scale_groups[] = { { NULL, scale_columns }, { NULL, NULL } };

const EntPlainSpec ent_care_scale_page = {
  .schema = &ent_contribution_scale_schema,
  .groups = scale_groups,
  .children = scale_children,
  .create_title = N_ ("New scale"),
  .created = N_ ("Scale added"),
  .edit_title = N_ ("Edit the scale"),
  .changed = N_ ("Scale changed"),
  .deleted = N_ ("Scale deleted"),
};

static const char *const reduction_columns[] = { "amount", "from_day", "to_day", "source", NULL };
static const EntFieldGroup reduction_groups[] = { { NULL, reduction_columns }, { NULL, NULL } };

const EntPlainSpec ent_care_reduction_page = {
  .schema = &ent_contribution_reduction_schema,
  .groups = reduction_groups,
  .create_title = N_ ("New reduction"),
  .created = N_ ("Reduction added"),
  .edit_title = N_ ("Edit the reduction"),
  .changed = N_ ("Reduction changed"),
  .deleted = N_ ("Reduction deleted"),
};

static const char *const price_columns[] = { "person_id", "income", "charges",
                                             "household", "rate",   NULL };
static const char *const period_columns[] = { "from_day", "to_day", "review_on", NULL };
static const char *const derogation_columns[] = { "derogation", "derogation_rate", "derogation_to",
                                                  NULL };
static const EntFieldGroup contribution_groups[] = {
  { NULL, price_columns },
  { N_ ("Period"), period_columns },
  { N_ ("Derogation"), derogation_columns },
  { NULL, NULL },
};

static void
fill_contribution (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

const EntPlainSpec ent_care_contribution_page = {
  .schema = &ent_contribution_schema,
  .groups = contribution_groups,
  .create_title = N_ ("New contribution"),
  .created = N_ ("Contribution noted"),
  .edit_title = N_ ("Edit the contribution"),
  .changed = N_ ("Contribution changed"),
  .deleted = N_ ("Contribution deleted"),
  .fill = fill_contribution,
};
