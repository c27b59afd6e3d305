/* SPDX-License-Identifier: GPL-3.0-or-later */

/* (type, id) → the one shared record, as long as somebody holds it. Main thread. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef struct _EntIdentity EntIdentity;

EntIdentity *ent_identity_new (void);
void ent_identity_free (EntIdentity *self);
/* The record, made hollow when it was not there; transfer full. */
gpointer ent_identity_get (EntIdentity *self, GType type, gint64 id);
/* The record if somebody holds it, borrowed, or NULL. */
gpointer ent_identity_peek (EntIdentity *self, GType type, gint64 id);
/* All that are held, transfer full. */
GPtrArray *ent_identity_list (EntIdentity *self);

G_END_DECLS
