/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes bands of blocks: sets each text in its width and says what must stay together. Lengths in
 * points. One thread. */

#pragma once

#include "ent-band.h"
#include "ent-doc.h"

G_BEGIN_DECLS

typedef struct
{
  PangoContext *context; /* borrowed */
  const char *language;
  double size; /* of the text */
  double body_height; /* of a whole page */
  GCancellable *cancellable;

  GPtrArray *bands; /* where the next band goes */
  GPtrArray *rows; /* what bands borrow */
  GPtrArray *tables;
  GPtrArray *frames;

  double x; /* the column of the next block */
  double width;
  double after; /* room wanted below the last band */
  double space; /* added to the next gap */
  GArray *pending; /* (element-type EntTag): opened before the next band */
  gboolean new_page;
  gboolean tight; /* the next band follows without gap */
  guint depth; /* of lists */
  guint heading; /* last level */
  guint annex; /* last number */
  gboolean in_cell;
  gboolean bold;
  EntAlign align; /* of paragraphs that do not say */
  EntTable *table;
  EntFrame *frame;
} EntFlow;

EntFlow *ent_flow_new (PangoContext *context, const char *language, double size);
void ent_flow_free (EntFlow *self);
gboolean ent_flow_add_blocks (EntFlow *self, GPtrArray *blocks, GError **error);

/* Shared by the files of the flow. */

/* Adds a band, at least @before below the last one. */
EntBand *ent_flow_add (EntFlow *self, EntBandKind kind, double before);
void ent_flow_open (EntFlow *self, EntTag tag);
void ent_flow_close (EntFlow *self, EntTag tag);
/* Adds a text line by line, never a line alone on a page. Returns its last band, or NULL when the
 * text is empty. */
EntBand *ent_flow_add_text (EntFlow *self,
                            GPtrArray *spans,
                            const EntTypeStyle *style,
                            double before);
/* The spans of a block as one paragraph. */
void ent_flow_add_paragraph (EntFlow *self, const EntBlock *block);
gboolean ent_flow_add_table (EntFlow *self, const EntBlock *table, GError **error);
gboolean ent_flow_add_signatures (EntFlow *self, const EntBlock *block, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFlow, ent_flow_free)

G_END_DECLS
