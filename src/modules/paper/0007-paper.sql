-- SPDX-License-Identifier: GPL-3.0-or-later
-- Paper: the centre's letterhead, templates, who signs, the register of documents, files kept.

CREATE TABLE centre (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT,
  municipality TEXT,
  street TEXT,
  number TEXT,
  postcode TEXT,
  locality TEXT,
  phone TEXT,
  e_mail TEXT,
  website TEXT,
  enterprise_number TEXT,
  iban TEXT,
  opening_hours TEXT,
  logo TEXT,
  window_side TEXT,
  language TEXT
);
INSERT INTO centre (id) VALUES (1);

-- Seals the codes of documents: whoever has it could make a code that fits.
INSERT INTO setting (name, value) VALUES ('paper.secret', lower (hex (randomblob (32))));

CREATE TABLE document_template (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  language TEXT NOT NULL,
  edition INTEGER NOT NULL,
  text TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  author TEXT NOT NULL,
  note TEXT,
  title TEXT
);
CREATE UNIQUE INDEX document_template_edition ON document_template (kind, language, edition);
CREATE INDEX document_template_by_title ON document_template (title, id);
CREATE INDEX document_template_by_valid_from ON document_template (valid_from, id);

CREATE TABLE signatory (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  role TEXT NOT NULL,
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  title_fr TEXT,
  title_nl TEXT,
  title_de TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT,
  delegation TEXT
);
CREATE INDEX signatory_by_agent ON signatory (agent_id);
CREATE INDEX signatory_by_from_day ON signatory (from_day, id);

CREATE TABLE document (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  entry TEXT NOT NULL,
  cancels_id BIGINT REFERENCES document (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  person_id BIGINT REFERENCES person (id),
  case_file_id BIGINT REFERENCES case_file (id),
  subject_table TEXT,
  subject_id INTEGER,
  language TEXT NOT NULL,
  purpose TEXT,
  recipient TEXT,
  made_on TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  author TEXT NOT NULL,
  agent_id BIGINT REFERENCES agent (id),
  edition INTEGER,
  template_hash TEXT,
  answers TEXT,
  reason TEXT,
  code TEXT NOT NULL,
  file TEXT,
  n_pages INTEGER,
  signing TEXT,
  signed_file TEXT,
  sent_how TEXT,
  sent_on TEXT
);
CREATE UNIQUE INDEX document_number_unique ON document (number);
CREATE UNIQUE INDEX document_in_year ON document (year, sequence);
CREATE INDEX document_by_number ON document (number, id);
CREATE INDEX document_by_person ON document (person_id, id);
CREATE INDEX document_by_case_file ON document (case_file_id);
CREATE INDEX document_by_cancels ON document (cancels_id);
CREATE INDEX document_by_agent ON document (agent_id);
CREATE INDEX document_by_made_on ON document (made_on, id);
CREATE INDEX document_by_title ON document (title, id);
CREATE INDEX document_by_file ON document (file);
CREATE INDEX document_by_signed_file ON document (signed_file);

CREATE TABLE signature_request (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  document_id BIGINT NOT NULL REFERENCES document (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  state TEXT NOT NULL,
  means TEXT,
  asked_at BIGINT NOT NULL,
  asked_by TEXT NOT NULL,
  done_at BIGINT,
  done_by TEXT,
  certificate TEXT,
  comment TEXT,
  file TEXT
);
CREATE INDEX signature_request_by_document ON signature_request (document_id, position);
CREATE INDEX signature_request_by_agent ON signature_request (agent_id, state);
CREATE INDEX signature_request_by_asked_at ON signature_request (asked_at, id);

CREATE TABLE attachment (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  person_id BIGINT NOT NULL REFERENCES person (id),
  case_file_id BIGINT REFERENCES case_file (id),
  document_id BIGINT REFERENCES document (id),
  title TEXT NOT NULL,
  origin TEXT NOT NULL,
  file TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  n_pages INTEGER,
  received_on TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  author TEXT NOT NULL,
  note TEXT
);
CREATE INDEX attachment_by_person ON attachment (person_id, received_on);
CREATE INDEX attachment_by_case_file ON attachment (case_file_id);
CREATE INDEX attachment_by_document ON attachment (document_id);
CREATE INDEX attachment_by_received_on ON attachment (received_on, id);
CREATE INDEX attachment_by_title ON attachment (title, id);
CREATE INDEX attachment_by_file ON attachment (file);

CREATE TABLE signature_image (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  agent_id BIGINT NOT NULL REFERENCES agent (id),
  file TEXT NOT NULL,
  added_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX signature_image_agent ON signature_image (agent_id);
