-- SPDX-License-Identifier: GPL-3.0-or-later
-- Home care when a carer is away: what became of the visits, and who has been told.

CREATE TABLE absence_cover (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  carer_id BIGINT NOT NULL REFERENCES carer (id),
  absence_id BIGINT REFERENCES agent_absence (id),
  from_day TEXT NOT NULL,
  from_time INTEGER,
  to_day TEXT,
  to_time INTEGER
);
CREATE INDEX absence_cover_by_carer ON absence_cover (carer_id, from_day);
CREATE INDEX absence_cover_by_absence ON absence_cover (absence_id);
CREATE INDEX absence_cover_by_from_day ON absence_cover (from_day, id);

CREATE TABLE visit_notice (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  visit_id BIGINT NOT NULL REFERENCES visit (id),
  cover_id BIGINT REFERENCES absence_cover (id),
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  day TEXT NOT NULL,
  old_time INTEGER,
  old_carer_id BIGINT REFERENCES carer (id),
  new_time INTEGER,
  new_carer_id BIGINT REFERENCES carer (id),
  told_at BIGINT,
  told_by_id BIGINT REFERENCES agent (id),
  how TEXT,
  outcome TEXT,
  note TEXT
);
CREATE INDEX visit_notice_by_visit ON visit_notice (visit_id);
CREATE INDEX visit_notice_by_cover ON visit_notice (cover_id);
CREATE INDEX visit_notice_by_day ON visit_notice (day, id);
CREATE INDEX visit_notice_by_old_carer ON visit_notice (old_carer_id);
CREATE INDEX visit_notice_by_new_carer ON visit_notice (new_carer_id);
CREATE INDEX visit_notice_by_told_by ON visit_notice (told_by_id);
