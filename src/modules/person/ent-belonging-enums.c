/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choices of what belongs to a person. Constant data, any thread. */

#include "ent-belonging-enums.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
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
