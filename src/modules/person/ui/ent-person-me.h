/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which agent of the centre sits at this computer, by the login of the operating system. Main
 * thread. */

#pragma once

#include "ent-store.h"

G_BEGIN_DECLS

/* @agent_id is 0 when the user is not among the agents. */
typedef void (*EntPersonMeFunc) (gpointer owner, gint64 agent_id);

/* Calls @func once, after the agents were read, unless @owner (a GObject) is gone by then. */
void ent_person_me_ask (EntStore *store, gpointer owner, EntPersonMeFunc func);

G_END_DECLS
