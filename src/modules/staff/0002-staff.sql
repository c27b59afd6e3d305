-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people who work at the centre: teams, agents, their absences.

CREATE TABLE team (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  e_mail TEXT,
  phone TEXT,
  active INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX team_name_unique ON team (name);
CREATE INDEX team_by_name ON team (name, id);

CREATE TABLE agent (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  last_name TEXT NOT NULL,
  first_name TEXT,
  function TEXT NOT NULL,
  team_id BIGINT REFERENCES team (id),
  e_mail TEXT,
  phone TEXT,
  language TEXT,
  active_from TEXT,
  active_to TEXT,
  login TEXT,
  sort_key TEXT
);
CREATE UNIQUE INDEX agent_login_unique ON agent (login);
CREATE INDEX agent_by_last_name ON agent (last_name, id);
CREATE INDEX agent_by_sort_key ON agent (sort_key, id);
CREATE INDEX agent_by_team ON agent (team_id);

CREATE TABLE agent_absence (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  kind TEXT NOT NULL,
  stand_in_id BIGINT REFERENCES agent (id),
  note TEXT
);
CREATE INDEX agent_absence_by_agent ON agent_absence (agent_id, from_day);
CREATE INDEX agent_absence_by_stand_in ON agent_absence (stand_in_id);
CREATE INDEX agent_absence_by_from_day ON agent_absence (from_day, id);
CREATE INDEX agent_absence_by_to_day ON agent_absence (to_day, id);
