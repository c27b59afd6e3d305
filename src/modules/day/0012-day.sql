-- SPDX-License-Identifier: GPL-3.0-or-later
-- The day of home care: what carers tell of visits, and what worries them.

ALTER TABLE visit ADD COLUMN reported_at BIGINT;
ALTER TABLE visit ADD COLUMN notice_day TEXT;
ALTER TABLE visit ADD COLUMN notice_time INTEGER;
ALTER TABLE visit ADD COLUMN notice_minutes INTEGER;
ALTER TABLE visit ADD COLUMN notice_late INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN did_call INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN did_ask_neighbour INTEGER NOT NULL DEFAULT 0;
ALTER TABLE visit ADD COLUMN did_tell_worker INTEGER NOT NULL DEFAULT 0;

CREATE TABLE worry (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  visit_id BIGINT REFERENCES visit (id),
  carer_id BIGINT REFERENCES carer (id),
  noted_at BIGINT,
  what TEXT NOT NULL,
  urgency TEXT NOT NULL,
  due_on TEXT,
  agent_id BIGINT REFERENCES agent (id),
  state TEXT NOT NULL,
  outcome TEXT,
  outcome_text TEXT,
  outcome_on TEXT,
  outcome_by BIGINT REFERENCES agent (id)
);
CREATE INDEX worry_by_person ON worry (person_id, noted_at);
CREATE INDEX worry_by_visit ON worry (visit_id);
CREATE INDEX worry_by_carer ON worry (carer_id);
CREATE INDEX worry_by_agent ON worry (agent_id);
CREATE INDEX worry_by_outcome_by ON worry (outcome_by);
CREATE INDEX worry_by_due_on ON worry (due_on, id);
CREATE INDEX worry_open ON worry (state) WHERE state <> 'followed';

CREATE TABLE cancel_notice (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  from_day TEXT NOT NULL,
  to_day TEXT,
  hours INTEGER NOT NULL,
  source TEXT
);
CREATE INDEX cancel_notice_by_from_day ON cancel_notice (from_day, id);
