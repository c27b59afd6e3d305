/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom a series of documents goes to, in the order in which they are put into envelopes. Thread of
 * the connection. */

#pragma once

#include "ent-db.h"
#include "ent-query.h"

G_BEGIN_DECLS

typedef enum
{
  ENT_SERIES_BY_POSTCODE, /* of the address that a letter goes to, then by name */
  ENT_SERIES_BY_NAME
} EntSeriesOrder;

/* One of a series. */
typedef struct
{
  gint64 subject_id;
  char *name; /* as lists write it */
  char *sort_key;
  char *postcode; /* or NULL */
  gboolean is_dead;
  gboolean is_left_out; /* nothing is made */
  gint64 document_id; /* what was issued, or 0 */
  char *number; /* of it, or NULL */
  char *problem; /* why it is not or cannot be made, a sentence, or NULL */
} EntSeriesLine;

/* A line for each of the persons that are in the register, in order: (element-type EntSeriesLine).
 * @ids: (element-type gint64). Transfer full. */
GPtrArray *ent_paper_series_query (EntDb *db,
                                   GArray *ids,
                                   EntSeriesOrder order,
                                   gint32 day,
                                   GError **error);
/* Whether a list of such records is a list of persons too: themselves, or whom each belongs to. */
gboolean ent_paper_series_serves (const EntSchema *schema);
/* The persons of a list, each once, in its order: (element-type gint64), transfer full. */
GArray *ent_paper_series_persons (EntDb *db,
                                  const EntQuery *query,
                                  GCancellable *cancellable,
                                  GError **error);
EntSeriesLine *ent_series_line_copy (const EntSeriesLine *self);
void ent_series_line_free (EntSeriesLine *self);

G_END_DECLS
