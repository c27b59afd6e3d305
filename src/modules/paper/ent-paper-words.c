/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Functions and capacities in the language of a document. They name the post, not the person, whose
 * sex the register of agents does not keep. Any thread. */

#include "ent-paper-words.h"

#include "ent-agent.h"
#include "ent-paper-enums.h"
#include "ent-person-enums.h"

typedef struct
{
  int value;
  const char *fr;
  const char *nl;
  const char *de;
} Word;

/* clang-format off */
static const Word functions[] = {
  { ENT_FUNCTION_SOCIAL_WORKER, "service social", "sociale dienst", "Sozialdienst" },
  { ENT_FUNCTION_SECRETARY, "secrétariat", "secretariaat", "Sekretariat" },
  { ENT_FUNCTION_COORDINATOR, "coordination", "coördinatie", "Koordination" },
  { ENT_FUNCTION_HOME_CARE_COORDINATOR, "coordination de l’aide à domicile",
    "coördinatie thuiszorg", "Koordination der häuslichen Hilfe" },
  { ENT_FUNCTION_MEALS, "service des repas", "maaltijddienst", "Mahlzeitendienst" },
  { ENT_FUNCTION_DIRECTOR_GENERAL, "direction générale", "algemene directie",
    "Generaldirektion" },
  { ENT_FUNCTION_FINANCIAL_DIRECTOR, "direction financière", "financiële directie",
    "Finanzdirektion" },
  { ENT_FUNCTION_PRESIDENT, "présidence", "voorzitterschap", "Präsidentschaft" },
  { ENT_FUNCTION_DPO, "protection des données", "gegevensbescherming", "Datenschutz" },
  { ENT_FUNCTION_IT, "service informatique", "informaticadienst", "Informatikdienst" },
};

static const Word roles[] = {
  { ENT_ROLE_DIRECTOR_GENERAL, "La Direction générale", "De algemene directie",
    "Die Generaldirektion" },
  { ENT_ROLE_PRESIDENT, "La Présidence", "Het voorzitterschap", "Die Präsidentschaft" },
  { ENT_ROLE_FINANCIAL_DIRECTOR, "La Direction financière", "De financiële directie",
    "Die Finanzdirektion" },
  { ENT_ROLE_DELEGATE, "Par délégation", "Bij delegatie", "Im Auftrag" },
};

static const Word civilities[] = {
  { ENT_SEX_FEMALE, "Madame", "mevrouw", "Frau" },
  { ENT_SEX_MALE, "Monsieur", "meneer", "Herr" },
};

static const Word anybody = { 0, "Madame, Monsieur", "mevrouw, meneer", "Damen und Herren" };
/* clang-format on */

static const char *
in_language (const Word *word, const char *language)
{
  if (g_strcmp0 (language, "nl") == 0)
    return word->nl;
  return g_strcmp0 (language, "de") == 0 ? word->de : word->fr;
}

static const char *
find (const Word *words, guint n_words, const char *language, int value)
{
  for (guint i = 0; i < n_words; i++)
    if (words[i].value == value)
      return in_language (&words[i], language);
  return NULL;
}

const char *
ent_paper_words_function (const char *language, int function)
{
  return find (functions, G_N_ELEMENTS (functions), language, function);
}

const char *
ent_paper_words_role (const char *language, int role)
{
  return find (roles, G_N_ELEMENTS (roles), language, role);
}

const char *
ent_paper_words_civility (const char *language, int sex)
{
  const char *word = find (civilities, G_N_ELEMENTS (civilities), language, sex);

  return word != NULL ? word : in_language (&anybody, language);
}
