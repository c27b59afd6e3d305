-- SPDX-License-Identifier: GPL-3.0-or-later
-- Appointments with persons: when, where, with whom, and whether they came.

CREATE TABLE appointment (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  day TEXT NOT NULL,
  from_time INTEGER,
  to_time INTEGER,
  kind TEXT NOT NULL,
  place TEXT,
  agent_id BIGINT REFERENCES agent (id),
  subject TEXT,
  attendance TEXT NOT NULL,
  note TEXT
);
CREATE INDEX appointment_by_person ON appointment (person_id, day);
CREATE INDEX appointment_by_agent ON appointment (agent_id, day);
CREATE INDEX appointment_by_day ON appointment (day, from_time, id);
