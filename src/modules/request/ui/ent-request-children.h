/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a request owns, as groups of its page: pieces, events, further objects. Constant data, main
 * thread. */

#pragma once

#include "ent-child-group.h"

G_BEGIN_DECLS

extern const EntChildSpec ent_request_pieces;
extern const EntChildSpec ent_request_events;
extern const EntChildSpec ent_request_objects;

G_END_DECLS
