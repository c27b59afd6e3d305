/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The agent is read each time: it is one row, and agents are added while we run. Main thread. */

#include "ent-person-me.h"

#include "ent-staff-query.h"

typedef struct
{
  GWeakRef owner;
  EntPersonMeFunc func;
} Asking;

static gpointer
read_me (EntDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return ent_staff_query_by_login (db, g_get_user_name (), error);
}

static void
me_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAgent) agent = ent_store_run_finish (ENT_STORE (source), result, &error);
  g_autoptr (GObject) owner = g_weak_ref_get (&asking->owner);

  if (error != NULL)
    g_debug ("The agents could not be read: %s", error->message);
  if (owner != NULL)
    asking->func (owner, agent != NULL ? ent_record_get_id (agent) : 0);

  g_weak_ref_clear (&asking->owner);
  g_free (asking);
}

void
ent_person_me_ask (EntStore *store, gpointer owner, EntPersonMeFunc func)
{
  Asking *asking = g_new0 (Asking, 1);

  g_weak_ref_init (&asking->owner, owner);
  asking->func = func;
  ent_store_run_async (store, ENT_LANE_READ, G_PRIORITY_DEFAULT, read_me, NULL, NULL,
                       g_object_unref, NULL, me_read_cb, asking);
}
