/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Templates in a dialog as wide as the window, where text and letter stand side by side. Main
 * thread. */

#pragma once

#include <adwaita.h>

#include "ent-template-editions.h"

G_BEGIN_DECLS

/* Offers all kinds. */
void ent_templates_dialog_present (GtkWidget *parent, EntStore *store);
/* Opens one of them. Borrowed: it goes by itself. */
AdwDialog *ent_templates_dialog_present_kind (GtkWidget *parent,
                                              EntStore *store,
                                              const EntDocumentKind *kind,
                                              EntPaperLanguage language);

G_END_DECLS
