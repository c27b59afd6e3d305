/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the law says in figures, dated: amounts, exemptions, bands, and which rule stands where.
 * Once sealed, scales never change and may be used on any thread. */
#pragma once

#include "ent-calc-row.h"

G_BEGIN_DECLS

#define ENT_CALC_ERROR (ent_calc_error_quark ())
GQuark ent_calc_error_quark (void);

typedef enum
{
  ENT_CALC_ERROR_SCALES, /* the table of scales is damaged */
  ENT_CALC_ERROR_INVALID, /* the case says something impossible, or too little */
  ENT_CALC_ERROR_NOT_COVERED /* the rule, or its figure, is not known */
} EntCalcError;

typedef struct _EntCalcScales EntCalcScales;

EntCalcScales *ent_calc_scales_new (void);
EntCalcScales *ent_calc_scales_ref (EntCalcScales *self);
void ent_calc_scales_unref (EntCalcScales *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCalcScales, ent_calc_scales_unref)

/* FALSE when the row says something impossible by itself. */
gboolean ent_calc_scales_add (EntCalcScales *self, const EntCalcRow *row, GError **error);

/* To be called once, before the first look; FALSE when two rows hold on the same day. */
gboolean ent_calc_scales_seal (EntCalcScales *self, GError **error);

/* What ships with Entraide; the caller's. */
EntCalcScales *ent_calc_scales_new_shipped (void);

/* Reads the form of data/calc/scales.csv, sealed; the error names the line. */
EntCalcScales *ent_calc_scales_new_from_csv (const char *text, gsize length, GError **error);

/* The row that holds on a day, or NULL. */
const EntCalcRow *ent_calc_scales_find (const EntCalcScales *self,
                                        EntCalcScale scale,
                                        guint variant,
                                        gint32 day);

/* All rows, by scale, variant and day. */
guint ent_calc_scales_get_n_rows (const EntCalcScales *self);
const EntCalcRow *ent_calc_scales_get_row (const EntCalcScales *self, guint i);

G_END_DECLS
