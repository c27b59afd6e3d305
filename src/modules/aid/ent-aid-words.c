/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Aids named in the language of a document: words of the law and of the glossary, not of the
 * window, so gettext has no part in it. Any thread. */

#include "ent-aid-words.h"

#include "ent-aid.h"

enum
{
  LANGUAGE_FR,
  LANGUAGE_NL,
  LANGUAGE_DE,
  LANGUAGE_EN,
  N_LANGUAGES
};

/* clang-format off */
static const struct
{
  const char *nick;
  const char *words[N_LANGUAGES];
} kinds[] = {
  { "ris", { "revenu d’intégration sociale", "leefloon", "Eingliederungseinkommen",
             "social integration income" } },
  { "eris", { "aide sociale financière équivalente au revenu d’intégration sociale",
              "equivalent leefloon", "dem Eingliederungseinkommen gleichgestellte Sozialhilfe",
              "equivalent of integration income" } },
  { "financial", { "aide financière", "financiële steun", "finanzielle Hilfe",
                   "financial aid" } },
  { "medical", { "aide médicale", "medische hulp", "medizinische Hilfe", "medical aid" } },
  { "rent-guarantee", { "garantie locative", "huurwaarborg", "Mietgarantie",
                        "rent guarantee" } },
  { "accommodation", { "hébergement", "huisvesting", "Unterbringung", "accommodation" } },
  { "food", { "aide alimentaire", "voedselhulp", "Lebensmittelhilfe", "food aid" } },
  { "reference-address", { "adresse de référence", "referentieadres", "Referenzadresse",
                           "reference address" } },
  { "article-60", { "mise à l’emploi en application de l’article 60, § 7",
                    "tewerkstelling met toepassing van artikel 60, § 7",
                    "Beschäftigung in Anwendung von Artikel 60 § 7",
                    "employment under article 60, § 7" } },
  { "installation-grant", { "prime d’installation", "installatiepremie", "Einrichtungsprämie",
                            "installation grant" } },
  { "home-care", { "aide à domicile", "thuishulp", "häusliche Hilfe", "home help" } },
  { "meals", { "repas à domicile", "maaltijden aan huis", "Essen auf Rädern",
               "meals at home" } },
  { "heating", { "allocation de chauffage", "verwarmingstoelage", "Heizkostenzulage",
                 "heating allowance" } },
  { "debt-mediation", { "médiation de dettes", "schuldbemiddeling", "Schuldnerberatung",
                        "debt mediation" } },
  { "other", { "autre aide", "andere hulp", "andere Hilfe", "other aid" } },
};

/* By number of the category, from 1. */
static const char *const categories[][N_LANGUAGES] = {
  { "personne cohabitante (catégorie 1)", "samenwonende persoon (categorie 1)",
    "zusammenlebende Person (Kategorie 1)", "cohabiting person (category 1)" },
  { "personne isolée (catégorie 2)", "alleenstaande persoon (categorie 2)",
    "alleinstehende Person (Kategorie 2)", "single person (category 2)" },
  { "personne ayant une famille à charge (catégorie 3)",
    "persoon met gezin ten laste (categorie 3)", "Person mit Familienlasten (Kategorie 3)",
    "person with a dependent family (category 3)" },
};
/* clang-format on */

static guint
language_index (const char *language)
{
  static const char *const codes[N_LANGUAGES] = { "fr", "nl", "de", "en" };

  for (guint i = 0; i < N_LANGUAGES; i++)
    if (language != NULL && g_str_has_prefix (language, codes[i]))
      return i;

  return LANGUAGE_FR;
}

const char *
ent_aid_words_kind (const char *language, int kind)
{
  const EntChoice *choice = ent_enum_by_value (&ent_aid_kind_enum, kind);

  for (guint i = 0; choice != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, choice->nick))
      return kinds[i].words[language_index (language)];

  return NULL;
}

const char *
ent_aid_words_category (const char *language, int category)
{
  if (category < 1 || category > (int) G_N_ELEMENTS (categories))
    return NULL;

  return categories[category - 1][language_index (language)];
}
