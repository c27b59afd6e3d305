/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One file: whose it is, who follows it, whether it is open. Main thread. */

#pragma once

#include "ent-record-page.h"

G_BEGIN_DECLS

#define ENT_TYPE_CASE_FILE_PAGE (ent_case_file_page_get_type ())
G_DECLARE_FINAL_TYPE (EntCaseFilePage, ent_case_file_page, ENT, CASE_FILE_PAGE, EntRecordPage)

AdwNavigationPage *ent_case_file_page_new (EntStore *store, gint64 id);
/* Asks for whom a file is opened, and who follows it; opens its page. */
void ent_case_file_page_create (GtkWidget *parent, EntStore *store);

G_END_DECLS
