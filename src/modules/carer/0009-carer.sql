-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who gives care in people's homes, and what they drive.

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
