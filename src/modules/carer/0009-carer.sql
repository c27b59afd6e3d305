-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who gives care in people's homes and when, what they drive, which keys they hold.

CREATE TABLE vehicle (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  plate TEXT,
  from_day TEXT,
  to_day TEXT,
  stands_at TEXT,
  note TEXT
);
CREATE INDEX vehicle_by_name ON vehicle (name, id);

CREATE TABLE carer (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  kind TEXT NOT NULL,
  weekly_minutes INTEGER,
  daily_minutes INTEGER,
  travel_mode TEXT,
  vehicle_id BIGINT REFERENCES vehicle (id),
  has_licence INTEGER NOT NULL DEFAULT 0,
  start_kind TEXT,
  start_address TEXT,
  start_latitude INTEGER,
  start_longitude INTEGER,
  start_placed_for TEXT,
  end_kind TEXT,
  end_address TEXT,
  end_latitude INTEGER,
  end_longitude INTEGER,
  end_placed_for TEXT,
  speaks_fr INTEGER NOT NULL DEFAULT 0,
  speaks_nl INTEGER NOT NULL DEFAULT 0,
  speaks_de INTEGER NOT NULL DEFAULT 0,
  speaks_en INTEGER NOT NULL DEFAULT 0,
  other_languages TEXT,
  avoids_dogs INTEGER NOT NULL DEFAULT 0,
  avoids_cats INTEGER NOT NULL DEFAULT 0,
  avoids_smoke INTEGER NOT NULL DEFAULT 0,
  avoids_other TEXT,
  colour TEXT,
  from_day TEXT,
  to_day TEXT,
  note TEXT,
  sort_key TEXT
);
CREATE UNIQUE INDEX carer_agent_unique ON carer (agent_id);
CREATE INDEX carer_by_vehicle ON carer (vehicle_id);
CREATE INDEX carer_by_sort_key ON carer (sort_key, id);

CREATE TABLE carer_shift (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  carer_id BIGINT NOT NULL REFERENCES carer (id),
  weekday TEXT NOT NULL,
  week TEXT NOT NULL,
  from_time INTEGER NOT NULL,
  to_time INTEGER NOT NULL,
  from_day TEXT,
  to_day TEXT
);
CREATE INDEX carer_shift_by_carer ON carer_shift (carer_id);

CREATE TABLE carer_qualification (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  carer_id BIGINT NOT NULL REFERENCES carer (id),
  kind TEXT NOT NULL,
  label TEXT,
  number TEXT,
  obtained_on TEXT,
  valid_to TEXT
);
CREATE INDEX carer_qualification_by_carer ON carer_qualification (carer_id);
CREATE INDEX carer_qualification_by_valid_to ON carer_qualification (valid_to, id);

CREATE TABLE home_key (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  number INTEGER,
  person_id BIGINT NOT NULL REFERENCES person (id),
  opens TEXT,
  box_code TEXT,
  kept_at TEXT,
  returned_on TEXT,
  note TEXT
);
CREATE UNIQUE INDEX home_key_number_unique ON home_key (number);
CREATE INDEX home_key_by_person ON home_key (person_id);

CREATE TABLE key_loan (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  key_id BIGINT NOT NULL REFERENCES home_key (id),
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  given_on TEXT NOT NULL,
  returned_on TEXT
);
CREATE INDEX key_loan_by_key ON key_loan (key_id, given_on);
CREATE INDEX key_loan_by_agent ON key_loan (agent_id);
-- However it comes about, undone acts included, a key is in one place only.
CREATE UNIQUE INDEX key_loan_one_open ON key_loan (key_id) WHERE returned_on IS NULL;
