-- SPDX-License-Identifier: GPL-3.0-or-later
-- Countries, Belgian municipalities and localities, known streets.

CREATE TABLE country (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  name_nl TEXT,
  name_de TEXT,
  name_en TEXT,
  nationality_fr TEXT,
  eu INTEGER NOT NULL DEFAULT 0,
  sort_key TEXT
);
CREATE UNIQUE INDEX country_code_unique ON country (code);
CREATE INDEX country_by_code ON country (code, id);
CREATE INDEX country_by_sort_key ON country (sort_key, id);

CREATE TABLE municipality (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  ins_code TEXT NOT NULL,
  name_fr TEXT,
  name_nl TEXT,
  name_de TEXT,
  region TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  sort_key TEXT
);
CREATE UNIQUE INDEX municipality_ins_code_unique ON municipality (ins_code);
CREATE INDEX municipality_by_ins_code ON municipality (ins_code, id);
CREATE INDEX municipality_by_sort_key ON municipality (sort_key, id);

CREATE TABLE locality (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  postcode TEXT NOT NULL,
  name_fr TEXT,
  name_nl TEXT,
  name_de TEXT,
  municipality_id BIGINT REFERENCES municipality (id),
  search_form TEXT,
  sort_key TEXT
);
CREATE INDEX locality_by_postcode ON locality (postcode, id);
CREATE INDEX locality_by_municipality ON locality (municipality_id);
CREATE INDEX locality_by_sort_key ON locality (sort_key, id);

CREATE TABLE street (
  id @ID@,
  version INTEGER NOT NULL DEFAULT 1,
  locality_id BIGINT NOT NULL REFERENCES locality (id),
  name TEXT NOT NULL,
  sort_key TEXT
);
CREATE UNIQUE INDEX street_by_locality ON street (locality_id, sort_key);
CREATE INDEX street_by_name ON street (name, id);
CREATE INDEX street_by_sort_key ON street (sort_key, id);
