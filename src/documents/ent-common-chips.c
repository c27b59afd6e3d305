/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields that every document about a person has; the paper module fills them. The samples are
 * nobody's. Constant data, any thread. */

#include "ent-common-chips.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
const EntChip ent_common_chips[] = {
  { "person.name", ENT_CHIP_TEXT, N_("Name"), "Anne DUPONT" },
  { "person.last_name", ENT_CHIP_TEXT, N_("Last name"), "DUPONT" },
  { "person.first_names", ENT_CHIP_TEXT, N_("First names"), "Anne" },
  { "person.civility", ENT_CHIP_TEXT, N_("Form of address"), N_("Madam") },
  { "person.woman", ENT_CHIP_FLAG, N_("Is a woman"), NULL },
  { "person.man", ENT_CHIP_FLAG, N_("Is a man"), NULL },
  { "person.birth_date", ENT_CHIP_TEXT, N_("Date of birth"), N_("3 March 1960") },
  { "person.birth_place", ENT_CHIP_TEXT, N_("Place of birth"), N_("Exampletown") },
  { "person.national_number", ENT_CHIP_TEXT, N_("National register number"), "60.03.03-000.00" },
  { "person.nationality", ENT_CHIP_TEXT, N_("Nationality"), N_("Belgian") },
  { "person.address", ENT_CHIP_TEXT, N_("Address on one line"),
    N_("Example Street 1, 9999 Exampletown") },
  { "person.street_line", ENT_CHIP_TEXT, N_("Street and number"), N_("Example Street 1") },
  { "person.postcode", ENT_CHIP_TEXT, N_("Postcode"), "9999" },
  { "person.locality", ENT_CHIP_TEXT, N_("Locality"), N_("Exampletown") },
  { "person.deceased", ENT_CHIP_FLAG, N_("Is deceased"), NULL },
  { "file.number", ENT_CHIP_TEXT, N_("File number"), "2026-00042" },
  { "worker.name", ENT_CHIP_TEXT, N_("Reference worker"), "Luc MARTIN" },
  { "worker.function", ENT_CHIP_TEXT, N_("Function of the reference worker"), N_("social worker") },
  { "worker.phone", ENT_CHIP_TEXT, N_("Phone of the reference worker"), "+32 4 000 00 00" },
  { "worker.e_mail", ENT_CHIP_TEXT,
    N_("E-mail of the reference worker"), "luc.martin@example.org" },
  { "centre.name", ENT_CHIP_TEXT, N_("Name of the centre"),
    N_("Social welfare centre of Exampletown") },
  { "centre.municipality", ENT_CHIP_TEXT, N_("Municipality of the centre"), N_("Exampletown") },
  { "centre.address", ENT_CHIP_TEXT,
    N_("Address of the centre on one line"), N_("Example Street 2, 9999 Exampletown") },
  { "centre.street_line", ENT_CHIP_TEXT,
    N_("Street and number of the centre"), N_("Example Street 2") },
  { "centre.postcode", ENT_CHIP_TEXT, N_("Postcode of the centre"), "9999" },
  { "centre.locality", ENT_CHIP_TEXT, N_("Locality of the centre"), N_("Exampletown") },
  { "centre.phone", ENT_CHIP_TEXT, N_("Phone of the centre"), "+32 4 000 00 01" },
  { "centre.e_mail", ENT_CHIP_TEXT, N_("E-mail of the centre"), "info@example.org" },
  { "centre.website", ENT_CHIP_TEXT, N_("Website of the centre"), "www.example.org" },
  { "centre.enterprise_number", ENT_CHIP_TEXT, N_("Enterprise number"), "0000.000.097" },
  { "centre.iban", ENT_CHIP_TEXT, N_("Bank account of the centre"), "BE68 5390 0754 7034" },
  { "centre.opening_hours", ENT_CHIP_TEXT,
    N_("Opening hours"), N_("Monday to Friday, 9 to 12") },
  { "agent.name", ENT_CHIP_TEXT, N_("Who makes the document"), "Claire PETIT" },
  { "agent.function", ENT_CHIP_TEXT, N_("Function of who makes the document"), N_("secretary") },
  { "agent.phone", ENT_CHIP_TEXT, N_("Phone of who makes the document"), "+32 4 000 00 02" },
  { "agent.e_mail", ENT_CHIP_TEXT,
    N_("E-mail of who makes the document"), "claire.petit@example.org" },
  { "document.number", ENT_CHIP_TEXT, N_("Number of the document"), "D2026-000123" },
  { "document.day", ENT_CHIP_TEXT, N_("Day of the document"), N_("21 November 2026") },
  { "document.place", ENT_CHIP_TEXT, N_("Place of the document"), N_("Exampletown") },
  { "document.purpose", ENT_CHIP_TEXT, N_("Purpose of the document"),
    N_("request for the social tariff") },
  { "recipient.name", ENT_CHIP_TEXT,
    N_("Addressee other than the person"), N_("Example Health Fund") },
  { NULL, ENT_CHIP_TEXT, NULL, NULL },
};
/* clang-format on */
