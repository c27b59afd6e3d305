/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session's user by name and as an agent; threads: see the header. */

#include "ent-paper-me.h"

#include "ent-staff-query.h"

const char *
ent_paper_me_author (EntStore *store)
{
  const char *user = ent_register_get_user (ent_store_get_register (store));

  return user != NULL && *user != '\0' ? user : g_get_user_name ();
}

gint64
ent_paper_me_agent (EntDb *db)
{
  g_autoptr (EntAgent) agent = ent_staff_query_by_login (db, g_get_user_name (), NULL);

  return agent != NULL ? ent_record_get_id (agent) : 0;
}
