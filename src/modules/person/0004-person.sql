-- SPDX-License-Identifier: GPL-3.0-or-later
-- Persons, what belongs to them, households and files.

CREATE TABLE person (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  last_name TEXT NOT NULL,
  usual_name TEXT,
  first_names TEXT,
  sex TEXT,
  birth_date TEXT,
  birth_place TEXT,
  national_number TEXT,
  nationality_id BIGINT REFERENCES country (id),
  residence_title TEXT,
  residence_until TEXT,
  language TEXT,
  interpreter_needed INTEGER NOT NULL DEFAULT 0,
  deceased_on TEXT,
  reference_worker_id BIGINT REFERENCES agent (id),
  remark TEXT,
  silences TEXT,
  sort_key TEXT
);
CREATE UNIQUE INDEX person_national_number_unique ON person (national_number);
CREATE INDEX person_by_last_name ON person (last_name, id);
CREATE INDEX person_by_first_names ON person (first_names, id);
CREATE INDEX person_by_birth_date ON person (birth_date, id);
CREATE INDEX person_by_sort_key ON person (sort_key, id);
CREATE INDEX person_by_nationality ON person (nationality_id);
CREATE INDEX person_by_reference_worker ON person (reference_worker_id);

CREATE TABLE person_number (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  reason TEXT
);
CREATE INDEX person_number_by_person ON person_number (person_id);
CREATE INDEX person_number_by_number ON person_number (number, id);

CREATE TABLE address (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  street TEXT,
  number TEXT,
  box TEXT,
  postcode TEXT,
  locality TEXT,
  country_id BIGINT REFERENCES country (id),
  care_of TEXT,
  access_note TEXT,
  from_day TEXT,
  to_day TEXT
);
CREATE INDEX address_by_person ON address (person_id);
CREATE INDEX address_by_country ON address (country_id);
CREATE INDEX address_by_postcode ON address (postcode, id);

CREATE TABLE contact_point (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT,
  preferred INTEGER NOT NULL DEFAULT 0,
  display_form TEXT,
  search_form TEXT
);
CREATE INDEX contact_point_by_person ON contact_point (person_id);
CREATE INDEX contact_point_by_value ON contact_point (value, id);

CREATE TABLE bank_account (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  iban TEXT NOT NULL,
  holder TEXT,
  from_day TEXT,
  to_day TEXT,
  note TEXT
);
CREATE INDEX bank_account_by_person ON bank_account (person_id);
CREATE INDEX bank_account_by_iban ON bank_account (iban, id);

CREATE TABLE relation (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  other_id BIGINT REFERENCES person (id),
  name TEXT,
  organisation TEXT,
  phone TEXT,
  e_mail TEXT,
  mandate TEXT,
  from_day TEXT,
  to_day TEXT,
  informs_allowed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX relation_by_person ON relation (person_id);
CREATE INDEX relation_by_other ON relation (other_id);

CREATE TABLE alert (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  author_id BIGINT REFERENCES agent (id),
  from_day TEXT,
  until_day TEXT NOT NULL
);
CREATE INDEX alert_by_person ON alert (person_id);
CREATE INDEX alert_by_author ON alert (author_id);
CREATE INDEX alert_by_until_day ON alert (until_day, id);

CREATE TABLE alert_ack (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  alert_id BIGINT NOT NULL REFERENCES alert (id),
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  acknowledged_at BIGINT NOT NULL
);
CREATE INDEX alert_ack_by_alert ON alert_ack (alert_id);
CREATE INDEX alert_ack_by_agent ON alert_ack (agent_id);

CREATE TABLE note (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  written_at BIGINT NOT NULL,
  author_id BIGINT REFERENCES agent (id),
  text TEXT NOT NULL
);
CREATE INDEX note_by_person ON note (person_id, written_at);
CREATE INDEX note_by_author ON note (author_id);
CREATE INDEX note_by_written_at ON note (written_at, id);

CREATE TABLE civil_status (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  status TEXT NOT NULL,
  from_day TEXT,
  to_day TEXT,
  partner_id BIGINT REFERENCES person (id)
);
CREATE INDEX civil_status_by_person ON civil_status (person_id);
CREATE INDEX civil_status_by_partner ON civil_status (partner_id);

CREATE TABLE household (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT,
  remark TEXT
);
CREATE INDEX household_by_name ON household (name, id);

CREATE TABLE household_member (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  household_id BIGINT NOT NULL REFERENCES household (id),
  person_id BIGINT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  custody_percent INTEGER,
  shares_matters INTEGER NOT NULL DEFAULT 0,
  note TEXT
);
CREATE INDEX household_member_by_household ON household_member (household_id);
CREATE INDEX household_member_by_person ON household_member (person_id);
CREATE INDEX household_member_by_from_day ON household_member (from_day, id);

CREATE TABLE case_file (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  number TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  close_reason TEXT,
  worker_id BIGINT REFERENCES agent (id),
  team_id BIGINT REFERENCES team (id),
  restricted INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX case_file_number_unique ON case_file (number);
CREATE INDEX case_file_by_number ON case_file (number, id);
CREATE INDEX case_file_by_person ON case_file (person_id);
CREATE INDEX case_file_by_worker ON case_file (worker_id);
CREATE INDEX case_file_by_team ON case_file (team_id);
CREATE INDEX case_file_by_opened_on ON case_file (opened_on, id);
CREATE INDEX case_file_by_closed_on ON case_file (closed_on, id);
