/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of the right form that nobody can have. Thread of the connection. */

#include "ent-demo-numbers.h"

#include "ent-date.h"
#include "ent-iban.h"
#include "ent-national-number.h"
#include "ent-text.h"

#define SERIALS_A_DAY 49
#define BIS_MONTH 40

/* Steps prime to the sizes of the ranges: they pass by every number once before coming back. */
#define MOBILE_STEP 7919
#define MOBILE_RANGE 10000
#define LANDLINE_STEP 611953
#define LANDLINE_RANGE 1000000
#define ACCOUNT_STEP 6700417
#define ACCOUNT_RANGE 10000000

static gpointer
serial_key (gint32 day, gboolean male)
{
  return GINT_TO_POINTER (day * 2 + (male != FALSE));
}

static guint
n_serials (EntDemo *demo, gint32 day, gboolean male)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (demo->serials, serial_key (day, male)));
}

gint32
ent_demo_numbers_birth (EntDemo *demo, gint32 day, gboolean male)
{
  for (;; day--)
    {
      int month = 0, mday = 0;

      ent_day_to_ymd (day, NULL, &month, &mday);
      if (mday == 1 && (month == 1 || month == 7))
        continue;
      if (n_serials (demo, day, male) < SERIALS_A_DAY)
        return day;
    }
}

static guint
first_serial (EntDemo *demo)
{
  return (guint) g_ascii_strtoull (ent_demo_words_get (demo->words, "niss_serial_min"), NULL, 10);
}

char *
ent_demo_numbers_national (EntDemo *demo, gint32 birth, gboolean male, gboolean bis)
{
  guint n = n_serials (demo, birth, male);
  g_autofree char *nine = NULL;
  int year = 0, month = 0, day = 0;

  ent_day_to_ymd (birth, &year, &month, &day);
  g_hash_table_insert (demo->serials, serial_key (birth, male), GUINT_TO_POINTER (n + 1));
  nine = g_strdup_printf ("%02d%02d%02d%03u", year % 100, month + (bis ? BIS_MONTH : 0), day,
                          first_serial (demo) + (male ? 1 : 0) + 2 * n);
  return g_strdup_printf ("%s%02d", nine, ent_national_number_check_digits (nine, year >= 2000));
}

static guint
next_number (EntDemo *demo, guint64 step, guint range)
{
  return (guint) (demo->n_numbers++ * step % range);
}

char *
ent_demo_numbers_mobile (EntDemo *demo)
{
  return g_strdup_printf ("%s%04u", ent_demo_words_get (demo->words, "mobile_prefix"),
                          next_number (demo, MOBILE_STEP, MOBILE_RANGE));
}

char *
ent_demo_numbers_landline (EntDemo *demo)
{
  return g_strdup_printf ("%s%06u", ent_demo_words_get (demo->words, "landline_prefix"),
                          next_number (demo, LANDLINE_STEP, LANDLINE_RANGE));
}

char *
ent_demo_numbers_iban (EntDemo *demo)
{
  g_autofree char *ten = g_strdup_printf ("%s%07u", ent_demo_words_get (demo->words, "bank_code"),
                                          next_number (demo, ACCOUNT_STEP, ACCOUNT_RANGE));
  guint64 rest = g_ascii_strtoull (ten, NULL, 10) % 97;
  g_autofree char *account = g_strdup_printf ("%s%02u", ten, rest == 0 ? 97 : (guint) rest);
  char *iban = NULL;

  ent_iban_parse (account, &iban, NULL);
  return iban;
}

static char *
address_word (const char *name)
{
  g_autofree char *folded = ent_text_fold (name);

  return g_strdelimit (g_steal_pointer (&folded), " ", '-');
}

char *
ent_demo_numbers_e_mail (EntDemo *demo, const char *first_name, const char *last_name)
{
  g_autofree char *first = address_word (first_name);
  g_autofree char *last = address_word (last_name);

  return g_strdup_printf ("%s.%s%u@%s", first, last, demo->n_numbers++ % 90 + 10,
                          ent_demo_words_get (demo->words, "email_domain"));
}
