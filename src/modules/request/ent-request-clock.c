/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which clocks run for a request. Any thread. */

#include "ent-request-clock.h"

#include "ent-date.h"

#include <glib/gi18n-lib.h>

EntRequestFacts *
ent_request_facts_new (gint32 received_on)
{
  EntRequestFacts *self = g_new0 (EntRequestFacts, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->starts); i++)
    self->starts[i] = ENT_DAY_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (self->met); i++)
    self->met[i] = ENT_DAY_NONE;
  self->starts[ENT_START_RECEPTION] = received_on;
  self->standstills = g_array_new (FALSE, FALSE, sizeof (EntStandstill));
  return self;
}

void
ent_request_facts_free (EntRequestFacts *self)
{
  g_array_unref (self->standstills);
  g_free (self);
}

static void
note_first (gint32 *day, gint32 other)
{
  if (*day == ENT_DAY_NONE || other < *day)
    *day = other;
}

static void
note_last (gint32 *day, gint32 other)
{
  if (*day == ENT_DAY_NONE || other > *day)
    *day = other;
}

void
ent_request_facts_add_step (EntRequestFacts *self, int step, gint32 day)
{
  if (step == ENT_STEP_DECISION)
    {
      note_first (&self->met[ENT_DEADLINE_DECISION], day);
      note_first (&self->starts[ENT_START_DECISION], day);
      note_last (&self->starts[ENT_START_REVIEW], day);
    }
  else if (step == ENT_STEP_NOTIFICATION)
    note_first (&self->met[ENT_DEADLINE_NOTIFICATION], day);
  else if (step == ENT_STEP_EXECUTION)
    note_first (&self->met[ENT_DEADLINE_PAYMENT], day);
}

void
ent_request_facts_add_event (EntRequestFacts *self, int happening, gint32 day, gint32 to_day)
{
  const EntStandstill still = { day, to_day };

  switch (happening)
    {
    case ENT_HAPPENING_RECEIPT:
      note_first (&self->met[ENT_DEADLINE_RECEIPT], day);
      break;
    case ENT_HAPPENING_SUSPENSION:
      g_array_append_val (self->standstills, still);
      break;
    case ENT_HAPPENING_INCOMPETENT:
      self->is_incompetent = TRUE;
      break;
    case ENT_HAPPENING_TRANSFER:
      self->is_incompetent = TRUE;
      note_first (&self->met[ENT_DEADLINE_TRANSFER], day);
      break;
    case ENT_HAPPENING_CONFLICT:
      note_first (&self->starts[ENT_START_CONFLICT], day);
      break;
    case ENT_HAPPENING_REFERRED:
      note_first (&self->met[ENT_DEADLINE_CONFLICT], day);
      break;
    case ENT_HAPPENING_POSTING:
      note_first (&self->starts[ENT_START_POSTING], day);
      note_first (&self->met[ENT_DEADLINE_NOTIFICATION], day);
      break;
    case ENT_HAPPENING_PRESENTATION:
      note_first (&self->starts[ENT_START_PRESENTATION], day);
      break;
    case ENT_HAPPENING_HAND_OVER:
      note_first (&self->starts[ENT_START_PRESENTATION], day);
      note_first (&self->met[ENT_DEADLINE_NOTIFICATION], day);
      break;
    case ENT_HAPPENING_PROJECT_OFFERED:
      note_last (&self->starts[ENT_START_PROJECT_OFFERED], day);
      break;
    case ENT_HAPPENING_PROJECT_SIGNED:
      note_first (&self->met[ENT_DEADLINE_PROJECT], day);
      note_first (&self->met[ENT_DEADLINE_REFLECTION], day);
      note_last (&self->starts[ENT_START_PROJECT_SIGNED], day);
      break;
    case ENT_HAPPENING_PROJECT_EVALUATED:
      note_last (&self->starts[ENT_START_PROJECT_SIGNED], day);
      break;
    case ENT_HAPPENING_REVIEW:
      note_last (&self->starts[ENT_START_REVIEW], day);
      break;
    default:
      break;
    }
}

void
ent_request_clock_free (EntRequestClock *self)
{
  g_clear_pointer (&self->deadline, ent_deadline_free);
  g_free (self);
}

static gboolean
applies (const EntRequestFacts *facts, EntDeadlineKind kind)
{
  gboolean refused = facts->result == ENT_RESULT_REFUSED;

  switch (kind)
    {
    case ENT_DEADLINE_TRANSFER:
      return facts->is_incompetent;
    case ENT_DEADLINE_PAYMENT:
      return !refused;
    case ENT_DEADLINE_APPEAL_SIMPLE:
      return facts->starts[ENT_START_PRESENTATION] == ENT_DAY_NONE;
    case ENT_DEADLINE_PROJECT:
      return facts->has_project && !refused;
    case ENT_DEADLINE_REVIEW:
      return facts->step == ENT_STEP_EXECUTION;
    default:
      return TRUE;
    }
}

/* The rule of the day of the act, which the rule itself names. */
static EntDeadline *
count (const EntRequestFacts *facts, GPtrArray *rules, EntDeadlineKind kind, int regime)
{
  gint32 received = facts->starts[ENT_START_RECEPTION];
  EntDeadlineRule *rule = ent_deadline_find_rule (rules, kind, regime, received);
  gint32 start = rule != NULL ? facts->starts[rule->start] : received;

  if (start == ENT_DAY_NONE)
    return NULL;
  rule = ent_deadline_find_rule (rules, kind, regime, start);
  return rule != NULL ? ent_deadline_count (rule, facts->starts[rule->start], facts->standstills)
                      : NULL;
}

static gboolean
is_stricter (const EntDeadline *a, const EntDeadline *b)
{
  if (a == NULL || b == NULL)
    return b == NULL && a != NULL;
  return a->due != ENT_DAY_NONE && (b->due == ENT_DAY_NONE || a->due < b->due);
}

static gboolean
is_ours (EntDeadlineKind kind)
{
  return kind != ENT_DEADLINE_APPEAL_POSTED && kind != ENT_DEADLINE_APPEAL_PRESENTED &&
         kind != ENT_DEADLINE_APPEAL_SIMPLE && kind != ENT_DEADLINE_REFLECTION;
}

EntRequestClock *
ent_request_clock_of (const EntRequestFacts *facts, GPtrArray *rules, EntDeadlineKind kind)
{
  EntRequestClock *self;
  EntDeadline *best = NULL;

  if (!applies (facts, kind) || (facts->ending != 0 && facts->met[kind] == ENT_DAY_NONE))
    return NULL;
  for (int regime = ENT_REGIME_INTEGRATION; regime <= ENT_REGIME_AID; regime++)
    {
      EntDeadline *found = facts->regimes & 1u << regime ? count (facts, rules, kind, regime)
                                                         : NULL;

      if (is_stricter (found, best))
        {
          g_clear_pointer (&best, ent_deadline_free);
          best = g_steal_pointer (&found);
        }
      g_clear_pointer (&found, ent_deadline_free);
    }
  if (best == NULL)
    return NULL;
  self = g_new0 (EntRequestClock, 1);
  self->kind = kind;
  self->deadline = best;
  self->met_on = facts->met[kind];
  self->is_ours = is_ours (kind);
  return self;
}

static int
compare_clocks (gconstpointer a, gconstpointer b)
{
  const EntRequestClock *first = *(EntRequestClock *const *) a;
  const EntRequestClock *second = *(EntRequestClock *const *) b;
  gboolean met = first->met_on != ENT_DAY_NONE;

  if (met != (second->met_on != ENT_DAY_NONE))
    return met ? 1 : -1;
  return (int) first->kind - (int) second->kind;
}

GPtrArray *
ent_request_clocks (const EntRequestFacts *facts, GPtrArray *rules)
{
  GPtrArray *clocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ent_request_clock_free);

  for (EntDeadlineKind kind = ENT_DEADLINE_RECEIPT; kind <= ENT_DEADLINE_LAST; kind++)
    {
      EntRequestClock *clock = ent_request_clock_of (facts, rules, kind);

      if (clock != NULL)
        g_ptr_array_add (clocks, clock);
    }
  g_ptr_array_sort (clocks, compare_clocks);
  return clocks;
}

/* A clock that stands still waits behind all that run. */
static gboolean
comes_first (const EntRequestClock *clock, const EntRequestClock *best)
{
  return best == NULL || is_stricter (clock->deadline, best->deadline);
}

EntRequestClock *
ent_request_clock_next (const EntRequestFacts *facts, GPtrArray *rules)
{
  EntRequestClock *best = NULL;

  for (EntDeadlineKind kind = ENT_DEADLINE_RECEIPT; kind <= ENT_DEADLINE_PAYMENT; kind++)
    {
      EntRequestClock *clock = facts->met[kind] == ENT_DAY_NONE
                                   ? ent_request_clock_of (facts, rules, kind)
                                   : NULL;

      if (clock != NULL && comes_first (clock, best))
        {
          g_clear_pointer (&best, ent_request_clock_free);
          best = g_steal_pointer (&clock);
        }
      g_clear_pointer (&clock, ent_request_clock_free);
    }
  return best;
}

gint32
ent_request_appeal_end (GPtrArray *clocks)
{
  gint32 end = ENT_DAY_NONE;

  for (guint i = 0; i < clocks->len; i++)
    {
      const EntRequestClock *clock = g_ptr_array_index (clocks, i);

      if (clock->kind >= ENT_DEADLINE_APPEAL_POSTED && clock->kind <= ENT_DEADLINE_APPEAL_SIMPLE &&
          clock->deadline->due != ENT_DAY_NONE)
        note_last (&end, clock->deadline->due);
    }
  return end;
}

EntDueGroup
ent_due_group (gint32 due, gint32 today)
{
  if (due == ENT_DAY_NONE)
    return ENT_DUE_STILL;
  if (due < today)
    return ENT_DUE_LATE;
  if (due == today)
    return ENT_DUE_TODAY;
  return due <= today + 7 - ent_day_weekday (today) ? ENT_DUE_WEEK : ENT_DUE_LATER;
}

const char *
ent_due_group_label (EntDueGroup group)
{
  static const char *const labels[ENT_DUE_N] = { N_ ("Late"), N_ ("Today"), N_ ("This week"),
                                                 N_ ("Later"), N_ ("The clock stands still") };

  return _ (labels[group]);
}

const char *
ent_due_icon (gint32 due, gint32 today)
{
  static const char *const icons[ENT_DUE_N] = { "ent-alert-symbolic", "ent-today-symbolic",
                                                "ent-calendar-symbolic", "ent-history-symbolic",
                                                "ent-lock-symbolic" };

  return icons[ent_due_group (due, today)];
}

const char *
ent_due_style (gint32 due, gint32 today)
{
  static const char *const styles[ENT_DUE_N] = { "error", "warning", NULL, NULL, NULL };

  return styles[ent_due_group (due, today)];
}
