/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The visits of one person in some days, as a letter tells them. Thread of the connection. */

#pragma once

#include "ent-db.h"
#include "ent-sheet-usual-query.h"

G_BEGIN_DECLS

typedef struct
{
  gint32 day, origin_day; /* ENT_DAY_NONE: of an extra visit */
  int start; /* minutes of the day; ENT_INT_NONE: not known yet */
  int minutes;
  int place;
  int state; /* EntVisitState */
  gint64 need_id; /* 0: an extra visit */
  gint64 carer_id; /* 0: not known yet */
  char *carer, *activity;
} EntSheetDue;

/* In the order of time, two carers of one visit one after the other: (element-type EntSheetDue),
 * transfer full. */
GPtrArray *ent_sheet_letter_query_visits (EntDb *db,
                                          gint64 person_id,
                                          gint32 first_day,
                                          int n_days,
                                          GError **error);
/* Whom to call about the visits of a week: the worker of the plan, else the centre. NULL when
 * neither has a number; transfer full. */
char *ent_sheet_letter_query_phone (EntDb *db, gint64 person_id, gint32 monday);

G_END_DECLS
