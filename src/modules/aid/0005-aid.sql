-- SPDX-License-Identifier: GPL-3.0-or-later
-- Aids that were granted: what, from when to when, by which decision.

CREATE TABLE aid (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  case_file_id BIGINT REFERENCES case_file (id),
  kind TEXT NOT NULL,
  category TEXT,
  monthly_amount BIGINT,
  one_off_amount BIGINT,
  from_day TEXT NOT NULL,
  to_day TEXT,
  decided_on TEXT,
  organ TEXT,
  decision TEXT,
  place TEXT,
  card_number TEXT,
  weekly_hours TEXT,
  days_worked INTEGER,
  end_reason TEXT,
  note TEXT
);
CREATE INDEX aid_by_person ON aid (person_id, from_day);
CREATE INDEX aid_by_case_file ON aid (case_file_id);
CREATE INDEX aid_by_kind ON aid (kind, from_day);
CREATE INDEX aid_by_from_day ON aid (from_day, id);
CREATE INDEX aid_by_to_day ON aid (to_day, id);
