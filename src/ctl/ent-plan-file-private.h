/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the reader of planning problems share. One thread. */
#pragma once

#include "ent-json-walk.h"
#include "ent-plan-file.h"

G_BEGIN_DECLS

#define ENT_PLAN_FILE_DAYS 366

typedef struct
{
  EntPlanFile *file;
  EntJsonWalk *walk;
  GHashTable *places, *modes, *clients; /* id to index + 1 */
  GPtrArray *skills, *loads; /* names, borrowed */
  GHashTable *former; /* may be NULL */
  int last_end; /* of all shifts */
} EntPlanReading;

/* -1 when it is no time from the first day on. A time without a day is of the first. */
int ent_plan_file_parse_time (const char *text, gint32 first_day);

/* Seconds since the plan's first midnight; fallback when the member is missing. */
int ent_plan_reading_time (EntPlanReading *self, const char *member, int fallback);
int ent_plan_reading_required_time (EntPlanReading *self, const char *member);

/* Minutes in the file, seconds here; a fault below least seconds. */
int ent_plan_reading_minutes (EntPlanReading *self, const char *member, int fallback, int least);

/* Whole numbers of the file, 0 or more. */
int ent_plan_reading_whole (EntPlanReading *self, const char *member, int fallback);

/* The index of what a member names; ENT_PLAN_NONE when it is missing, a fault when it is unknown.
 */
int ent_plan_reading_index (EntPlanReading *self,
                            const char *member,
                            GHashTable *ids,
                            gboolean required);

/* The bits of a list of skills. */
guint64 ent_plan_reading_skills (EntPlanReading *self, const char *member);

/* Amounts by name into an array of ENT_PLAN_DIMENSIONS, whose other members keep what they hold. */
void ent_plan_reading_loads (EntPlanReading *self, const char *member, int *loads);

/* Enters the id of the object where the walk stands into ids; a fault when it is there already. */
const char *ent_plan_reading_enter (EntPlanReading *self, GHashTable *ids);

void ent_plan_reading_places (EntPlanReading *self);
void ent_plan_reading_carers (EntPlanReading *self);
void ent_plan_reading_visits (EntPlanReading *self);
void ent_plan_reading_rules (EntPlanReading *self);
void ent_plan_reading_weights (EntPlanReading *self);

G_END_DECLS
