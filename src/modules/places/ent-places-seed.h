/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of countries, municipalities and localities that a new register starts with. Thread of
 * the connection. */

#pragma once

#include "ent-apply.h"

G_BEGIN_DECLS

gboolean ent_places_seed (EntApply *apply, GError **error);

G_END_DECLS
