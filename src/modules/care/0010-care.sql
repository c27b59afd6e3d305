-- SPDX-License-Identifier: GPL-3.0-or-later
-- Home care: what was promised to whom, the visits that follow from it, what they cost.

CREATE TABLE care_activity (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  code TEXT,
  carer_kind TEXT NOT NULL,
  is_subsidised INTEGER NOT NULL DEFAULT 0,
  is_charged INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER,
  priority TEXT NOT NULL,
  from_day TEXT,
  to_day TEXT
);
CREATE INDEX care_activity_by_name ON care_activity (name, id);
CREATE UNIQUE INDEX care_activity_code_unique ON care_activity (code);

CREATE TABLE care_task (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  name TEXT NOT NULL,
  sort INTEGER
);
CREATE INDEX care_task_by_activity ON care_task (activity_id, sort);

CREATE TABLE care_plan (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  is_draft INTEGER NOT NULL DEFAULT 0,
  aid_id BIGINT REFERENCES aid (id),
  decided_on TEXT,
  organ TEXT,
  reference TEXT,
  agent_id BIGINT REFERENCES agent (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  review_on TEXT,
  access TEXT,
  alerts TEXT,
  has_dog INTEGER NOT NULL DEFAULT 0,
  has_cat INTEGER NOT NULL DEFAULT 0,
  other_pets TEXT,
  smokes INTEGER NOT NULL DEFAULT 0,
  phone TEXT,
  most_carers INTEGER,
  note TEXT
);
CREATE INDEX care_plan_by_person ON care_plan (person_id, from_day);
CREATE INDEX care_plan_by_aid ON care_plan (aid_id);
CREATE INDEX care_plan_by_agent ON care_plan (agent_id);
CREATE INDEX care_plan_by_from_day ON care_plan (from_day, id);
CREATE INDEX care_plan_by_to_day ON care_plan (to_day, id);
CREATE INDEX care_plan_by_review_on ON care_plan (review_on, id);

CREATE TABLE care_need (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  plan_id BIGINT NOT NULL REFERENCES care_plan (id),
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  rhythm TEXT NOT NULL,
  monday INTEGER NOT NULL DEFAULT 0,
  tuesday INTEGER NOT NULL DEFAULT 0,
  wednesday INTEGER NOT NULL DEFAULT 0,
  thursday INTEGER NOT NULL DEFAULT 0,
  friday INTEGER NOT NULL DEFAULT 0,
  saturday INTEGER NOT NULL DEFAULT 0,
  sunday INTEGER NOT NULL DEFAULT 0,
  nth TEXT,
  once_on TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT,
  minutes INTEGER NOT NULL,
  n_carers INTEGER NOT NULL,
  earliest INTEGER,
  latest INTEGER,
  wished_from INTEGER,
  wished_to INTEGER,
  fixed_at INTEGER,
  fixed_reason TEXT,
  priority TEXT NOT NULL,
  min_gap_days INTEGER,
  note TEXT
);
CREATE INDEX care_need_by_plan ON care_need (plan_id);
CREATE INDEX care_need_by_activity ON care_need (activity_id);

CREATE TABLE care_need_task (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  need_id BIGINT NOT NULL REFERENCES care_need (id),
  task_id BIGINT NOT NULL REFERENCES care_task (id)
);
CREATE UNIQUE INDEX care_need_task_unique ON care_need_task (need_id, task_id);
CREATE INDEX care_need_task_by_task ON care_need_task (task_id);

CREATE TABLE care_wish (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  plan_id BIGINT NOT NULL REFERENCES care_plan (id),
  carer_id BIGINT NOT NULL REFERENCES carer (id),
  kind TEXT NOT NULL,
  reason TEXT,
  from_day TEXT,
  to_day TEXT
);
CREATE INDEX care_wish_by_plan ON care_wish (plan_id);
CREATE INDEX care_wish_by_carer ON care_wish (carer_id);

CREATE TABLE person_stay (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  reason TEXT NOT NULL,
  note TEXT
);
CREATE INDEX person_stay_by_person ON person_stay (person_id, from_day);
CREATE INDEX person_stay_by_from_day ON person_stay (from_day, id);
CREATE INDEX person_stay_by_to_day ON person_stay (to_day, id);

CREATE TABLE visit (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  day TEXT NOT NULL,
  start_time INTEGER,
  minutes INTEGER NOT NULL,
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  carer_id BIGINT REFERENCES carer (id),
  state TEXT NOT NULL,
  plan_id BIGINT REFERENCES care_plan (id),
  need_id BIGINT REFERENCES care_need (id),
  origin_day TEXT,
  place INTEGER,
  is_locked INTEGER NOT NULL DEFAULT 0,
  is_exception INTEGER NOT NULL DEFAULT 0,
  cancel_reason TEXT,
  told_at BIGINT,
  began_at INTEGER,
  ended_at INTEGER,
  entered_late INTEGER NOT NULL DEFAULT 0,
  remark TEXT,
  travel_minutes INTEGER,
  travel_metres INTEGER
);
CREATE UNIQUE INDEX visit_made_once ON visit (need_id, origin_day, place);
CREATE INDEX visit_by_person ON visit (person_id, day);
CREATE INDEX visit_by_carer ON visit (carer_id, day);
CREATE INDEX visit_by_day ON visit (day, start_time, id);
CREATE INDEX visit_by_origin ON visit (origin_day);
CREATE INDEX visit_by_activity ON visit (activity_id);
CREATE INDEX visit_by_plan ON visit (plan_id);

CREATE TABLE contribution_scale (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  activity_id BIGINT NOT NULL REFERENCES care_activity (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  source TEXT
);
CREATE INDEX contribution_scale_by_activity ON contribution_scale (activity_id);
CREATE INDEX contribution_scale_by_from_day ON contribution_scale (from_day, id);

CREATE TABLE contribution_row (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  scale_id BIGINT NOT NULL REFERENCES contribution_scale (id),
  household TEXT,
  income_from BIGINT,
  income_to BIGINT,
  price BIGINT NOT NULL
);
CREATE INDEX contribution_row_by_scale ON contribution_row (scale_id);

CREATE TABLE contribution_reduction (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  from_day TEXT NOT NULL,
  to_day TEXT,
  amount BIGINT NOT NULL,
  source TEXT
);
CREATE INDEX contribution_reduction_by_from_day ON contribution_reduction (from_day, id);

CREATE TABLE contribution (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  income BIGINT NOT NULL,
  charges BIGINT,
  household TEXT,
  rate BIGINT,
  derogation TEXT,
  derogation_rate BIGINT,
  derogation_to TEXT,
  review_on TEXT
);
CREATE INDEX contribution_by_person ON contribution (person_id, from_day);
CREATE INDEX contribution_by_from_day ON contribution (from_day, id);
CREATE INDEX contribution_by_to_day ON contribution (to_day, id);
CREATE INDEX contribution_by_review_on ON contribution (review_on, id);
