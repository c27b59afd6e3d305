/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with lines of the signature book, each asked for first. The outcome is told in the
 * window. Main thread. */

#pragma once

#include "ent-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Signs; documents in place of somebody absent are issued again before, which is said first.
 * @turns: (element-type EntBookTurn), copied as far as needed. */
void ent_book_acts_sign (GtkWidget *parent, EntStore *store, gint64 agent_id, GPtrArray *turns);
void ent_book_acts_refuse (GtkWidget *parent, EntStore *store, EntSignatureRequest *line);
void ent_book_acts_sign_on_paper (GtkWidget *parent, EntStore *store, EntSignatureRequest *line);

G_END_DECLS
