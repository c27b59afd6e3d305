/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the month. Any thread. */

#include "ent-month-files.h"

#include "ent-date.h"
#include "ent-money.h"
#include "ent-month-bill.h"

#include <glib/gi18n-lib.h>

#include <string.h>

static void
add_column (EntMonthTable *table, const char *heading, EntMonthCellKind kind)
{
  ent_month_table_add_column (table, heading, kind);
}

static void
add_unsocial (EntMonthTable *table, const EntMonthSums *sums)
{
  for (int i = 0; i < ENT_UNSOCIAL_KINDS; i++)
    ent_month_table_add_number (table, sums->unsocial[i]);
}

static void
add_totals_row (EntMonthTable *table, const char *name, const EntMonthSums *sums)
{
  ent_month_table_begin_row (table);
  ent_month_table_add_text (table, name);
  ent_month_table_add_number (table, sums->planned);
  ent_month_table_add_number (table, sums->done);
  ent_month_table_add_number (table, sums->billable);
  ent_month_table_add_number (table, sums->travel_minutes);
  ent_month_table_add_number (table, sums->travel_metres);
  ent_month_table_add_number (table, sums->n_done);
  ent_month_table_add_number (table, sums->n_cancelled);
  ent_month_table_add_number (table, sums->n_nobody_home);
  add_unsocial (table, sums);
  ent_month_table_add_number (table, sums->corrected);
}

static const char *
grouping_heading (EntMonthGrouping by)
{
  switch (by)
    {
    case ENT_MONTH_BY_PERSON:
      return _ ("Beneficiary");
    case ENT_MONTH_BY_CARER:
      return _ ("Carer");
    case ENT_MONTH_BY_ACTIVITY:
      return _ ("Activity");
    default:
      return _ ("Quarter");
    }
}

EntMonthTable *
ent_month_table_totals (const EntMonthLedger *ledger, EntMonthGrouping by)
{
  EntMonthTable *table = ent_month_table_new (_ ("Totals of the month"));
  g_autoptr (GPtrArray) groups = ent_month_ledger_group (ledger, by);
  EntMonthSums total = ent_month_ledger_total (ledger);

  add_column (table, grouping_heading (by),
              by <= ENT_MONTH_BY_CARER ? ENT_CELL_NAME : ENT_CELL_TEXT);
  add_column (table, _ ("Hours planned"), ENT_CELL_MINUTES);
  add_column (table, _ ("Hours done"), ENT_CELL_MINUTES);
  add_column (table, _ ("Hours to bill"), ENT_CELL_MINUTES);
  add_column (table, _ ("On the way"), ENT_CELL_MINUTES);
  add_column (table, _ ("km"), ENT_CELL_METRES);
  add_column (table, _ ("Visits done"), ENT_CELL_COUNT);
  add_column (table, _ ("Cancelled"), ENT_CELL_COUNT);
  add_column (table, _ ("Nobody at home"), ENT_CELL_COUNT);
  for (int kind = 1; kind <= ENT_UNSOCIAL_KINDS; kind++)
    add_column (table, ent_enum_label (&ent_unsocial_kind_enum, kind), ENT_CELL_MINUTES);
  add_column (table, _ ("Corrections"), ENT_CELL_MINUTES);
  for (guint i = 0; i < groups->len; i++)
    {
      const EntMonthGroup *group = g_ptr_array_index (groups, i);

      add_totals_row (table, group->name, &group->sums);
    }
  add_totals_row (table, _ ("Total"), &total);
  table->has_total = TRUE;
  return table;
}

static void
add_pay_row (EntMonthTable *table, const char *name, const EntMonthSums *sums)
{
  ent_month_table_begin_row (table);
  ent_month_table_add_text (table, name);
  ent_month_table_add_number (table, sums->done);
  ent_month_table_add_number (table, sums->corrected);
  add_unsocial (table, sums);
  ent_month_table_add_number (table, sums->travel_minutes);
  ent_month_table_add_number (table, sums->travel_metres);
}

EntMonthTable *
ent_month_table_pay (const EntMonthLedger *ledger)
{
  EntMonthTable *table = ent_month_table_new (_ ("Hours for pay"));
  g_autoptr (GPtrArray) groups = ent_month_ledger_group (ledger, ENT_MONTH_BY_CARER);
  EntMonthSums total = ent_month_ledger_total (ledger);

  add_column (table, _ ("Carer"), ENT_CELL_NAME);
  add_column (table, _ ("Hours done"), ENT_CELL_MINUTES);
  add_column (table, _ ("Corrections"), ENT_CELL_MINUTES);
  for (int kind = 1; kind <= ENT_UNSOCIAL_KINDS; kind++)
    {
      /* Translators: a kind of hours, like “Evening”, then how much more they are paid */
      g_autofree char *heading = g_strdup_printf (
          _ ("%s (+%d %%)"), ent_enum_label (&ent_unsocial_kind_enum, kind),
          ent_unsocial_percent (ledger->unsocial_rates, (EntUnsocialKind) kind,
                                ent_month_last_day (ledger->to)));

      add_column (table, heading, ENT_CELL_MINUTES);
    }
  add_column (table, _ ("On the way"), ENT_CELL_MINUTES);
  add_column (table, _ ("km"), ENT_CELL_METRES);
  for (guint i = 0; i < groups->len; i++)
    {
      const EntMonthGroup *group = g_ptr_array_index (groups, i);

      add_pay_row (table, group->name, &group->sums);
    }
  add_pay_row (table, _ ("Total"), &total);
  table->has_total = TRUE;
  return table;
}

/* A view of the ledger with only what is of one activity and one quarter. */
static EntMonthLedger
part_of (const EntMonthLedger *ledger, gint64 activity_id, int year, int quarter)
{
  EntMonthLedger part = *ledger;

  part.lines = g_ptr_array_new ();
  part.corrections = g_ptr_array_new ();
  for (guint i = 0; i < ledger->lines->len; i++)
    {
      EntMonthLine *line = g_ptr_array_index (ledger->lines, i);
      EntMonth month = ent_month_of_day (line->day);

      if (line->activity_id == activity_id && month.year == year &&
          ent_month_quarter (month) == quarter)
        g_ptr_array_add (part.lines, line);
    }
  for (guint i = 0; i < ledger->corrections->len; i++)
    {
      EntMonthCorrection *correction = g_ptr_array_index (ledger->corrections, i);
      EntMonth month = ent_month_of_day (correction->entered_on);

      if (correction->activity_id == activity_id && month.year == year &&
          ent_month_quarter (month) == quarter)
        g_ptr_array_add (part.corrections, correction);
    }
  return part;
}

static void
add_authority_rows (EntMonthTable *table,
                    const EntMonthLedger *ledger,
                    const EntCareActivity *activity,
                    EntMonth month)
{
  EntMonthLedger part = part_of (ledger, ent_record_get_id ((gpointer) activity), month.year,
                                 ent_month_quarter (month));
  g_autoptr (GPtrArray) groups = ent_month_ledger_group (&part, ENT_MONTH_BY_PERSON);

  for (guint i = 0; i < groups->len; i++)
    {
      const EntMonthGroup *group = g_ptr_array_index (groups, i);

      if (group->sums.done == 0 && group->sums.corrected == 0)
        continue;
      ent_month_table_begin_row (table);
      ent_month_table_add_number (table, month.year);
      ent_month_table_add_number (table, ent_month_quarter (month));
      ent_month_table_add_text (table, activity->code);
      ent_month_table_add_text (table, activity->name);
      ent_month_table_add_text (table, group->name);
      ent_month_table_add_number (table, group->sums.done);
      ent_month_table_add_number (table, group->sums.corrected);
    }
  g_ptr_array_unref (part.lines);
  g_ptr_array_unref (part.corrections);
}

static int
quarter_number (EntMonth month)
{
  return month.year * 4 + ent_month_quarter (month) - 1;
}

EntMonthTable *
ent_month_table_authority (const EntMonthLedger *ledger)
{
  EntMonthTable *table = ent_month_table_new (_ ("Subsidised hours by quarter"));
  int first = quarter_number (ledger->from), last = quarter_number (ledger->to);

  add_column (table, _ ("Year"), ENT_CELL_COUNT);
  add_column (table, _ ("Quarter"), ENT_CELL_COUNT);
  add_column (table, _ ("Code"), ENT_CELL_TEXT);
  add_column (table, _ ("Activity"), ENT_CELL_TEXT);
  add_column (table, _ ("Beneficiary"), ENT_CELL_NAME);
  add_column (table, _ ("Hours done"), ENT_CELL_MINUTES);
  add_column (table, _ ("Corrections"), ENT_CELL_MINUTES);
  for (int quarter = first; quarter <= last; quarter++)
    for (guint i = 0; i < ledger->activities->len; i++)
      {
        const EntCareActivity *activity = g_ptr_array_index (ledger->activities, i);
        EntMonth month = { quarter / 4, quarter % 4 * 3 + 1 };

        if (activity->is_subsidised)
          add_authority_rows (table, ledger, activity, month);
      }
  return table;
}

static const char *
bill_note (const EntBillLine *line)
{
  switch (line->kind)
    {
    case ENT_BILL_NO_RATE:
      return _ ("No rate decided");
    case ENT_BILL_SET_ASIDE:
      return _ ("Not billed");
    case ENT_BILL_CORRECTION:
      return _ ("Correction");
    case ENT_BILL_HOURS:
    default:
      return NULL;
    }
}

static void
add_bill_row (EntMonthTable *table, const EntMonthLedger *ledger, const EntBillLine *line)
{
  EntCareActivity *activity = ent_month_ledger_activity (ledger, line->activity_id);
  g_autofree char *month = ent_month_format (line->month);

  ent_month_table_begin_row (table);
  ent_month_table_add_text (table, ent_month_ledger_person (ledger, line->person_id));
  ent_month_table_add_text (table, month);
  ent_month_table_add_text (table, activity != NULL ? activity->name : NULL);
  ent_month_table_add_number (table, line->first);
  ent_month_table_add_number (table, line->last);
  ent_month_table_add_number (table, line->n_visits);
  ent_month_table_add_number (table, line->minutes);
  ent_month_table_add_number (table, line->price);
  ent_month_table_add_number (table, line->amount);
  ent_month_table_add_text (table, bill_note (line));
}

EntMonthTable *
ent_month_table_bill (const EntMonthLedger *ledger)
{
  EntMonthTable *table = ent_month_table_new (_ ("Contributions to bill"));
  g_autoptr (GPtrArray) lines = ent_month_bill (ledger);

  add_column (table, _ ("Beneficiary"), ENT_CELL_NAME);
  add_column (table, _ ("Month"), ENT_CELL_TEXT);
  add_column (table, _ ("Activity"), ENT_CELL_TEXT);
  add_column (table, _ ("First visit"), ENT_CELL_DAY);
  add_column (table, _ ("Last visit"), ENT_CELL_DAY);
  add_column (table, _ ("Visits"), ENT_CELL_COUNT);
  add_column (table, _ ("Hours"), ENT_CELL_MINUTES);
  add_column (table, _ ("Price an hour"), ENT_CELL_MONEY);
  add_column (table, _ ("Amount"), ENT_CELL_MONEY);
  add_column (table, _ ("To be known"), ENT_CELL_TEXT);
  for (guint i = 0; i < lines->len; i++)
    add_bill_row (table, ledger, g_ptr_array_index (lines, i));
  return table;
}
