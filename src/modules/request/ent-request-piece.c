/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece that the centre asked for: when, whether it came, when it was reminded. Record: see
 * ent-record.h for threads. */

#include "ent-request-piece.h"

#include "ent-request-rules.h"
#include "ent-request.h"
#include "ent-staff-rules.h"

#include <glib/gi18n-lib.h>

static void
prepare (EntRecord *record)
{
  EntRequestPiece *self = ENT_REQUEST_PIECE (record);

  ent_staff_clean_text (&self->name);
  ent_staff_clean_text (&self->note);
}

static void
validate (EntRecord *record, EntIssues *issues)
{
  ent_request_piece_check (ENT_REQUEST_PIECE (record), issues);
}

/* clang-format off */
static const EntColumn columns[] = {
  ENT_REF (EntRequestPiece, request_id, N_("Request"),
           ENT_COLUMN_REQUIRED | ENT_COLUMN_OWNER | ENT_COLUMN_CASCADE | ENT_COLUMN_IN_LIST,
           ent_request_get_type),
  ENT_TEXT (EntRequestPiece, name, N_("Piece"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_WIDE),
  ENT_DATE (EntRequestPiece, asked_on, N_("Asked on"),
            ENT_COLUMN_REQUIRED | ENT_COLUMN_IN_LIST | ENT_COLUMN_SORT | ENT_COLUMN_FILTER),
  ENT_DATE (EntRequestPiece, until_day, N_("To be brought by"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_DATE (EntRequestPiece, reminded_on, N_("Reminded on"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_DATE (EntRequestPiece, received_on, N_("Piece received on"),
            ENT_COLUMN_IN_LIST | ENT_COLUMN_FILTER),
  ENT_TEXT (EntRequestPiece, note, N_("Note"), ENT_COLUMN_PRIVATE),
};

const EntSchema ent_request_piece_schema = {
  .table = "request_piece",
  .number = 76,
  .title = N_("Piece asked for"),
  .plural = N_("Pieces asked for"),
  .icon_name = "ent-attachment-symbolic",
  .order = "asked_on DESC, id",
  .prepare = prepare,
  .validate = validate,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .type = ent_request_piece_get_type,
};
/* clang-format on */

G_DEFINE_FINAL_TYPE (EntRequestPiece, ent_request_piece, ENT_TYPE_RECORD)

static void
ent_request_piece_class_init (EntRequestPieceClass *klass)
{
  ent_record_class_install (ENT_RECORD_CLASS (klass), &ent_request_piece_schema);
}

static void
ent_request_piece_init (EntRequestPiece *self)
{
}
