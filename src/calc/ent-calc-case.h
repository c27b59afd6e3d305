/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a calculation asks: the day, the household, income and property. Sums are in cents, net, as
 * they are received before any seizure. Errors name fields by the members below, and so do the JSON
 * files. One thread at a time. */
#pragma once

#include "ent-calc-kinds.h"

G_BEGIN_DECLS

/* A thousand million euros, in cents. */
#define ENT_CALC_MAX_AMOUNT G_GINT64_CONSTANT (100000000000)
#define ENT_CALC_MAX_ITEMS 200 /* in each list */
#define ENT_CALC_NO_AMOUNT G_MININT64 /* ENT_MONEY_NONE */

typedef struct
{
  EntCalcResourceKind kind;
  EntCalcPeriod period;
  gint64 amount; /* a period */
  int hours; /* in the period, in hundredths: local employment agency */
  gboolean from_debtor; /* a gift of somebody under the same roof who owes maintenance */
} EntCalcResource;

/* Somebody under the same roof. */
typedef struct
{
  EntCalcRelation relation;
  gint32 birth; /* ENT_DAY_NONE: of age */
  gboolean married;
  gboolean shares; /* settles household matters together with the applicant */
  gboolean in_charge; /* of the applicant; counts for an unmarried minor */
  gboolean on_income; /* receives integration income too */
  EntCalcCount counted;
  char *reason; /* why the centre decides otherwise, for the letter */
  GArray *resources; /* EntCalcResource */
} EntCalcMember;

typedef struct
{
  gboolean built;
  gint64 cadastral; /* income a year, not indexed */
  int share_part, share_whole; /* of the ownership: 1 of 2 */
  gboolean rented;
  gint64 rent; /* a year, of the whole property */
  gint64 interest; /* of the mortgage, a year, paid by the applicant */
} EntCalcProperty;

/* When an exemption for work or training was used, here or at another centre. */
typedef struct
{
  EntCalcIsp type;
  gint32 from, to;
} EntCalcIspPeriod;

typedef struct
{
  EntCalcRegime regime;
  gint32 day; /* whose amounts and rules hold */
  gint32 from, to; /* the part of the month that is paid; ENT_DAY_NONE: all of it */
  gint32 requested, revised; /* decide about the version of article 34 */
  int category; /* 0: as the facts say */
  char *category_reason;
  gboolean homeless_with_project; /* PIIS */
  gboolean married;
  int n_children; /* for whom the applicant receives child benefit */
  GArray *resources; /* EntCalcResource */
  GArray *household; /* EntCalcMember */
  GArray *properties; /* EntCalcProperty */
  gint64 capital; /* movable property */
  gboolean transferred; /* property was given away or sold in the last ten years */
  EntCalcIsp isp; /* ENT_CALC_ISP_NONE: not asked */
  gint32 isp_since; /* first day of the present use */
  gboolean isp_was_on_income; /* received the income when work or training began */
  int isp_contract_months; /* shortage job */
  gboolean isp_certificate; /* shortage job: of the employment service */
  GArray *isp_periods; /* EntCalcIspPeriod, used before */
  gint64 cohabitants_at_most; /* a year; ENT_CALC_NO_AMOUNT: no limit */
  char *cohabitants_reason;
} EntCalcCase;

/* Empty: integration income of a single person without resources, on no day yet. */
EntCalcCase *ent_calc_case_new (void);
EntCalcCase *ent_calc_case_copy (const EntCalcCase *self);
void ent_calc_case_free (EntCalcCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntCalcCase, ent_calc_case_free)

/* Adds what is filled with what is usual; good until the next is added. */
EntCalcResource *ent_calc_case_add_resource (EntCalcCase *self);
EntCalcMember *ent_calc_case_add_member (EntCalcCase *self);
EntCalcResource *ent_calc_member_add_resource (EntCalcMember *self);
EntCalcProperty *ent_calc_case_add_property (EntCalcCase *self);
EntCalcIspPeriod *ent_calc_case_add_isp_period (EntCalcCase *self);

/* Whether the case says nothing impossible; otherwise the first fault, behind the name of the
 * field as in “household[1].resources[0].amount”. */
gboolean ent_calc_case_check (const EntCalcCase *self, GError **error);

G_END_DECLS
