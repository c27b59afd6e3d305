/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the printed plan share. Lengths in points. */

#pragma once

#include <cairo.h>

#include "ent-chart-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  EntChartKind kind;
  int from, to;
  char *time, *text;
} EntChartItem;

typedef struct
{
  int from, to;
} EntChartHours;

typedef struct
{
  char *name, *detail;
  GArray **cells; /* EntChartItem, by day, in the order of time */
  GArray *hours; /* EntChartHours */
  int n_days;
} EntChartRow;

struct _EntChartSheet
{
  gint32 first_day;
  int n_days;
  double size;
  double name_width;
  int first_minute, last_minute; /* of a single day: what is shown */
  GPtrArray *rows; /* EntChartRow */
  char *legend[ENT_CHART_N_KINDS];
  char *hours_legend, *note;
  gatomicrefcount refs;
};

double ent_chart_sheet_head_height (const EntChartSheet *self);
double ent_chart_sheet_legend_height (const EntChartSheet *self);
double ent_chart_sheet_row_height (const EntChartSheet *self, guint row, double width);
/* Rows from @first to before @end, with the head above and the legend below. */
void ent_chart_sheet_draw (const EntChartSheet *self,
                           cairo_t *cr,
                           double width,
                           guint first,
                           guint end);

G_END_DECLS
