/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Belgian register number (NISS) and the BIS number. Any thread. */
#include "ent-national-number.h"

#include "ent-date.h"
#include "ent-digits.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_DIGITS 11

/* Rules: YYMMDD, serial (odd for men), check digits 97 - (nine digits mod 97), with 2 in front of
 * the nine for those born from 2000. 2 x 10^9 is no multiple of 97, so both centuries never match
 * the same check digits: the century is certain. Born before 1900 cannot be told from a century
 * later. BIS numbers add 40 to the month when the sex is known, 20 when it is not. The serial is
 * not checked against 001–998, since published examples use 999. */

static int
two_digits (const char *digits)
{
  return (digits[0] - '0') * 10 + digits[1] - '0';
}

static int
check_digits (const char *digits, gboolean born_from_2000)
{
  char full[N_DIGITS] = "2";

  memcpy (full + 1, digits, 9);
  return 97 - (int) (born_from_2000 ? ent_digits_mod_97 (full, 10) : ent_digits_mod_97 (digits, 9));
}

int
ent_national_number_check_digits (const char *nine_digits, gboolean born_from_2000)
{
  return ent_digits_are (nine_digits, 9) ? check_digits (nine_digits, born_from_2000) : 0;
}

/* Takes the birth date out of the first six digits. Zero for month or day is unknown, and a number
 * with an unknown month may count on in the day; with 00 for the year as well the whole date is
 * unknown (recalled from the instructions of the register). */
static gboolean
read_birth (const char *digits, int century, EntNationalNumber *out)
{
  int year = two_digits (digits);
  int month = two_digits (digits + 2);
  int day = two_digits (digits + 4);

  if (month >= 20)
    {
      out->is_bis = TRUE;
      out->sex_known = month >= 40;
      month -= month >= 40 ? 40 : 20;
    }
  if (month > 12 || day > 31)
    return FALSE;

  if (month == 0)
    {
      out->birth_year = year == 0 ? 0 : century + year;
      return TRUE;
    }

  out->birth_year = century + year;
  out->birth_month = month;
  out->birth_day = day;
  if (day == 0)
    return TRUE;
  out->birth_day_number = ent_day_from_ymd (out->birth_year, month, day);
  return out->birth_day_number != ENT_DAY_NONE;
}

static EntNumberStatus
read_number (const char *text, char *digits, EntNationalNumber *out)
{
  EntNumberStatus status = ent_digits_collect (text, digits, N_DIGITS);
  EntNationalNumber found = { .sex_known = TRUE, .birth_day_number = ENT_DAY_NONE };
  int check, century;

  if (status != ENT_NUMBER_OK)
    return status;

  check = two_digits (digits + 9);
  if (check == check_digits (digits, FALSE))
    century = 1900;
  else if (check == check_digits (digits, TRUE))
    century = 2000;
  else
    return ENT_NUMBER_CHECK;

  if (!read_birth (digits, century, &found))
    return ENT_NUMBER_DATE;

  found.male = found.sex_known && (digits[8] - '0') % 2 == 1;
  *out = found;
  return ENT_NUMBER_OK;
}

EntNumberStatus
ent_national_number_parse (const char *text, EntNationalNumber *out)
{
  EntNationalNumber number = { .birth_day_number = ENT_DAY_NONE };
  char digits[N_DIGITS + 1];

  number.status = read_number (text, digits, &number);
  if (out != NULL)
    *out = number;
  return number.status;
}

char *
ent_national_number_normalize (const char *text)
{
  EntNationalNumber number;
  char digits[N_DIGITS + 1];

  if (read_number (text, digits, &number) != ENT_NUMBER_OK)
    return NULL;
  return g_strdup (digits);
}

char *
ent_national_number_format (const char *digits)
{
  if (!ent_digits_are (digits, N_DIGITS))
    return g_strdup (digits != NULL ? digits : "");
  return ent_digits_print (digits, "##.##.##-###.##");
}

char *
ent_national_number_mask (const char *digits)
{
  if (digits == NULL || *digits == '\0')
    return g_strdup ("");
  return g_strconcat ("••.••.••-•••.", ent_digits_are (digits, N_DIGITS) ? digits + 9 : "••", NULL);
}

const char *
ent_number_status_message (EntNumberStatus status)
{
  switch (status)
    {
    case ENT_NUMBER_EMPTY:
      return _ ("The number is empty. Type the eleven digits of the identity card.");
    case ENT_NUMBER_LENGTH:
      return _ ("A register number has eleven digits. Count them again.");
    case ENT_NUMBER_CHARACTERS:
      return _ ("A register number is made of digits only. Remove the other signs.");
    case ENT_NUMBER_CHECK:
      return _ ("The last two digits do not agree with the others. Compare with the identity card: "
                "a digit is wrong or two are swapped.");
    case ENT_NUMBER_DATE:
      return _ ("The first six digits are no possible birth date. Compare with the identity card.");
    case ENT_NUMBER_OK:
    default:
      return "";
    }
}
