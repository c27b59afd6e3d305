/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results of the calculator, for programs (see calc.schema.json) and for people. One thread. */
#pragma once

#include <json-glib/json-glib.h>

#include "ent-calc-result.h"

G_BEGIN_DECLS

/* Adds a result to what is built; id may be NULL. */
void ent_calc_answer_add (JsonBuilder *builder, const char *id, const EntCalcResult *result);

/* Adds why there is none. */
void ent_calc_answer_add_error (JsonBuilder *builder, const char *id, const GError *error);

/* Lines in columns, in the language of the terminal; the caller's. */
char *ent_calc_answer_write (const char *id, const EntCalcResult *result);

G_END_DECLS
