/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads routing instances in the format of Solomon, Gehring and Homberger. Any thread. */
#pragma once

#include "ent-plain.h"

G_BEGIN_DECLS

/* An instance with its own memory; @problem points into it. Times and costs in tenths, Euclidean
 * distance truncated, as in the DIMACS challenge. */
typedef struct
{
  char *name;
  int *matrix;
  EntPlainVisit *visits;
  EntPlainProblem problem;
} EntBenchVrptw;

/* Whether the text begins like such an instance. */
gboolean ent_bench_vrptw_is_like (const char *text);

/* NULL with G_IO_ERROR_INVALID_DATA and the line that cannot be read. */
EntBenchVrptw *ent_bench_vrptw_parse (const char *text, GError **error);
void ent_bench_vrptw_free (EntBenchVrptw *instance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntBenchVrptw, ent_bench_vrptw_free)

/* The best known cost of an instance, in its own unit, from the table bks.csv (columns "instance"
 * and "dimacs") beside the instance's file or one folder above; 0: not told. */
double ent_bench_vrptw_best_known (const char *path, const char *name);

G_END_DECLS
