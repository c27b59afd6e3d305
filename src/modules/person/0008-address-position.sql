-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where an address lies on the map, how exactly, and who said so.

ALTER TABLE address ADD COLUMN latitude INTEGER;
ALTER TABLE address ADD COLUMN longitude INTEGER;
ALTER TABLE address ADD COLUMN placed_at TEXT;
ALTER TABLE address ADD COLUMN place_source TEXT;
ALTER TABLE address ADD COLUMN checked_by TEXT;
ALTER TABLE address ADD COLUMN checked_at BIGINT;
ALTER TABLE address ADD COLUMN placed_for TEXT;
CREATE INDEX address_by_placed_at ON address (placed_at, id);
