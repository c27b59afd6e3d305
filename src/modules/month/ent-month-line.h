/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one visit counts for in a month, as it was when the month was closed. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_LINE (ent_month_line_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthLine, ent_month_line, ENT, MONTH_LINE, EntRecord)

struct _EntMonthLine
{
  EntRecord parent_instance;

  gint64 closing_id; /* empty while the month is open */
  gint64 visit_id;
  gint64 person_id;
  gint64 carer_id;
  gint64 activity_id;
  gint32 day;
  int began; /* minutes of the day */
  int state; /* EntVisitState */
  int planned; /* minutes, as all that follow but the metres */
  int done;
  int billable;
  int evening; /* parts of @done */
  int saturday;
  int holiday;
  int night;
  int travel_minutes;
  int travel_metres;
  gint64 price_before; /* cents an hour, before the reduction; empty: not decided */
  gint64 price; /* cents an hour to pay */
};

ENT_DECLARE_SCHEMA (ent_month_line_schema)

G_END_DECLS
