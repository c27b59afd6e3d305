-- SPDX-License-Identifier: GPL-3.0-or-later
-- From what time of its first day and until what time of its last day an absence lasts.

ALTER TABLE agent_absence ADD COLUMN from_time INTEGER;
ALTER TABLE agent_absence ADD COLUMN to_time INTEGER;
