/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of the person records. Constant data, any thread. */

#include "ent-person-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const EntChoice sex_choices[] = {
  { ENT_SEX_FEMALE, "female", N_("Female") },
  { ENT_SEX_MALE, "male", N_("Male") },
  { ENT_SEX_UNSPECIFIED, "unspecified", N_("X") },
};

const EntEnum ent_sex_enum = { "sex", sex_choices, G_N_ELEMENTS (sex_choices) };

static const EntChoice residence_title_choices[] = {
  { ENT_RESIDENCE_BELGIAN, "belgian", N_("Belgian") },
  { ENT_RESIDENCE_EU_REGISTRATION, "eu", N_("EU card (E): citizen of the Union, registered") },
  { ENT_RESIDENCE_EU_PERMANENT, "eu-plus", N_("EU+ card (E+): citizen of the Union, permanent") },
  { ENT_RESIDENCE_A, "a", N_("A card: limited stay") },
  { ENT_RESIDENCE_B, "b", N_("B card: unlimited stay") },
  { ENT_RESIDENCE_K, "k", N_("K card (formerly C): settled") },
  { ENT_RESIDENCE_L, "l", N_("L card (formerly D): long-term resident") },
  { ENT_RESIDENCE_F, "f", N_("F card: family member of a citizen of the Union") },
  { ENT_RESIDENCE_F_PLUS, "f-plus", N_("F+ card: family member, permanent") },
  { ENT_RESIDENCE_H, "h", N_("H card: European blue card") },
  { ENT_RESIDENCE_M, "m", N_("M card: withdrawal agreement") },
  { ENT_RESIDENCE_ORANGE, "orange", N_("Certificate of registration (orange card)") },
  { ENT_RESIDENCE_ANNEX_15, "annex-15", N_("Annex 15") },
  { ENT_RESIDENCE_ANNEX_19, "annex-19", N_("Annex 19") },
  { ENT_RESIDENCE_ANNEX_26, "annex-26", N_("Annex 26: asylum seeker") },
  { ENT_RESIDENCE_ANNEX_35, "annex-35", N_("Annex 35: appeal pending") },
  { ENT_RESIDENCE_VISA, "visa", N_("Visa or short stay") },
  { ENT_RESIDENCE_NONE, "none", N_("No valid title") },
  { ENT_RESIDENCE_OTHER, "other", N_("Other title") },
};

const EntEnum ent_residence_title_enum = {
  "residence-title", residence_title_choices, G_N_ELEMENTS (residence_title_choices)
};

static const EntChoice language_choices[] = {
  { ENT_LANGUAGE_FR, "fr", N_("French") },
  { ENT_LANGUAGE_NL, "nl", N_("Dutch") },
  { ENT_LANGUAGE_DE, "de", N_("German") },
  { ENT_LANGUAGE_EN, "en", N_("English") },
  { ENT_LANGUAGE_AR, "ar", N_("Arabic") },
  { ENT_LANGUAGE_TR, "tr", N_("Turkish") },
  { ENT_LANGUAGE_ES, "es", N_("Spanish") },
  { ENT_LANGUAGE_IT, "it", N_("Italian") },
  { ENT_LANGUAGE_PT, "pt", N_("Portuguese") },
  { ENT_LANGUAGE_PL, "pl", N_("Polish") },
  { ENT_LANGUAGE_RO, "ro", N_("Romanian") },
  { ENT_LANGUAGE_BG, "bg", N_("Bulgarian") },
  { ENT_LANGUAGE_RU, "ru", N_("Russian") },
  { ENT_LANGUAGE_UK, "uk", N_("Ukrainian") },
  { ENT_LANGUAGE_PS, "ps", N_("Pashto") },
  { ENT_LANGUAGE_FA, "fa", N_("Persian, Dari") },
  { ENT_LANGUAGE_TI, "ti", N_("Tigrinya") },
  { ENT_LANGUAGE_SO, "so", N_("Somali") },
  { ENT_LANGUAGE_SQ, "sq", N_("Albanian") },
  { ENT_LANGUAGE_SR, "sr", N_("Serbian, Croatian, Bosnian") },
  { ENT_LANGUAGE_HY, "hy", N_("Armenian") },
  { ENT_LANGUAGE_KA, "ka", N_("Georgian") },
  { ENT_LANGUAGE_KU, "ku", N_("Kurdish") },
  { ENT_LANGUAGE_BER, "ber", N_("Berber") },
  { ENT_LANGUAGE_LN, "ln", N_("Lingala") },
  { ENT_LANGUAGE_SW, "sw", N_("Swahili") },
  { ENT_LANGUAGE_FF, "ff", N_("Fula") },
  { ENT_LANGUAGE_PA, "pa", N_("Punjabi") },
  { ENT_LANGUAGE_ZH, "zh", N_("Chinese") },
  { ENT_LANGUAGE_VI, "vi", N_("Vietnamese") },
  { ENT_LANGUAGE_RMN, "rom", N_("Romani") },
  { ENT_LANGUAGE_SIGN, "sfb", N_("Sign language") },
  { ENT_LANGUAGE_OTHER, "other", N_("Other language") },
};

const EntEnum ent_language_enum = { "language", language_choices, G_N_ELEMENTS (language_choices) };

static const EntChoice civil_choices[] = {
  { ENT_CIVIL_SINGLE, "single", N_("Single") },
  { ENT_CIVIL_MARRIED, "married", N_("Married") },
  { ENT_CIVIL_LEGAL_COHABITATION, "legal-cohabitation", N_("Legally cohabiting") },
  { ENT_CIVIL_SEPARATED, "separated", N_("Separated") },
  { ENT_CIVIL_DIVORCED, "divorced", N_("Divorced") },
  { ENT_CIVIL_WIDOWED, "widowed", N_("Widowed") },
};

const EntEnum ent_civil_enum = { "civil-status", civil_choices, G_N_ELEMENTS (civil_choices) };

static const EntChoice number_kind_choices[] = {
  { ENT_NUMBER_KIND_NISS, "niss", N_("National register number") },
  { ENT_NUMBER_KIND_BIS, "bis", N_("BIS number") },
};

const EntEnum ent_number_kind_enum = {
  "number-kind", number_kind_choices, G_N_ELEMENTS (number_kind_choices)
};
/* clang-format on */
