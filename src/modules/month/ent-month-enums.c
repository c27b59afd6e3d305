/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of the records about the month. Constant data. */

#include "ent-month-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice unsocial_kinds[] = {
  { ENT_UNSOCIAL_EVENING, "evening", N_("Evening") },
  { ENT_UNSOCIAL_SATURDAY, "saturday", N_("Saturday") },
  { ENT_UNSOCIAL_HOLIDAY, "holiday", N_("Sunday and holiday") },
  { ENT_UNSOCIAL_NIGHT, "night", N_("Night") },
};

static const EntChoice rule_kinds[] = {
  { ENT_MONTH_TOLERANCE, "tolerance", N_("Minutes that may differ from the plan") },
  { ENT_MONTH_BILL_LATE_CANCEL, "bill-late-cancel",
    N_("Per cent billed when cancelled too late") },
  { ENT_MONTH_BILL_NOBODY_HOME, "bill-nobody-home",
    N_("Per cent billed when nobody is at home") },
};

static const EntChoice contingent_kinds[] = {
  { ENT_CONTINGENT_GRANTED, "granted", N_("Granted") },
  { ENT_CONTINGENT_CORRECTION, "correction", N_("Correction") },
};

static const EntChoice correction_kinds[] = {
  { ENT_MONTH_CORRECTED, "correction", N_("Correction") },
  { ENT_MONTH_SET_ASIDE, "set-aside", N_("Not billed") },
};
/* clang-format on */

const EntEnum ent_unsocial_kind_enum = { "unsocial-kind", unsocial_kinds,
                                         G_N_ELEMENTS (unsocial_kinds) };
const EntEnum ent_month_rule_kind_enum = { "month-rule-kind", rule_kinds,
                                           G_N_ELEMENTS (rule_kinds) };
const EntEnum ent_contingent_kind_enum = { "contingent-kind", contingent_kinds,
                                           G_N_ELEMENTS (contingent_kinds) };
const EntEnum ent_month_correction_kind_enum = { "month-correction-kind", correction_kinds,
                                                 G_N_ELEMENTS (correction_kinds) };
