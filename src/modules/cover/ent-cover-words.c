/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Visits without their carer and who could make them, in words. Any thread. */

#include "ent-cover-words.h"

#include "ent-clock.h"

#include <glib/gi18n-lib.h>

#define DAY 1440
#define LEAST_METRES 50 /* that are told */

static char *
clock_of (int minutes)
{
  return ent_clock_format (minutes % DAY);
}

const char *
ent_cover_priority_word (EntCarePriority priority)
{
  return ent_enum_label (&ent_care_priority_enum, (int) priority);
}

char *
ent_cover_describe_visit (const EntCoverPlan *plan, guint position)
{
  const EntCoverOrphan *orphan = ent_cover_plan_get (plan, position);
  const EntRoundsVisit *visit = ent_cover_plan_visit (plan, position);
  const char *name = ent_cover_plan_client (plan, position)->name;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (orphan->old_start == ENT_ROUNDS_NONE)
    return g_strdup (name);
  from = clock_of (orphan->old_start);
  to = clock_of (orphan->old_start + visit->minutes);
  return g_strdup_printf ("%s–%s · %s", from, to, name);
}

/* Who comes too, when the visit takes two. */
static char *
describe_pair (const EntCoverPlan *plan, const EntRoundsVisit *visit)
{
  int carer, start;

  if (visit->pair == ENT_ROUNDS_NONE)
    return NULL;
  ent_rounds_judge_get_place (plan->judge, visit->pair, &carer, &start);
  if (carer == ENT_ROUNDS_NONE || start == ENT_ROUNDS_NONE)
    return g_strdup (_ ("takes two carers"));
  /* Translators: a carer */
  return g_strdup_printf (_ ("takes two carers: %s comes too"),
                          g_array_index (plan->week->carers, EntRoundsCarer, carer).name);
}

char *
ent_cover_describe_need (const EntCoverPlan *plan, guint position)
{
  const EntRoundsVisit *visit = ent_cover_plan_visit (plan, position);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *pair = describe_pair (plan, visit);
  g_auto (GStrv) all = NULL;

  g_strv_builder_add (parts, ent_cover_priority_word (visit->priority));
  if (visit->activity != NULL)
    g_strv_builder_add (parts, visit->activity);
  if (pair != NULL)
    g_strv_builder_add (parts, pair);
  if (ent_cover_plan_get (plan, position)->was_locked)
    g_strv_builder_add (parts, _ ("locked"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

char *
ent_cover_describe_who (const EntCoverPlan *plan, const EntRoundsOffer *offer)
{
  g_autofree char *at = clock_of (offer->start);

  /* Translators: a carer, and a time of the day: “Luce Leroy, 08:15” */
  return g_strdup_printf (_ ("%1$s, %2$s"),
                          g_array_index (plan->week->carers, EntRoundsCarer, offer->carer).name,
                          at);
}

static char *
describe_time (const EntCoverOrphan *orphan, int start)
{
  int minutes = start - orphan->old_start;
  g_autofree char *length = ent_duration_format (ABS (minutes));

  if (orphan->old_start == ENT_ROUNDS_NONE)
    return NULL;
  if (minutes == 0)
    return g_strdup (_ ("same time"));
  /* Translators: a duration: “15 min later” */
  return g_strdup_printf (minutes > 0 ? _ ("%s later") : _ ("%s earlier"), length);
}

static char *
describe_tie (const EntRoundsAnswer *answer)
{
  if (answer->is_wished)
    return g_strdup (_ ("wished there"));
  if (answer->known == 0)
    return g_strdup (_ ("new there"));
  return g_strdup_printf (ngettext ("has been there %d time", "has been there %d times",
                                    (gulong) answer->known),
                          answer->known);
}

static char *
describe_way (const EntRoundsAnswer *answer)
{
  g_autofree char *minutes = ent_duration_format (ABS (answer->travel));
  const char *sign = answer->travel < 0 ? "−" : "+";

  if (answer->travel == 0)
    return g_strdup (_ ("no more way"));
  if (ABS (answer->metres) < LEAST_METRES)
    /* Translators: a sign and a duration: “+4 min on the way” */
    return g_strdup_printf (_ ("%1$s%2$s on the way"), sign, minutes);
  /* Translators: a sign and a duration, then kilometres with their sign: “+4 min, +2.1 km” */
  return g_strdup_printf (_ ("%1$s%2$s, %3$+.1f km"), sign, minutes, answer->metres / 1000.0);
}

static char *
describe_week (const EntRoundsAnswer *answer)
{
  g_autofree char *work = ent_duration_format (answer->week_minutes);
  g_autofree char *contract = NULL;
  g_autofree char *beyond = NULL;

  if (answer->contract_minutes == ENT_INT_NONE)
    return g_steal_pointer (&work);
  contract = ent_duration_format (answer->contract_minutes);
  if (!answer->is_overtime)
    /* Translators: hours worked in a week and hours of the contract: “12 h 30 of 19 h” */
    return g_strdup_printf (_ ("%1$s of %2$s"), work, contract);
  beyond = ent_duration_format (answer->week_minutes - answer->contract_minutes);
  /* Translators: hours of the contract, and hours beyond it: “19 h and 30 min overtime” */
  return g_strdup_printf (_ ("%1$s and %2$s overtime"), contract, beyond);
}

char *
ent_cover_describe_why (const EntCoverPlan *plan, guint position, const EntRoundsOffer *offer)
{
  const EntCoverOrphan *orphan = ent_cover_plan_get (plan, position);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *when = describe_time (orphan, offer->start);
  g_auto (GStrv) all = NULL;

  if (when != NULL)
    g_strv_builder_add (parts, when);
  g_strv_builder_take (parts, describe_tie (&offer->answer));
  g_strv_builder_take (parts, describe_way (&offer->answer));
  g_strv_builder_take (parts, describe_week (&offer->answer));
  if (offer->answer.is_outside_wish)
    g_strv_builder_add (parts, _ ("outside the wished hours"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

char *
ent_cover_describe_total (const EntCoverPlan *plan)
{
  guint n = plan->orphans->len;
  guint given = ent_cover_plan_count (plan, ENT_COVER_GIVEN);
  guint cancelled = ent_cover_plan_count (plan, ENT_COVER_CANCELLED);
  guint left = n - given - cancelled;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u visit", "%u visits", n), n));
  if (given > 0)
    g_strv_builder_take (parts, g_strdup_printf (ngettext ("%u given", "%u given", given), given));
  if (cancelled > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u cancelled", "%u cancelled", cancelled),
                                          cancelled));
  if (left > 0)
    g_strv_builder_take (parts,
                         g_strdup_printf (ngettext ("%u to place", "%u to place", left), left));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}
