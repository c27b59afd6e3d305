/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of labels. Lengths in millimetres. A worker thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A sheet of A4 as it is sold. Constant data. */
typedef struct
{
  const char *id; /* kept in settings; never changes */
  guint columns;
  guint rows;
  double width; /* of a label */
  double height;
  double left; /* margins of the sheet */
  double top;
  double pitch_x; /* from one label to the next */
  double pitch_y;
} EntLabelStock;

typedef struct
{
  const EntLabelStock *stock;
  guint first_position; /* labels already used on the first sheet */
  double dx; /* what the printer is off, to the right and down */
  double dy;
  gboolean test_page; /* the outlines and numbers of all labels, nothing else */
  const char *language;
  gint32 day; /* the only date in the file */
} EntLabelSheet;

/* Ends with a NULL id. */
extern const EntLabelStock ent_label_stocks[];
const EntLabelStock *ent_label_stock_find (const char *id);

/* One label for each element of @labels (element-type GStrv: its lines); a PDF of as many sheets as
 * they take. Text is made smaller down to 6 points, then broken, then cut with "…": the positions
 * in @labels of those cut are added to @cut (element-type guint), which may be NULL. */
GBytes *ent_labels_draw (const EntLabelSheet *sheet,
                         GPtrArray *labels,
                         GArray *cut,
                         GCancellable *cancellable,
                         GError **error);

G_END_DECLS
