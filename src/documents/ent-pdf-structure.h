/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The structure tree of a drawn PDF gets what Cairo cannot write: descriptions of figures and
 * links, scopes of table heads, kinds of lists, headings without gaps. Any thread. */

#pragma once

#include "ent-pdf-finish.h"
#include "ent-qpdf.h"

G_BEGIN_DECLS

/* FALSE when a figure has no description. */
gboolean ent_pdf_structure_complete (qpdf_data pdf, const EntPdfInfo *info, GError **error);

G_END_DECLS
