/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that read a picture share. Thread of the connection. */

#pragma once

#include "ent-column.h"
#include "ent-db.h"
#include "ent-rounds-week.h"

G_BEGIN_DECLS

typedef struct
{
  EntDb *db;
  EntRoundsWeek *week;
  gint32 first, last;
  /* Id (gint64 *) → position + 1; of places a number made of their degrees. */
  GHashTable *carers, *clients, *places;
  GHashTable *made; /* need and day of the rhythm (utf8) → position of a visit + 1 */
} EntRoundsReading;

typedef void (*EntRoundsRowFunc) (EntRoundsReading *self, EntRows *rows);

/* ENT_INT_NONE when empty. */
int ent_rounds_read_int (EntRows *rows, guint column);
/* 0 when empty. */
int ent_rounds_read_enum (EntRows *rows, guint column, const EntEnum *choices);

void ent_rounds_reading_note (GHashTable *index, gint64 id, guint position);
int ent_rounds_reading_find (GHashTable *index, gint64 id);
int ent_rounds_reading_add_place (EntRoundsReading *self, EntPoint point);

/* $1 and $2 are the first and the last day. */
EntRows *ent_rounds_reading_query (EntRoundsReading *self, const char *sql, GError **error);
/* @rows NULL: the query failed, @error is set. */
gboolean ent_rounds_reading_each (EntRoundsReading *self,
                                  EntRows *rows,
                                  EntRoundsRowFunc take,
                                  GError **error);

/* Those who give care in these days, or have a visit in them, with their hours. */
gboolean ent_rounds_read_carers (EntRoundsReading *self, GError **error);

G_END_DECLS
