/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Belgian register number (NISS) and the BIS number. Any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is wrong with a numeric identifier; shared by all kinds of number in this folder. */
typedef enum
{
  ENT_NUMBER_OK,
  ENT_NUMBER_EMPTY,
  ENT_NUMBER_LENGTH,
  ENT_NUMBER_CHARACTERS,
  ENT_NUMBER_CHECK,
  ENT_NUMBER_DATE
} EntNumberStatus;

typedef struct
{
  EntNumberStatus status;
  gboolean is_bis;
  gboolean sex_known; /* FALSE for a BIS number with 20 added to the month */
  gboolean male;
  int birth_year, birth_month, birth_day; /* 0 unknown */
  gint32 birth_day_number; /* ENT_DAY_NONE unless all three are known */
} EntNationalNumber;

/* Reads and checks a number in any usual writing; out may be NULL and is always filled in. Whether
 * the birth date lies in the future is left to the caller, who knows the day. */
EntNumberStatus ent_national_number_parse (const char *text, EntNationalNumber *out);

/* The eleven digits of a valid number, owned by the caller, or NULL. */
char *ent_national_number_normalize (const char *text);

/* "88.02.29-999.90" from eleven digits, owned by the caller; other text is given back as it is. */
char *ent_national_number_format (const char *digits);

/* "••.••.••-•••.90": only the check digits are shown. They allow telling two lines of a list apart
 * or comparing with a paper at hand, and say nothing by themselves: birth date and sex are in the
 * nine others. Owned by the caller; text that is not eleven digits is hidden whole. */
char *ent_national_number_mask (const char *digits);

/* The two check digits (1–97) of a number from its first nine digits; 0 when not nine digits. */
int ent_national_number_check_digits (const char *nine_digits, gboolean born_from_2000);

/* Translated sentence for a register number: what is wrong and what to do; "" for ENT_NUMBER_OK. */
const char *ent_number_status_message (EntNumberStatus status);

G_END_DECLS
