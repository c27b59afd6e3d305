/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The filters of the queue: workers with their load, teams, and what is asked for. Read on the
 * reading thread, offered on the main thread. */

#pragma once

#include "ent-queue-model.h"

G_BEGIN_DECLS

/* What the reading thread found. */
typedef struct
{
  GPtrArray *lines; /* (element-type EntQueueLine) */
  GPtrArray *teams; /* (element-type EntTeam) */
  GPtrArray *kinds; /* (element-type EntRequestKind) */
} EntQueueFound;

/* Takes the lines. */
EntQueueFound *ent_queue_found_read (EntDb *db, GPtrArray *lines, GError **error);
void ent_queue_found_free (EntQueueFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntQueueFound, ent_queue_found_free)

/* One filter: at position 0 all. */
typedef struct
{
  GtkStringList *names;
  GArray *ids; /* gint64 */
} EntQueueChoice;

typedef struct
{
  GPtrArray *lines; /* (element-type EntQueueLine) */
  EntQueueChoice workers; /* with how many each has; -1: nobody yet */
  EntQueueChoice teams;
  EntQueueChoice kinds;
} EntQueueChoices;

EntQueueChoices *ent_queue_choices_new (const EntQueueFound *found);
void ent_queue_choices_free (EntQueueChoices *self);
/* The position of an id; 0, all, when it is not there any more. */
guint ent_queue_choice_find (const EntQueueChoice *self, gint64 id);
/* What stands at a position of a filter. */
gint64 ent_queue_choices_worker (const EntQueueChoices *self, guint position);
gint64 ent_queue_choices_team (const EntQueueChoices *self, guint position);
gint64 ent_queue_choices_kind (const EntQueueChoices *self, guint position);

G_END_DECLS
