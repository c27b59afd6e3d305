/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the rounds, and the rules of working time beside what else applies to all. Main
 * thread. */

#include "ent-place.h"
#include "ent-rounds-page.h"
#include "ent-working-time-rule.h"

#include <glib/gi18n-lib.h>

static const char *const rule_columns[] = { "kind",   "minutes",  "from_day", "to_day",
                                            "source", "to_check", NULL };
static const EntFieldGroup rule_groups[] = { { NULL, rule_columns }, { NULL, NULL } };

static const EntPlainSpec rule_page = {
  .schema = &ent_working_time_rule_schema,
  .groups = rule_groups,
  .create_title = N_ ("New rule of working time"),
  .created = N_ ("Rule added"),
  .edit_title = N_ ("Edit the rule"),
  .changed = N_ ("Rule changed"),
  .deleted = N_ ("Rule deleted"),
};

static const EntPlace places[] = {
  { "board", N_ ("Rounds"), N_ ("Services"), "ent-rounds-symbolic", NULL, 54, ent_rounds_page_new },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL },
};

static const char *const rate_tables[] = { "working_time_rule", NULL };
static const EntPlaceTables place_tables[] = { { "care-rates", rate_tables }, { NULL, NULL } };

static const EntRecordUi records[] = {
  { &ent_working_time_rule_schema, .plain = &rule_page },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_rounds_ui;
const EntModuleUi ent_rounds_ui = {
  .places = places,
  .records = records,
  .tables = place_tables,
};
