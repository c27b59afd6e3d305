/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file that the centre keeps on a person. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_CASE_FILE (ent_case_file_get_type ())
G_DECLARE_FINAL_TYPE (EntCaseFile, ent_case_file, ENT, CASE_FILE, EntRecord)

struct _EntCaseFile
{
  EntRecord parent_instance;

  gint64 person_id;
  char *person_name; /* computed */
  char *worker_name; /* computed */
  char *number; /* "2026-00042", given by the register: see ent_case_file_next_number() */
  gint32 opened_on;
  gint32 closed_on;
  int close_reason;
  gint64 worker_id;
  gint64 team_id;
  gboolean restricted;
};

ENT_DECLARE_SCHEMA (ent_case_file_schema)

G_END_DECLS
