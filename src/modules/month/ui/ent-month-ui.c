/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of the month, and the pages of what it is counted by. Main thread. */

#include "ent-date.h"
#include "ent-month-page.h"
#include "ent-month-rules.h"
#include "ent-place.h"

#include <glib/gi18n-lib.h>

static const char *const rate_columns[] = { "kind",     "from_minute", "to_minute", "percent",
                                            "from_day", "to_day",      "source",    NULL };
static const EntFieldGroup rate_groups[] = { { NULL, rate_columns }, { NULL, NULL } };

static void
fill_from_day (gpointer draft, gint32 today)
{
  g_object_set (draft, "from-day", today, NULL);
}

static const EntPlainSpec rate_page = {
  .schema = &ent_unsocial_rate_schema,
  .groups = rate_groups,
  .create_title = N_ ("New unsocial hours"),
  .created = N_ ("Unsocial hours added"),
  .edit_title = N_ ("Edit the unsocial hours"),
  .changed = N_ ("Unsocial hours changed"),
  .deleted = N_ ("Unsocial hours deleted"),
  .fill = fill_from_day,
};

static const char *const rule_columns[] = { "kind", "value", "from_day", "to_day", "source", NULL };
static const EntFieldGroup rule_groups[] = { { NULL, rule_columns }, { NULL, NULL } };

static const EntPlainSpec rule_page = {
  .schema = &ent_month_rule_schema,
  .groups = rule_groups,
  .create_title = N_ ("New rule of the month"),
  .created = N_ ("Rule added"),
  .edit_title = N_ ("Edit the rule"),
  .changed = N_ ("Rule changed"),
  .deleted = N_ ("Rule deleted"),
  .fill = fill_from_day,
};

static const char *const hour_columns[] = { "activity_id", "year",   "kind", "hours",
                                            "decided_on",  "source", NULL };
static const EntFieldGroup hour_groups[] = { { NULL, hour_columns }, { NULL, NULL } };

static void
fill_hours (gpointer draft, gint32 today)
{
  g_object_set (draft, "year", ent_month_of_day (today).year, "decided-on", today, NULL);
}

static const EntPlainSpec contingent_page = {
  .schema = &ent_contingent_schema,
  .groups = hour_groups,
  .create_title = N_ ("Hours of the contingent"),
  .created = N_ ("Hours noted"),
  .edit_title = N_ ("Edit the contingent"),
  .changed = N_ ("Contingent changed"),
  .deleted = N_ ("Contingent deleted"),
  .fill = fill_hours,
};

static const EntPlace places[] = {
  { "month", N_ ("Closing of the month"), N_ ("Services"), "ent-lock-symbolic", NULL, 56,
    ent_month_page_new },
  { NULL, NULL, NULL, NULL, NULL, 0, NULL },
};

/* What a month is counted by is looked up seldom: with the rates. */
static const char *const tables[] = { "contingent", "unsocial_rate", "month_rule", NULL };
static const EntPlaceTables place_tables[] = { { "care-rates", tables }, { NULL, NULL } };

static const EntRecordUi records[] = {
  { &ent_unsocial_rate_schema, .plain = &rate_page },
  { &ent_month_rule_schema, .plain = &rule_page },
  { &ent_contingent_schema, .plain = &contingent_page },
  { NULL, NULL, NULL },
};

extern const EntModuleUi ent_month_ui;
const EntModuleUi ent_month_ui = {
  .places = places,
  .records = records,
  .tables = place_tables,
};
