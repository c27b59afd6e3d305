/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The weeks that carers of the invented centre work. Thread of the connection. */

#include "ent-demo-week.h"

#include "ent-carer-enums.h"
#include "ent-carer-shift.h"

/* Hours on some days of the week; bit 1 is Monday, as ent_day_weekday() counts. */
typedef struct
{
  guint days;
  int week;
  int from;
  int to;
} Hours;

#define ON(weekday) (1u << ENT_WEEKDAY_##weekday)
#define ALL_DAYS (ON (MONDAY) | ON (TUESDAY) | ON (WEDNESDAY) | ON (THURSDAY) | ON (FRIDAY))
#define AT(hours, minutes) ((hours) * 60 + (minutes))
#define MOST_HOURS 3

/* On average over weeks A and B each comes to its contract. */
static const struct
{
  int weekly_minutes;
  gboolean is_night;
  Hours hours[MOST_HOURS]; /* ends with no days */
} patterns[] = {
  { AT (19, 0),
    FALSE,
    { { ALL_DAYS & ~ON (FRIDAY), ENT_WEEK_EVERY, AT (8, 0), AT (12, 0) },
      { ON (FRIDAY), ENT_WEEK_EVERY, AT (8, 0), AT (11, 0) } } },
  { AT (19, 0),
    FALSE,
    { { ALL_DAYS, ENT_WEEK_A, AT (8, 0), AT (12, 0) },
      { ALL_DAYS & ~ON (WEDNESDAY), ENT_WEEK_B, AT (8, 0), AT (12, 30) } } },
  { AT (25, 0), FALSE, { { ALL_DAYS, ENT_WEEK_EVERY, AT (7, 30), AT (12, 30) } } },
  { AT (25, 0), FALSE, { { ALL_DAYS, ENT_WEEK_EVERY, AT (12, 0), AT (17, 0) } } },
  { AT (30, 0),
    FALSE,
    { { ALL_DAYS, ENT_WEEK_EVERY, AT (8, 0), AT (12, 0) },
      { ALL_DAYS, ENT_WEEK_EVERY, AT (13, 0), AT (15, 0) } } },
  { AT (30, 0),
    FALSE,
    { { ALL_DAYS & ~ON (WEDNESDAY), ENT_WEEK_EVERY, AT (8, 0), AT (12, 0) },
      { ALL_DAYS & ~ON (WEDNESDAY), ENT_WEEK_EVERY, AT (12, 30), AT (16, 0) } } },
  { AT (38, 0),
    FALSE,
    { { ALL_DAYS, ENT_WEEK_EVERY, AT (8, 0), AT (12, 0) },
      { ALL_DAYS, ENT_WEEK_EVERY, AT (12, 30), AT (16, 6) } } },
  { AT (20, 0),
    TRUE,
    { { ON (MONDAY) | ON (WEDNESDAY), ENT_WEEK_A, AT (21, 0), AT (7, 0) },
      { ON (TUESDAY) | ON (SATURDAY), ENT_WEEK_B, AT (21, 0), AT (7, 0) } } },
  { AT (30, 0),
    TRUE,
    { { ON (TUESDAY) | ON (THURSDAY) | ON (SUNDAY), ENT_WEEK_EVERY, AT (21, 0), AT (7, 0) } } },
};

EntDemoWeek
ent_demo_week_draw (EntDemo *demo, int kind, guint turn)
{
  static const guint by_day[G_N_ELEMENTS (patterns)] = { 8, 8, 10, 10, 18, 14, 32, 0, 0 };
  static const guint afternoons = 3, many_nights = 8, few_nights = 7;
  const guint by_turns[] = { afternoons, many_nights, afternoons, few_nights };
  guint drawn = kind == ENT_CARER_HOME_SITTER
                    ? by_turns[turn % G_N_ELEMENTS (by_turns)]
                    : ent_demo_draw (demo, by_day, G_N_ELEMENTS (patterns));

  return (EntDemoWeek) { drawn, patterns[drawn].weekly_minutes };
}

static void
write_shift (EntDemo *demo, gint64 carer_id, int weekday, int week, const Hours *hours)
{
  EntCarerShift *shift = ent_record_new (ENT_TYPE_CARER_SHIFT);

  shift->carer_id = carer_id;
  shift->weekday = weekday;
  shift->week = week;
  shift->from_time = hours->from;
  shift->to_time = hours->to;
  ent_demo_write (demo, shift);
}

/* Every fourth carer by day works on the Saturday of one week in two, in the stead of a day of that
 * week: half of them in week A, half in week B, some on the Sunday as well. */
static gboolean
takes_turn (const EntDemoWeek *week, guint turn, const Hours *hours, int weekday)
{
  return turn % 4 < 2 && !patterns[week->pattern].is_night && hours->week == ENT_WEEK_EVERY &&
         (weekday == ENT_WEEKDAY_THURSDAY || (turn % 8 < 2 && weekday == ENT_WEEKDAY_TUESDAY));
}

static void
write_turn (EntDemo *demo, gint64 carer_id, int weekday, guint turn, const Hours *hours)
{
  gboolean first = turn % 2 == 0;
  int end = weekday == ENT_WEEKDAY_THURSDAY ? ENT_WEEKDAY_SATURDAY : ENT_WEEKDAY_SUNDAY;

  write_shift (demo, carer_id, weekday, first ? ENT_WEEK_B : ENT_WEEK_A, hours);
  write_shift (demo, carer_id, end, first ? ENT_WEEK_A : ENT_WEEK_B, hours);
}

void
ent_demo_week_write (EntDemo *demo, gint64 carer_id, const EntDemoWeek *week, guint turn)
{
  for (guint i = 0; i < MOST_HOURS; i++)
    for (int weekday = ENT_WEEKDAY_MONDAY; weekday <= ENT_WEEKDAY_SUNDAY; weekday++)
      {
        const Hours *hours = &patterns[week->pattern].hours[i];

        if ((hours->days & 1u << weekday) == 0)
          continue;
        if (takes_turn (week, turn, hours, weekday))
          write_turn (demo, carer_id, weekday, turn, hours);
        else
          write_shift (demo, carer_id, weekday, hours->week, hours);
      }
}
