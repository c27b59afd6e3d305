/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes an absence with its stand-ins, and who was told. Thread of the connection. */

#include "ent-cover-change.h"

#include "ent-absence-cover.h"
#include "ent-absence-hours.h"
#include "ent-agent-absence.h"
#include "ent-care-rules.h"
#include "ent-cover-query.h"
#include "ent-date.h"

#include <glib/gi18n-lib.h>

#define DAY 1440

static void
clear_change (gpointer data)
{
  g_free (((EntCoverChange *) data)->reason);
}

static int
time_of_day (int start)
{
  return start != ENT_ROUNDS_NONE ? start % DAY : ENT_INT_NONE;
}

/* A visit that is left keeps its time for whoever will take it; one that is cancelled its carer. */
static EntCoverChange
change_of (const EntCoverPlan *plan, guint position)
{
  const EntCoverOrphan *orphan = ent_cover_plan_get (plan, position);
  const EntRoundsVisit *visit = ent_cover_plan_visit (plan, position);
  EntCoverChange change = { .was_locked = orphan->was_locked,
                            .old_carer_id = plan->away.carer_id,
                            .old_time = time_of_day (orphan->old_start),
                            .reason = g_strdup (orphan->reason) };

  change.move = (EntRoundsMove) { .visit_id = visit->id,
                                  .version = visit->version,
                                  .day = plan->week->first_day + visit->day,
                                  .start_time = change.old_time,
                                  .travel_minutes = ENT_INT_NONE,
                                  .travel_metres = ENT_INT_NONE };
  if (orphan->fate == ENT_COVER_GIVEN)
    {
      change.move
          .carer_id = g_array_index (plan->week->carers, EntRoundsCarer, orphan->chosen.carer).id;
      change.move.start_time = time_of_day (orphan->chosen.start);
    }
  else if (orphan->fate == ENT_COVER_CANCELLED)
    change.move.carer_id = change.old_carer_id;
  return change;
}

EntCoverDecision *
ent_cover_decision_new (const EntCoverPlan *plan)
{
  EntCoverDecision *self = g_new0 (EntCoverDecision, 1);

  self->away = plan->away;
  self->agent_id = plan->agent_id;
  self->changes = g_array_new (FALSE, TRUE, sizeof (EntCoverChange));
  g_array_set_clear_func (self->changes, clear_change);
  for (guint i = 0; i < plan->orphans->len; i++)
    {
      EntCoverChange change = change_of (plan, i);

      g_array_append_val (self->changes, change);
    }
  return self;
}

void
ent_cover_decision_free (EntCoverDecision *self)
{
  g_array_unref (self->changes);
  g_free (self);
}

/* Whether it is away all the time that @away says, until the end of @last when there is no end. */
static gboolean
is_within (EntAgentAbsence *noted, const EntCoverAway *away, gint32 last)
{
  g_autoptr (EntAgentAbsence) wanted = ent_record_new (ENT_TYPE_AGENT_ABSENCE);
  gint64 from, to, noted_from, noted_to;

  wanted->from_day = away->from_day;
  wanted->from_time = away->from_time;
  wanted->to_day = last;
  wanted->to_time = ent_cover_away_last_time (away);
  return ent_agent_absence_span (wanted, &from, &to) &&
         ent_agent_absence_span (noted, &noted_from, &noted_to) && noted_from <= from &&
         to <= noted_to;
}

/* 0 with @error set. */
static gint64
write_absence (EntApply *apply, const EntCoverDecision *decision, GError **error)
{
  const EntCoverAway *away = &decision->away;
  gint32 last = ent_cover_away_last_day (away);
  g_autoptr (GPtrArray) noted = NULL;
  g_autoptr (EntAgentAbsence) absence = NULL;

  noted = ent_cover_query_absences (ent_apply_get_db (apply), decision->agent_id, away->from_day,
                                    last, error);
  if (noted == NULL)
    return 0;
  for (guint i = 0; i < noted->len; i++)
    if (is_within (g_ptr_array_index (noted, i), away, last))
      return ent_record_get_id (g_ptr_array_index (noted, i));
  absence = ent_record_new (ENT_TYPE_AGENT_ABSENCE);
  absence->agent_id = decision->agent_id;
  absence->from_day = away->from_day;
  absence->from_time = away->from_time;
  absence->to_day = last;
  absence->to_time = ent_cover_away_last_time (away);
  absence->kind = away->kind;
  if (away->to_day == ENT_DAY_NONE)
    absence->note = g_strdup (_ ("Until further notice"));
  return ent_apply_insert (apply, absence, error) ? ent_record_get_id (absence) : 0;
}

static gint64
write_cover (EntApply *apply, const EntCoverDecision *decision, GError **error)
{
  g_autoptr (EntAbsenceCover) cover = ent_record_new (ENT_TYPE_ABSENCE_COVER);

  cover->absence_id = write_absence (apply, decision, error);
  if (cover->absence_id == 0)
    return 0;
  cover->carer_id = decision->away.carer_id;
  cover->from_day = decision->away.from_day;
  cover->from_time = decision->away.from_time;
  cover->to_day = decision->away.to_day;
  cover->to_time = decision->away.to_time;
  return ent_apply_insert (apply, cover, error) ? ent_record_get_id (cover) : 0;
}

/* Once it is known that the visit stands as it was looked at. */
static gboolean
write_cancellation (EntApply *apply, const EntCoverChange *change, GError **error)
{
  g_autoptr (EntVisit)
                visit = ent_apply_load (apply, &ent_visit_schema, change->move.visit_id, error);
  g_autoptr (EntVisit) draft = NULL;

  if (visit == NULL)
    return FALSE;
  draft = ent_record_dup (visit);
  draft->state = ENT_VISIT_CANCELLED_SERVICE;
  g_set_str (&draft->cancel_reason, change->reason);
  draft->told_at = 0;
  ent_visit_note_exception (visit, draft);
  return ent_apply_update (apply, visit, draft, error);
}

/* The lock is opened for the move, and closed behind a visit that somebody makes. */
static gboolean
write_visit (EntApply *apply, const EntCoverChange *change, GError **error)
{
  EntRoundsMove move = change->move;
  gboolean is_given = move.carer_id != 0 && change->reason == NULL;

  if (change->was_locked)
    {
      if (!ent_rounds_apply_lock (apply, move.visit_id, FALSE, error))
        return FALSE;
      move.version++;
    }
  if (!ent_rounds_apply_moves (apply, &move, 1, error))
    return FALSE;
  if (change->reason != NULL)
    return write_cancellation (apply, change, error);
  return !change->was_locked || !is_given ||
         ent_rounds_apply_lock (apply, move.visit_id, TRUE, error);
}

static gboolean
write_notice (EntApply *apply,
              const EntCoverChange *change,
              gint64 cover_id,
              EntNoticeKind kind,
              GError **error)
{
  g_autoptr (EntVisitNotice) notice = ent_record_new (ENT_TYPE_VISIT_NOTICE);

  notice->visit_id = change->move.visit_id;
  notice->cover_id = cover_id;
  notice->kind = (int) kind;
  notice->recipient = kind == ENT_NOTICE_NEW_VISIT ? ENT_NOTICE_CARER : ENT_NOTICE_BENEFICIARY;
  notice->day = change->move.day;
  notice->old_carer_id = change->old_carer_id;
  notice->old_time = change->old_time;
  if (!ent_notice_kind_ends (kind))
    {
      notice->new_carer_id = change->move.carer_id;
      notice->new_time = change->move.start_time;
    }
  return ent_apply_insert (apply, notice, error);
}

static gboolean
write_notices (EntApply *apply, const EntCoverChange *change, gint64 cover_id, GError **error)
{
  EntCoverTurn turn = { change->old_carer_id, change->move.carer_id, change->old_time,
                        change->move.start_time, change->reason != NULL };
  EntNoticeKind kind = ent_cover_turn_notice (&turn);

  if (kind == 0)
    return TRUE;
  if (!write_notice (apply, change, cover_id, kind, error))
    return FALSE;
  return ent_notice_kind_ends (kind) ||
         write_notice (apply, change, cover_id, ENT_NOTICE_NEW_VISIT, error);
}

gboolean
ent_cover_apply (EntApply *apply,
                 const EntCoverDecision *decision,
                 gint64 *cover_id,
                 GError **error)
{
  gint64 id = write_cover (apply, decision, error);

  if (id == 0)
    return FALSE;
  if (cover_id != NULL)
    *cover_id = id;
  for (guint i = 0; i < decision->changes->len; i++)
    {
      const EntCoverChange *change = &g_array_index (decision->changes, EntCoverChange, i);

      if (!write_visit (apply, change, error) || !write_notices (apply, change, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark_visit (EntApply *apply, gint64 visit_id, gint64 told_at, GError **error)
{
  g_autoptr (EntVisit) visit = ent_apply_load (apply, &ent_visit_schema, visit_id, error);
  g_autoptr (EntVisit) draft = NULL;

  if (visit == NULL)
    return FALSE;
  draft = ent_record_dup (visit);
  draft->told_at = told_at;
  return ent_apply_update (apply, visit, draft, error);
}

static gboolean
write_answer (EntApply *apply, gint64 id, const EntNoticeAnswer *answer, GError **error)
{
  g_autoptr (EntVisitNotice) notice = NULL;
  g_autoptr (EntVisitNotice) draft = NULL;

  notice = ent_apply_load (apply, &ent_visit_notice_schema, id, error);
  if (notice == NULL)
    return FALSE;
  draft = ent_record_dup (notice);
  draft->outcome = (int) answer->outcome;
  draft->how = (int) answer->how;
  draft->told_by_id = answer->agent_id;
  draft->told_at = ent_notice_outcome_is_final (answer->outcome) ? answer->at : 0;
  if (!ent_apply_update (apply, notice, draft, error))
    return FALSE;
  return draft->told_at == 0 || notice->recipient == ENT_NOTICE_CARER ||
         mark_visit (apply, notice->visit_id, draft->told_at, error);
}

gboolean
ent_cover_apply_answer (EntApply *apply,
                        const gint64 *notices,
                        guint n_notices,
                        const EntNoticeAnswer *answer,
                        GError **error)
{
  for (guint i = 0; i < n_notices; i++)
    if (!write_answer (apply, notices[i], answer, error))
      return FALSE;
  return TRUE;
}
