/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the judge answers, in sentences. Any thread. */

#include "ent-rounds-judge-private.h"

#include "ent-carer-enums.h"
#include "ent-clock.h"

#include <glib/gi18n-lib.h>

static char *
clock_of (int minutes)
{
  return ent_clock_format (minutes - ent_rounds_day_of (minutes) * ENT_ROUNDS_DAY);
}

static const EntRoundsVisit *
visit_at (const EntRoundsWeek *week, int visit)
{
  return &g_array_index (week->visits, EntRoundsVisit, visit);
}

static const EntRoundsClient *
client_of (const EntRoundsWeek *week, int visit)
{
  return &g_array_index (week->clients, EntRoundsClient, visit_at (week, visit)->client);
}

static char *
describe_locked (const EntRoundsVisit *visit)
{
  if (ent_rounds_visit_is_open (visit))
    return g_strdup (_ ("This visit is locked: it stays where it is."));
  if (visit->state == ENT_VISIT_DONE || visit->state == ENT_VISIT_NOBODY_HOME)
    return g_strdup (_ ("This visit is over."));
  return g_strdup (_ ("This visit is cancelled."));
}

static char *
describe_kind (const EntRoundsCarer *carer, const EntRoundsVisit *visit)
{
  /* Translators: a job, a name, a job: “Asks for: Family aide. Luce Leroy: Household aide” */
  return g_strdup_printf (_ ("Asks for: %1$s. %2$s: %3$s"),
                          ent_enum_label (&ent_carer_kind_enum, visit->carer_kind), carer->name,
                          ent_enum_label (&ent_carer_kind_enum, carer->kind));
}

static char *
describe_allergy (const EntRoundsCarer *carer, const EntRoundsClient *client)
{
  if (carer->avoids_dogs && client->has_dog)
    /* Translators: two names, of a carer and of whom she would go to */
    return g_strdup_printf (_ ("%1$s avoids dogs, and %2$s has one."), carer->name, client->name);
  if (carer->avoids_cats && client->has_cat)
    /* Translators: two names, of a carer and of whom she would go to */
    return g_strdup_printf (_ ("%1$s avoids cats, and %2$s has one."), carer->name, client->name);
  /* Translators: two names, of a carer and of whom she would go to */
  return g_strdup_printf (_ ("%1$s avoids smoke, and there is smoke at %2$s’s."), carer->name,
                          client->name);
}

static char *
describe_away (const EntRoundsWeek *week, const EntRoundsCarer *carer, int shift)
{
  /* Translators: a name and why somebody is not there: “Luce Leroy is away: Sickness” */
  return g_strdup_printf (_ ("%1$s is away: %2$s"), carer->name,
                          g_array_index (week->shifts, EntRoundsShift, shift).reason);
}

static char *
describe_shift (const EntRoundsCarer *carer, int missing)
{
  g_autofree char *lacking = ent_duration_format (missing);

  if (missing == 0)
    return g_strdup_printf (_ ("%s does not work then."), carer->name);
  /* Translators: a duration, a name: “10 min outside the working hours of Luce Leroy” */
  return g_strdup_printf (_ ("%1$s outside the working hours of %2$s"), lacking, carer->name);
}

static char *
describe_window (const EntRoundsVisit *visit)
{
  g_autofree char *from = clock_of (visit->earliest);
  g_autofree char *to = clock_of (visit->latest);
  int midnight = visit->day * ENT_ROUNDS_DAY;

  if (visit->latest == midnight + ENT_ROUNDS_DAY + visit->minutes - 1)
    /* Translators: a time of the day */
    return g_strdup_printf (_ ("Agreed: not before %s"), from);
  if (visit->earliest == midnight)
    /* Translators: a time of the day */
    return g_strdup_printf (_ ("Agreed: over by %s"), to);
  /* Translators: two times of the day */
  return g_strdup_printf (_ ("Agreed: between %1$s and %2$s"), from, to);
}

static char *
describe_fixed (const EntRoundsVisit *visit)
{
  g_autofree char *at = clock_of (visit->fixed_at);

  /* Translators: a time of the day */
  return g_strdup_printf (_ ("Promised for exactly %s"), at);
}

static char *
describe_overlap (EntRoundsJudge *self, const EntRoundsCarer *carer, const EntRoundsAnswer *answer)
{
  int other, start;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (answer->other == ENT_ROUNDS_NONE)
    return g_strdup_printf (_ ("%s works through midnight then."), carer->name);
  ent_rounds_judge_get_place (self, answer->other, &other, &start);
  from = clock_of (start);
  to = clock_of (start + visit_at (self->week, answer->other)->minutes);
  /* Translators: a name and two times: “At Anne Dupont’s from 09:00 to 10:00” */
  return g_strdup_printf (_ ("At %1$s’s from %2$s to %3$s"),
                          client_of (self->week, answer->other)->name, from, to);
}

static char *
describe_travel (EntRoundsJudge *self, const EntRoundsAnswer *answer)
{
  g_autofree char *lacking = ent_duration_format (answer->missing);
  const char *name = client_of (self->week, answer->other)->name;
  int other, start;

  ent_rounds_judge_get_place (self, answer->other, &other, &start);
  if (start < answer->start)
    /* Translators: a duration and a name */
    return g_strdup_printf (_ ("%1$s too little for the way from %2$s’s"), lacking, name);
  /* Translators: a duration and a name */
  return g_strdup_printf (_ ("%1$s too little for the way to %2$s’s"), lacking, name);
}

static char *
describe_pair (EntRoundsJudge *self, const EntRoundsAnswer *answer)
{
  int carer = ENT_ROUNDS_NONE, start;
  const char *name;
  g_autofree char *at = NULL;

  if (answer->other != ENT_ROUNDS_NONE)
    ent_rounds_judge_get_place (self, answer->other, &carer, &start);
  if (carer == ENT_ROUNDS_NONE)
    return g_strdup (_ ("This takes two carers, and the other cannot come."));
  name = g_array_index (self->week->carers, EntRoundsCarer, carer).name;
  if (answer->missing == 0)
    return g_strdup_printf (_ ("This takes two carers, and %s is already one of them."), name);
  at = clock_of (start);
  /* Translators: a name and a time of the day */
  return g_strdup_printf (_ ("This takes two carers, and %1$s comes at %2$s."), name, at);
}

static char *
describe_hours (const EntRoundsAnswer *answer)
{
  g_autofree char *beyond = ent_duration_format (answer->missing);
  g_autofree char *limit = ent_duration_format (answer->due);

  /* Translators: two durations: “45 min beyond the 8 h a day” */
  return g_strdup_printf (_ ("%1$s beyond the %2$s a day"), beyond, limit);
}

static char *
describe_break (const EntRoundsAnswer *answer, const EntRoundsHours *hours)
{
  g_autofree char *length = ent_duration_format (MAX (answer->due - answer->missing, 0));
  g_autofree char *due = ent_duration_format (answer->due);
  g_autofree char *work = ent_duration_format (hours->break_after);

  /* Translators: three durations: “Longest break 10 min: beyond 6 h of work a day 30 min are due”
   */
  return g_strdup_printf (_ ("Longest break %1$s: beyond %2$s of work a day %3$s are due"), length,
                          work, due);
}

static char *
describe_rest (const EntRoundsAnswer *answer)
{
  g_autofree char *rest = ent_duration_format (MAX (answer->due - answer->missing, 0));
  g_autofree char *least = ent_duration_format (answer->due);

  /* Translators: two durations */
  return g_strdup_printf (_ ("Only %1$s of rest between two days: %2$s are due"), rest, least);
}

static char *
describe_way (const EntRoundsAnswer *answer)
{
  g_autofree char *minutes = ent_duration_format (ABS (answer->travel));

  if (answer->travel == 0)
    return g_strdup (_ ("no more way"));
  if (answer->travel < 0)
    /* Translators: a duration; the sign is a minus: “−4 min on the way” */
    return g_strdup_printf (_ ("−%s on the way"), minutes);
  /* Translators: a duration: “+4 min on the way” */
  return g_strdup_printf (_ ("+%s on the way"), minutes);
}

static char *
describe_week (const EntRoundsAnswer *answer)
{
  g_autofree char *work = ent_duration_format (answer->week_minutes);
  g_autofree char *contract = NULL;

  if (answer->contract_minutes == ENT_INT_NONE)
    return g_steal_pointer (&work);
  contract = ent_duration_format (answer->contract_minutes);
  /* Translators: hours worked in a week and hours of the contract: “12 h 30 of 19 h” */
  return g_strdup_printf (_ ("%1$s of %2$s"), work, contract);
}

static char *
describe_cost (const EntRoundsAnswer *answer)
{
  g_autofree char *way = describe_way (answer);
  g_autofree char *hours = describe_week (answer);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add_many (parts, way, hours, NULL);
  if (answer->is_outside_wish)
    g_strv_builder_add (parts, _ ("outside the wished hours"));
  if (answer->is_wished)
    g_strv_builder_add (parts, _ ("wished there"));
  else if (answer->known == 0)
    g_strv_builder_add (parts, _ ("new there"));
  all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

char *
ent_rounds_judge_describe (EntRoundsJudge *self, int carer, const EntRoundsAnswer *answer)
{
  const EntRoundsWeek *week = self->week;
  const EntRoundsVisit *visit = visit_at (week, answer->visit);
  const EntRoundsCarer *c = &g_array_index (week->carers, EntRoundsCarer, carer);

  switch (answer->reason)
    {
    case ENT_ROUNDS_LOCKED:
      return describe_locked (visit);
    case ENT_ROUNDS_OTHER_DAY:
      return g_strdup (_ ("A visit keeps its day. Another day is chosen on its page."));
    case ENT_ROUNDS_NOT_QUALIFIED:
      return describe_kind (c, visit);
    case ENT_ROUNDS_NOT_HOME:
      /* Translators: the name of a beneficiary */
      return g_strdup_printf (_ ("%s is away from home that day."),
                              client_of (week, answer->visit)->name);
    case ENT_ROUNDS_BARRED:
      /* Translators: two names, of a carer and of whom she would go to */
      return g_strdup_printf (_ ("%1$s is not to go to %2$s’s."), c->name,
                              client_of (week, answer->visit)->name);
    case ENT_ROUNDS_ALLERGY:
      return describe_allergy (c, client_of (week, answer->visit));
    case ENT_ROUNDS_AWAY:
      return describe_away (week, c, answer->shift);
    case ENT_ROUNDS_NO_SHIFT:
      return describe_shift (c, answer->missing);
    case ENT_ROUNDS_WINDOW:
      return describe_window (visit);
    case ENT_ROUNDS_FIXED_TIME:
      return describe_fixed (visit);
    case ENT_ROUNDS_OVERLAP:
      return describe_overlap (self, c, answer);
    case ENT_ROUNDS_TRAVEL:
      return describe_travel (self, answer);
    case ENT_ROUNDS_PAIR:
      return describe_pair (self, answer);
    case ENT_ROUNDS_DAY_HOURS:
      return describe_hours (answer);
    case ENT_ROUNDS_BREAK:
      return describe_break (answer,
                             ent_rounds_week_hours (week, ent_rounds_day_of (answer->start)));
    case ENT_ROUNDS_REST:
      return describe_rest (answer);
    case ENT_ROUNDS_FITS:
    default:
      return describe_cost (answer);
    }
}
