/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that every document about a person has. Constant data, any thread. */

#pragma once

#include "ent-fields.h"

G_BEGIN_DECLS

/* Ends with a NULL path. */
extern const EntChip ent_common_chips[];

G_END_DECLS
