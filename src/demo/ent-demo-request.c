/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two years of requests: most decided in time, some late, some withdrawn, the latest under way.
 * Thread of the connection. */

#include "ent-date.h"
#include "ent-demo-part.h"
#include "ent-request-event.h"
#include "ent-request-kind.h"
#include "ent-request-piece.h"
#include "ent-request-query.h"
#include "ent-request-step.h"
#include "ent-request.h"
#include "ent-staff-query.h"

#define DAYS_PAST 730
/* A quarter of them are of these days, so that there is something to do. */
#define DAYS_RECENT 45
/* How many of them for each size. */
static const guint n_requests[] = { 240, 700, 4000 };

static const char *const pieces[] = {
  "Extraits de compte des trois derniers mois",
  "Composition de ménage",
  "Contrat de bail",
  "Dernière fiche de paie",
  "Attestation du chômage (C4)",
  "Certificat médical",
};

typedef struct
{
  GPtrArray *kinds; /* EntRequestKind */
  GPtrArray *authors; /* names of the workers, in their order */
} Ground;

/* A request being told. */
typedef struct
{
  EntDemo *demo;
  const Ground *ground;
  gint64 id;
  gint32 received;
  const char *author;
} Tale;

static char *
name_of (EntDemo *demo, gint64 agent_id)
{
  g_autoptr (EntAgent) agent = ent_staff_query_by_id (ent_apply_get_db (demo->apply), agent_id,
                                                     &demo->error);

  if (agent == NULL)
    return g_strdup ("");
  return agent->first_name != NULL ? g_strconcat (agent->first_name, " ", agent->last_name, NULL)
                                   : g_strdup (agent->last_name);
}

static void
write_step (const Tale *tale, int step, gint32 day)
{
  EntRequestStep *self = ent_record_new (ENT_TYPE_REQUEST_STEP);

  self->request_id = tale->id;
  self->step = step;
  self->day = day;
  self->author = g_strdup (tale->author);
  ent_demo_write (tale->demo, self);
}

static void
write_event (const Tale *tale, int kind, gint32 day, const char *reason)
{
  EntRequestEvent *self = ent_record_new (ENT_TYPE_REQUEST_EVENT);

  self->request_id = tale->id;
  self->kind = kind;
  self->day = day;
  self->reason = g_strdup (reason);
  self->author = g_strdup (tale->author);
  if (kind == ENT_HAPPENING_TRANSFER)
    self->partner = g_strdup ("CPAS de la commune voisine");
  ent_demo_write (tale->demo, self);
}

static void
write_pieces (const Tale *tale)
{
  EntDemo *demo = tale->demo;
  int n = ent_demo_between (demo, 1, 3);
  int first = ent_demo_between (demo, 0, (int) G_N_ELEMENTS (pieces) - 3);

  for (int i = 0; i < n; i++)
    {
      EntRequestPiece *self = ent_record_new (ENT_TYPE_REQUEST_PIECE);
      gint32 received = tale->received + ent_demo_between (demo, 4, 25);

      self->request_id = tale->id;
      self->name = g_strdup (pieces[first + i]);
      self->asked_on = tale->received;
      self->until_day = ent_day_next_working (tale->received + 14);
      if (received <= demo->today && ent_demo_chance (demo, 85))
        self->received_on = received;
      else if (self->until_day < demo->today)
        self->reminded_on = ent_day_next_working (self->until_day + 1) <= demo->today
                                ? ent_day_next_working (self->until_day + 1)
                                : ENT_DAY_NONE;
      ent_demo_write (demo, self);
    }
}

/* The days of the steps after the reception; from the first one after today on, none. */
static void
draw_days (EntDemo *demo, gint32 received, gint32 days[ENT_STEP_LAST + 1])
{
  gboolean is_late = ent_demo_chance (demo, 8);

  days[ENT_STEP_REGISTERED] = received;
  days[ENT_STEP_ENQUIRY] = ent_day_next_working (received + ent_demo_between (demo, 1, 6));
  days[ENT_STEP_PROPOSAL] = ent_day_next_working (
      days[ENT_STEP_ENQUIRY] +
      (is_late ? ent_demo_between (demo, 18, 60) : ent_demo_between (demo, 5, 11)));
  days[ENT_STEP_SESSION] = ent_day_next_working (days[ENT_STEP_PROPOSAL] +
                                                 ent_demo_between (demo, 1, 5));
  days[ENT_STEP_DECISION] = days[ENT_STEP_SESSION];
  days[ENT_STEP_NOTIFICATION] = ent_day_next_working (days[ENT_STEP_DECISION] +
                                                      ent_demo_between (demo, 1, 5));
  days[ENT_STEP_EXECUTION] = ent_day_next_working (days[ENT_STEP_NOTIFICATION] +
                                                   ent_demo_between (demo, 1, 5));
}

static int
draw_result (EntDemo *demo)
{
  static const guint shares[] = { 68, 12, 20 };

  return ENT_RESULT_GRANTED + (int) ent_demo_draw (demo, shares, G_N_ELEMENTS (shares));
}

/* How far it has come by today. */
static int
last_step (const EntDemo *demo, const gint32 *days, int result)
{
  int step = ENT_STEP_REGISTERED;

  while (step < ENT_STEP_LAST && days[step + 1] <= demo->today)
    step++;
  return step == ENT_STEP_EXECUTION && result == ENT_RESULT_REFUSED ? ENT_STEP_NOTIFICATION : step;
}

static void
end (EntDemo *demo, EntRequest *request)
{
  static const guint shares[] = { 25, 45, 30 };
  static const char *const reasons[] = {
    "Inscrite deux fois par erreur.",
    "La personne a retrouvé un emploi et retire sa demande.",
    "La personne habite sur le territoire d’une autre commune.",
  };
  guint how = ent_demo_draw (demo, shares, G_N_ELEMENTS (shares));

  request->ending = ENT_ENDING_ANNULLED + (int) how;
  request->ended_on = ent_day_next_working (request->received_on + 3);
  request->ending_reason = g_strdup (reasons[how]);
  request->step = ENT_STEP_REGISTERED;
  request->result = 0;
}

static void
draw_reception (EntDemo *demo, EntRequest *request)
{
  static const guint channels[] = { 60, 12, 14, 7, 4, 2, 1 };

  request->channel = ENT_CHANNEL_COUNTER +
                     (int) ent_demo_draw (demo, channels, G_N_ELEMENTS (channels));
  request->asker = request->channel == ENT_CHANNEL_OFFICE ? ENT_ASKER_OFFICE : ENT_ASKER_SELF;
  request->received_time = 525 + 5 * ent_demo_between (demo, 0, 84);
  request->is_signed = request->channel == ENT_CHANNEL_COUNTER && ent_demo_chance (demo, 90);
  request->is_urgent = ent_demo_chance (demo, 6);
  if (request->is_urgent)
    request->urgency_reason = g_strdup ("Sans ressources ce jour.");
  if (request->received_on >= ent_day_from_ymd (2026, 1, 1) && ent_demo_chance (demo, 15))
    {
      request->after_unemployment = TRUE;
      request->unemployment_end = request->received_on - ent_demo_between (demo, 1, 20);
    }
}

static EntRequest *
request_new (EntDemo *demo, const Ground *ground, gint32 received)
{
  static const guint kinds[] = { 34, 8, 4, 6, 14, 2, 8, 6, 5, 8, 5, 6, 4, 3, 3, 2 };
  guint n = MIN (ground->kinds->len, (guint) G_N_ELEMENTS (kinds));
  const EntDemoFile *file = &g_array_index (demo->files, EntDemoFile,
                                            ent_demo_between (demo, 0, (int) demo->files->len - 1));
  EntRequest *self = ent_record_new (ENT_TYPE_REQUEST);

  self->person_id = file->person_id;
  self->kind_id = ent_record_get_id (
      g_ptr_array_index (ground->kinds, ent_demo_draw (demo, kinds, n)));
  self->received_on = received;
  self->registered_on = received;
  draw_reception (demo, self);
  /* The newest ones wait for somebody to take them. */
  if (received < demo->today - 1 || ent_demo_chance (demo, 50))
    {
      self->worker_id = g_array_index (demo->workers, gint64, file->worker);
      self->team_id = g_array_index (demo->worker_teams, gint64, file->worker);
    }
  return self;
}

static const char *
author_of (EntDemo *demo, const Ground *ground, gint64 worker_id)
{
  for (guint i = 0; i < demo->workers->len; i++)
    if (g_array_index (demo->workers, gint64, i) == worker_id)
      return g_ptr_array_index (ground->authors, i);
  return g_ptr_array_index (ground->authors, 0);
}

static void
write_letters (const Tale *tale, const gint32 *days, int step)
{
  if (step < ENT_STEP_NOTIFICATION)
    return;
  write_event (tale, ENT_HAPPENING_POSTING, days[ENT_STEP_NOTIFICATION], NULL);
  if (days[ENT_STEP_NOTIFICATION] + 2 <= tale->demo->today && ent_demo_chance (tale->demo, 60))
    write_event (tale, ENT_HAPPENING_PRESENTATION,
                 ent_day_next_working (days[ENT_STEP_NOTIFICATION] + 1), NULL);
}

static void
write_request (EntDemo *demo, const Ground *ground, gint32 received)
{
  EntRequest *request = request_new (demo, ground, received);
  gint32 days[ENT_STEP_LAST + 1];
  Tale tale = { demo, ground, 0, received, author_of (demo, ground, request->worker_id) };
  int ending, step;

  draw_days (demo, received, days);
  request->result = draw_result (demo);
  request->step = step = last_step (demo, days, request->result);
  if (step < ENT_STEP_DECISION)
    request->result = 0;
  if (received < demo->today - 8 && ent_demo_chance (demo, 9))
    end (demo, request);
  ending = request->ending;
  if (ending != 0)
    step = ENT_STEP_REGISTERED;
  tale.id = ent_demo_write (demo, request);
  for (int i = ENT_STEP_REGISTERED; i <= step; i++)
    write_step (&tale, i, days[i]);
  if (received < demo->today || ent_demo_chance (demo, 60))
    write_event (&tale, ENT_HAPPENING_RECEIPT, received, NULL);
  if (ending == ENT_ENDING_TRANSFERRED)
    write_event (&tale, ENT_HAPPENING_TRANSFER, ent_day_next_working (received + 2),
                 "La personne habite sur le territoire d’une autre commune.");
  if (ending == 0 && ent_demo_chance (demo, 45))
    write_pieces (&tale);
  write_letters (&tale, days, step);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *) a - *(const gint32 *) b;
}

/* Working days of two years, oldest first: the register is chronological. */
static GArray *
draw_receptions (EntDemo *demo)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < n_requests[demo->size]; i++)
    {
      int past = ent_demo_chance (demo, 25) ? DAYS_RECENT : DAYS_PAST;
      gint32 day = ent_day_next_working (demo->today - ent_demo_between (demo, 0, past));

      day = MIN (day, demo->today);
      g_array_append_val (days, day);
    }
  g_array_sort (days, compare_days);
  return days;
}

/* As they were seeded: their names depend on the language. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return ent_record_get_id ((gpointer) a) < ent_record_get_id ((gpointer) b) ? -1 : 1;
}

void
ent_demo_fill_requests (EntDemo *demo)
{
  g_autoptr (GArray) days = NULL;
  Ground ground = { NULL, g_ptr_array_new_with_free_func (g_free) };

  ground.kinds = ent_request_query_kinds (ent_apply_get_db (demo->apply), &demo->error);
  if (ground.kinds != NULL)
    g_ptr_array_sort_values (ground.kinds, compare_ids);
  for (guint i = 0; i < demo->workers->len && demo->error == NULL; i++)
    g_ptr_array_add (ground.authors, name_of (demo, g_array_index (demo->workers, gint64, i)));
  days = draw_receptions (demo);
  for (guint i = 0; i < days->len && demo->files->len > 0 && !ent_demo_failed (demo); i++)
    {
      write_request (demo, &ground, g_array_index (days, gint32, i));
      if (demo->error == NULL && i % 100 == 0)
        g_cancellable_set_error_if_cancelled (demo->cancellable, &demo->error);
    }
  g_ptr_array_unref (ground.authors);
  g_clear_pointer (&ground.kinds, g_ptr_array_unref);
}
