/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new register knows of unsocial hours and of the rules of the month: usual values, to be
 * checked by the centre. Thread of the connection. */

#pragma once

#include "ent-apply.h"

G_BEGIN_DECLS

gboolean ent_month_seed (EntApply *apply, GError **error);

G_END_DECLS
