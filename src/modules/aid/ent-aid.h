/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An aid that was granted to a person, over a period or once. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_AID_RIS = 1,
  ENT_AID_ERIS,
  ENT_AID_FINANCIAL,
  ENT_AID_MEDICAL,
  ENT_AID_RENT_GUARANTEE,
  ENT_AID_ACCOMMODATION,
  ENT_AID_FOOD,
  ENT_AID_REFERENCE_ADDRESS,
  ENT_AID_ARTICLE_60,
  ENT_AID_INSTALLATION_GRANT,
  ENT_AID_HOME_CARE,
  ENT_AID_MEALS,
  ENT_AID_HEATING,
  ENT_AID_DEBT_MEDIATION,
  ENT_AID_OTHER
} EntAidKind;

/* The numbers are those of the law. */
typedef enum
{
  ENT_AID_COHABITING = 1,
  ENT_AID_SINGLE,
  ENT_AID_FAMILY
} EntAidCategory;

typedef enum
{
  ENT_ORGAN_SPECIAL_COMMITTEE = 1,
  ENT_ORGAN_COUNCIL,
  ENT_ORGAN_BUREAU,
  ENT_ORGAN_PRESIDENT
} EntOrgan;

extern const EntEnum ent_aid_kind_enum;
extern const EntEnum ent_aid_category_enum;
extern const EntEnum ent_organ_enum;

#define ENT_TYPE_AID (ent_aid_get_type ())
G_DECLARE_FINAL_TYPE (EntAid, ent_aid, ENT, AID, EntRecord)

struct _EntAid
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  gint64 case_file_id;
  int kind;
  int category;
  gint64 monthly_amount; /* cents */
  gint64 one_off_amount; /* cents, in all */
  gint32 from_day;
  gint32 to_day; /* last day; empty: it goes on */
  char *runs; /* computed: a sign when it runs today */
  gint32 decided_on;
  int organ;
  char *decision; /* its number or title, as the centre has it */
  char *place; /* address of a dwelling or a reference address; employer */
  char *card_number;
  char *weekly_hours; /* "38", "28,5" */
  int days_worked;
  char *end_reason;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_aid_schema)

G_END_DECLS
