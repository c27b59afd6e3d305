/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One day of home care: its visits in the order of time, and what of them is shown, in which order.
 * A picture is read on a thread and then only looked at. Any thread. */

#pragma once

#include "ent-day-rules.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  EntDayPlanned planned;
  gint64 person_id;
  const char *person; /* kept by the picture, as are the two below */
  const char *activity;
  const char *carer; /* NULL: nobody */
  int began_at, ended_at;
  gboolean entered_late;
  gint64 reported_at;
  int notice_minutes;
  gboolean notice_late;
  gboolean from_before; /* it began on the day before */
  gboolean has_worry; /* without an outcome */
} EntDayVisit;

typedef struct
{
  gatomicrefcount ref_count;
  gint32 day;
  GArray *visits; /* EntDayVisit; those that run past the midnight before come first */
  GStringChunk *texts;
  guint n_worries; /* of anybody, without an outcome */
} EntDayPicture;

EntDayPicture *ent_day_picture_new (gint32 day);
EntDayPicture *ent_day_picture_ref (EntDayPicture *self);
void ent_day_picture_unref (EntDayPicture *self);
const EntDayVisit *ent_day_picture_get (const EntDayPicture *self, guint position);
/* Position, or -1. */
int ent_day_picture_find (const EntDayPicture *self, gint64 visit_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDayPicture, ent_day_picture_unref)

typedef struct
{
  guint n[ENT_DAY_N_STANDINGS];
} EntDayFigures;

void ent_day_picture_count (const EntDayPicture *self,
                            EntDayMoment now,
                            const EntDayPatience *patience,
                            EntDayFigures *figures);

typedef enum
{
  ENT_DAY_ALL,
  ENT_DAY_ONLY_LATE,
  ENT_DAY_ONLY_TO_PLACE,
  ENT_DAY_NOT_REPORTED,
  ENT_DAY_N_FILTERS
} EntDayFilter;

typedef enum
{
  ENT_DAY_ROW_VISIT,
  ENT_DAY_ROW_CARER, /* a heading */
  ENT_DAY_ROW_NOW
} EntDayRowKind;

typedef struct
{
  EntDayRowKind kind;
  guint visit; /* position in the picture: of a heading, the first below it */
  guint n; /* of a heading: visits below */
  guint n_waiting; /* of those, ended without a report */
} EntDayEntry;

typedef struct
{
  gboolean by_carer;
  EntDayFilter filter;
  EntDayMoment now;
  EntDayPatience patience;
} EntDayView;

/* What is shown, from top to bottom: (element-type EntDayEntry), transfer full. */
GArray *ent_day_picture_arrange (const EntDayPicture *self, const EntDayView *view);

G_END_DECLS
