/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of roads. Any thread. */
#include "ent-roads-error.h"

G_DEFINE_QUARK (ent-roads-error-quark, ent_roads_error)
