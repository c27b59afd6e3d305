/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes of a tagged PDF drawn by Cairo one that passes PDF/UA-1 and PDF/A-2a: language, metadata,
 * colour, marks on whatever is not content. Any thread. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *language; /* "fr" */
  const char *title;
  const char *author;
  const char *subject; /* or NULL */
  gint32 day; /* of creation: the only date in the file, at noon UTC */
} EntPdfInfo;

/* The same bytes for the same input. Plain cross-references, so that a signature can be added. */
GBytes *ent_pdf_finish (GBytes *drawn, const EntPdfInfo *info, GError **error);

G_END_DECLS
