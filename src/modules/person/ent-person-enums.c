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

static const EntChoice address_kind_choices[] = {
  { ENT_ADDRESS_DOMICILE, "domicile", N_("Domicile") },
  { ENT_ADDRESS_RESIDENCE, "residence", N_("Residence") },
  { ENT_ADDRESS_POSTAL, "postal", N_("Postal address") },
  { ENT_ADDRESS_REFERENCE, "reference", N_("Reference address") },
  { ENT_ADDRESS_TEMPORARY, "temporary", N_("Temporary stay, hospital") },
};

const EntEnum ent_address_kind_enum = {
  "address-kind", address_kind_choices, G_N_ELEMENTS (address_kind_choices)
};

static const EntChoice contact_kind_choices[] = {
  { ENT_CONTACT_MOBILE, "mobile", N_("Mobile phone") },
  { ENT_CONTACT_LANDLINE, "landline", N_("Landline phone") },
  { ENT_CONTACT_E_MAIL, "e-mail", N_("E-mail") },
  { ENT_CONTACT_OTHER, "other", N_("Other means") },
};

const EntEnum ent_contact_kind_enum = {
  "contact-kind", contact_kind_choices, G_N_ELEMENTS (contact_kind_choices)
};

static const EntChoice relation_role_choices[] = {
  { ENT_RELATION_CONTACT, "contact", N_("Contact person") },
  { ENT_RELATION_LEGAL_REPRESENTATIVE, "legal-representative", N_("Legal representative") },
  { ENT_RELATION_TRUSTED, "trusted", N_("Trusted person") },
  { ENT_RELATION_GUARDIAN, "guardian", N_("Guardian") },
  { ENT_RELATION_DOCTOR, "doctor", N_("General practitioner") },
  { ENT_RELATION_SOCIAL_WORKER, "social-worker", N_("Social worker elsewhere") },
  { ENT_RELATION_LAWYER, "lawyer", N_("Lawyer") },
  { ENT_RELATION_LANDLORD, "landlord", N_("Landlord") },
  { ENT_RELATION_DEBT_MEDIATOR, "debt-mediator", N_("Debt mediator") },
  { ENT_RELATION_EMPLOYER, "employer", N_("Employer") },
  { ENT_RELATION_SCHOOL, "school", N_("School") },
  { ENT_RELATION_OTHER, "other", N_("Other relation") },
};

const EntEnum ent_relation_role_enum = {
  "relation-role", relation_role_choices, G_N_ELEMENTS (relation_role_choices)
};

static const EntChoice alert_kind_choices[] = {
  { ENT_ALERT_DOG, "dog", N_("Dog") },
  { ENT_ALERT_AGGRESSION, "aggression", N_("Risk of aggression") },
  { ENT_ALERT_HEALTH, "health", N_("Health at home") },
  { ENT_ALERT_ACCESS, "access", N_("Access to the home") },
  { ENT_ALERT_OTHER, "other", N_("Other alert") },
};

const EntEnum ent_alert_kind_enum = {
  "alert-kind", alert_kind_choices, G_N_ELEMENTS (alert_kind_choices)
};

static const EntChoice member_role_choices[] = {
  { ENT_MEMBER_REFERENCE, "reference", N_("Reference person") },
  { ENT_MEMBER_PARTNER, "partner", N_("Spouse or partner") },
  { ENT_MEMBER_CHILD, "child", N_("Child") },
  { ENT_MEMBER_PARENT, "parent", N_("Parent") },
  { ENT_MEMBER_RELATIVE, "relative", N_("Other relative") },
  { ENT_MEMBER_OTHER, "other", N_("Other member") },
};

const EntEnum ent_member_role_enum = {
  "member-role", member_role_choices, G_N_ELEMENTS (member_role_choices)
};

static const EntChoice close_reason_choices[] = {
  { ENT_CLOSE_SOLVED, "solved", N_("Help ended") },
  { ENT_CLOSE_MOVED, "moved", N_("Moved to another municipality") },
  { ENT_CLOSE_NO_NEWS, "no-news", N_("No more news") },
  { ENT_CLOSE_DECEASED, "deceased", N_("Deceased") },
  { ENT_CLOSE_MERGED, "merged", N_("Taken over by another file") },
  { ENT_CLOSE_OTHER, "other", N_("Other reason") },
};

const EntEnum ent_close_reason_enum = {
  "close-reason", close_reason_choices, G_N_ELEMENTS (close_reason_choices)
};
/* clang-format on */
