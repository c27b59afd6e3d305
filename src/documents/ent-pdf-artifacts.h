/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks as artifact what a page paints and no tag holds: rules, fills, backgrounds. Cairo tags text
 * only. Any thread. */

#pragma once

#include "ent-qpdf.h"

G_BEGIN_DECLS

/* On all pages and the forms that they use. FALSE when a page cannot be read. */
gboolean ent_pdf_artifacts_mark (qpdf_data pdf, GError **error);

G_END_DECLS
