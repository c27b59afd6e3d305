/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new register knows of deadlines and of what can be asked for. Thread of the connection. */

#pragma once

#include "ent-apply.h"

G_BEGIN_DECLS

gboolean ent_request_seed (EntApply *apply, GError **error);

G_END_DECLS
