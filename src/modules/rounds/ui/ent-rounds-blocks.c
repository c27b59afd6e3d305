/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Carers' days as blocks. Main thread. */

#include "ent-rounds-blocks.h"

#include "ent-board-scale.h"
#include "ent-clock.h"
#include "ent-date.h"
#include "ent-schema.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int visit, carer, start;
  gboolean is_changed;
  const EntRoundsContrast *contrast; /* NULL: as the week before, or not compared */
} Stand;

typedef struct
{
  EntBoardContent *content;
  EntRoundsJudge *judge;
  const EntRoundsComparison *comparison; /* or NULL */
} Filling;

const char *
ent_rounds_priority_word (EntCarePriority priority)
{
  switch (priority)
    {
    case ENT_CARE_VITAL:
      return _ ("vital");
    case ENT_CARE_IMPORTANT:
      return _ ("important");
    case ENT_CARE_POSTPONABLE:
    default:
      return _ ("can wait");
    }
}

static char *
hours_of (const EntRoundsVisit *visit)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (visit->fixed_at != ENT_ROUNDS_NONE)
    {
      from = ent_clock_format (visit->fixed_at % ENT_BOARD_DAY);
      /* Translators: a visit at a promised time of day */
      return g_strdup_printf (_ ("at %s"), from);
    }
  if (visit->latest - visit->earliest >= ENT_BOARD_DAY)
    return NULL;
  from = ent_clock_format (visit->earliest % ENT_BOARD_DAY);
  to = ent_clock_format ((visit->latest - 1) % ENT_BOARD_DAY + 1);
  return g_strdup_printf (C_ ("times of a day", "%s to %s"), from, to);
}

char *
ent_rounds_describe_wanted (const EntRoundsWeek *week, int visit)
{
  const EntRoundsVisit *what = &g_array_index (week->visits, EntRoundsVisit, visit);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  gint32 day = week->first_day + what->day;
  char *hours = hours_of (what);

  g_ptr_array_add (parts, g_strdup (ent_weekday_name (ent_day_weekday (day))));
  if (hours != NULL)
    g_ptr_array_add (parts, hours);
  g_ptr_array_add (parts, ent_duration_format (what->minutes));
  if (what->pair != ENT_ROUNDS_NONE)
    g_ptr_array_add (parts, g_strdup (_ ("two carers")));
  g_ptr_array_add (parts, g_strdup (what->activity));
  return g_strjoinv (" · ", (char **) parts->pdata);
}

char *
ent_rounds_describe_whose (const EntRoundsWeek *week, int visit)
{
  const EntRoundsVisit *what = &g_array_index (week->visits, EntRoundsVisit, visit);
  gint32 day = week->first_day + what->day;

  return g_strdup_printf ("%s · %s",
                          g_array_index (week->clients, EntRoundsClient, what->client).name,
                          ent_weekday_name (ent_day_weekday (day)));
}

char *
ent_rounds_describe_stand (const EntRoundsWeek *week, int carer, int start)
{
  g_autofree char *time = NULL;

  if (carer == ENT_ROUNDS_NONE || start == ENT_ROUNDS_NONE)
    return g_strdup (_ ("nobody"));
  time = ent_clock_format (start % ENT_BOARD_DAY);
  return g_strdup_printf ("%s %s", g_array_index (week->carers, EntRoundsCarer, carer).name, time);
}

static void
add_rows (EntBoardContent *content, const EntRoundsWeek *week)
{
  for (guint i = 0; i < week->carers->len; i++)
    {
      const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, i);
      g_autofree char *work = ent_duration_format (ent_rounds_week_work (week, (int) i));
      g_autofree char *subtitle = NULL;

      if (carer->weekly_minutes != ENT_INT_NONE && week->n_days == 7)
        {
          g_autofree char *contract = ent_duration_format (carer->weekly_minutes);

          /* Translators: hours planned in a week, of those of the contract */
          subtitle = g_strdup_printf (_ ("%s of %s"), work, contract);
        }
      ent_board_content_add_row (content,
                                 &(EntBoardRow) { .id = carer->id,
                                                  .title = carer->name,
                                                  .subtitle = subtitle != NULL ? subtitle : work,
                                                  .colour = (guint) MAX (carer->colour - 1, 0) });
    }
}

static void
add_spans (EntBoardContent *content, const EntRoundsWeek *week)
{
  for (guint i = 0; i < week->shifts->len; i++)
    {
      const EntRoundsShift *shift = &g_array_index (week->shifts, EntRoundsShift, i);

      ent_board_content_add_span (content,
                                  &(EntBoardSpan) { .row = shift->carer,
                                                    .from = shift->from,
                                                    .to = shift->to,
                                                    .kind = shift->is_away ? ENT_BOARD_AWAY
                                                                           : ENT_BOARD_WORK,
                                                    .text = shift->reason });
    }
}

static EntBoardFlags
flags_of (EntRoundsJudge *judge, const Stand *stand)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (judge);
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, stand->visit);
  EntBoardFlags flags = 0;

  if (stand->is_changed || stand->contrast != NULL)
    flags |= ENT_BOARD_CHANGED;
  if (visit->is_locked || visit->state == ENT_VISIT_DONE)
    flags |= ENT_BOARD_LOCKED;
  if (visit->state == ENT_VISIT_DONE)
    flags |= ENT_BOARD_DONE;
  if (visit->priority == ENT_CARE_VITAL)
    flags |= ENT_BOARD_VITAL;
  if (visit->pair != ENT_ROUNDS_NONE)
    flags |= ENT_BOARD_PAIR;
  if (!ent_rounds_visit_is_open (visit) && visit->state != ENT_VISIT_DONE)
    flags |= ENT_BOARD_CANCELLED | ENT_BOARD_LOCKED;
  else if (visit->state != ENT_VISIT_DONE && !stand->is_changed &&
           ent_rounds_judge_standing (judge, stand->visit, NULL) != ENT_ROUNDS_FITS)
    flags |= ENT_BOARD_PROBLEM;
  return flags;
}

/* Why it has the sign of a problem, after what it is. */
static char *
detail_of (const Filling *self, const Stand *stand, EntBoardFlags flags)
{
  EntRoundsJudge *judge = self->judge;
  const EntRoundsWeek *week = ent_rounds_judge_get_week (judge);
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, stand->visit);
  g_autofree char *wanted = ent_rounds_describe_wanted (week, stand->visit);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (3, g_free, TRUE);
  EntRoundsAnswer answer;

  g_ptr_array_add (lines,
                   g_strdup_printf ("%s · %s", wanted, ent_rounds_priority_word (visit->priority)));
  if (stand->contrast != NULL)
    g_ptr_array_add (lines, ent_rounds_comparison_describe (self->comparison, stand->contrast));
  if ((flags & ENT_BOARD_PROBLEM) != 0)
    {
      ent_rounds_judge_ask (judge, stand->visit, stand->carer, stand->start, &answer);
      g_ptr_array_add (lines, ent_rounds_judge_describe (judge, stand->carer, &answer));
    }
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
add_block (const Filling *self, const Stand *stand, int travel)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (self->judge);
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, stand->visit);
  const EntRoundsClient *client = &g_array_index (week->clients, EntRoundsClient, visit->client);
  EntBoardFlags flags = flags_of (self->judge, stand);
  g_autofree char *detail = detail_of (self, stand, flags);

  ent_board_content_add_block (self->content, &(EntBoardBlock) { .id = visit->id,
                                                                 .row = stand->carer,
                                                                 .start = stand->start,
                                                                 .minutes = visit->minutes,
                                                                 .travel = travel,
                                                                 .flags = flags,
                                                                 .title = client->name,
                                                                 .detail = detail });
}

static int
compare_stands (gconstpointer first, gconstpointer second)
{
  const Stand *a = first, *b = second;

  if (a->carer != b->carer)
    return a->carer < b->carer ? -1 : 1;
  return (a->start > b->start) - (a->start < b->start);
}

/* Where each visit is on the board, by carer and time. */
static GArray *
list_stands (const EntRoundsWeek *week,
             const EntRoundsProposal *proposal,
             const EntRoundsComparison *comparison)
{
  GArray *stands = g_array_new (FALSE, FALSE, sizeof (Stand));

  for (guint i = 0; i < week->visits->len; i++)
    {
      const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, i);

      g_array_append_val (stands, ((Stand) { (int) i, visit->carer, visit->start, FALSE, NULL }));
    }
  for (guint i = 0; proposal != NULL && i < proposal->differences->len; i++)
    {
      const EntRoundsDifference *what = &g_array_index (proposal->differences, EntRoundsDifference,
                                                        i);

      if (what->is_accepted)
        g_array_index (stands, Stand, what->visit) = (Stand) { what->visit, what->to_carer,
                                                               what->to_start, TRUE, NULL };
    }
  for (guint i = 0; comparison != NULL && i < comparison->contrasts->len; i++)
    {
      const EntRoundsContrast *contrast = &g_array_index (comparison->contrasts, EntRoundsContrast,
                                                          i);

      if (contrast->now != ENT_ROUNDS_NONE)
        g_array_index (stands, Stand, contrast->now).contrast = contrast;
    }
  g_array_sort (stands, compare_stands);
  return stands;
}

static int
travel_to (const EntRoundsWeek *week, const Stand *before, const Stand *stand)
{
  const EntRoundsCarer *carer = &g_array_index (week->carers, EntRoundsCarer, stand->carer);
  const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, stand->visit);
  int from = carer->start_place;
  int to = g_array_index (week->clients, EntRoundsClient, visit->client).place;

  if (before != NULL && before->carer == stand->carer &&
      before->start / ENT_BOARD_DAY == stand->start / ENT_BOARD_DAY)
    {
      const EntRoundsVisit *last = &g_array_index (week->visits, EntRoundsVisit, before->visit);

      from = g_array_index (week->clients, EntRoundsClient, last->client).place;
    }
  return ent_rounds_week_way (week, carer->mode, from, to, NULL);
}

EntBoardContent *
ent_rounds_blocks (EntRoundsJudge *judge,
                   const EntRoundsProposal *proposal,
                   const EntRoundsComparison *comparison)
{
  const EntRoundsWeek *week = ent_rounds_judge_get_week (judge);
  EntBoardContent *content = ent_board_content_new (week->first_day, week->n_days);
  Filling self = { content, judge, comparison };
  g_autoptr (GArray) stands = list_stands (week, proposal, comparison);
  const Stand *before = NULL;

  add_rows (content, week);
  add_spans (content, week);
  for (guint i = 0; i < stands->len; i++)
    {
      const Stand *stand = &g_array_index (stands, Stand, i);
      const EntRoundsVisit *visit = &g_array_index (week->visits, EntRoundsVisit, stand->visit);

      if (stand->carer == ENT_ROUNDS_NONE || stand->start == ENT_ROUNDS_NONE)
        continue;
      add_block (&self, stand, travel_to (week, before, stand));
      if (ent_rounds_visit_is_open (visit) || visit->state == ENT_VISIT_DONE)
        before = stand;
    }
  ent_board_content_close (content);
  return content;
}
