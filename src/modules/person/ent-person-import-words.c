/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in other people's files: abbreviations of choices in the languages of the country,
 * addresses in one piece. Any thread. */

#include "ent-person-import-private.h"

#include "ent-text.h"

typedef struct
{
  const char *nick;
  const char *words; /* folded, between bars */
} Words;

static const Words sexes[] = {
  { "female", "f|v|w|femme|feminin|fille|mme|madame|vrouw|vrouwelijk|frau|weiblich|woman" },
  { "male", "m|h|homme|masculin|garcon|mr|monsieur|man|mannelijk|mann|mannlich" },
  { "unspecified", "x|autre|andere|other" },
};

static const Words languages[] = {
  { "fr", "f|francais|frans|franzosisch|french|fra" },
  { "nl", "n|neerlandais|nederlands|niederlandisch|dutch|nld" },
  { "de", "d|allemand|duits|deutsch|german|deu" },
  { "en", "anglais|engels|englisch|english|eng" },
  { "ar", "arabe|arabisch|arabic" },
  { "tr", "turc|turks|turkisch|turkish" },
  { "es", "espagnol|spaans|spanisch|spanish" },
  { "it", "italien|italiaans|italienisch|italian" },
  { "pt", "portugais|portugees|portugiesisch|portuguese" },
  { "pl", "polonais|pools|polnisch|polish" },
  { "ro", "roumain|roemeens|rumanisch|romanian" },
  { "ru", "russe|russisch|russian" },
  { "uk", "ukrainien|oekraiens|ukrainisch|ukrainian" },
  { "fa", "persan|dari|farsi|perzisch|persian" },
  { "ps", "pachto|pashto|paschtu" },
};

static const Words civil_statuses[] = {
  { "single", "celibataire|ongehuwd|ledig|alleenstaand|c" },
  { "married", "marie|mariee|marie e|gehuwd|verheiratet|m" },
  { "legal-cohabitation", "cohabitant legal|cohabitante legale|cohabitation legale|"
                          "wettelijk samenwonend|gesetzlich zusammenwohnend" },
  { "separated", "separe|separee|separe e|gescheiden van tafel en bed|getrennt" },
  { "divorced", "divorce|divorcee|divorce e|gescheiden|uit de echt gescheiden|geschieden|d" },
  { "widowed", "veuf|veuve|weduwe|weduwnaar|verwitwet|v" },
};

static const char *
find_nick (const Words *list, gsize n, const char *text)
{
  g_autofree char *folded = ent_text_fold (text);

  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (list[i].words, "|", -1);

      if (g_strv_contains ((const char *const *) words, folded))
        return list[i].nick;
    }
  return NULL;
}

const char *
ent_person_import_sex (const char *text)
{
  return find_nick (sexes, G_N_ELEMENTS (sexes), text);
}

const char *
ent_person_import_language (const char *text)
{
  return find_nick (languages, G_N_ELEMENTS (languages), text);
}

const char *
ent_person_import_civil_status (const char *text)
{
  return find_nick (civil_statuses, G_N_ELEMENTS (civil_statuses), text);
}

void
ent_import_address_clear (EntImportAddress *self)
{
  g_clear_pointer (&self->street, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->box, g_free);
  g_clear_pointer (&self->postcode, g_free);
  g_clear_pointer (&self->locality, g_free);
}

/* A part of a match, NULL when it is empty. */
static char *
part (GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL ? ent_text_clean (text) : NULL;
}

static GMatchInfo *
match_text (const char *pattern, const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  GMatchInfo *match = NULL;

  g_assert (regex != NULL);
  g_regex_match (regex, text, 0, &match);
  return match;
}

EntImportAddress
ent_person_import_split_street (const char *text)
{
  EntImportAddress parts = { NULL, NULL, NULL, NULL, NULL };
  g_autoptr (GMatchInfo) match = match_text (
      "^(?<street>.*?\\D),?\\s*\\b(?<number>\\d+\\s?[a-z]?)"
      "(?:\\s*(?:/|,?\\s*\\b(?:bte|bo[iî]te|bus|box|bt)\\.?)\\s*(?<box>[\\w.-]+))?\\s*$",
      text);

  if (!g_match_info_matches (match))
    {
      parts.street = ent_text_clean (text);
      return parts;
    }
  parts.street = part (match, "street");
  parts.number = part (match, "number");
  parts.box = part (match, "box");
  return parts;
}

EntImportAddress
ent_person_import_split_address (const char *text)
{
  g_autoptr (GMatchInfo) match = match_text (
      "^(?<street>.*?)[\\s,;-]*\\b(?:B-)?(?<postcode>[1-9]\\d{3})\\s+(?<locality>\\D+)$", text);
  g_autofree char *street = NULL;
  EntImportAddress parts;

  if (!g_match_info_matches (match))
    return ent_person_import_split_street (text);

  street = part (match, "street");
  parts = ent_person_import_split_street (street != NULL ? street : "");
  parts.postcode = part (match, "postcode");
  parts.locality = part (match, "locality");
  return parts;
}
