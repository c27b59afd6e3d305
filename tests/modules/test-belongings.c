/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What belongs to a person: addresses, means of contact, accounts, relations, alerts, files. */

#include "ent-address-lines.h"
#include "ent-agent.h"
#include "ent-alert-ack.h"
#include "ent-alert.h"
#include "ent-bank-account.h"
#include "ent-belonging-enums.h"
#include "ent-case-file.h"
#include "ent-civil-status.h"
#include "ent-contact-point.h"
#include "ent-person-query.h"
#include "ent-person.h"
#include "ent-relation.h"
#include "module-fixture.h"
#include "record-checks.h"

static gpointer
new_owned (GType type, gint64 person)
{
  gpointer record = ent_record_new (type);

  put (record, "person_id", ent_int (person));
  return record;
}

static gint64
add_agent (Fixture *fixture)
{
  g_autoptr (EntAgent) agent = ent_record_new (ENT_TYPE_AGENT);

  put (agent, "last_name", ent_text ("Lambert"));
  put (agent, "first_name", ent_text ("Zoé"));
  put (agent, "function", ent_text ("social-worker"));
  return insert (fixture, agent);
}

static gint64
add_person (Fixture *fixture)
{
  g_autoptr (EntPerson) person = ent_record_new (ENT_TYPE_PERSON);

  put (person, "last_name", ent_text ("Dupont"));
  return insert (fixture, person);
}

static void
test_address_lines (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = new_owned (ENT_TYPE_ADDRESS, 1);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) foreign = NULL;
  g_autofree char *one = NULL;
  const char *const expected[] = { "Anne Dupont", "c/o Luc Leroy", "Rue des Saules 12 box 3",
                                   "4999 Sart", NULL };

  put (address, "kind", ent_text ("domicile"));
  put (address, "street", ent_text ("Rue des Saules"));
  put (address, "number", ent_text ("12"));
  put (address, "box", ent_text ("3"));
  put (address, "postcode", ent_text ("4999"));
  put (address, "locality", ent_text ("Sart"));
  put (address, "care_of", ent_text ("Luc Leroy"));

  lines = ent_address_lines (address, "Anne Dupont", NULL);
  g_assert_cmpstrv (lines, expected);
  one = ent_address_one_line (address);
  g_assert_cmpstr (one, ==, "Rue des Saules 12/3, 4999 Sart");
  foreign = ent_address_lines (address, NULL, "Pays-Bas");
  g_assert_cmpstr (foreign[3], ==, "PAYS-BAS");
}

static void
test_address_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = new_owned (ENT_TYPE_ADDRESS, 1);

  assert_error (address, "street");
  put (address, "locality", ent_text ("Sart"));
  assert_clean (address);
  put (address, "number", ent_text ("12"));
  assert_warning (address, "number");
  put (address, "street", ent_text ("Rue Haute"));
  put (address, "postcode", ent_text ("499"));
  assert_error (address, "postcode");
  put (address, "country_id", ent_int (5));
  assert_clean (address);
  put (address, "from_day", iso ("2026-02-01"));
  put (address, "to_day", iso ("2026-01-01"));
  assert_error (address, "to_day");
  put (address, "to_day", iso ("2026-02-01"));
  g_assert_true (ent_address_is_current (address, day ("2026-02-01")));
  g_assert_false (ent_address_is_current (address, day ("2026-02-02")));
}

static void
assert_place_warning (Fixture *fixture, EntAddress *address, const char *field)
{
  g_autoptr (EntIssues) issues = ent_issues_new ();

  ent_address_check_place (fixture->db, address, issues);
  g_assert_cmpuint (ent_issues_n_errors (issues), ==, 0);
  g_assert_cmpuint (ent_issues_n (issues), ==, field != NULL ? 1 : 0);
  if (field != NULL)
    g_assert_cmpstr (ent_issues_field (issues, 0), ==, field);
}

static void
test_address_place (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntAddress) address = new_owned (ENT_TYPE_ADDRESS, 1);

  put (address, "postcode", ent_text ("4001"));
  put (address, "locality", ent_text ("liege"));
  assert_place_warning (fixture, address, "postcode");
  put (address, "postcode", ent_text ("4000"));
  assert_place_warning (fixture, address, NULL);
  put (address, "locality", ent_text ("Namur"));
  assert_place_warning (fixture, address, "locality");
  put (address, "country_id", ent_int (3));
  assert_place_warning (fixture, address, NULL);
}

static void
test_contact_points (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntContactPoint) mobile = new_owned (ENT_TYPE_CONTACT_POINT, 1);
  g_autoptr (EntContactPoint) mail = new_owned (ENT_TYPE_CONTACT_POINT, 1);
  g_autoptr (EntContactPoint) wrong = new_owned (ENT_TYPE_CONTACT_POINT, 1);

  put (mobile, "value", ent_text ("0470 12 34 56"));
  assert_clean (mobile);
  g_assert_cmpint (mobile->kind, ==, ENT_CONTACT_MOBILE);
  g_assert_cmpstr (mobile->value, ==, "+32470123456");
  g_assert_cmpstr (mobile->display_form, ==, "0470 12 34 56");
  g_assert_cmpstr (mobile->search_form, ==, "0470123456");

  put (mail, "value", ent_text (" Anne@Example.BE "));
  assert_clean (mail);
  g_assert_cmpint (mail->kind, ==, ENT_CONTACT_E_MAIL);
  g_assert_cmpstr (mail->value, ==, "Anne@example.be");
  g_assert_null (mail->search_form);

  put (wrong, "kind", ent_text ("landline"));
  put (wrong, "value", ent_text ("010 43"));
  assert_error (wrong, "value");
  put (wrong, "kind", ent_text ("e-mail"));
  assert_error (wrong, "value");
  put (wrong, "kind", ent_text ("other"));
  assert_clean (wrong);
}

static void
test_bank_account (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntBankAccount) account = new_owned (ENT_TYPE_BANK_ACCOUNT, 1);

  put (account, "iban", ent_text ("be68 5390 0754 7034"));
  assert_clean (account);
  g_assert_cmpstr (account->iban, ==, "BE68539007547034");
  put (account, "iban", ent_text ("BE68 5390 0754 7035"));
  assert_error (account, "iban");
}

static void
test_relation (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntRelation) relation = new_owned (ENT_TYPE_RELATION, 4);

  assert_error (relation, "name");
  put (relation, "other_id", ent_int (4));
  assert_error (relation, "other_id");
  put (relation, "other_id", ent_int (5));
  assert_clean (relation);
  put (relation, "phone", ent_text ("43"));
  assert_error (relation, "phone");
}

static void
test_civil_status (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCivilStatus) status = new_owned (ENT_TYPE_CIVIL_STATUS, 4);

  put (status, "partner_id", ent_int (4));
  assert_error (status, "partner_id");
  put (status, "partner_id", ent_int (5));
  put (status, "from_day", iso ("2020-01-02"));
  put (status, "to_day", iso ("2020-01-01"));
  assert_error (status, "to_day");
}

static void
test_alerts_to_read (Fixture *fixture, gconstpointer unused)
{
  gint64 agent = add_agent (fixture);
  gint64 person = add_person (fixture);
  g_autoptr (EntAlert) alert = new_owned (ENT_TYPE_ALERT, person);
  g_autoptr (EntAlertAck) ack = ent_record_new (ENT_TYPE_ALERT_ACK);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) later = NULL;

  put (alert, "kind", ent_text ("dog"));
  put (alert, "text", ent_text ("Large dog in the yard"));
  put (alert, "from_day", iso ("2026-01-01"));
  g_assert_true (is_refused (fixture, alert, NULL)); /* no end */
  put (alert, "until_day", iso ("2025-12-31"));
  assert_error (alert, "until_day");
  put (alert, "until_day", iso ("2026-12-31"));
  insert (fixture, alert);

  before = ent_alert_query_pending (fixture->db, person, agent, day ("2026-12-31"), NULL);
  g_assert_cmpuint (before->len, ==, 1);
  later = ent_alert_query_pending (fixture->db, person, agent, day ("2027-01-01"), NULL);
  g_assert_cmpuint (later->len, ==, 0);

  put (ack, "alert_id", ent_int (ent_record_get_id (alert)));
  put (ack, "agent_id", ent_int (agent));
  put (ack, "acknowledged_at", ent_int (1));
  insert (fixture, ack);
  after = ent_alert_query_pending (fixture->db, person, agent, day ("2026-12-31"), NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

static void
test_file_checks (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (EntCaseFile) file = new_owned (ENT_TYPE_CASE_FILE, 1);

  put (file, "number", ent_text ("26-1"));
  assert_error (file, "number");
  put (file, "number", ent_text ("2026-00001"));
  put (file, "opened_on", iso ("2026-03-01"));
  assert_clean (file);
  put (file, "close_reason", ent_text ("moved"));
  assert_error (file, "closed_on");
  put (file, "closed_on", iso ("2026-02-28"));
  assert_error (file, "closed_on");
  put (file, "closed_on", iso ("2026-03-01"));
  assert_clean (file);
  put (file, "close_reason", ent_null ());
  assert_warning (file, "close_reason");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/belongings/address-lines", test_address_lines);
  ADD ("/belongings/address-checks", test_address_checks);
  ADD ("/belongings/address-place", test_address_place);
  ADD ("/belongings/contact-points", test_contact_points);
  ADD ("/belongings/bank-account", test_bank_account);
  ADD ("/belongings/relation", test_relation);
  ADD ("/belongings/civil-status", test_civil_status);
  ADD ("/belongings/alerts-to-read", test_alerts_to_read);
  ADD ("/belongings/file-checks", test_file_checks);

  return g_test_run ();
}
