/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the demo share: each module adds a part, written after those above it in
 * ent-demo-parts.c. Thread of the connection. */

#pragma once

#include "ent-demo-ground.h"
#include "ent-demo-words.h"
#include "ent-demo.h"

G_BEGIN_DECLS

/* A street of the commune. */
typedef struct
{
  const char *name; /* owned by the words */
  guint village;
  guint rank; /* in the village */
  guint n_houses;
} EntDemoStreet;

typedef struct
{
  EntApply *apply;
  GRand *rand;
  EntDemoSize size;
  gint32 today;
  guint n_persons; /* wanted */
  guint n_written;
  EntDemoWords *words;
  EntDemoGround *ground;

  GArray *streets; /* EntDemoStreet */
  GArray *streets_by_village[ENT_DEMO_VILLAGES]; /* guint, position in streets */
  GHashTable *countries; /* code → id (gint64 *) */
  GArray *workers; /* gint64, social workers in service */
  GArray *worker_teams; /* gint64, for each of them */
  GArray *aides; /* EntDemoAide, those of the staff who help at home and are in service */
  gint64 home_team; /* where they work */
  GHashTable *serials; /* day and sex → number of register numbers given */
  guint n_numbers; /* phones, accounts and the like given so far */
  GArray *files; /* EntDemoFile, numbered in the end */
  GArray *known; /* EntDemoLife, some of those written, to be entered once more by mistake */

  EntProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  GError *error; /* the first failure; whatever is written later is dropped */
} EntDemo;

/* An agent who helps at home. */
typedef struct
{
  gint64 agent_id;
  int function; /* EntFunction */
  gint32 since;
} EntDemoAide;

/* A file that will be opened: numbers follow the days of all files of the commune. */
typedef struct
{
  gint64 id; /* 0 until written */
  gint64 person_id;
  gint32 birth;
  gint32 opened;
  gint32 closed;
  int reason;
  guint worker; /* position in workers */
} EntDemoFile;

typedef struct
{
  const char *id;
  void (*fill) (EntDemo *demo);
} EntDemoPart;

/* Ends with an id of NULL. */
extern const EntDemoPart ent_demo_parts[];

/* Happens in @percent of a hundred cases. */
gboolean ent_demo_chance (EntDemo *demo, double percent);
/* A whole number between the two, both included. */
int ent_demo_between (EntDemo *demo, int from, int to);
/* A position in @weights, drawn by them. */
guint ent_demo_draw (EntDemo *demo, const guint *weights, guint n_weights);
gboolean ent_demo_failed (EntDemo *demo);
/* Writes a draft and lets go of it; its id, 0 once something has failed. */
gint64 ent_demo_write (EntDemo *demo, gpointer draft);
/* Where a house lies; @street: position in the streets of the demo. */
EntPoint ent_demo_place_of (EntDemo *demo, guint street, guint number);
/* Microseconds of a day at some office hour. */
gint64 ent_demo_stamp (EntDemo *demo, gint32 day);

void ent_demo_fill_places (EntDemo *demo);
void ent_demo_fill_staff (EntDemo *demo);
void ent_demo_fill_people (EntDemo *demo);
void ent_demo_fill_files (EntDemo *demo);
void ent_demo_fill_twins (EntDemo *demo);
void ent_demo_fill_aids (EntDemo *demo);
void ent_demo_fill_appointments (EntDemo *demo);
void ent_demo_fill_paper (EntDemo *demo);
void ent_demo_fill_carers (EntDemo *demo);
void ent_demo_fill_keys (EntDemo *demo);
void ent_demo_fill_care (EntDemo *demo);
void ent_demo_fill_day (EntDemo *demo);
void ent_demo_fill_cover (EntDemo *demo);
void ent_demo_fill_month (EntDemo *demo);
void ent_demo_fill_requests (EntDemo *demo);

G_END_DECLS
