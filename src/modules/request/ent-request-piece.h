/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece that the centre asked for: when, whether it came, when it was reminded. Record. */

#pragma once

#include "ent-record.h"

G_BEGIN_DECLS

#define ENT_TYPE_REQUEST_PIECE (ent_request_piece_get_type ())
G_DECLARE_FINAL_TYPE (EntRequestPiece, ent_request_piece, ENT, REQUEST_PIECE, EntRecord)

struct _EntRequestPiece
{
  EntRecord parent_instance;

  gint64 request_id;
  char *name;
  gint32 asked_on;
  gint32 until_day;
  gint32 reminded_on;
  gint32 received_on;
  char *note;
};

ENT_DECLARE_SCHEMA (ent_request_piece_schema)

G_END_DECLS
