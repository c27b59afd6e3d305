/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who sits at this computer, as the register of documents names her. */

#pragma once

#include "ent-store.h"

G_BEGIN_DECLS

/* As the history names her. Main thread; borrowed. */
const char *ent_paper_me_author (EntStore *store);
/* The agent with the login of this session, 0 when there is none. Thread of the connection. */
gint64 ent_paper_me_agent (EntDb *db);

G_END_DECLS
