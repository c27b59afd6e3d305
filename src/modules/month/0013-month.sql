-- SPDX-License-Identifier: GPL-3.0-or-later
-- The month of home care: its rules, what is subsidised, what was closed and what was corrected.

ALTER TABLE visit ADD COLUMN settled_on TEXT;

CREATE TABLE unsocial_rate (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  source TEXT
);
CREATE INDEX unsocial_rate_by_from_day ON unsocial_rate (from_day, id);

CREATE TABLE contingent (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  hours INTEGER NOT NULL,
  decided_on TEXT NOT NULL,
  source TEXT
);
CREATE INDEX contingent_by_activity ON contingent (activity_id, year);
CREATE INDEX contingent_by_year ON contingent (year, id);
CREATE INDEX contingent_by_decided_on ON contingent (decided_on, id);

CREATE TABLE month_closing (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,
  closed_at BIGINT NOT NULL,
  closed_by TEXT NOT NULL,
  visits INTEGER NOT NULL,
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL,
  billable INTEGER NOT NULL,
  travel_minutes INTEGER NOT NULL,
  travel_metres INTEGER NOT NULL,
  amount BIGINT NOT NULL,
  hash TEXT NOT NULL
);
CREATE UNIQUE INDEX month_closing_once ON month_closing (year, month);

CREATE TABLE month_line (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  closing_id BIGINT NOT NULL REFERENCES month_closing (id),
  visit_id BIGINT NOT NULL REFERENCES visit (id),
  person_id BIGINT NOT NULL REFERENCES person (id),
  carer_id BIGINT REFERENCES carer (id),
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  day TEXT NOT NULL,
  began INTEGER,
  state TEXT NOT NULL,
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL,
  billable INTEGER NOT NULL,
  evening INTEGER NOT NULL,
  saturday INTEGER NOT NULL,
  holiday INTEGER NOT NULL,
  night INTEGER NOT NULL,
  travel_minutes INTEGER NOT NULL,
  travel_metres INTEGER NOT NULL,
  price_before BIGINT,
  price BIGINT
);
CREATE INDEX month_line_by_closing ON month_line (closing_id, day);
CREATE INDEX month_line_by_visit ON month_line (visit_id);
CREATE INDEX month_line_by_person ON month_line (person_id);
CREATE INDEX month_line_by_carer ON month_line (carer_id);
CREATE INDEX month_line_by_activity ON month_line (activity_id, day);

CREATE TABLE month_correction (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL,
  person_id BIGINT REFERENCES person (id),
  carer_id BIGINT REFERENCES carer (id),
  activity_id BIGINT REFERENCES care_activity (id),
  minutes INTEGER,
  amount BIGINT,
  reason TEXT NOT NULL,
  entered_on TEXT NOT NULL
);
CREATE INDEX month_correction_by_person ON month_correction (person_id);
CREATE INDEX month_correction_by_carer ON month_correction (carer_id);
CREATE INDEX month_correction_by_activity ON month_correction (activity_id);
CREATE INDEX month_correction_by_entered_on ON month_correction (entered_on, id);

CREATE TABLE month_rule (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  value INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  source TEXT
);
CREATE INDEX month_rule_by_from_day ON month_rule (from_day, id);
