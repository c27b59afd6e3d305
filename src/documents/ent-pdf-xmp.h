/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF says of itself, twice and alike: the XMP packet and the Info dictionary. Any thread.
 */

#pragma once

#include "ent-pdf-finish.h"
#include "ent-qpdf.h"

G_BEGIN_DECLS

void ent_pdf_xmp_write (qpdf_data pdf, const EntPdfInfo *info);

G_END_DECLS
