/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who usually comes and when: what the eight weeks before say of the same visit on the same day of
 * the week. Usual is what happened at least twice, and more often than not. Thread of the
 * connection. */

#pragma once

#include "ent-db.h"

G_BEGIN_DECLS

/* A visit that begins so much later or earlier than usual is another time; less is the way. */
#define ENT_SHEET_OTHER_TIME 15

typedef struct _EntSheetHabits EntSheetHabits;

typedef struct
{
  gint64 carer_id; /* 0: nobody in particular */
  const char *carer; /* name; borrowed, NULL: nobody in particular */
  int start; /* minutes of the day; ENT_INT_NONE: no time in particular */
} EntSheetUsual;

/* Of the weeks before a day; @person_id 0: of all. Transfer full. */
EntSheetHabits *ent_sheet_habits_read (EntDb *db,
                                       gint32 first_day,
                                       gint64 person_id,
                                       GError **error);
void ent_sheet_habits_free (EntSheetHabits *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntSheetHabits, ent_sheet_habits_free)

/* Whether somebody who expects it as usual would wonder; both may be ENT_INT_NONE. */
gboolean ent_sheet_is_other_time (int usual, int start);

/* @need_id 0: of an extra visit nothing is usual. */
EntSheetUsual ent_sheet_habits_find (const EntSheetHabits *self,
                                     gint64 need_id,
                                     int place,
                                     gint32 origin_day);

G_END_DECLS
