/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something of a closed month that was wrong, or a bill that is left out. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_MONTH_CORRECTION (ent_month_correction_get_type ())
G_DECLARE_FINAL_TYPE (EntMonthCorrection, ent_month_correction, ENT, MONTH_CORRECTION, EntRecord)

struct _EntMonthCorrection
{
  EntRecord parent_instance;

  int kind;
  int year; /* the month that it is about */
  int month;
  gint64 person_id;
  char *person_name; /* computed */
  gint64 carer_id;
  char *carer_name; /* computed */
  gint64 activity_id;
  char *activity_name; /* computed */
  int minutes; /* done, more or, below zero, less */
  gint64 amount; /* to bill, cents, more or less */
  char *reason;
  gint32 entered_on; /* it counts in the month of this day */
};

ENT_DECLARE_SCHEMA (ent_month_correction_schema)

G_END_DECLS
