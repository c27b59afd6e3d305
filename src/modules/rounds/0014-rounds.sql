-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the law asks of working time, with the days on which it holds.

CREATE TABLE working_time_rule (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  source TEXT,
  to_check INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX working_time_rule_by_from_day ON working_time_rule (from_day, id);
