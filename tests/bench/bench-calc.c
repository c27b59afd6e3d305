/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures the calculator: a large case, and an indexation run over the running files of a city.
 * Prints "BENCH, name, value, unit, goal", separated by tabs. One thread. */

#include "ent-calc-ris.h"
#include "ent-date.h"

#include <stdlib.h>

#define N_REPEATED 10000
#define N_FILES 14000

static void
print (const char *name, double value, const char *unit, const char *goal)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.4f", value);
  g_print ("BENCH\t%s\t%s\t%s\t%s\n", name, text, unit, goal);
}

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000;
}

static void
add_resources (EntCalcCase *c, int number)
{
  for (int i = 0; i < 1 + number % 6; i++)
    {
      EntCalcResource *resource = ent_calc_case_add_resource (c);

      resource->kind = i == 0 ? ENT_CALC_WORK : ENT_CALC_SICKNESS + (number + i) % 4;
      resource->amount = 100 * ((number * 37 + i * 11) % 300);
    }
}

static void
add_parents (EntCalcCase *c, int number)
{
  for (int i = 0; i < number % 3; i++)
    {
      EntCalcMember *member = ent_calc_case_add_member (c);
      EntCalcResource *resource = ent_calc_member_add_resource (member);

      member->relation = ENT_CALC_PARENT;
      member->counted = ENT_CALC_COUNT_YES;
      resource->kind = ENT_CALC_PENSION;
      resource->amount = 100000 + number % 997 * 100;
    }
}

/* An invented file; all differ. */
static EntCalcCase *
make_case (int number)
{
  EntCalcCase *c = ent_calc_case_new ();

  c->day = ent_day_from_ymd (2025, 2, 1);
  c->requested = ent_day_from_ymd (2024, 1 + number % 12, 1 + number % 28);
  c->capital = number % 5 * 400000;
  ent_calc_case_add_property (c)->cadastral = number % 4 * 50000;
  c->isp = number % 2 == 0 ? ENT_CALC_ISP_GENERAL : ENT_CALC_ISP_NONE;
  c->isp_since = c->day - number % 900;
  c->isp_was_on_income = TRUE;
  add_resources (c, number);
  add_parents (c, number);
  return c;
}

static void
stop_on (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-calc: %s\n", error->message);
  exit (1);
}

static void
measure_one (EntCalcScales *scales)
{
  g_autoptr (EntCalcCase) c = make_case (5);
  double start = now_ms ();

  for (int i = 0; i < N_REPEATED; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (EntCalcResult) result = ent_calc_ris (c, scales, &error);

      stop_on (error);
    }
  print ("a calculation", (now_ms () - start) / N_REPEATED, "ms", "< 1");
}

static void
measure_indexation (EntCalcScales *scales)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new ();
  EntCalcMoment before = { scales, ent_day_from_ymd (2026, 2, 28) };
  EntCalcMoment after = { scales, ent_day_from_ymd (2026, 3, 1) };
  g_autoptr (GArray) found = NULL;
  double start;

  g_ptr_array_set_free_func (cases, (GDestroyNotify) ent_calc_case_free);
  for (int i = 0; i < N_FILES; i++)
    g_ptr_array_add (cases, make_case (i));
  start = now_ms ();
  found = ent_calc_index ((const EntCalcCase *const *) cases->pdata, cases->len, &before, &after);
  print ("an indexation run over 14,000 files", (now_ms () - start) / 1000, "s", "< 5");
  for (guint i = 0; i < found->len; i++)
    stop_on (g_array_index (found, EntCalcIndexed, i).error);
}

static void
measure_scales (void)
{
  double start = now_ms ();
  g_autoptr (EntCalcScales) scales = ent_calc_scales_new_shipped ();

  print ("reading the scales", now_ms () - start, "ms", "< 16");
}

int
main (void)
{
  g_autoptr (EntCalcScales) scales = ent_calc_scales_new_shipped ();

  measure_scales ();
  measure_one (scales);
  measure_indexation (scales);
  return 0;
}
