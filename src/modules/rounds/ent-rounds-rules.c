/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forbids a visit to be made by a carer at a time, one function a rule. Any thread. */

#include "ent-rounds-judge-private.h"

/* TRUE when the rule refuses; it notes what stands in the way and what is lacking. */
typedef gboolean (*Rule) (EntRoundsCase *c);

static gboolean
refuse (EntRoundsCase *c, int other, int missing)
{
  c->answer->other = other;
  c->answer->missing = missing;
  return TRUE;
}

static gboolean
refuse_of (EntRoundsCase *c, int other, int missing, int due)
{
  c->answer->due = due;
  return refuse (c, other, missing);
}

static gboolean
is_not_qualified (EntRoundsCase *c)
{
  return c->visit->carer_kind != 0 && c->visit->carer_kind != c->carer->kind;
}

static gboolean
is_not_home (EntRoundsCase *c)
{
  return ent_rounds_week_is_away (c->week, c->visit);
}

static gboolean
is_barred (EntRoundsCase *c)
{
  return ent_rounds_judge_tie (c->judge, c->visit->client, c->carer_index)->is_refused;
}

static gboolean
is_allergic (EntRoundsCase *c)
{
  const EntRoundsClient *client = &g_array_index (c->week->clients, EntRoundsClient,
                                                  c->visit->client);

  return (c->carer->avoids_dogs && client->has_dog) || (c->carer->avoids_cats && client->has_cat) ||
         (c->carer->avoids_smoke && client->smokes);
}

static gboolean
is_away (EntRoundsCase *c)
{
  int first, end;

  ent_rounds_week_shifts_of (c->week, c->carer_index, &first, &end);
  for (int i = first; i < end; i++)
    {
      const EntRoundsShift *shift = &g_array_index (c->week->shifts, EntRoundsShift, i);

      if (!shift->is_away || shift->from >= c->stop.to || shift->to <= c->stop.from)
        continue;
      c->answer->shift = i;
      return TRUE;
    }
  return FALSE;
}

/* Shifts that touch are worked through. What is worked of the visit counts as not lacking. */
static gboolean
has_no_shift (EntRoundsCase *c)
{
  int first, end;
  int covered = c->stop.from, worked = 0;

  ent_rounds_week_shifts_of (c->week, c->carer_index, &first, &end);
  for (int i = first; i < end; i++)
    {
      const EntRoundsShift *shift = &g_array_index (c->week->shifts, EntRoundsShift, i);
      int from = MAX (MAX (shift->from, c->stop.from), covered);
      int to = MIN (shift->to, c->stop.to);

      if (shift->is_away || from >= to)
        continue;
      worked += to - from;
      covered = to;
    }
  if (worked == c->visit->minutes)
    return FALSE;
  return refuse (c, ENT_ROUNDS_NONE, worked > 0 ? c->visit->minutes - worked : 0);
}

static gboolean
is_outside_window (EntRoundsCase *c)
{
  int missing;

  return !ent_rounds_visit_allows (c->visit, c->stop.from, &missing) &&
         refuse (c, ENT_ROUNDS_NONE, missing);
}

static gboolean
is_not_as_promised (EntRoundsCase *c)
{
  int fixed = c->visit->fixed_at;

  return fixed != ENT_ROUNDS_NONE && fixed != c->stop.from &&
         refuse (c, ENT_ROUNDS_NONE, ABS (fixed - c->stop.from));
}

/* The other one of two carers has a rule of its own. */
static gboolean
overlaps (EntRoundsCase *c)
{
  for (int i = 0; i < c->n; i++)
    {
      const EntRoundsStop *other = &c->round[i];

      if (i != c->at && other->visit != c->visit->pair && other->from < c->stop.to &&
          c->stop.from < other->to)
        return refuse (c, other->visit,
                       MIN (other->to, c->stop.to) - MAX (other->from, c->stop.from));
    }
  if (c->carer->busy_before != ENT_INT_NONE && c->carer->busy_before > c->stop.from)
    return refuse (c, ENT_ROUNDS_NONE, c->carer->busy_before - c->stop.from);
  return c->carer->busy_after != ENT_INT_NONE && c->carer->busy_after < c->stop.to &&
         refuse (c, ENT_ROUNDS_NONE, c->stop.to - c->carer->busy_after);
}

/* The stop before or behind, the other of the pair left out; NULL at the ends. */
static const EntRoundsStop *
neighbour (EntRoundsCase *c, int step)
{
  int i = c->at + step;

  if (i >= 0 && i < c->n && c->round[i].visit == c->visit->pair)
    i += step;
  return i >= 0 && i < c->n ? &c->round[i] : NULL;
}

static gboolean
is_too_far (EntRoundsCase *c)
{
  const EntRoundsStop *before = neighbour (c, -1);
  const EntRoundsStop *behind = neighbour (c, 1);
  int late = 0;

  if (before != NULL)
    late = before->to + ent_rounds_stop_way (c->week, c->carer_index, before, &c->stop, NULL) -
           c->stop.from;
  if (late > 0)
    return refuse (c, before->visit, late);
  if (behind != NULL)
    late = c->stop.to + ent_rounds_stop_way (c->week, c->carer_index, &c->stop, behind, NULL) -
           behind->from;
  return late > 0 && refuse (c, behind->visit, late);
}

/* The two come at once, and are two. */
static gboolean
breaks_pair (EntRoundsCase *c)
{
  int pair = c->visit->pair;
  int carer, start;

  if (pair == ENT_ROUNDS_NONE || !ent_rounds_judge_is_made (c->judge, pair))
    return FALSE;
  ent_rounds_judge_get_place (c->judge, pair, &carer, &start);
  if (carer == c->carer_index)
    return refuse (c, pair, 0);
  return start != c->stop.from && refuse (c, pair, ABS (start - c->stop.from));
}

static gboolean
is_in_days (const EntRoundsStop *stop, int first)
{
  return stop->day >= first && stop->day < first + 7;
}

int
ent_rounds_work_of_week (const EntRoundsWeek *week,
                         int carer,
                         const EntRoundsStop *stops,
                         int n,
                         int day)
{
  EntRoundsSums sums;
  int monday = day - ent_rounds_days_since_monday (week, day);
  int first = 0, end;

  while (first < n && !is_in_days (&stops[first], monday))
    first++;
  for (end = first; end < n && is_in_days (&stops[end], monday);)
    end++;
  ent_rounds_stops_sum (week, carer, stops + first, (guint) (end - first), &sums);
  return sums.work;
}

/* The stops of its day of work. */
static void
find_day (const EntRoundsCase *c, int *first, int *end)
{
  *first = c->at;
  *end = c->at + 1;
  while (*first > 0 && c->round[*first - 1].day == c->stop.day)
    (*first)--;
  while (*end < c->n && c->round[*end].day == c->stop.day)
    (*end)++;
}

static gboolean
is_too_long (EntRoundsCase *c)
{
  int limit = c->carer->daily_minutes;
  int first, end;
  EntRoundsSums sums;

  if (limit == ENT_INT_NONE)
    limit = ent_rounds_week_longest_day (c->week, c->stop.day);
  find_day (c, &first, &end);
  ent_rounds_stops_sum (c->week, c->carer_index, c->round + first, (guint) (end - first), &sums);
  return sums.work > limit && refuse_of (c, ENT_ROUNDS_NONE, sums.work - limit, limit);
}

/* The longest time between two stops that no way takes. Who stays at one home for longer than that
 * rests there. */
static int
longest_break (EntRoundsCase *c, int first, int end, const EntRoundsHours *hours)
{
  int longest = 0;

  for (int i = first; i < end; i++)
    {
      const EntRoundsStop *stop = &c->round[i];
      int way = 0;

      if (stop->to - stop->from > hours->break_after)
        return hours->break_length;
      if (i == first)
        continue;
      if (ent_rounds_stop_joins (stop - 1, stop))
        way = ent_rounds_stop_way (c->week, c->carer_index, stop - 1, stop, NULL);
      longest = MAX (longest, stop->from - stop[-1].to - way);
    }
  return longest;
}

static gboolean
has_no_break (EntRoundsCase *c)
{
  const EntRoundsHours *hours = ent_rounds_week_hours (c->week, c->stop.day);
  int first, end, longest;
  EntRoundsSums sums;

  if (hours->break_length == 0)
    return FALSE;
  find_day (c, &first, &end);
  ent_rounds_stops_sum (c->week, c->carer_index, c->round + first, (guint) (end - first), &sums);
  if (sums.work <= hours->break_after)
    return FALSE;
  longest = longest_break (c, first, end, hours);
  return longest < hours->break_length &&
         refuse_of (c, ENT_ROUNDS_NONE, hours->break_length - longest, hours->break_length);
}

/* Than is due before the work of a day. */
static gboolean
rests_less (EntRoundsCase *c, int rest, int day)
{
  int due = ent_rounds_week_hours (c->week, day)->rest;

  return rest < due && refuse_of (c, ENT_ROUNDS_NONE, due - rest, due);
}

/* Visits of other days of work, also those just outside the picture. */
static gboolean
rests_too_little (EntRoundsCase *c)
{
  const EntRoundsCarer *carer = c->carer;
  const int edges[] = { carer->busy_before, carer->busy_after };

  for (int i = 0; i < c->n; i++)
    {
      const EntRoundsStop *other = &c->round[i];
      int rest = other->day < c->stop.day ? c->stop.from - other->to : other->from - c->stop.to;
      int due = ent_rounds_week_hours (c->week, MAX (other->day, c->stop.day))->rest;

      if (other->day != c->stop.day && rest < due)
        return refuse_of (c, other->visit, due - rest, due);
    }
  return (edges[0] != ENT_INT_NONE && c->stop.day >= 0 &&
          rests_less (c, c->stop.from - edges[0], c->stop.day)) ||
         (edges[1] != ENT_INT_NONE && rests_less (c, edges[1] - c->stop.to, c->stop.day + 1));
}

EntRoundsReason
ent_rounds_rules_apply (EntRoundsCase *c)
{
  static const struct
  {
    EntRoundsReason reason;
    Rule refuses;
  } rules[] = {
    { ENT_ROUNDS_NOT_QUALIFIED, is_not_qualified },
    { ENT_ROUNDS_NOT_HOME, is_not_home },
    { ENT_ROUNDS_BARRED, is_barred },
    { ENT_ROUNDS_ALLERGY, is_allergic },
    { ENT_ROUNDS_AWAY, is_away },
    { ENT_ROUNDS_NO_SHIFT, has_no_shift },
    { ENT_ROUNDS_WINDOW, is_outside_window },
    { ENT_ROUNDS_FIXED_TIME, is_not_as_promised },
    { ENT_ROUNDS_OVERLAP, overlaps },
    { ENT_ROUNDS_TRAVEL, is_too_far },
    { ENT_ROUNDS_PAIR, breaks_pair },
    { ENT_ROUNDS_DAY_HOURS, is_too_long },
    { ENT_ROUNDS_BREAK, has_no_break },
    { ENT_ROUNDS_REST, rests_too_little },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (rules[i].refuses (c))
      return rules[i].reason;
  return ENT_ROUNDS_FITS;
}
