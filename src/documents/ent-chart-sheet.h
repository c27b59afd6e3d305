/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A printed plan of work: a row for each who works, days across, or the hours of a single day.
 * Black on white: shapes and words tell everything. Filled by one thread, drawn by any thereafter.
 */

#pragma once

#include "ent-block.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_CHART_WORK, /* in a frame */
  ENT_CHART_DROPPED, /* in a broken frame */
  ENT_CHART_AWAY, /* hatched */
  ENT_CHART_N_KINDS
} EntChartKind;

/* Without an hour. */
#define ENT_CHART_WHENEVER (-1)

typedef struct
{
  EntChartKind kind;
  int day; /* 0: the first */
  int from, to; /* minutes of that day, may reach into the next; ENT_CHART_WHENEVER both */
  const char *time; /* "09:00–10:00" */
  const char *text;
} EntChartMark;

typedef struct _EntChartSheet EntChartSheet;

/* @size: of the type, in points. */
EntChartSheet *ent_chart_sheet_new (gint32 first_day, int n_days, double size);
EntChartSheet *ent_chart_sheet_ref (EntChartSheet *self);
void ent_chart_sheet_unref (EntChartSheet *self);

/* What follows is of the last row. All copy what they are given. */
void ent_chart_sheet_add_row (EntChartSheet *self, const char *name, const char *detail);
void ent_chart_sheet_add_mark (EntChartSheet *self, const EntChartMark *mark);
/* Hours of work on the first day: a line below the row of a single day. */
void ent_chart_sheet_add_hours (EntChartSheet *self, int from, int to);
guint ent_chart_sheet_n_rows (const EntChartSheet *self);

/* What a frame means; NULL: no such is shown. @note stands behind, or NULL. */
void ent_chart_sheet_set_legend (EntChartSheet *self,
                                 const char *const words[ENT_CHART_N_KINDS],
                                 const char *hours,
                                 const char *note);

/* Marks of one day that a row on a page of such a height holds; more of them want another row. */
guint ent_chart_sheet_most_marks (const EntChartSheet *self, double height);

/* Lengths in points. */
typedef struct
{
  double width, height;
  double title; /* taken from the height of the first page */
} EntChartPages;

/* One drawing a page, with head and legend on each. @alt: a sentence with "%s" for the names of its
 * rows. */
void ent_chart_sheet_add_blocks (EntChartSheet *self,
                                 const EntChartPages *pages,
                                 const char *alt,
                                 GPtrArray *blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntChartSheet, ent_chart_sheet_unref)

G_END_DECLS
