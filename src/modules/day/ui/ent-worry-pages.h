/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a worry, and worries on the pages of a person and of an agent. Main thread. */

#pragma once

#include "ent-query.h"
#include "ent-record-page.h"
#include "ent-shell.h"
#include "ent-worry.h"

G_BEGIN_DECLS

AdwNavigationPage *ent_worry_page_open (EntShell *shell, EntStore *store, gint64 id);
void ent_worry_page_create (EntShell *shell, EntStore *store);

/* A group, and an act that notes a new worry. */
void ent_worry_extend_person (EntRecordPage *page);

/* Worries without an outcome, the most pressing first: in the hands of who has this login, or of
 * anybody with NULL. Transfer full. */
EntQuery *ent_worry_query_open (const char *login);

G_END_DECLS
