/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for agents and absences, and who stands in for whom. Any thread. */

#include "ent-staff-rules.h"

#include "ent-absence-hours.h"
#include "ent-contact.h"
#include "ent-date.h"
#include "ent-text.h"

#include <glib/gi18n-lib.h>

void
ent_staff_clean_text (char **field)
{
  char *clean = ent_text_clean (*field);

  g_free (*field);
  *field = clean;
}

void
ent_staff_clean_e_mail (char **field)
{
  g_autofree char *normal = NULL;

  ent_staff_clean_text (field);
  normal = *field != NULL ? ent_email_normalize (*field) : NULL;
  if (normal != NULL)
    g_set_str (field, normal);
}

void
ent_staff_clean_phone (char **field)
{
  g_autofree char *normal = NULL;

  ent_staff_clean_text (field);
  normal = *field != NULL ? ent_phone_normalize (*field, NULL, NULL) : NULL;
  if (normal != NULL)
    g_set_str (field, normal);
}

void
ent_staff_check_contact (const char *e_mail, const char *phone, EntIssues *issues)
{
  EntPhoneStatus status = ENT_PHONE_OK;

  if (e_mail != NULL && !ent_email_is_valid (e_mail))
    ent_issues_add (issues, "e_mail",
                    _ ("This is not an e-mail address. It looks like name@example.be."));

  if (phone != NULL)
    {
      g_autofree char *normal = ent_phone_normalize (phone, NULL, &status);

      if (normal == NULL)
        ent_issues_add (issues, "phone", "%s", ent_phone_status_message (status));
    }
}

void
ent_staff_check_period (gint32 from, gint32 to, const char *field, EntIssues *issues)
{
  if (from != ENT_DAY_NONE && to != ENT_DAY_NONE && to < from)
    ent_issues_add (issues, field, _ ("The last day lies before the first day."));
}

void
ent_staff_check_absence (EntAgentAbsence *self, EntIssues *issues)
{
  EntAbsencePeriod period = ent_agent_absence_get_period (self);

  ent_staff_check_period (self->from_day, self->to_day, "to_day", issues);
  if (ent_absence_period_is_empty (&period))
    ent_issues_add (issues, "to_time", _ ("Between the two times no time passes."));
  if (self->stand_in_id != 0 && self->stand_in_id == self->agent_id)
    ent_issues_add (issues, "stand_in_id",
                    _ ("Somebody who is away cannot stand in for themselves."));
}

gboolean
ent_agent_is_in_service (EntAgent *self, gint32 day)
{
  return (self->active_from == ENT_DAY_NONE || self->active_from <= day) &&
         (self->active_to == ENT_DAY_NONE || day <= self->active_to);
}

/* Whether somebody else has the work of the day. */
static gboolean
is_handed_over (const EntAgentAbsence *absence, gint32 day)
{
  return absence->stand_in_id != 0 ? ent_agent_absence_covers (absence, day)
                                   : ent_agent_absence_takes_day (absence, day);
}

/* The absence of an agent on a day; one that names a stand-in goes before one that does not. */
static EntAgentAbsence *
find_absence (GPtrArray *absences, gint64 agent_id, gint32 day)
{
  EntAgentAbsence *found = NULL;

  for (guint i = 0; i < absences->len; i++)
    {
      EntAgentAbsence *absence = g_ptr_array_index (absences, i);

      if (absence->agent_id != agent_id || !is_handed_over (absence, day))
        continue;
      if (found == NULL || (found->stand_in_id == 0 && absence->stand_in_id != 0))
        found = absence;
    }

  return found;
}

gint64
ent_staff_who_stands_in (GPtrArray *absences, gint64 agent_id, gint32 day)
{
  gint64 current = agent_id;

  /* A chain without a circle passes by each absence at most once. */
  for (guint step = 0; step <= absences->len; step++)
    {
      EntAgentAbsence *absence = find_absence (absences, current, day);

      if (absence == NULL)
        return current;
      if (absence->stand_in_id == 0)
        return 0;
      current = absence->stand_in_id;
    }

  return 0;
}

void
ent_staff_check_overlap (GPtrArray *absences, EntAgentAbsence *absence, EntIssues *issues)
{
  gint64 from, to;

  if (!ent_agent_absence_span (absence, &from, &to))
    return;

  for (guint i = 0; i < absences->len; i++)
    {
      EntAgentAbsence *other = g_ptr_array_index (absences, i);
      gint64 others_from, others_to;

      if (other->agent_id != absence->agent_id ||
          ent_record_get_id (other) == ent_record_get_id (absence))
        continue;
      if (ent_agent_absence_span (other, &others_from, &others_to) && others_from < to &&
          from < others_to)
        {
          ent_issues_warn (issues, "from_day",
                           _ ("An absence is already noted on some of these days."));
          return;
        }
    }
}
