/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Months of home care in the invented commune: hours that are subsidised, a month that was closed,
 * what was found wrong with it afterwards. The month before this one is left to be settled and
 * closed. Thread of the connection. */

#include "ent-agent.h"
#include "ent-contingent.h"
#include "ent-date.h"
#include "ent-demo-told.h"
#include "ent-month-bill.h"
#include "ent-month-close.h"
#include "ent-month-contingent.h"

/* The month before the last one is closed: what there is to do in a month shows in the last. */
#define MONTHS_BACK 2
/* In the first days of a month the one before is looked through. */
#define DAYS_TO_SETTLE 5
#define OFFICE_HOUR_US (G_GINT64_CONSTANT (14) * 3600 * G_USEC_PER_SEC)
#define DAY_US (G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC)
#define STEP_HOURS 50

gint32
ent_demo_month_last_day (EntDemo *demo)
{
  return ent_month_last_day (ent_month_add (ent_month_of_day (demo->today), -MONTHS_BACK));
}

gint32
ent_demo_month_closed_on (gint32 last_day)
{
  return ent_day_next_working (last_day + DAYS_TO_SETTLE);
}

static void
write_hours (EntDemo *demo, gint64 activity, int year, EntContingentKind kind, int hours)
{
  EntContingent *contingent = ent_record_new (ENT_TYPE_CONTINGENT);
  gboolean granted = kind == ENT_CONTINGENT_GRANTED;

  contingent->activity_id = activity;
  contingent->year = year;
  contingent->kind = (int) kind;
  contingent->hours = hours;
  contingent->decided_on = granted ? ent_day_from_ymd (year - 1, 12, 12)
                                   : ent_day_from_ymd (year, 6, 24);
  contingent->source = g_strdup (granted ? "Arrêté d’octroi (exemple inventé)"
                                         : "Redistribution de juin (exemple inventée)");
  ent_demo_write (demo, contingent);
}

static int
in_steps (gint64 minutes, int percent)
{
  int hours = (int) (minutes * percent / 6000);

  return MAX (STEP_HOURS, hours / STEP_HOURS * STEP_HOURS);
}

/* By what will be needed: of the first a little more, of the others a little less. In June hours
 * move from the first to the second. */
static void
write_contingents (EntDemo *demo)
{
  static const int percents[] = { 106, 97, 104 };
  int year = ent_month_of_day (demo->today).year;
  g_autoptr (GPtrArray) standings = NULL;

  standings = ent_contingent_query_standings (ent_apply_get_db (demo->apply), year, demo->today,
                                              demo->cancellable, &demo->error);
  for (guint i = 0; standings != NULL && i < standings->len; i++)
    {
      const EntContingentStanding *standing = g_ptr_array_index (standings, i);
      int hours = in_steps (standing->forecast, percents[i % G_N_ELEMENTS (percents)]);

      write_hours (demo, standing->activity_id, year - 1, ENT_CONTINGENT_GRANTED,
                   MAX (STEP_HOURS, hours - STEP_HOURS));
      write_hours (demo, standing->activity_id, year, ENT_CONTINGENT_GRANTED, hours);
      if (i < 2 && demo->today >= ent_day_from_ymd (year, 6, 24))
        write_hours (demo, standing->activity_id, year, ENT_CONTINGENT_CORRECTION,
                     i == 0 ? -STEP_HOURS / 2 : STEP_HOURS / 2);
    }
}

static void
write_set_aside (EntDemo *demo, EntMonth month, gint64 person_id, gint32 on)
{
  EntMonthCorrection *aside = ent_record_new (ENT_TYPE_MONTH_CORRECTION);

  aside->kind = ENT_MONTH_SET_ASIDE;
  aside->year = month.year;
  aside->month = month.month;
  aside->person_id = person_id;
  aside->reason = g_strdup ("Enquête sur les revenus en cours.");
  aside->entered_on = on;
  ent_demo_write (demo, aside);
}

/* For whom nothing was decided, that is said with its reason; bills stand in the order of names. */
static void
set_aside (EntDemo *demo, const EntMonthLedger *ledger, gint32 on)
{
  g_autoptr (GPtrArray) bills = ent_month_bill (ledger);
  gint64 last = 0;

  for (guint i = 0; i < bills->len; i++)
    {
      const EntBillLine *line = g_ptr_array_index (bills, i);

      if (line->kind != ENT_BILL_NO_RATE || line->person_id == last)
        continue;
      last = line->person_id;
      write_set_aside (demo, ledger->from, last, on);
    }
}

static EntMonthLedger *
load (EntDemo *demo, EntMonth month)
{
  if (demo->error != NULL)
    return NULL;
  return ent_month_ledger_load (ent_apply_get_db (demo->apply), month, month, demo->today, NULL,
                                demo->cancellable, &demo->error);
}

/* Who closes it: the first of the social workers. */
static char *
coordinator (EntDemo *demo)
{
  g_autoptr (EntAgent) agent = NULL;

  if (demo->error == NULL && demo->workers->len > 0)
    agent = ent_apply_load (demo->apply, &ent_agent_schema,
                            g_array_index (demo->workers, gint64, 0), &demo->error);
  return agent != NULL ? ent_record_get_summary (agent) : g_strdup ("");
}

static void
close_month (EntDemo *demo, EntMonth month, gint32 on)
{
  g_autofree char *author = coordinator (demo);
  EntMonthClosingOrder order = { month, demo->today, author, NULL, on * DAY_US + OFFICE_HOUR_US };

  if (demo->error == NULL)
    ent_month_close (demo->apply, &order, demo->cancellable, &demo->error);
}

/* Somebody went home half an hour early, and said so when the month was closed. */
static void
write_correction (EntDemo *demo, EntMonth month, GPtrArray *lines, gint32 closed_on)
{
  const EntMonthLine *line = NULL;
  EntMonthCorrection *correction;

  for (guint i = 0; i < lines->len && line == NULL; i++)
    {
      const EntMonthLine *found = g_ptr_array_index (lines, i);

      if (found->done >= 60 && found->price > 0 && found->carer_id != 0)
        line = found;
    }
  if (line == NULL)
    return;
  correction = ent_record_new (ENT_TYPE_MONTH_CORRECTION);
  correction->kind = ENT_MONTH_CORRECTED;
  correction->year = month.year;
  correction->month = month.month;
  correction->person_id = line->person_id;
  correction->carer_id = line->carer_id;
  correction->activity_id = line->activity_id;
  correction->minutes = -30;
  correction->amount = ent_month_amount (-30, line->price);
  correction->reason = g_strdup (
      "Prestation écourtée d’une demi-heure, signalée après la clôture.");
  correction->entered_on = ent_day_next_working (closed_on + 7);
  ent_demo_write (demo, correction);
}

void
ent_demo_fill_month (EntDemo *demo)
{
  EntMonth month = ent_month_of_day (ent_demo_month_last_day (demo));
  gint32 on = ent_demo_month_closed_on (ent_demo_month_last_day (demo));
  g_autoptr (EntMonthLedger) closed = NULL;
  g_autoptr (EntMonthLedger) open = NULL;

  if (demo->error == NULL)
    write_contingents (demo);
  closed = load (demo, month);
  if (closed == NULL)
    return;
  set_aside (demo, closed, on);
  close_month (demo, month, on);
  write_correction (demo, month, closed->lines, on);
  open = load (demo, ent_month_add (month, 1));
  if (open != NULL)
    set_aside (demo, open, demo->today);
}
