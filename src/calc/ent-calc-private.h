/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of one calculation share. One thread. */
#pragma once

#include "ent-calc-case.h"
#include "ent-calc-result.h"

G_BEGIN_DECLS

typedef struct
{
  const EntCalcCase *c;
  gint32 day;
  EntCalcResult *result;
  gint64 general; /* a year, resources that the general exemption may reduce */
  gint64 beyond; /* those that it may not */
  GError *error; /* the first; what is computed after it has no meaning */
} EntCalcRun;

/* The row that holds on the day. When there is none that is the error of the run, and the row is
 * empty. */
const EntCalcRow *ent_calc_run_row (EntCalcRun *self, EntCalcScale scale, guint variant);
gint64 ent_calc_run_value (EntCalcRun *self, EntCalcScale scale, guint variant);
const EntCalcRow *ent_calc_run_rule (EntCalcRun *self, EntCalcRule rule);

void ent_calc_run_refuse (EntCalcRun *self, const char *field, const char *why);
void ent_calc_run_not_covered (EntCalcRun *self, const char *what);

/* A line for the end of the result; names and labels stay borrowed. */
EntCalcLine *ent_calc_run_add (EntCalcRun *self,
                               const char *id,
                               const char *label,
                               EntCalcLineRole role,
                               gint64 amount);
EntCalcLine *ent_calc_line_new (const char *id,
                                const char *label,
                                EntCalcLineRole role,
                                gint64 amount);
void ent_calc_line_free (EntCalcLine *self);

/* The first row names the rule, the least known one the source. */
void ent_calc_line_use (EntCalcLine *self, const EntCalcRow *row);
/* A computed figure that was published as it is becomes as well known as that. */
void ent_calc_line_vouch (EntCalcLine *self, const EntCalcRow *published);
void ent_calc_line_set_param (EntCalcLine *self,
                              const char *name,
                              EntCalcParamKind kind,
                              gint64 value);
void ent_calc_line_set_text (EntCalcLine *self, const char *name, const char *text);

/* amount × by / part, rounded half up to the cent; none is below 0. */
gint64 ent_calc_scale_amount (gint64 amount, gint64 by, gint64 part);

/* The annual amount of a category (1 to 3); with line, tells there how it came about. */
gint64 ent_calc_run_annual (EntCalcRun *self, int category, gint32 day, EntCalcLine *line);

/* Adds the line of a resource and returns what counts of it a year; beyond is what the general
 * exemption cannot reduce, and may be NULL for members. */
gint64 ent_calc_run_resource (EntCalcRun *self,
                              const EntCalcResource *resource,
                              int item,
                              int of_member,
                              gint64 *beyond);
gboolean ent_calc_member_is_minor (const EntCalcMember *self, gint32 day);

void ent_calc_run_category (EntCalcRun *self);
void ent_calc_run_income (EntCalcRun *self);
void ent_calc_run_isp (EntCalcRun *self, gint64 income);
void ent_calc_run_property (EntCalcRun *self);
void ent_calc_run_capital (EntCalcRun *self);
void ent_calc_run_cohabitants (EntCalcRun *self);

G_END_DECLS
