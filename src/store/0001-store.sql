-- SPDX-License-Identifier: GPL-3.0-or-later
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the store itself keeps: who did what, the words of everything, the centre's settings.

CREATE TABLE change_set (
  id @ID@,
  at BIGINT NOT NULL,
  author TEXT NOT NULL,
  label TEXT NOT NULL,
  n_changes BIGINT NOT NULL DEFAULT 0,
  undoes BIGINT REFERENCES change_set (id),
  undone_by BIGINT REFERENCES change_set (id)
);

-- schema_no is EntSchema.number. A row with last_id tells of record_id to last_id inserted together.
CREATE TABLE audit (
  id @ID@,
  set_id BIGINT NOT NULL REFERENCES change_set (id),
  schema_no BIGINT NOT NULL,
  record_id BIGINT NOT NULL,
  last_id BIGINT,
  action TEXT NOT NULL,
  root_no BIGINT NOT NULL,
  root_id BIGINT NOT NULL,
  before TEXT,
  after TEXT
);
CREATE INDEX audit_by_root ON audit (root_no, root_id, id);
CREATE INDEX audit_by_set ON audit (set_id, id);
CREATE INDEX audit_ranges ON audit (schema_no, record_id) WHERE last_id IS NOT NULL;
CREATE INDEX audit_deletions ON audit (set_id) WHERE action = 'D';

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the history cannot be changed');
END;
CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the history cannot be removed');
END;

-- Words come here folded already: to the tokenizer all but ASCII punctuation is letters.
CREATE VIRTUAL TABLE search_index USING fts5 (
  words, content = '', contentless_delete = 1, detail = none,
  tokenize = 'ascii', prefix = '1 2 3'
);

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT);
