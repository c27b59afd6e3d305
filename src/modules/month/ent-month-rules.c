/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a month of home care is counted: months, rules in force, minutes, exceptions. Any thread. */

#include "ent-month-rules.h"

#include "ent-care-calendar.h"
#include "ent-care-rules.h"
#include "ent-date.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY 1440
#define MOST_YEAR 9999

EntMonth
ent_month_of_day (gint32 day)
{
  EntMonth self = { 0, 0 };

  ent_day_to_ymd (day, &self.year, &self.month, NULL);
  return self;
}

EntMonth
ent_month_add (EntMonth self, int months)
{
  int n = self.year * 12 + self.month - 1 + months;

  return (EntMonth) { n / 12, n % 12 + 1 };
}

int
ent_month_compare (EntMonth a, EntMonth b)
{
  return (a.year * 12 + a.month) - (b.year * 12 + b.month);
}

gint32
ent_month_first_day (EntMonth self)
{
  return ent_day_from_ymd (self.year, self.month, 1);
}

gint32
ent_month_last_day (EntMonth self)
{
  return ent_day_add_months (ent_month_first_day (self), 1) - 1;
}

int
ent_month_quarter (EntMonth self)
{
  return (self.month - 1) / 3 + 1;
}

char *
ent_month_format (EntMonth self)
{
  /* Translators: name of a month, year */
  g_autofree char *text = g_strdup_printf (C_ ("a month", "%s %d"), ent_month_name (self.month),
                                           self.year);
  gunichar first = g_unichar_toupper (g_utf8_get_char_validated (text, -1));
  GString *out = g_string_new (NULL);

  if (*text == '\0' || self.month < 1)
    return g_string_free (out, FALSE);
  g_string_append_unichar (out, first);
  g_string_append (out, g_utf8_next_char (text));
  return g_string_free (out, FALSE);
}

static void
check_percent (int percent, const char *field, EntIssues *issues)
{
  if (percent != ENT_INT_NONE && (percent < 0 || percent > 300))
    ent_issues_add (issues, field, _ ("A percentage lies between 0 and 300."));
}

void
ent_unsocial_rate_check (EntUnsocialRate *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  check_percent (self->percent, "percent", issues);
  if (self->from_minute != ENT_INT_NONE && self->from_minute == self->to_minute)
    ent_issues_add (issues, "to_minute", _ ("Between beginning and end no time passes."));
}

void
ent_month_rule_check (EntMonthRule *self, EntIssues *issues)
{
  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (self->value == ENT_INT_NONE)
    return;
  if (self->value < 0)
    ent_issues_add (issues, "value", _ ("This is not below zero."));
  if ((self->kind == ENT_MONTH_BILL_LATE_CANCEL || self->kind == ENT_MONTH_BILL_NOBODY_HOME) &&
      self->value > 100)
    ent_issues_add (issues, "value", _ ("At most 100 per cent can be billed."));
}

void
ent_contingent_check (EntContingent *self, EntIssues *issues)
{
  if (self->year != ENT_INT_NONE && (self->year < 1900 || self->year > MOST_YEAR))
    ent_issues_add (issues, "year", _ ("A year has four digits."));
  if (self->kind == ENT_CONTINGENT_GRANTED && self->hours != ENT_INT_NONE && self->hours < 0)
    ent_issues_add (issues, "hours", _ ("Only a correction takes hours off."));
}

void
ent_month_correction_check (EntMonthCorrection *self, EntIssues *issues)
{
  gboolean no_minutes = self->minutes == ENT_INT_NONE || self->minutes == 0;
  gboolean no_amount = self->amount == G_MININT64 || self->amount == 0;

  if (self->month != ENT_INT_NONE && (self->month < 1 || self->month > 12))
    ent_issues_add (issues, "month", _ ("A month lies between 1 and 12."));
  if (self->kind == ENT_MONTH_SET_ASIDE && self->person_id == 0)
    ent_issues_add (issues, "person_id", _ ("Say whose hours are not billed."));
  if (self->kind != ENT_MONTH_CORRECTED)
    return;
  if (no_minutes && no_amount)
    ent_issues_add (issues, "minutes", _ ("Say how many minutes or how much money."));
  if (self->person_id == 0 && self->carer_id == 0)
    ent_issues_add (issues, "person_id", _ ("Say for whom: a beneficiary, a carer or both."));
  if (!no_amount && self->person_id == 0)
    ent_issues_add (issues, "person_id", _ ("Say who is billed."));
}

static gboolean
covers (gint32 from, gint32 to, gint32 day)
{
  return from != ENT_DAY_NONE && from <= day && (to == ENT_DAY_NONE || day <= to);
}

static int
find_rule (GPtrArray *rules, EntMonthRuleKind kind, gint32 day, int fallback)
{
  EntMonthRule *found = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      EntMonthRule *rule = g_ptr_array_index (rules, i);

      if (rule->kind == (int) kind && covers (rule->from_day, rule->to_day, day) &&
          (found == NULL || rule->from_day > found->from_day))
        found = rule;
    }
  return found != NULL ? found->value : fallback;
}

EntMonthTerms
ent_month_terms (GPtrArray *rules, gint32 day)
{
  return (EntMonthTerms) {
    .tolerance = find_rule (rules, ENT_MONTH_TOLERANCE, day, 10),
    .late_cancel = find_rule (rules, ENT_MONTH_BILL_LATE_CANCEL, day, 0),
    .nobody_home = find_rule (rules, ENT_MONTH_BILL_NOBODY_HOME, day, 0),
  };
}

int
ent_visit_done_minutes (const EntVisit *self)
{
  if (self->state != ENT_VISIT_DONE)
    return 0;
  if (self->began_at == ENT_INT_NONE || self->ended_at == ENT_INT_NONE)
    return self->minutes;
  return ent_care_elapsed_minutes (self->day, self->began_at, self->ended_at);
}

int
ent_visit_counted_from (const EntVisit *self)
{
  return self->began_at != ENT_INT_NONE ? self->began_at : self->start_time;
}

int
ent_visit_billable_minutes (const EntVisit *self, const EntMonthTerms *terms)
{
  switch (self->state)
    {
    case ENT_VISIT_DONE:
      return ent_visit_done_minutes (self);
    case ENT_VISIT_NOBODY_HOME:
      return self->minutes * terms->nobody_home / 100;
    case ENT_VISIT_CANCELLED_BENEFICIARY:
      return self->notice_late ? self->minutes * terms->late_cancel / 100 : 0;
    default:
      return 0;
    }
}

static guint
cancelled_how (const EntVisit *self, const EntMonthFacts *facts)
{
  if (self->notice_late)
    return ENT_MONTH_CANCELLED_LATE;
  return facts->wants_notice && self->notice_minutes == ENT_INT_NONE ? ENT_MONTH_NO_NOTICE : 0;
}

static gboolean
differs (const EntVisit *self, int tolerance)
{
  int moved = self->began_at != ENT_INT_NONE && self->start_time != ENT_INT_NONE
                  ? ABS (self->began_at - self->start_time)
                  : 0;

  return moved > tolerance || ABS (ent_visit_done_minutes (self) - self->minutes) > tolerance;
}

guint
ent_month_exceptions (const EntVisit *self, const EntMonthTerms *terms, const EntMonthFacts *facts)
{
  guint found = 0;

  if (ent_visit_is_open (self))
    return ENT_MONTH_NOT_REPORTED;
  if (self->settled_on != ENT_DAY_NONE)
    return 0;
  if (self->state == ENT_VISIT_NOBODY_HOME)
    found |= ENT_MONTH_NOBODY_HOME;
  if (self->state == ENT_VISIT_CANCELLED_BENEFICIARY)
    found |= cancelled_how (self, facts);
  if (self->state == ENT_VISIT_DONE && differs (self, terms->tolerance))
    found |= ENT_MONTH_OTHER_TIMES;
  if (self->state == ENT_VISIT_DONE && self->entered_late)
    found |= ENT_MONTH_ENTERED_LATE;
  if (self->state == ENT_VISIT_DONE && facts->overlaps)
    found |= ENT_MONTH_OVERLAP;
  return found;
}

char *
ent_month_exceptions_text (guint exceptions)
{
  static const struct
  {
    EntMonthException exception;
    const char *text;
  } words[] = {
    { ENT_MONTH_NOT_REPORTED, N_ ("Not reported") },
    { ENT_MONTH_OTHER_TIMES, N_ ("Done at other times") },
    { ENT_MONTH_NOBODY_HOME, N_ ("Nobody at home") },
    { ENT_MONTH_CANCELLED_LATE, N_ ("Cancelled late") },
    { ENT_MONTH_ENTERED_LATE, N_ ("Entered late") },
    { ENT_MONTH_OVERLAP, N_ ("Overlaps another visit of the carer") },
    { ENT_MONTH_NO_NOTICE, N_ ("Cancelled, nobody noted how long before") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (exceptions & words[i].exception)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", _ (words[i].text));
  return g_string_free (text, FALSE);
}

typedef struct
{
  gint64 carer_id;
  gint64 visit_id;
  gint64 from, to; /* minutes of the clock since 1970 */
} Stay;

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const Stay *left = a, *right = b;

  if (left->carer_id != right->carer_id)
    return left->carer_id < right->carer_id ? -1 : 1;
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  return left->visit_id < right->visit_id ? -1 : left->visit_id > right->visit_id;
}

static GArray *
done_stays (GPtrArray *visits)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));

  for (guint i = 0; i < visits->len; i++)
    {
      const EntVisit *visit = g_ptr_array_index (visits, i);
      int from = ent_visit_counted_from (visit);
      gint64 midnight = visit->day * (gint64) MINUTES_A_DAY;
      Stay stay = { visit->carer_id, ent_record_get_id ((gpointer) visit), midnight + from, 0 };

      if (visit->state != ENT_VISIT_DONE || visit->carer_id == 0 || from == ENT_INT_NONE)
        continue;
      stay.to = midnight + ent_care_end_on_clock (visit->day, from, ent_visit_done_minutes (visit));
      g_array_append_val (stays, stay);
    }
  g_array_sort (stays, compare_stays);
  return stays;
}

static void
note (GHashTable *found, gint64 id)
{
  g_hash_table_add (found, g_memdup2 (&id, sizeof id));
}

GHashTable *
ent_month_overlaps (GPtrArray *visits, int tolerance)
{
  g_autoptr (GArray) stays = done_stays (visits);
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint longest = 0; /* of those before, the one that ends last */

  for (guint i = 1; i < stays->len; i++)
    {
      const Stay *before = &g_array_index (stays, Stay, longest);
      const Stay *stay = &g_array_index (stays, Stay, i);

      if (before->carer_id == stay->carer_id && MIN (before->to, stay->to) - stay->from > tolerance)
        {
          note (found, before->visit_id);
          note (found, stay->visit_id);
        }
      if (before->carer_id != stay->carer_id || stay->to > before->to)
        longest = i;
    }
  return found;
}

gint64
ent_month_amount (int minutes, gint64 price)
{
  gint64 product = minutes * price;

  return product >= 0 ? (product + 30) / 60 : -((-product + 30) / 60);
}
