/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A planning problem in a JSON file (see plan.schema.json): read with the path of what is wrong,
 * and what of it the answer needs. One thread.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "ent-geo.h"
#include "ent-plan-problem.h"
#include "ent-plan-weights.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id; /* borrowed from the file's root */
  const char *name; /* NULL: none */
  EntPoint point;
  gboolean has_point;
} EntPlanFilePlace;

typedef struct
{
  const char *id; /* borrowed */
  gboolean has_ways; /* the file brought the matrix */
} EntPlanFileMode;

typedef struct
{
  EntPlanProblem *problem;
  EntPlanWeights weights;
  gint32 first_day;
  GArray *places; /* EntPlanFilePlace */
  GArray *modes; /* EntPlanFileMode */
  GHashTable *visits, *carers; /* id to index + 1 */
  GArray *shifts; /* int: the how-manieth of its carer, by shift of the problem */
  char **skills; /* names by bit, NULL ends them */
  JsonNode *root;
} EntPlanFile;

/* Which carer an earlier answer names for a visit, and when: to hold changes against. */
typedef struct
{
  const char *carer; /* borrowed from the answer */
  const char *start;
} EntPlanFormer;

/* NULL with a sentence that names the file's member. former: EntPlanFormer by visit id, for visits
 * that have no reference in the file; may be NULL. */
EntPlanFile *ent_plan_file_read (const char *path, GHashTable *former, GError **error);
void ent_plan_file_free (EntPlanFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntPlanFile, ent_plan_file_free)

/* ENT_PLAN_NONE when there is none of this id. */
int ent_plan_file_visit (const EntPlanFile *self, const char *id);
int ent_plan_file_carer (const EntPlanFile *self, const char *id);
int ent_plan_file_shift (const EntPlanFile *self, int carer, int number);

/* "2026-03-02T08:05", with seconds where they are not 0; owned by the caller. */
char *ent_plan_file_write_time (const EntPlanFile *self, int seconds);

/* The JSON of a file; NULL with a sentence. */
JsonNode *ent_plan_file_load (const char *path, GError **error);

G_END_DECLS
