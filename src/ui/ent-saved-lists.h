/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that users keep: conditions and order under a name, in the register's settings. Main
 * thread. */

#pragma once

#include "ent-list-page.h"

G_BEGIN_DECLS

/* Actions "list.save" (asks for a name and keeps what the page shows), "list.open-saved" and
 * "list.delete-saved" of the class of list pages. */
void ent_saved_lists_install (GtkWidgetClass *widget_class);
/* Adds a section with the lists of the page's record type: ready ones of its module, then saved
 * ones. */
void ent_saved_lists_append_menu (EntListPage *page, GMenu *menu);

G_END_DECLS
