/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions about carers and keys that the descriptors cannot answer. Thread of the connection. */

#pragma once

#include "ent-carer-rules.h"
#include "ent-db.h"
#include "ent-key-loan.h"

G_BEGIN_DECLS

/* What the computed columns are. */
extern const char ent_carer_sql_agent_name[];
extern const char ent_carer_sql_team_name[];
extern const char ent_carer_sql_in_service[];
extern const char ent_carer_sql_qualified_name[];
extern const char ent_home_key_sql_holder[];
extern const char ent_key_loan_sql_agent_name[];
/* The order of a week. */
extern const char ent_carer_shift_order[];

/* The carer that an agent is; transfer full, NULL without an error when the agent is none. */
EntCarer *ent_carer_query_of_agent (EntDb *db, gint64 agent_id, GError **error);
/* A carer with agent, pattern and absences; transfer full, NULL with ENT_STORE_ERROR_NOT_FOUND. */
EntCarerWork *ent_carer_query_work (EntDb *db, gint64 carer_id, GError **error);
/* For a new carer: the look that fewest of those who still give care have. */
int ent_carer_query_next_colour (EntDb *db);
/* How an agent is put in order and found by words; transfer full. */
char *ent_carer_query_sort_key (EntDb *db, gint64 agent_id);

/* One more than the highest ever given that is still in the register. */
int ent_home_key_query_next_number (EntDb *db);
/* Newest first: (element-type EntKeyLoan), transfer full. */
GPtrArray *ent_key_loan_query_of_key (EntDb *db, gint64 key_id, GError **error);

/* A key that an agent holds now. */
typedef struct
{
  gint64 key_id;
  int number;
  char *person; /* whose home */
  gint32 given_on;
} EntHeldKey;

void ent_held_key_free (EntHeldKey *self);
/* By number: (element-type EntHeldKey), transfer full. */
GPtrArray *ent_home_key_query_held_by (EntDb *db, gint64 agent_id, GError **error);

G_END_DECLS
