/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the hours that are subsidised in a year stand: granted, done, left, forecast. The standing is
 * reckoned by pure functions; reading is done on the thread of the connection. */

#pragma once

#include "ent-care-need.h"
#include "ent-care-plan.h"
#include "ent-month-ledger.h"

G_BEGIN_DECLS

/* Of one activity in one year; minutes. */
typedef struct
{
  gint64 activity_id;
  char *name;
  gint64 granted; /* with its corrections */
  gint64 done; /* with the corrections of months */
  gint64 planned; /* still to come, as visits and plans say */
  gint64 left; /* granted less done; below zero: too much */
  gint64 forecast; /* done and planned */
  gint64 straight; /* as much each day as until today */
} EntContingentStanding;

void ent_contingent_standing_free (EntContingentStanding *self);
/* Fills in what follows from granted, done and planned. */
void ent_contingent_reckon (EntContingentStanding *self, int year, gint32 today);

/* Why the contingent will not do. */
typedef enum
{
  ENT_CONTINGENT_OVER = 1 << 0, /* more was done than granted */
  ENT_CONTINGENT_OVER_BY_PLAN = 1 << 1,
  ENT_CONTINGENT_OVER_BY_PACE = 1 << 2
} EntContingentWarning;

/* EntContingentWarning; 0 when it will do, and while nothing is granted and nothing done. */
guint ent_contingent_warnings (const EntContingentStanding *self);
/* One sentence, translated; NULL when there is nothing to say. Transfer full. */
char *ent_contingent_warning_text (const EntContingentStanding *self);

/* Minutes that a need asks for from @from to @to; days on which the person is away do
 * not count. @stays: (element-type EntPersonStay). */
gint64 ent_contingent_need_minutes (const EntCareNeed *need,
                                    const EntCarePlan *plan,
                                    GPtrArray *stays,
                                    gint32 from,
                                    gint32 to);

/* Of all activities that are subsidised or have a contingent in that year, by name: (element-type
 * EntContingentStanding), transfer full; NULL with @error. */
GPtrArray *ent_contingent_query_standings (EntDb *db,
                                           int year,
                                           gint32 today,
                                           GCancellable *cancellable,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntContingentStanding, ent_contingent_standing_free)

G_END_DECLS
