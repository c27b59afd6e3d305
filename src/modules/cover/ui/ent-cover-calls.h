/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom to call after an absence was covered: names, phones, what to say, and what they answered.
 * Main thread. */

#pragma once

#include "ent-cover-call.h"
#include "ent-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_COVER_CALLS (ent_cover_calls_get_type ())
G_DECLARE_FINAL_TYPE (EntCoverCalls, ent_cover_calls, ENT, COVER_CALLS, AdwBin)

GtkWidget *ent_cover_calls_new (EntStore *store, gint64 cover_id);
/* (element-type EntCoverCall), NULL until they are read. Borrowed. */
GPtrArray *ent_cover_calls_get (EntCoverCalls *self);

G_END_DECLS
