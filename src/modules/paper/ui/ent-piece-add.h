/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adding files to the pieces of a person: read one by one, kept one by one, and told together what
 * became of them. Main thread. */

#pragma once

#include "ent-store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks which. */
void ent_piece_add_ask (GtkWidget *parent, EntStore *store, gint64 person_id);
/* @files: (element-type GFile), copied. */
void ent_piece_add_files (GtkWidget *parent, EntStore *store, gint64 person_id, GPtrArray *files);
/* The files of a drop; transfer full. */
GPtrArray *ent_piece_add_files_of (const GValue *value);

G_END_DECLS
