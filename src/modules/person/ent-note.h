/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dated note about a person. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_NOTE (ent_note_get_type ())
G_DECLARE_FINAL_TYPE (EntNote, ent_note, ENT, NOTE, EntRecord)

struct _EntNote
{
  EntRecord parent_instance;

  gint64 person_id;
  gint64 written_at;
  gint64 author_id;
  char *text;
};

ENT_DECLARE_SCHEMA (ent_note_schema)

G_END_DECLS
