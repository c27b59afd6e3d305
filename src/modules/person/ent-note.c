/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dated note about a person. Record: see ent-record.h for
 * threads. */

#include "ent-note.h"

#include "ent-agent.h"
#include "ent-date.h"
#include "ent-person.h"
#include "ent-person-rules.h"

#include <glib/gi18n-lib.h>

static char *
summary (EntRecord *record)
{
  return ent_stamp_format (ENT_NOTE (record)->written_at);
}

static void
prepare (EntRecord *record)
{
  ent_person_clean_long (&ENT_NOTE (record)->text);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntNote, person_id, N_("Person"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER,
           ent_person_get_type),
  ENT_STAMP (EntNote, written_at, N_("Written at"),
             ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT),
  ENT_REF (EntNote, author_id, N_("Written by"),
           ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER, ent_agent_get_type),
  ENT_TEXT (EntNote, text, N_("Note"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_LONG | ENT_COLUMN_PRIVATE | ENT_COLUMN_IN_LIST),
};

const EntSchema ent_note_schema = {
  .table = "note",
  .number = 18,
  .title = N_("Note"),
  .plural = N_("Notes"),
  .icon_name = "ent-note-symbolic",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .order = "written_at DESC, id",
  .type = ent_note_get_type,
  .summary = summary,
  .prepare = prepare,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntNote, ent_note, ENT_TYPE_RECORD)

static void
ent_note_class_init (EntNoteClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_note_schema);
}

static void
ent_note_init (EntNote *self)
{
}
