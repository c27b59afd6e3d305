-- SPDX-License-Identifier: GPL-3.0-or-later
-- Requests: their register, what happens to them, the pieces they wait for, and the deadlines.

CREATE TABLE deadline_rule (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  regime TEXT,
  start TEXT NOT NULL,
  amount INTEGER NOT NULL,
  unit TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  source TEXT NOT NULL,
  standing TEXT NOT NULL
);
CREATE INDEX deadline_rule_by_from_day ON deadline_rule (from_day, id);

CREATE TABLE request_kind (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  regime TEXT NOT NULL,
  has_project INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX request_kind_name_unique ON request_kind (name);
CREATE INDEX request_kind_by_name ON request_kind (name, id);

CREATE TABLE request (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT,
  year INTEGER,
  sequence INTEGER,
  registered_on TEXT,
  person_id BIGINT NOT NULL REFERENCES person (id),
  kind_id BIGINT NOT NULL REFERENCES request_kind (id),
  received_on TEXT NOT NULL,
  received_time INTEGER,
  channel TEXT NOT NULL,
  asker TEXT NOT NULL,
  asker_name TEXT,
  is_signed INTEGER NOT NULL DEFAULT 0,
  is_urgent INTEGER NOT NULL DEFAULT 0,
  urgency_reason TEXT,
  after_unemployment INTEGER NOT NULL DEFAULT 0,
  unemployment_end TEXT,
  worker_id BIGINT REFERENCES agent (id),
  team_id BIGINT REFERENCES team (id),
  step TEXT NOT NULL,
  result TEXT,
  ending TEXT,
  ended_on TEXT,
  ending_reason TEXT,
  note TEXT,
  is_open INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX request_number_unique ON request (number);
CREATE UNIQUE INDEX request_sequence ON request (year, sequence);
CREATE INDEX request_by_number ON request (number, id);
CREATE INDEX request_by_received_on ON request (received_on, id);
CREATE INDEX request_by_person ON request (person_id);
CREATE INDEX request_by_kind ON request (kind_id);
CREATE INDEX request_by_worker ON request (worker_id);
CREATE INDEX request_by_team ON request (team_id);
CREATE INDEX request_still_open ON request (id) WHERE is_open = 1;

CREATE TABLE request_object (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  request_id BIGINT NOT NULL REFERENCES request (id),
  kind_id BIGINT NOT NULL REFERENCES request_kind (id),
  detail TEXT
);
CREATE INDEX request_object_by_request ON request_object (request_id);
CREATE INDEX request_object_by_kind ON request_object (kind_id);

CREATE TABLE request_step (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  request_id BIGINT NOT NULL REFERENCES request (id),
  step TEXT NOT NULL,
  day TEXT NOT NULL,
  author TEXT,
  note TEXT
);
CREATE INDEX request_step_by_request ON request_step (request_id, day);

CREATE TABLE request_event (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  request_id BIGINT NOT NULL REFERENCES request (id),
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  time INTEGER,
  to_day TEXT,
  partner TEXT,
  reason TEXT,
  author TEXT
);
CREATE INDEX request_event_by_request ON request_event (request_id, day);

CREATE TABLE request_piece (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  request_id BIGINT NOT NULL REFERENCES request (id),
  name TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  until_day TEXT,
  reminded_on TEXT,
  received_on TEXT,
  note TEXT
);
CREATE INDEX request_piece_by_request ON request_piece (request_id, asked_on);
CREATE INDEX request_piece_by_asked_on ON request_piece (asked_on, id);
CREATE INDEX document_of_request ON document (subject_id) WHERE subject_table = 'request';
