/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One decompressed block of an extract. Inside the reader only; the reader's thread. */
#pragma once

#include "ent-pbf-wire.h"
#include "ent-pbf.h"

G_BEGIN_DECLS

/* What a block holds. */
typedef enum
{
  ENT_PBF_HOLDS_NODES = 1 << 0,
  ENT_PBF_HOLDS_WAYS = 1 << 1,
  ENT_PBF_HOLDS_RELATIONS = 1 << 2
} EntPbfHolds;

/* Memory that lives from block to block. */
typedef struct
{
  GArray *strings; /* EntPbfString */
  GArray *sizes; /* guint32, of each string */
  GArray *groups; /* EntWire */
  GArray *numbers; /* guint32: keys, then values */
  GArray *refs; /* gint64 */
  GArray *members; /* EntPbfMember */
} EntPbfScratch;

void ent_pbf_scratch_init (EntPbfScratch *self);
void ent_pbf_scratch_clear (EntPbfScratch *self);

/* Tells the handler what the block holds, and notes in @holds which kinds that were. The block is
 * written to: its strings get their ends; data[size] must be writable. FALSE when it is damaged,
 * after part of it may have been told. */
gboolean ent_pbf_block_read (EntPbfScratch *scratch,
                             EntWire block,
                             const EntPbfHandler *handler,
                             gpointer data,
                             EntPbfHolds *holds);

G_END_DECLS
