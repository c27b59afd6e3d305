/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a register knows of home care at first. Thread of the connection. */

#pragma once

#include "ent-apply.h"

G_BEGIN_DECLS

/* Writes activities with their tasks, and the reductions of contributions known so far. */
gboolean ent_care_seed (EntApply *apply, GError **error);

G_END_DECLS
