/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what was decided on the board. Each visit is read again inside the act: somebody else may
 * have been at it since the board was drawn. Thread of the connection. */

#include "ent-rounds-change.h"

#include "ent-care-rules.h"
#include "ent-error.h"
#include "ent-rounds-together.h"

#include <glib/gi18n-lib.h>

#define MINUTES_A_DAY 1440

static gboolean
fail (EntVisit *visit, const char *problem, GError **error)
{
  g_autofree char *when = ent_visit_format_when (visit);

  /* Translators: a person, a day with a time, a sentence: “Dupont Anne, 21/11/2026 at 14:30: …” */
  g_set_error (error, ENT_STORE_ERROR, ENT_STORE_ERROR_CONFLICT, _ ("%1$s, %2$s: %3$s"),
               visit->person_name != NULL ? visit->person_name : "", when, problem);
  return FALSE;
}

/* @version 0: whatever it is now. */
static EntVisit *
load_open (EntApply *apply, gint64 visit_id, int version, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (EntVisit) visit = ent_apply_load (apply, &ent_visit_schema, visit_id, &local_error);

  if (local_error != NULL &&
      !g_error_matches (local_error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (visit == NULL)
    g_set_error_literal (error, ENT_STORE_ERROR, ENT_STORE_ERROR_NOT_FOUND,
                         _ ("One of the visits is no longer in the register."));
  else if (!ent_visit_is_open (visit))
    fail (visit, _ ("this visit is no longer planned."), error);
  else if (version != 0 && ent_record_get_version (visit) != version)
    fail (visit, _ ("somebody else has changed this visit meanwhile."), error);
  else
    return g_steal_pointer (&visit);
  return NULL;
}

static gboolean
is_elsewhere (const EntVisit *visit, const EntRoundsMove *move)
{
  return visit->carer_id != move->carer_id || visit->day != move->day ||
         visit->start_time != move->start_time;
}

/* What was told and agreed does not hold for another time or carer. */
static void
follow_move (const EntVisit *visit, EntVisit *draft, const EntRoundsMove *move)
{
  draft->carer_id = move->carer_id;
  draft->day = move->day;
  draft->start_time = move->start_time;
  draft->travel_minutes = move->travel_minutes;
  draft->travel_metres = move->travel_metres;
  draft->is_locked = draft->is_locked || move->locks;
  if (is_elsewhere (visit, move))
    {
      draft->told_at = 0;
      draft->state = ENT_VISIT_PLANNED;
    }
  /* What goes back to be placed may be placed by generation too. */
  if (move->start_time != ENT_INT_NONE || visit->day != move->day)
    ent_visit_note_exception (visit, draft);
}

static gboolean
apply_move (EntApply *apply, const EntRoundsMove *move, GError **error)
{
  g_autoptr (EntVisit) visit = load_open (apply, move->visit_id, move->version, error);
  g_autoptr (EntVisit) draft = NULL;

  if (visit == NULL)
    return FALSE;
  if (visit->is_locked && is_elsewhere (visit, move))
    return fail (visit, _ ("this visit is locked."), error);
  draft = ent_record_dup (visit);
  follow_move (visit, draft, move);
  return ent_apply_update (apply, visit, draft, error);
}

gboolean
ent_rounds_apply_moves (EntApply *apply, const EntRoundsMove *moves, guint n_moves, GError **error)
{
  for (guint i = 0; i < n_moves; i++)
    if (!apply_move (apply, &moves[i], error))
      return FALSE;
  return TRUE;
}

/* It follows from the same need, so that the hours that were agreed hold for it too; but under no
 * day of the rhythm, so that generation leaves it alone. */
static EntVisit *
second_part (const EntVisit *visit, const EntRoundsSplit *split)
{
  EntVisit *part = ent_record_new (ENT_TYPE_VISIT);

  part->person_id = visit->person_id;
  part->plan_id = visit->plan_id;
  part->need_id = visit->need_id;
  part->activity_id = visit->activity_id;
  part->day = visit->day;
  part->minutes = visit->minutes - split->minutes;
  part->carer_id = split->carer_id;
  part->is_exception = TRUE;
  if (visit->start_time == ENT_INT_NONE || split->carer_id == 0)
    return part;
  part->start_time = visit->start_time + split->minutes;
  part->day += part->start_time / MINUTES_A_DAY;
  part->start_time %= MINUTES_A_DAY;
  return part;
}

gboolean
ent_rounds_apply_split (EntApply *apply, const EntRoundsSplit *split, GError **error)
{
  g_autoptr (EntVisit) visit = load_open (apply, split->visit_id, split->version, error);
  g_autoptr (EntVisit) draft = NULL;
  g_autoptr (EntVisit) part = NULL;

  if (visit == NULL)
    return FALSE;
  if (visit->is_locked)
    return fail (visit, _ ("this visit is locked."), error);
  if (split->minutes < ENT_ROUNDS_LEAST_PART ||
      visit->minutes - split->minutes < ENT_ROUNDS_LEAST_PART)
    return fail (visit, _ ("a part of a visit lasts 15 minutes at least."), error);
  draft = ent_record_dup (visit);
  draft->minutes = split->minutes;
  draft->told_at = 0;
  draft->state = ENT_VISIT_PLANNED;
  ent_visit_note_exception (visit, draft);
  part = second_part (visit, split);
  return ent_apply_update (apply, visit, draft, error) && ent_apply_insert (apply, part, error);
}

gboolean
ent_rounds_apply_lock (EntApply *apply, gint64 visit_id, gboolean is_locked, GError **error)
{
  g_autoptr (EntVisit) visit = load_open (apply, visit_id, 0, error);
  g_autoptr (EntVisit) draft = NULL;

  if (visit == NULL)
    return FALSE;
  if (visit->is_locked == is_locked)
    return TRUE;
  draft = ent_record_dup (visit);
  draft->is_locked = is_locked;
  return ent_apply_update (apply, visit, draft, error);
}
