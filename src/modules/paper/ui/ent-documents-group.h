/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest documents about a person, on the person's page. Main thread. */

#pragma once

#include <adwaita.h>

#include "ent-store.h"

G_BEGIN_DECLS

GtkWidget *ent_documents_group_new (EntStore *store, gint64 person_id);

G_END_DECLS
