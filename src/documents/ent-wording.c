/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days, amounts and fixed words as Belgian offices write them, in the language of a document. These
 * do not go through gettext: the document's language is not that of the window. Any thread. */

#include "ent-wording.h"

#include "ent-date.h"
#include "ent-money.h"

#include <string.h>

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"
#define DAY_MINUTES 1440

typedef struct
{
  const char *code;
  const char *months[12];
  const char *weekdays[7];
  const char *words[ENT_N_WORDS];
} Language;

static const Language languages[] = {
  {
      .code = "fr",
      .months = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                  "septembre", "octobre", "novembre", "décembre" },
      .weekdays = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
      .words = { [ENT_WORD_PAGE] = "Page %u/%u",
                 [ENT_WORD_DRAFT] = "PROJET",
                 [ENT_WORD_OUR_REFERENCE] = "Notre référence",
                 [ENT_WORD_YOUR_REFERENCE] = "Votre référence",
                 [ENT_WORD_HANDLED_BY] = "Dossier suivi par",
                 [ENT_WORD_PHONE] = "Téléphone",
                 [ENT_WORD_E_MAIL] = "Courriel",
                 [ENT_WORD_PLACE_AND_DAY] = "%s, le %s",
                 [ENT_WORD_SEAL_ALT] = "Code de vérification du document %s",
                 [ENT_WORD_SIGNED_ELECTRONICALLY] = "Signé électroniquement par %s",
                 [ENT_WORD_ANNEX] = "Annexe",
                 [ENT_WORD_FOR_ABSENT] = "pour %s, absent(e)" },
  },
  {
      .code = "nl",
      .months = { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
                  "september", "oktober", "november", "december" },
      .weekdays = { "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
                    "zondag" },
      .words = { [ENT_WORD_PAGE] = "Bladzijde %u/%u",
                 [ENT_WORD_DRAFT] = "ONTWERP",
                 [ENT_WORD_OUR_REFERENCE] = "Ons kenmerk",
                 [ENT_WORD_YOUR_REFERENCE] = "Uw kenmerk",
                 [ENT_WORD_HANDLED_BY] = "Dossier behandeld door",
                 [ENT_WORD_PHONE] = "Telefoon",
                 [ENT_WORD_E_MAIL] = "E-mail",
                 [ENT_WORD_PLACE_AND_DAY] = "%s, %s",
                 [ENT_WORD_SEAL_ALT] = "Controlecode van document %s",
                 [ENT_WORD_SIGNED_ELECTRONICALLY] = "Elektronisch ondertekend door %s",
                 [ENT_WORD_ANNEX] = "Bijlage",
                 [ENT_WORD_FOR_ABSENT] = "voor %s, afwezig" },
  },
  {
      .code = "de",
      .months = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August",
                  "September", "Oktober", "November", "Dezember" },
      .weekdays = { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag",
                    "Sonntag" },
      .words = { [ENT_WORD_PAGE] = "Seite %u/%u",
                 [ENT_WORD_DRAFT] = "ENTWURF",
                 [ENT_WORD_OUR_REFERENCE] = "Unser Zeichen",
                 [ENT_WORD_YOUR_REFERENCE] = "Ihr Zeichen",
                 [ENT_WORD_HANDLED_BY] = "Akte bearbeitet von",
                 [ENT_WORD_PHONE] = "Telefon",
                 [ENT_WORD_E_MAIL] = "E-Mail",
                 [ENT_WORD_PLACE_AND_DAY] = "%s, den %s",
                 [ENT_WORD_SEAL_ALT] = "Prüfcode des Dokuments %s",
                 [ENT_WORD_SIGNED_ELECTRONICALLY] = "Elektronisch unterzeichnet von %s",
                 [ENT_WORD_ANNEX] = "Anlage",
                 [ENT_WORD_FOR_ABSENT] = "für %s, abwesend" },
  },
  {
      .code = "en",
      .months = { "January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December" },
      .weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
      .words = { [ENT_WORD_PAGE] = "Page %u/%u",
                 [ENT_WORD_DRAFT] = "DRAFT",
                 [ENT_WORD_OUR_REFERENCE] = "Our reference",
                 [ENT_WORD_YOUR_REFERENCE] = "Your reference",
                 [ENT_WORD_HANDLED_BY] = "File handled by",
                 [ENT_WORD_PHONE] = "Telephone",
                 [ENT_WORD_E_MAIL] = "E-mail",
                 [ENT_WORD_PLACE_AND_DAY] = "%s, %s",
                 [ENT_WORD_SEAL_ALT] = "Verification code of document %s",
                 [ENT_WORD_SIGNED_ELECTRONICALLY] = "Electronically signed by %s",
                 [ENT_WORD_ANNEX] = "Annex",
                 [ENT_WORD_FOR_ABSENT] = "for %s, absent" },
  },
};

/* "nl", "nl_BE", "nl-BE.UTF-8"; NULL when there is none such. */
static const Language *
find_language (const char *code)
{
  if (code == NULL)
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strncasecmp (code, languages[i].code, 2) == 0 && !g_ascii_isalnum (code[2]))
      return &languages[i];
  return NULL;
}

static const Language *
get_language (const char *code)
{
  const Language *found = find_language (code);

  return found != NULL ? found : &languages[0];
}

static gboolean
is (const Language *language, const char *code)
{
  return strcmp (language->code, code) == 0;
}

/* What is written behind a number that counts. */
static const char *
ordinal_ending (const Language *language, int number)
{
  int tens = number % 100;

  if (is (language, "de"))
    return ".";
  if (is (language, "fr"))
    return number == 1 ? "er" : "e";
  if (is (language, "nl"))
    return tens == 1 || tens == 8 || tens >= 20 || (tens == 0 && number > 0) ? "ste" : "de";
  if (tens >= 11 && tens <= 13)
    return "th";
  return number % 10 == 1 ? "st" : number % 10 == 2 ? "nd" : number % 10 == 3 ? "rd" : "th";
}

char *
ent_wording_ordinal (const char *language, int number)
{
  return g_strdup_printf ("%d%s", number, ordinal_ending (get_language (language), ABS (number)));
}

char *
ent_wording_day (const char *language, gint32 day)
{
  const Language *found = get_language (language);
  int year, month, mday;
  const char *ending = "";

  if (!ent_day_to_ymd (day, &year, &month, &mday))
    return g_strdup ("");

  if (is (found, "de"))
    ending = ".";
  else if (is (found, "fr") && mday == 1)
    ending = "er";
  return g_strdup_printf ("%d%s %s %d", mday, ending, found->months[month - 1], year);
}

char *
ent_wording_weekday_and_day (const char *language, gint32 day)
{
  const Language *found = get_language (language);
  g_autofree char *date = ent_wording_day (language, day);
  int weekday = ent_day_weekday (day);

  if (weekday == 0)
    return g_strdup ("");
  return g_strdup_printf ("%s%s %s", found->weekdays[weekday - 1], is (found, "de") ? "," : "",
                          date);
}

char *
ent_wording_money (const char *language, gint64 cents)
{
  const Language *found = get_language (language);
  g_autofree char *french = ent_money_format (cents);
  g_autoptr(GString) out = g_string_new (french);

  if (cents == ENT_MONEY_NONE || is (found, "fr"))
    return g_steal_pointer (&french);

  if (is (found, "en"))
    {
      g_string_replace (out, ",", ".", 0);
      g_string_replace (out, NARROW_NBSP, ",", 0);
      g_string_replace (out, NBSP "€", "", 0);
      g_string_insert (out, cents < 0 ? 1 : 0, "€");
    }
  else
    g_string_replace (out, NARROW_NBSP, ".", 0);
  return g_strdup (out->str);
}

char *
ent_wording_time (const char *language, int minutes)
{
  const Language *found = get_language (language);
  int hour = minutes / 60, minute = minutes % 60;

  if (minutes < 0 || minutes >= DAY_MINUTES)
    return g_strdup ("");

  if (is (found, "en"))
    return g_strdup_printf ("%d:%02d", hour, minute);
  if (is (found, "fr"))
    return minute == 0 ? g_strdup_printf ("%d" NBSP "h", hour)
                       : g_strdup_printf ("%d" NBSP "h" NBSP "%02d", hour, minute);
  if (minute == 0)
    return g_strdup_printf ("%d" NBSP "%s", hour, is (found, "de") ? "Uhr" : "uur");
  return g_strdup_printf ("%d.%02d" NBSP "%s", hour, minute, is (found, "de") ? "Uhr" : "uur");
}

const char *
ent_wording_word (const char *language, EntWord word)
{
  g_return_val_if_fail (word < ENT_N_WORDS, "");

  return get_language (language)->words[word];
}

gboolean
ent_wording_knows (const char *language)
{
  return find_language (language) != NULL;
}
