/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader asks of a page. Main thread. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ent_pdf_page_text_init (GtkAccessibleTextInterface *iface);

G_END_DECLS
