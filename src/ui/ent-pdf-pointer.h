/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the mouse and the fingers do on the pages of a PDF: select, follow links, zoom. Main thread.
 */

#pragma once

#include "ent-pdf-sheets.h"

G_BEGIN_DECLS

/* Lives as long as @sheets. */
void ent_pdf_pointer_attach (EntPdfSheets *sheets);
/* Goes to the place, or asks before a browser or a mail program is opened; only https: and mailto:
 * addresses are. */
void ent_pdf_pointer_follow (EntPdfSheets *sheets, const EntPdfLink *link);

gboolean ent_pdf_pointer_may_follow (const EntPdfLink *link);

G_END_DECLS
