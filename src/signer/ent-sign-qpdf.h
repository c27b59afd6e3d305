/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading PDF files through qpdf's C interface. The helper's only thread. */

#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

#define ENT_SIGN_MAX_PDF (100 * 1024 * 1024)

static inline void
ent_sign_qpdf_clear (qpdf_data *qpdf)
{
  if (*qpdf != NULL)
    qpdf_cleanup (qpdf);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (qpdf_data, ent_sign_qpdf_clear)

/* @bytes outlives what is returned. @repair: read a file whose tables are wrong as well. NULL with
 * "bad-pdf", "encrypted" or "too-large". */
qpdf_data ent_sign_qpdf_open (const guint8 *bytes, gsize size, gboolean repair, GError **error);
/* How much was wrong in what was read so far, on demand; to be asked once. */
guint ent_sign_qpdf_count_complaints (qpdf_data qpdf);
/* The text of a string value as UTF-8, or NULL. Transfer full. */
char *ent_sign_qpdf_text (qpdf_data qpdf, qpdf_oh dictionary, const char *key);
/* Where the last cross-reference table of bytes [0, @size) begins, by its startxref; FALSE when
 * there is none. */
gboolean ent_sign_qpdf_find_table (const guint8 *bytes, gsize size, gsize *offset);
/* Nothing follows the mark that ends a file. */
gboolean ent_sign_qpdf_ends_well (const guint8 *bytes, gsize size);

G_END_DECLS
