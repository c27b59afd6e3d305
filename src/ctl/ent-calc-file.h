/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases of the calculator in JSON (see calc.schema.json): read, with the path of what is wrong. One
 * thread. */
#pragma once

#include <json-glib/json-glib.h>

#include "ent-calc-case.h"

G_BEGIN_DECLS

/* The caller's; NULL with a sentence that names the member. */
EntCalcCase *ent_calc_file_read (JsonNode *node, GError **error);

G_END_DECLS
