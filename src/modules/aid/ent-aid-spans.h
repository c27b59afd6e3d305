/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids as documents speak of them: since when without a break, until when, in which period. Pure
 * functions on records, any thread; the day is an argument. First and last day are days of aid. */

#pragma once

#include "ent-aid.h"

G_BEGIN_DECLS

/* Kinds of aid as a set. */
#define ENT_AID_BIT(kind) (1u << (kind))
#define ENT_AID_INCOMES (ENT_AID_BIT (ENT_AID_RIS) | ENT_AID_BIT (ENT_AID_ERIS))
#define ENT_AID_EVERY (~0u)

/* Aids that follow each other without a day between. */
typedef struct
{
  EntAid *aid; /* borrowed: what holds on the day, or held last */
  gint32 from_day;
  gint32 to_day; /* ENT_DAY_NONE: open */
  gboolean running;
  guint kinds; /* those that occur in it */
} EntAidSpan;

/* For all: aids is (element-type EntAid). */

/* The span of these kinds that runs on a day, else the last that ended before it. FALSE when there
 * is neither. */
gboolean ent_aid_find_span (GPtrArray *aids, guint kinds, gint32 day, EntAidSpan *span);
/* Aids of these kinds that have a day in the period, oldest first. Transfer full. */
GPtrArray *ent_aid_find_in_period (GPtrArray *aids, guint kinds, gint32 from_day, gint32 to_day);

/* Ends on @last_day what runs longer, and drops what begins later. */
void ent_aid_end_all (GPtrArray *aids, gint32 last_day);

/* Given once, on its first day. */
gboolean ent_aid_is_single (EntAid *self);
/* ENT_DAY_NONE: no end is known. */
gint32 ent_aid_get_last_day (EntAid *self);

G_END_DECLS
