/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A month that was closed, with its totals. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_CLOSING (ent_month_closing_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthClosing, ent_month_closing, ENT, MONTH_CLOSING, EntRecord)

struct _EntMonthClosing
{
  EntRecord parent_instance;

  int year;
  int month;
  gint64 closed_at;
  char *closed_by;
  int visits;
  int planned; /* minutes, as all that follow but the metres */
  int done;
  int billable;
  int travel_minutes;
  int travel_metres;
  gint64 amount; /* billed, cents */
  char *hash; /* of its lines, see ent_month_lines_hash () */
};

ENT_DECLARE_SCHEMA (ent_month_closing_schema)

G_END_DECLS
