/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's error domain. */

#include "ent-error.h"

G_DEFINE_QUARK (ent-store-error-quark, ent_store_error)
