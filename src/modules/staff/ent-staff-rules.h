/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for agents and absences, and who stands in for whom. Pure functions on records and
 * values, any thread; the day is an argument. */

#pragma once

#include "ent-agent-absence.h"
#include "ent-agent.h"
#include "ent-issues.h"

G_BEGIN_DECLS

/* Tidy a field of a draft in place: blanks, form of an e-mail, form of a phone number. What cannot
 * be understood stays as typed, for validation to tell. */
void ent_staff_clean_text (char **field);
void ent_staff_clean_e_mail (char **field);
void ent_staff_clean_phone (char **field);

/* Fields "e_mail" and "phone". */
void ent_staff_check_contact (const char *e_mail, const char *phone, EntIssues *issues);
/* The last day of a period may not lie before its first. */
void ent_staff_check_period (gint32 from, gint32 to, const char *field, EntIssues *issues);
void ent_staff_check_absence (EntAgentAbsence *self, EntIssues *issues);

gboolean ent_agent_is_in_service (EntAgent *self, gint32 day);

/* Who does the work of an agent on a day: the agent when present, else the stand-in, else the
 * stand-in's own stand-in, and so on. 0 when nobody was named or the chain turns in a circle. Who
 * is away for some hours keeps the day, unless a stand-in was named: then the stand-in has all of
 * it.
 * @absences: (element-type EntAgentAbsence), of all agents concerned. */
gint64 ent_staff_who_stands_in (GPtrArray *absences, gint64 agent_id, gint32 day);

/* Absences of the same agent that share some time with @absence: a warning. */
void ent_staff_check_overlap (GPtrArray *absences, EntAgentAbsence *absence, EntIssues *issues);

G_END_DECLS
